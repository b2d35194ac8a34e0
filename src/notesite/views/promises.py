"""Promises: what I owe, what I am owed, and what became of the others."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from notesite.model.due import WEEK
from notesite.views.index import Index
from notesite.views.parts import PromiseRow
from notesite.views.rows import promise_order, promise_row

MOST_OPEN = 12


@dataclass(frozen=True, slots=True)
class Side:
    """The open promises of one side, by when they are due."""

    late: tuple[PromiseRow, ...] = ()
    week: tuple[PromiseRow, ...] = ()
    later: tuple[PromiseRow, ...] = ()
    undated: tuple[PromiseRow, ...] = ()
    hidden: tuple[PromiseRow, ...] = ()

    def __bool__(self) -> bool:
        return any((self.late, self.week, self.later, self.undated, self.hidden))


@dataclass(frozen=True, slots=True)
class PromisesView:
    """The page of all promises; `too_many` counts those that I owe where they are more than one keeps."""

    day: date
    mine: Side
    theirs: Side
    kept: tuple[PromiseRow, ...]
    kept_late: tuple[PromiseRow, ...]
    dropped: tuple[PromiseRow, ...]
    too_many: int


def promises_view(index: Index) -> PromisesView:
    """The page of all promises."""
    rows = sorted((promise_row(index, each) for each in index.promises), key=promise_order)
    settled = sorted(
        (row for row in rows if not row.is_open),
        key=lambda row: (row.done or row.cancelled or row.due or date.min, row.origin),
        reverse=True,
    )
    return PromisesView(
        day=index.today,
        mine=_side([row for row in rows if row.is_open and row.is_mine]),
        theirs=_side([row for row in rows if row.is_open and not row.is_mine]),
        kept=tuple(row for row in settled if row.is_kept),
        kept_late=tuple(row for row in settled if row.is_kept_late),
        dropped=tuple(row for row in settled if row.state == "-"),
        too_many=too_many(index),
    )


def too_many(index: Index) -> int:
    """How many open promises I owe, where they are more than one keeps; else 0."""
    owed = sum(each.is_mine and each.task.is_open for each in index.promises)
    return owed if owed > MOST_OPEN else 0


def _side(rows: list[PromiseRow]) -> Side:
    def chosen(test: Callable[[PromiseRow], bool]) -> tuple[PromiseRow, ...]:
        return tuple(row for row in rows if test(row) and not _is_hidden(row))

    return Side(
        late=chosen(lambda row: row.days is not None and row.days < 0),
        week=chosen(lambda row: row.days is not None and 0 <= row.days <= WEEK),
        later=chosen(lambda row: row.days is not None and row.days > WEEK),
        undated=chosen(lambda row: row.days is None),
        hidden=tuple(row for row in rows if _is_hidden(row)),
    )


def _is_hidden(row: PromiseRow) -> bool:
    return row.hidden is not None and row.hidden.is_now
