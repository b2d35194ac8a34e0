"""What happened with a contact, by year: interactions, dated facts, mentions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from notesite.model.network import Contact, Interaction, Ref
from notesite.model.note import Entry
from notesite.model.origin import Origin
from notesite.model.values import Direction, Kind, Link
from notesite.views.index import Index
from notesite.views.parts import Prose
from notesite.views.texts import note_ref, prose, source_ref

SIDED = frozenset(("gave", "received", "asked", "thanked", "shared", "congratulated"))
"""Channels of which the word says who did it."""
SIDED_IN = frozenset(("asked", "thanked", "intro", "shared", "congratulated"))
"""Those that have another word where the other side did it."""

Sort = Literal["interaction", "promise", "fact", "mention"]


def verb_of(sort: Sort, channel: str, direction: Direction | None) -> str:
    """What was done: the channel, with ` in` where it then has a word of its own; empty for a fact."""
    if sort in ("promise", "mention"):
        return sort
    if channel:
        return f"{channel} in" if direction == "in" and channel in SIDED_IN else channel
    return direction or ("contact" if sort == "interaction" else "")


def arrow_of(sort: Sort, channel: str, direction: Direction | None) -> str:
    """`out` or `in`, where the channel does not say it by itself."""
    is_plain = sort == "interaction" and channel and channel not in SIDED
    return direction or "" if is_plain else ""


@dataclass(frozen=True, slots=True)
class Moment:
    """One line of a timeline; `source` is the note that tells it, where that is not the contact's own."""

    sort: Sort
    day: date
    text: Prose
    origin: Origin
    channel: str = ""
    direction: Direction | None = None
    time: str = ""
    place: Ref | None = None
    people: tuple[Ref, ...] = ()
    source: Ref | None = None
    is_ahead: bool = False

    @property
    def verb(self) -> str:
        """What was done: the channel, with ` in` where it then has a word of its own; empty for a fact."""
        return verb_of(self.sort, self.channel, self.direction)

    @property
    def arrow(self) -> str:
        """`out` or `in`, where the channel does not say it by itself."""
        return arrow_of(self.sort, self.channel, self.direction)

    @property
    def icon(self) -> str:
        """The name of the icon beside it."""
        return self.sort if self.sort != "interaction" else self.channel or "contact"


@dataclass(frozen=True, slots=True)
class Year:
    """A year of a timeline, the latest first."""

    year: int
    moments: tuple[Moment, ...]


def timeline(index: Index, contact: Contact) -> tuple[Year, ...]:
    """Everything dated about a contact, the latest first."""
    told = {each.entry.origin for each in contact.interactions if each.entry}
    moments = [interaction_moment(index, contact, each) for each in _without_repeats(contact.interactions)]
    moments += _entries(
        index, contact, "fact", (pair for pair in contact.facts if pair[1].origin not in told)
    )
    told.update(entry.origin for _, entry in contact.facts)
    moments += _entries(
        index, contact, "mention", (pair for pair in contact.mentions if pair[1].origin not in told)
    )
    moments.sort(key=lambda each: (each.day, each.time), reverse=True)
    years: dict[int, list[Moment]] = {}
    for moment in moments:
        years.setdefault(moment.day.year, []).append(moment)
    return tuple(Year(year, tuple(found)) for year, found in years.items())


def _without_repeats(interactions: tuple[Interaction, ...]) -> list[Interaction]:
    """The interactions but those of front matter that an entry of that day, or another note, tells too."""
    told = {(each.day, each.channel) for each in interactions if each.entry}
    kept = []
    for each in interactions:
        if each.entry or each.task or (each.day, each.channel) not in told:
            kept.append(each)
        if not each.task:
            told.add((each.day, each.channel))
    return kept


def interaction_moment(index: Index, contact: Contact, each: Interaction) -> Moment:
    """A contact with somebody as a line of their timeline."""
    if each.task is not None and each.entry is None:
        text = prose(index, each.task.origin.path, each.task.html)
        moment = Moment("promise", each.day, text, each.origin, each.channel or "", each.direction)
    elif each.entry is not None:
        moment = entry_moment(index, contact.path, "interaction", each.day, each.entry)
    else:
        moment = Moment("interaction", each.day, Prose(), each.origin)
    return _placed(index, contact, each, moment)


def _placed(index: Index, contact: Contact, each: Interaction, moment: Moment) -> Moment:
    """The moment with the interaction's own channel, event and source."""
    place = moment.place or (note_ref(index, each.event) if each.event else None)
    named = (contact.path, place.path if place else None, *(ref.path for ref in moment.people))
    is_elsewhere = each.origin.path not in named
    return Moment(
        sort=moment.sort,
        day=each.day,
        text=moment.text,
        origin=each.origin,
        channel=each.channel or "",
        direction=each.direction,
        time=moment.time,
        place=place,
        people=moment.people,
        source=source_ref(index, each.origin) if is_elsewhere else None,
        is_ahead=each.day > index.today,
    )


def _entries(index: Index, contact: Contact, sort: Sort, pairs: Iterable[tuple[date, Entry]]) -> list[Moment]:
    return [entry_moment(index, contact.path, sort, day, entry) for day, entry in pairs]


def entry_moment(index: Index, path: str, sort: Sort, day: date, entry: Entry) -> Moment:
    """An entry as the page at `path` shows it: without naming its own person."""
    source = entry.origin.path
    targets = index.network.targets.get(source, ())
    note = index.network.notes.get(source)
    links = note.links if note else ()
    place = _ref_at(links, targets, entry.place) if entry.place is not None else None
    others = [_ref_at(links, targets, number) for number in entry.people]
    is_elsewhere = source != path
    if is_elsewhere and index.network.is_(source, Kind.CONTACT):
        others.insert(0, note_ref(index, source))
    people = tuple({ref.path or ref.label: ref for ref in others if ref.path != path}.values())
    return Moment(
        sort=sort,
        day=day,
        text=prose(index, source, entry.html),
        origin=entry.origin,
        channel=entry.channel or "",
        direction=entry.direction,
        time=entry.time,
        place=place,
        people=(*people, *(Ref(name) for name in entry.names)),
        source=source_ref(index, entry.origin) if is_elsewhere else None,
        is_ahead=day > index.today,
    )


def _ref_at(links: tuple[Link, ...], targets: tuple[str | None, ...], number: int) -> Ref:
    label = links[number].label if number < len(links) else ""
    return Ref(label, targets[number] if number < len(targets) else None)
