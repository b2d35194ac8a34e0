"""Promises: what I owe, what I am owed, and what became of the others."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from notesite.insights.kept_promises import kept_promises
from notesite.insights.rates import Rate
from notesite.model.due import WEEK
from notesite.model.summary import Fate
from notesite.views.index import Index
from notesite.views.parts import PromiseRow
from notesite.views.portions import MOST_ROWS, Portion, portion
from notesite.views.upcoming import Item, Upcoming, promise_of

MOST_OPEN = 12
NONE: Portion[PromiseRow] = Portion()


@dataclass(frozen=True, slots=True)
class Side:
    """The open promises of one side, by when they are due."""

    late: Portion[PromiseRow] = NONE
    week: Portion[PromiseRow] = NONE
    later: Portion[PromiseRow] = NONE
    undated: Portion[PromiseRow] = NONE
    hidden: Portion[PromiseRow] = NONE

    def __bool__(self) -> bool:
        found = (self.late, self.week, self.later, self.undated, self.hidden)
        return any(each.count for each in found)


@dataclass(frozen=True, slots=True)
class PromisesView:
    """The page of all promises; `too_many` counts those that I owe where they are more than one keeps.

    `my_rate` is how many of my promises that are over by the day were kept on theirs, `their_rate` the same
    of the others; `most` is how many each part may show, `chunks` name what tells those of later days.
    """

    day: date
    mine: Side
    theirs: Side
    my_rate: Rate
    their_rate: Rate
    kept: Portion[PromiseRow]
    kept_late: Portion[PromiseRow]
    dropped: Portion[PromiseRow]
    too_many: int
    most: int
    chunks: tuple[str, ...]


def promises_view(index: Index, upcoming: Upcoming, chunks: tuple[str, ...]) -> PromisesView:
    """The page of all promises."""
    return PromisesView(
        day=index.today,
        mine=_side(index, upcoming.mine),
        theirs=_side(index, upcoming.theirs),
        my_rate=_rate(index, mine=True),
        their_rate=_rate(index, mine=False),
        kept=_latest(index, "kept"),
        kept_late=_latest(index, "late"),
        dropped=_latest(index, "dropped"),
        too_many=too_many(upcoming),
        most=MOST_ROWS,
        chunks=chunks,
    )


def too_many(upcoming: Upcoming) -> int:
    """How many open promises I owe, where they are more than one keeps; else 0."""
    return len(upcoming.mine) if len(upcoming.mine) > MOST_OPEN else 0


def _rate(index: Index, *, mine: bool) -> Rate:
    """How many promises of one side were kept."""
    owed = (each for summary in index.summaries.values() for each in summary.promises if each.is_mine == mine)
    return kept_promises(owed, index.today).rate


def _side(index: Index, items: tuple[Item, ...]) -> Side:
    def chosen(test: Callable[[Item], bool]) -> Portion[PromiseRow]:
        found = [each for each in items if test(each) and not is_hidden(each)]
        return portion(found, partial(promise_of, index))

    def is_hidden(item: Item) -> bool:
        return item.hidden is not None and index.today < item.hidden

    def days(item: Item) -> int | None:
        return (item.on - index.today).days if item.on else None

    return Side(
        late=chosen(lambda each: (left := days(each)) is not None and left < 0),
        week=chosen(lambda each: (left := days(each)) is not None and 0 <= left <= WEEK),
        later=chosen(lambda each: (left := days(each)) is not None and left > WEEK),
        undated=chosen(lambda each: each.on is None),
        hidden=portion([each for each in items if is_hidden(each)], partial(promise_of, index)),
    )


def _latest(index: Index, fate: Fate) -> Portion[PromiseRow]:
    """The promises that came to an end so, the latest first."""
    found = [
        (each.settled or date.min, path, each.line, number)
        for path, summary in index.summaries.items()
        for number, each in enumerate(summary.promises)
        if each.fate == fate
    ]
    found.sort(reverse=True)
    return portion(found, lambda each: index.rows[each[1]].promises[each[3]])
