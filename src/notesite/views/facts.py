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
from notesite.model.dates import PartialDate, Yearly
from notesite.model.network import Contact
from notesite.model.note import Note
from notesite.model.values import Field, Value
from notesite.views.addresses import any_address, mail_address, phone_address, web_address
from notesite.views.index import Index
from notesite.views.parts import OrgRef, Phrase, Piece
from notesite.views.texts import phrase


@dataclass(frozen=True, slots=True)
class FactValue:
    """One value: words, and an address, a date, a yearly day or an organisation where it is one."""

    words: Phrase = ()
    address: str = ""
    on: PartialDate | None = None
    yearly: Yearly | None = None
    org: OrgRef | None = None
    aside: str = ""
    until: PartialDate | None = None
    is_span: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A key with its values. `is_known` tells a label of ours, to be translated, from a key as written."""

    label: str
    values: tuple[FactValue, ...]
    is_known: bool = True


def contact_facts(index: Index, contact: Contact) -> tuple[Fact, ...]:
    """Every front matter key of a contact but its name, tags and what the page shows elsewhere."""
    facts = (*_reach(index, contact), *_life(index, contact), *_practice(index, contact))
    return (*_written(facts), *_extra(index, contact.note.extra))


def _reach(index: Index, contact: Contact) -> Iterable[Fact]:
    card = contact.card
    yield Fact("E-mail", tuple(_text(each, mail_address(each)) for each in card.emails))
    yield Fact("Phone", tuple(_text(each, phone_address(each)) for each in card.phones))
    yield Fact("Address", _texts(card.addresses))
    for name, text in card.links:
        yield Fact(_link_label(name), (_web(text),))
    yield Fact("Location", _values(index, card.locations))
    yield Fact("Time zone", _texts((card.timezone,)))
    yield Fact("Language", _texts((card.language,)))
    yield Fact("Pronouns", _texts((card.pronouns,)))
    yield Fact("Channel", _texts((card.channel,)))
    yield Fact("Add on LinkedIn", _texts((card.linkedin_ok,)))


def _life(index: Index, contact: Contact) -> Iterable[Fact]:
    card = contact.card
    yield Fact("Also known as", _texts(contact.note.aliases))
    yield Fact("Birthday", (FactValue(yearly=card.birthday),) if card.birthday else ())
    for name, yearly in card.dates:
        yield Fact(name, (FactValue(yearly=yearly),), is_known=False)
    yield Fact("Industry", _texts(card.industries))
    yield Fact("Positions", tuple(_position(index, each) for each in card.positions))


def _practice(index: Index, contact: Contact) -> Iterable[Fact]:
    card = contact.card
    rhythm = str(contact.cadence) if contact.cadence else ""
    yield Fact(
        "Cadence",
        (FactValue((Piece(rhythm),), aside=_SOURCES.get(contact.cadence_source, "")),) if rhythm else (),
    )
    yield Fact("Circle", _texts((contact.circle or card.circle,)))
    yield Fact("Network", _texts(card.network))
    yield Fact("Relation", _texts(card.relations))
    yield Fact("Follow-up", (FactValue(on=card.follow_up.on),) if card.follow_up else ())
    yield Fact("Next step", _values(index, (card.next_step,) if card.next_step else ()))
    yield Fact("Snoozed until", (FactValue(on=card.snooze.on),) if card.snooze else ())
    yield Fact("Last contact", (FactValue(on=card.last_contact.on),) if card.last_contact else ())
    yield Fact("Goals", _values(index, card.goals))
    yield Fact("Congratulate", _values(index, card.congratulate))
    yield Fact("Status", _texts((card.status if card.status != "active" else "",)))
    yield Fact("Private", _texts(("yes",) if card.private else card.private_keys))


def note_facts(index: Index, note: Note) -> tuple[Fact, ...]:
    """Every front matter key of a note that is no contact, but its name and tags."""
    return (*_written(_of_card(index, note)), *_extra(index, note.extra))


def _of_card(index: Index, note: Note) -> Iterator[Fact]:
    match note.card:
        case EventCard() as card:
            yield Fact("Location", _values(index, card.locations))
            yield Fact("Online", (_text(card.online, any_address(card.online)),))
            yield Fact("Website", (_web(card.url),))
            yield Fact("Cost", _texts((card.cost,)))
            yield Fact("Goals", _values(index, card.goals))
        case InteractionCard() as card:
            yield Fact("People", _values(index, card.people))
        case GoalCard() as card:
            yield Fact("Status", _texts((card.status,)))
            yield Fact("By", (FactValue(on=card.by),) if card.by else ())
            yield Fact("Looking for", _values(index, card.looking_for))
            yield Fact("People", _values(index, card.people))
        case ResourceCard() as card:
            yield Fact("Address", (_web(card.url),))
            yield Fact("Interests", _values(index, card.interests))
        case PageCard() | ContactCard():
            pass
    yield Fact("Also known as", _texts(note.aliases))
    yield Fact("Private", _texts(("yes",) if note.private else ()))


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


def _written(facts: Iterable[Fact]) -> Iterator[Fact]:
    """The facts without values that say nothing, and without facts that then have none."""
    for fact in facts:
        values = tuple(value for value in fact.values if value.words or value.on or value.yearly or value.org)
        if values:
            yield replace(fact, values=values)


_SOURCES = {"circle": "from the circle", "tag": "from a tag"}
_LINK_LABELS = {
    "linkedin": "LinkedIn",
    "github": "GitHub",
    "gitlab": "GitLab",
    "x": "X",
    "url": "Website",
    "sito": "Website",
}


def _link_label(name: str) -> str:
    return _LINK_LABELS.get(name.casefold(), name.replace("-", " ").capitalize() if name.islower() else name)
