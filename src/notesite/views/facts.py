"""The front matter of a note as labelled values, known keys first, every other key after."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from notesite.model.cards import (
    ContactCard,
    EventCard,
    GoalCard,
    InteractionCard,
    PageCard,
    Position,
    ResourceCard,
)
from notesite.model.dates import Cadence, PartialDate, Yearly
from notesite.model.network import Contact
from notesite.model.note import Note
from notesite.model.values import Field, Value
from notesite.views.addresses import any_address, mail_address, phone_address, web_address
from notesite.views.index import Index
from notesite.views.parts import OrgRef, Phrase, Piece
from notesite.views.texts import phrase


@dataclass(frozen=True, slots=True)
class FactValue:
    """One value: words, and an address, a date, a yearly day, a cadence or an organisation where it is one.

    `known` is a word of ours instead, to be translated; `source` tells where a cadence comes from.
    """

    words: Phrase = ()
    address: str = ""
    on: PartialDate | None = None
    yearly: Yearly | None = None
    known: str = ""
    cadence: Cadence | None = None
    source: str = ""
    org: OrgRef | None = None
    aside: str = ""
    until: PartialDate | None = None
    is_span: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A key with its values. `is_known` tells one of ours, which has a label, from a key as written."""

    key: str
    values: tuple[FactValue, ...]
    is_known: bool = True


def contact_facts(index: Index, contact: Contact) -> tuple[Fact, ...]:
    """Every front matter key of a contact but its name, tags and what the page shows elsewhere."""
    facts = (*_reach(index, contact), *_life(index, contact), *_practice(index, contact))
    return (*_written(facts), *_extra(index, contact.note.extra))


def _reach(index: Index, contact: Contact) -> Iterable[Fact]:
    card = contact.card
    yield Fact("email", tuple(_text(each, mail_address(each)) for each in card.emails))
    yield Fact("phone", tuple(_text(each, phone_address(each)) for each in card.phones))
    yield Fact("address", _texts(card.addresses))
    for name, text in card.links:
        yield _link(name, text)
    yield Fact("location", _values(index, card.locations))
    yield Fact("timezone", _texts((card.timezone,)))
    yield Fact("language", _texts((card.language,)))
    yield Fact("pronouns", _texts((card.pronouns,)))
    yield Fact("channel", _texts((card.channel,)))
    yield Fact("linkedin-ok", _known(card.linkedin_ok))


def _life(index: Index, contact: Contact) -> Iterable[Fact]:
    card = contact.card
    yield Fact("aliases", _texts(contact.note.aliases))
    yield Fact("birthday", (FactValue(yearly=card.birthday),) if card.birthday else ())
    for name, yearly in card.dates:
        yield Fact(name, (FactValue(yearly=yearly),), is_known=False)
    yield Fact("industry", _texts(card.industries))
    yield Fact("positions", tuple(_position(index, each) for each in card.positions))


def _practice(index: Index, contact: Contact) -> Iterable[Fact]:
    card = contact.card
    rhythm = contact.cadence
    yield Fact("cadence", (FactValue(cadence=rhythm, source=contact.cadence_source),) if rhythm else ())
    yield Fact("circle", _known(contact.circle or card.circle))
    yield Fact("network", _texts(card.network))
    yield Fact("relation", _texts(card.relations))
    yield Fact("follow-up", (FactValue(on=card.follow_up.on),) if card.follow_up else ())
    yield Fact("next-step", _values(index, (card.next_step,) if card.next_step else ()))
    yield Fact("snoozed-until", (FactValue(on=card.snooze.on),) if card.snooze else ())
    yield Fact("last-contact", (FactValue(on=card.last_contact.on),) if card.last_contact else ())
    yield Fact("goals", _values(index, card.goals))
    yield Fact("congratulate", _values(index, card.congratulate))
    yield Fact("status", _known(card.status if card.status != "active" else ""))
    yield Fact("private", _known("yes") if card.private else _texts(card.private_keys))


def note_facts(index: Index, note: Note) -> tuple[Fact, ...]:
    """Every front matter key of a note that is no contact, but its name and tags."""
    return (*_written(_of_card(index, note)), *_extra(index, note.extra))


