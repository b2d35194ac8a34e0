"""Constancy: in how many weeks there was a contact."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from notesite.insights.rates import Rate, between
from notesite.insights.sums import WEEK

WEEKS = 52
FEW = 12


@dataclass(frozen=True, slots=True)
class Span:
    """Seven days with how many interactions they had."""

    first: date
    last: date
    count: int


@dataclass(frozen=True, slots=True)
class Constancy:
    """The last 52 times seven days, the oldest first: the last of them ends on the day."""

    spans: tuple[Span, ...] = ()

    @property
    def lately(self) -> Rate:
        """In how many of the last twelve there was a contact."""
        return _rate(self.spans[-FEW:])

    @property
    def year(self) -> Rate:
        """In how many of all there was one."""
        return _rate(self.spans)


def constancy(days: Mapping[int, int], day: date) -> Constancy:
    """The weeks up to a day, given how many interactions each day had."""
    ends = (day.toordinal() - WEEK * number for number in reversed(range(WEEKS)))
    return Constancy(
        tuple(
            Span(
                date.fromordinal(end - WEEK + 1),
                date.fromordinal(end),
                between(days, end - WEEK + 1, end + 1),
            )
            for end in ends
            if end >= WEEK
        )
    )


def _rate(spans: tuple[Span, ...]) -> Rate:
    return Rate(sum(each.count > 0 for each in spans), len(spans))
