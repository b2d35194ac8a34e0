"""The promise rate: how many promises that are over were kept on their day."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from notesite.insights.rates import Bar, Rate, by_quarter
from notesite.model.summary import Owed


@dataclass(frozen=True, slots=True)
class Kept:
    """The promises of one side: kept, late or overdue; dropped ones and those whose day is ahead are neither.

    Of `bars` the first series was kept, the second kept late, the third is overdue; a promise is in the
    quarter of its day, without one in that in which it was kept. `undated` were kept on an unknown day.
    """

    kept: int = 0
    late: int = 0
    overdue: int = 0
    undated: int = 0
    bars: tuple[Bar, ...] = ()

    @property
    def rate(self) -> Rate:
        """How many were kept of all that are over."""
        return Rate(self.kept, self.kept + self.late + self.overdue)


def kept_promises(promises: Iterable[Owed], day: date) -> Kept:
    """The promises of one side as of a day."""
    kept, late, overdue = Counter[int](), Counter[int](), Counter[int]()
    undated = 0
    for each in promises:
        on = each.due or each.settled
        if each.fate == "kept":
            undated += on is None
            kept[on.toordinal() if on else 0] += 1
        elif each.fate == "late" and on:
            late[on.toordinal()] += 1
        elif each.fate == "open" and each.due and each.due < day:
            overdue[each.due.toordinal()] += 1
    return Kept(kept.total(), late.total(), overdue.total(), undated, by_quarter(day, kept, late, overdue))
