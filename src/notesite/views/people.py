"""People as rows show them, and their last contact."""

import unicodedata
from bisect import bisect_left, bisect_right
from datetime import date
from functools import lru_cache
from hashlib import blake2b

from notesite.model.network import Contact, Interaction, Ref
from notesite.views.index import Index
from notesite.views.parts import Last, Person, Prose
from notesite.views.texts import prose

TONES = 8


def initials(name: str) -> str:
    """The first letters of the first and the last word of a name; one for a single word."""
    words = [letters for word in name.split() if (letters := [c for c in word if c.isalnum()])]
    if not words:
        return "·"
    chosen = words if len(words) == 1 else [words[0], words[-1]]
    return "".join(letters[0] for letters in chosen).upper()[:2]


def tone(text: str) -> int:
    """A colour from 1 to 8 that stays the same for the same text."""
    return blake2b(text.encode("utf-8", "replace"), digest_size=2).digest()[0] % TONES + 1


@lru_cache(maxsize=16_384)
def sort_key(name: str) -> str:
    """A name for alphabetical order: without accents and case."""
    folded = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in folded if not unicodedata.combining(letter))


def person(index: Index, contact: Contact) -> Person:
    """A contact as a row shows them."""
    card = contact.card
    return Person(
        name=contact.name,
        path=contact.path,
        initials=initials(contact.name),
        tone=tone(contact.name),
        role=card.role,
        orgs=tuple(index.org(ref.label, ref.path) for ref in contact.orgs),
        photo=index.network.photos.get(contact.path, ""),
    )


def person_at(index: Index, path: str) -> Person:
    """The contact at a path; any other note under its own name."""
    contact = index.network.contacts.get(path)
    if contact is not None:
        return person(index, contact)
    found = index.network.name_of(path)
    name = path if found is None else found
    return Person(name, "" if found is None else path, initials(name), tone(name))


def person_named(index: Index, ref: Ref) -> Person:
    """The contact that a reference means, or the bare name."""
    return (
        person_at(index, ref.path)
        if ref.path
        else Person(ref.label, "", initials(ref.label), tone(ref.label))
    )


def last(index: Index, contact: Contact, day: date) -> Last | None:
    """The last contact up to a day, told by the entry of that day that says most."""
    on = contact.last_contact(day)
    return None if on is None else _last(index, contact, on)


def _last(index: Index, contact: Contact, on: date) -> Last:
    start = bisect_left(contact.interactions, on, key=lambda each: each.day)
    end = bisect_right(contact.interactions, on, key=lambda each: each.day)
    told = contact.interactions[start:end]
    if not told:
        return Last(on)
    best = max(told, key=lambda each: _tells(each, contact.path))
    text = prose(index, best.origin.path, best.entry.html) if best.entry else Prose()
    return Last(on, best.channel or "", best.direction, text, best.origin)


def _tells(interaction: Interaction, path: str) -> tuple[bool, bool, int]:
    """How much an interaction tells: something at all, in the contact's own note, at length."""
    text = interaction.entry.text if interaction.entry else ""
    return (bool(text.strip()), interaction.origin.path == path, len(text))
