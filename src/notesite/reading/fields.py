"""The front matter keys of each kind of note, and the words that also stand for them."""

import re
from dataclasses import dataclass
from typing import Literal, cast

from notesite.model.text import key_of
from notesite.model.values import Kind

Type = Literal["text", "texts", "names", "date", "yearly", "cadence", "tags", "map", "choice", "special"]


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A canonical key, its type and its synonyms, as `docs/note-format.md` lists them."""

    key: str
    type: Type
    synonyms: tuple[str, ...] = ()


def _specs(table: str) -> tuple[FieldSpec, ...]:
    """Specs from lines of `key type: synonym, synonym`; an indented line goes on with the one before."""
    specs = []
    for line in re.sub(r"\n ", "", table).strip().splitlines():
        if not line:
            continue
        head, _, synonyms = line.partition(":")
        key, type_ = head.split()
        words = tuple(word.strip() for word in synonyms.split(",") if word.strip())
        specs.append(FieldSpec(key, cast(Type, type_), words))
    return tuple(specs)


_SHARED = """
name special: title
aliases texts: alias, nickname, aka, soprannome
tags tags: tag, labels, etichette
private special: publish
"""

_CONTACT = """
name special: full-name, first-name, last-name, nome, cognome, FN
aliases texts: alias, nickname, aka, soprannome
org names: company, organization, organizations, organisation, organisations, firm, employer,
 affiliation, azienda, ente
role special: title, position, job, job-title, occupation, ruolo
email texts: e-mail, mail, emails, posta
phone texts: mobile, cell, tel, phones, telefono, cellulare
address texts: indirizzo
links map:
location names: city, loc, place, based-in, città, citta, luogo
industry texts: sector, settore
timezone text: tz
language text: lingua
pronouns text: pronomi
channel text: canale
tags tags: tag, labels, etichette
circle text: tier, strength, relationship-strength, closeness, category, cerchia
network texts:
relation texts: relationship, relationship-type, relazione
knows names: conosce, connections
cadence cadence: keep-in-touch, frequency, contact-frequency, stay-in-touch, cadence-days, frequenza, cadenza
follow-up date: next-contact, next-follow-up, follow-up-date, reminder, prossimo-contatto
next-step text: next-action, follow-up-context, prossimo-passo
snooze date: snooze-until, rimanda
last-contact date: last-contacted, last-interaction, last-touch, last-spoke, ultimo-contatto
met date: met-date, first-met, date-met, first-contact, conosciuto
met-at names: met-context, how-we-met, conosciuto-a
introduced-by names: referred-by, via, presentato-da
hook text: gancio
intro-paths names: can-introduce, mutual-connections
birthday yearly: bday, birthdate, born, compleanno
dates map: anniversary, important-dates
interests texts: interessi
needs texts: looking-for, cerca
offers texts: can-help-with, offre
goals names: obiettivi
positions special:
congratulate texts: congratulazioni
linkedin-ok choice:
photo text: image, avatar, foto
status choice: active
private special: publish
"""

_EVENT = f"""{_SHARED}
date date: start, when, data
end date:
time text:
timezone text: tz
location names: city, loc, place, città, citta, luogo
online text:
url text:
status choice:
attendees names: participants, people, guests, speakers, partecipanti
met names: people-met, incontrati
goals names: obiettivi
cost text:
"""

_INTERACTION = f"""{_SHARED}
date date: data
people names: person, with, attendees, con
channel special: kind
direction choice:
"""

_GOAL = f"""{_SHARED}
status text:
by date: due, target-date, entro
looking-for texts: cerca
people names: persone
"""

_RESOURCE = f"""{_SHARED}
url text:
interests texts: interessi
"""

_OTHER = f"""{_SHARED}
date date: data
"""

FIELDS: dict[Kind, tuple[FieldSpec, ...]] = {
    Kind.CONTACT: _specs(_CONTACT),
    Kind.EVENT: _specs(_EVENT),
    Kind.INTERACTION: _specs(_INTERACTION),
    Kind.GOAL: _specs(_GOAL),
    Kind.RESOURCE: _specs(_RESOURCE),
    Kind.GROUP: _specs(_OTHER),
    Kind.JOURNAL: _specs(_OTHER),
    Kind.PAGE: _specs(_OTHER),
}

KIND_KEYS = ("type", "kind", "class", "category", "categories")
"""Keys that may say what a note is about, in this order."""

LINK_KEYS = [
    "linkedin",
    "website",
    "url",
    "github",
    "gitlab",
    "mastodon",
    "bluesky",
    "x",
    "twitter",
    "instagram",
    "telegram",
    "facebook",
    "youtube",
    "signal",
    "whatsapp",
    "threads",
    "orcid",
    "blog",
    "homepage",
    "sito",
]
"""Keys of a contact that are addresses of their own, beside the map `links`."""


def specs_by_key(kind: Kind) -> dict[str, FieldSpec]:
    """Each spec of a kind under its folded key and under each folded synonym."""
    return _BY_KEY[kind]


_BY_KEY = {
    kind: {key_of(word): spec for spec in reversed(specs) for word in (*spec.synonyms, spec.key)}
    for kind, specs in FIELDS.items()
}
