"""Reciprocity: what was given, received, asked and thanked for, and where one could give."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from notesite.insights.ledger import Counts, Ledger
from notesite.model.words import significant, written
from notesite.rules.introductions import Place
from notesite.rules.matching import COMMON
from notesite.views.dealings import Ask, Dealings, ask_of, person_of
from notesite.views.index import Index
from notesite.views.parts import FollowUpRow, Person, Phrase, Stretch
from notesite.views.portions import Portion, portion
from notesite.views.texts import phrases, plain

FEW = 10
"""So many rows has each part that points something out: more would nag."""


@dataclass(frozen=True, slots=True)
class Balance:
    """What passed between me and somebody."""

    person: Person
    counts: Counts


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody whom I asked, when, and what they look for."""

    person: Person
    day: date
    needs: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class CouldGive:
    """What somebody looks for and I offer; both speak of `word`."""

    person: Person
    need: Phrase
    offer: Phrase
    word: str


@dataclass(frozen=True, slots=True)
class ReciprocityView:
    """The page of giving and receiving, over the twelve months from `since` to `until`.

    `asked_first` are people whom I asked and to whom nothing is given yet, `only_asked` those whom I reached
    in the year only to ask.
    """

    since: date
    until: date
    total: Counts
    people: Portion[Balance]
    thanks: tuple[Stretch[FollowUpRow], ...]
    asked_first: tuple[Asked, ...]
    only_asked: tuple[Asked, ...]
    generic: tuple[Ask, ...]
    could_give: tuple[CouldGive, ...]
    has_offers: bool


def reciprocity_view(index: Index, dealings: Dealings) -> ReciprocityView:
    """The page of giving and receiving."""
    ledger = dealings.ledger
    asked_first = sorted(ledger.asked_first.items(), key=lambda pair: (-pair[1].toordinal(), pair[0]))
    here = [(path, on) for path, on in asked_first if path in dealings.words.profiles]
    profiles = dealings.words.profiles.items()
    only = [(path, each.only_asked) for path, each in profiles if each.only_asked and path not in dict(here)]
    only.sort(key=lambda pair: (-pair[1].toordinal(), pair[0]))
    return ReciprocityView(
        since=ledger.since,
        until=ledger.until,
        total=ledger.total,
        people=_people(index, dealings, ledger),
        thanks=tuple(_thanks(index, dealings)),
        asked_first=_asked(index, here),
        only_asked=_asked(index, only),
        generic=tuple(_generic(index, dealings, ledger)),
        could_give=tuple(_could_give(index, dealings)),
        has_offers=bool(_offers(index)),
    )


def _people(index: Index, dealings: Dealings, ledger: Ledger) -> Portion[Balance]:
    """Everybody in the ledger: first from whom I received most beyond what I gave, then by name."""
    order = dealings.order
    found = sorted(ledger.people.items(), key=lambda pair: (pair[1].balance, order(pair[0])))
    return portion(found, lambda pair: Balance(person_of(index, pair[0]), pair[1]))


def _thanks(index: Index, dealings: Dealings) -> Iterator[Stretch[FollowUpRow]]:
    """The thanks owed now and later, the earliest first."""
    found = [
        (each.on or date.max, each.name, each)
        for summary in dealings.summaries.values()
        for each in summary.windows
        if each.due.reason == "thanks"
    ]
    for _, _, window in sorted(found, key=lambda each: each[:2])[:FEW]:
        yield Stretch(index.row(window), window.since, window.until, window.stands_on(index.today))


def _asked(index: Index, found: Sequence[tuple[str, date]]) -> tuple[Asked, ...]:
    return tuple(Asked(person_of(index, path), on, index.rows[path].needs) for path, on in found[:FEW])


def _generic(index: Index, dealings: Dealings, ledger: Ledger) -> Iterator[Ask]:
    """The latest asks of the year that say too little."""
    found: list[tuple[int, Place]] = []
    for place, deed in dealings.deeds.items():
        if deed.is_generic and deed.day and ledger.since <= deed.day <= ledger.until:
            found.append((-deed.day.toordinal(), place))
    for day, place in sorted(found)[:FEW]:
        yield ask_of(index, dealings, place, date.fromordinal(-day))


def _offers(index: Index) -> tuple[Phrase, ...]:
    """What I offer."""
    me = index.network.contacts.get(index.network.me or "")
    return phrases(index, me.card.offers) if me else ()


def _could_give(index: Index, dealings: Dealings) -> Iterator[CouldGive]:
    """Who looks for what I offer: of the rarer word first, then to whom I owe more, then by name."""
    offers, words, order = _offers(index), dealings.words, dealings.order
    nobody = Counts()
    found: dict[str, tuple[int, int, str]] = {}
    for word in dict.fromkeys(word for each in offers for word in significant(plain(each))):
        for path in words.of(word).seekers if words.of(word).rarity <= COMMON else ():
            balance = dealings.ledger.people.get(path, nobody).balance
            found[path] = min(found.get(path, (COMMON + 1, 0, "")), (words.of(word).rarity, balance, word))
    for path, (_, _, word) in sorted(found.items(), key=lambda pair: (pair[1][:2], order(pair[0])))[:FEW]:
        need = _with(index.rows[path].needs, word)
        yield CouldGive(
            person_of(index, path), need, _with(offers, word), written(plain(need), word).casefold()
        )


def _with(found: Iterable[Phrase], word: str) -> Phrase:
    """The first phrase that has a word."""
    return next((each for each in found if word in significant(plain(each))), ())