def _of_card(index: Index, note: Note) -> Iterator[Fact]:
    match note.card:
        case EventCard() as card:
            yield Fact("location", _values(index, card.locations))
            yield Fact("online", (_text(card.online, any_address(card.online)),))
            yield Fact("website", (_web(card.url),))
            yield Fact("timezone", _texts((card.timezone,)))
            yield Fact("cost", _texts((card.cost,)))
            yield Fact("goals", _values(index, card.goals))
        case InteractionCard() as card:
            yield Fact("people", _values(index, card.people))
        case GoalCard() as card:
            yield Fact("status", _texts((card.status,)))
            yield Fact("by", (FactValue(on=card.by),) if card.by else ())
            yield Fact("looking-for", _values(index, card.looking_for))
            yield Fact("people", _values(index, card.people))
        case ResourceCard() as card:
            yield Fact("address", (_web(card.url),))
            yield Fact("interests", _values(index, card.interests))
        case PageCard() | ContactCard():
            pass
    yield Fact("aliases", _texts(note.aliases))
    yield Fact("private", _known("yes" if note.private else ""))


def _extra(index: Index, fields: tuple[Field, ...]) -> tuple[Fact, ...]:
    """Keys that notesite does not know, and values that it could not read, as they are written."""
    facts = []
    for each in fields:
        rows = (each.map, *each.rows) if each.map else each.rows
        values = [_value(index, value) for value in each.values]
        values += [_row(index, row) for row in rows]
        facts.append(Fact(each.key, tuple(values), is_known=False))
    return tuple(facts)


def _row(index: Index, row: tuple[tuple[str, Value], ...]) -> FactValue:
    pieces: list[Piece] = []
    for key, value in row:
        pieces += [Piece(f"{'; ' if pieces else ''}{key}: "), *phrase(index, value)]
    return FactValue(tuple(pieces))


def _position(index: Index, position: Position) -> FactValue:
    value = position.org
    words = phrase(index, value)
    path = next((piece.path for piece in words if piece.path), None)
    org = index.org("".join(piece.text for piece in words), path)
    return FactValue(
        words=words,
        org=org if org.key else None,
        aside=position.role,
        on=position.start,
        until=position.end,
        is_span=True,
    )


def _value(index: Index, value: Value) -> FactValue:
    return FactValue(phrase(index, value), "" if value.links else any_address(value.text))


def _values(index: Index, values: Iterable[Value]) -> tuple[FactValue, ...]:
    return tuple(_value(index, value) for value in values)


def _text(text: str, address: str = "") -> FactValue:
    return FactValue((Piece(text),) if text else (), address)


def _web(text: str) -> FactValue:
    """An address of the web, shown without what all of them begin with."""
    return _text(re.sub(r"^https?://(www\.)?|/$", "", text.strip()), web_address(text, bare=True))


def _texts(texts: Iterable[str]) -> tuple[FactValue, ...]:
    return tuple(_text(text) for text in texts if text)


def _known(word: str) -> tuple[FactValue, ...]:
    return (FactValue(known=word),) if word else ()


def _written(facts: Iterable[Fact]) -> Iterator[Fact]:
    """The facts without values that say nothing, and without facts that then have none."""
    for fact in facts:
        values = tuple(value for value in fact.values if _says_something(value))
        if values:
            yield replace(fact, values=values)


def _says_something(value: FactValue) -> bool:
    return any((value.words, value.known, value.on, value.yearly, value.cadence, value.org))


_PROPER_NAMES = {"linkedin": "LinkedIn", "github": "GitHub", "gitlab": "GitLab", "x": "X"}


def _link(name: str, text: str) -> Fact:
    """An address of the web under the name that its key gives it."""
    folded = name.casefold()
    if folded in ("url", "sito", "website"):
        return Fact("website", (_web(text),))
    label = name.replace("-", " ").capitalize() if name.islower() else name
    return Fact(_PROPER_NAMES.get(folded, label), (_web(text),), is_known=False)
