"""Growth and depth: how many people are new, and how well you know those you have."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from notesite.insights.rates import NOBODY, Bar, Rate, by_quarter

FEW, MANY = 2, 5


@dataclass(frozen=True, slots=True)
class Depth:
    """Of the people you know: how many had no interaction yet, one, two to four, five or more.

    `once` are those with a single one, the latest first, with its day.
    """

    none: Rate = NOBODY
    one: Rate = NOBODY
    few: Rate = NOBODY
    many: Rate = NOBODY
    once: tuple[tuple[str, date], ...] = ()

    @property
    def people(self) -> int:
        """All of them."""
        return self.one.whole


def growth(since: Mapping[int, int], day: date) -> tuple[Bar, ...]:
    """The people whose first known day is in each quarter."""
    return by_quarter(day, since)


def depth(counts: Mapping[int, int], once: Sequence[tuple[int, str]]) -> Depth:
    """How deep it goes, given how many people had so many interactions, and those who had one."""
    people = sum(counts.values())
    few = sum(count for number, count in counts.items() if FEW <= number < MANY)
    many = sum(count for number, count in counts.items() if number >= MANY)
    latest = sorted(once, key=lambda pair: (-pair[0], pair[1]))
    return Depth(
        Rate(counts.get(0, 0), people),
        Rate(counts.get(1, 0), people),
        Rate(few, people),
        Rate(many, people),
        tuple((path, date.fromordinal(on)) for on, path in latest),
    )
