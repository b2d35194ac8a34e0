"""A goal's page: who serves it, who could and through whom, what was asked, and what is still missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from notesite.model.cards import GoalCard
from notesite.model.network import Ref
from notesite.model.values import Kind, Value
from notesite.model.words import significant, written
from notesite.rules.acquaintance import Path
from notesite.rules.introductions import Place
from notesite.rules.matching import Could
from notesite.views.dealings import Ask, Dealings, ask_of, person_of
from notesite.views.facts import Fact, note_facts
from notesite.views.goals import GoalRow, asks_for, goal_row, served_by
from notesite.views.index import Index
from notesite.views.parts import Person, Phrase, PromiseRow, Prose, TagRef
from notesite.views.portions import Portion, portion
from notesite.views.rows import promise_row
from notesite.views.texts import backlinks, body, note_ref, phrase, plain, prose, tag_refs

MOST_WHO_COULD = 5


@dataclass(frozen=True, slots=True)
class Serving:
    """Somebody who serves a goal; where there is no contact yet, the paths of introduction to them."""

    person: Person
    last: date | None = None
    offers: tuple[Phrase, ...] = ()
    paths: tuple[tuple[Ref, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class CouldServe:
    """Somebody who could: what they offer, do or look for that speaks of `word`, and how to reach them."""

    person: Person
    word: str
    offer: Phrase = ()
    need: Phrase = ()
    last: date | None = None
    paths: tuple[tuple[Ref, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """Something that a goal looks for: who could meet it, and how many more.

    `common` are words that too many share to tell something, each with how many they are.
    """

    item: Phrase
    could: tuple[CouldServe, ...] = ()
    more: int = 0
    common: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class GoalView:
    """Everything that a goal's page shows; `named` are people of it who have no note."""

    day: date
    row: GoalRow
    path: str
    is_private: bool
    serving: Portion[Serving]
    named: tuple[Phrase, ...]
    wanted: tuple[Wanted, ...]
    asks: Portion[Ask]
    events: tuple[Ref, ...]
    facts: tuple[Fact, ...]
    tags: tuple[TagRef, ...]
    promises: tuple[PromiseRow, ...]
    notes: Prose
    log: Prose
    backlinks: tuple[Ref, ...]
    unread: str
    problems: int


def goal_view(index: Index, dealings: Dealings, path: str) -> GoalView:
    """The page of a goal."""
    note = index.network.notes[path]
    card = note.card if isinstance(note.card, GoalCard) else GoalCard()
    serving = served_by(index, dealings, path, card)
    events = (each for each in dealings.serving.get(path, ()) if dealings.summaries[each].occasion)
    return GoalView(
        day=index.today,
        row=goal_row(index, dealings, path),
        path=path,
        is_private=note.private,
        serving=portion(serving, lambda each: _serving(index, dealings, each)),
        wanted=tuple(_wanted(index, dealings, phrase(index, each), serving) for each in card.looking_for),
        asks=portion(_asks(index, dealings, path, serving), lambda each: _ask(index, dealings, each)),
        events=tuple(note_ref(index, each) for each in events),
        named=tuple(phrase(index, each) for each in card.people if not _is_contact(index, each)),
        facts=tuple(each for each in note_facts(index, note) if not each.is_known or each.key not in SHOWN),
        tags=tag_refs(index, path),
        promises=tuple(promise_row(index, each) for each in index.network.promises_in.get(path, ())),
        notes=body(index, note),
        log=prose(index, path, note.body.log),
        backlinks=backlinks(index, path),
        unread=note.unread,
        problems=index.problems_in.get(path, 0),
    )


SHOWN = ("by", "status", "people", "looking-for")
"""What the page shows elsewhere than among the facts."""


def _is_contact(index: Index, value: Value) -> bool:
    targets = index.network.value_targets.get(value, ())
    return any(index.network.is_(each, Kind.CONTACT) for each in targets)


def _serving(index: Index, dealings: Dealings, path: str) -> Serving:
    row = index.rows[path].contact
    return Serving(
        person=person_of(index, path),
        last=row.last if row else None,
        offers=index.rows[path].offers,
        paths=_paths(index, dealings, path),
    )


def _paths(index: Index, dealings: Dealings, path: str) -> tuple[tuple[Ref, ...], ...]:
    """How to reach somebody with whom there is no contact yet."""
    if dealings.known.is_reached(path):
        return ()
    return tuple(_refs(index, each) for each in dealings.known.paths([path]))


def _refs(index: Index, path: Path) -> tuple[Ref, ...]:
    return tuple(note_ref(index, each) for each in path)


def _wanted(index: Index, dealings: Dealings, item: Phrase, serving: Iterable[str]) -> Wanted:
    words = significant(plain(item))
    known, order, serves = dealings.known, dealings.order, set(serving)
    could = sorted(
        dealings.words.who_could(words),
        key=lambda each: (
            each.rank,
            not known.is_reached(each.path),
            each.path not in serves,
            order(each.path),
        ),
    )
    shown = could[:MOST_WHO_COULD]
    return Wanted(
        item=item,
        could=tuple(_could(index, dealings, each, item) for each in shown),
        more=len(could) - len(shown),
        common=tuple((written(plain(item), word), count) for word, count in dealings.words.too_common(words)),
    )


def _could(index: Index, dealings: Dealings, each: Could, item: Phrase) -> CouldServe:
    rows, words = index.rows[each.path], set(each.words)
    return CouldServe(
        person=person_of(index, each.path),
        word=written(plain(item), each.words[0]).casefold(),
        offer=_with_word(rows.offers, words) if each.how == 0 else (),
        need=_with_word(rows.needs, words) if each.how == LOOKS else (),
        last=rows.contact.last if rows.contact else None,
        paths=_paths(index, dealings, each.path),
    )


LOOKS = 2
"""How somebody has to do with a word who only looks for it."""


def _with_word(found: Iterable[Phrase], words: set[str]) -> Phrase:
    """The first phrase that has one of some words."""
    return next((each for each in found if words.intersection(significant(plain(each)))), ())


def _asks(index: Index, dealings: Dealings, goal: str, serving: Iterable[str]) -> list[tuple[date, Place]]:
    """The asks for a goal up to the day, the latest first."""
    found = ((dealings.deeds[place].day, place) for place in asks_for(dealings, goal, serving))
    past = [(day, place) for day, place in found if day and day <= index.today]
    return sorted(past, key=lambda each: (-each[0].toordinal(), each[1]))


def _ask(index: Index, dealings: Dealings, each: tuple[date, Place]) -> Ask:
    day, place = each
    return ask_of(index, dealings, place, day)
