"""Charts as numbers: where each rectangle of a picture is."""

from collections.abc import Iterable
from dataclasses import dataclass

from notesite.insights.constancy import Constancy
from notesite.insights.heatmap import Heatmap
from notesite.insights.rates import Bar
from notesite.model.quarters import Quarter

HEIGHT = 60
CELL = 12
HALVES = 2


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a column: which series it is of, where it begins and how high it is."""

    series: int
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Column:
    """A quarter as a column of blocks, from the bottom up."""

    quarter: Quarter
    parts: tuple[int, ...]
    whole: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns side by side, the highest as high as the picture."""

    columns: tuple[Column, ...] = ()
    most: int = 0
    height: int = HEIGHT


@dataclass(frozen=True, slots=True)
class Weeks:
    """Weeks as thin columns, the oldest first: of each its height, 0 where nothing happened."""

    heights: tuple[float, ...] = ()
    most: int = 0
    height: int = HEIGHT


@dataclass(frozen=True, slots=True)
class Shade:
    """The days of one shade, each by where its square begins."""

    number: int
    cells: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Half:
    """Half of a calendar, so that a narrow page has one under the other.

    `months` are the first weeks of months, each by where it begins and its number in the whole calendar.
    """

    width: int
    shades: tuple[Shade, ...]
    months: tuple[tuple[int, int], ...]


def columns(bars: Iterable[Bar]) -> Columns:
    """The columns of some quarters."""
    found = tuple(bars)
    most = max((each.whole for each in found), default=0)
    return Columns(tuple(_column(each, most or 1) for each in found), most)


def _column(bar: Bar, most: int) -> Column:
    blocks, top = [], 0
    for series, part in enumerate(bar.parts):
        top += part
        if part:
            y, height = HEIGHT * (most - top) / most, HEIGHT * part / most
            blocks.append(Block(series + 1, round(y, 1), round(height, 1)))
    return Column(bar.quarter, bar.parts, bar.whole, tuple(blocks))


def halves(calendar: Heatmap) -> tuple[Half, ...]:
    """The squares of a calendar."""
    middle = -(-len(calendar.weeks) // HALVES)
    return tuple(_half(calendar, start, start + middle) for start in (0, middle))


def _half(calendar: Heatmap, start: int, end: int) -> Half:
    weeks = calendar.weeks[start:end]
    cells: dict[int, list[tuple[int, int]]] = {}
    for x, week in enumerate(weeks):
        for y, count in enumerate(week.counts):
            if count is not None:
                cells.setdefault(calendar.shade(count), []).append((x * CELL, y * CELL))
    months = [
        (x * CELL, number)
        for x, week in enumerate(weeks)
        for number in (start + x,)
        if number and week.first.month != calendar.weeks[number - 1].first.month
    ]
    return Half(
        len(weeks) * CELL,
        tuple(Shade(number, tuple(found)) for number, found in sorted(cells.items())),
        tuple(months),
    )


def weeks(found: Constancy) -> Weeks:
    """The columns of some weeks."""
    most = max((each.count for each in found.spans), default=0)
    return Weeks(tuple(round(HEIGHT * each.count / (most or 1), 1) for each in found.spans), most)
