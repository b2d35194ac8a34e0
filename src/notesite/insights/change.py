"""What changed since last quarter: the last thirteen weeks beside the thirteen before."""

from collections import Counter
from dataclasses import dataclass

from notesite.insights.rates import between
from notesite.insights.sums import SPAN, WEEK, Sums


@dataclass(frozen=True, slots=True)
class Now:
    """A count of the last thirteen weeks beside the one of the thirteen before."""

    now: int = 0
    before: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """What changed; `silent` were reached in the thirteen weeks before and not since, `fresh` are new."""

    interactions: Now = Now()
    people: Now = Now()
    new: Now = Now()
    weeks: Now = Now()
    in_person: Now = Now()
    silent: tuple[str, ...] = ()
    fresh: tuple[str, ...] = ()


def change(sums: Sums) -> Change:
    """What changed up to the day of the sums."""
    days = sums.days
    return Change(
        interactions=_counted(days, sums.day),
        people=Now(len(sums.now), len(sums.before)),
        new=_counted(sums.since, sums.day),
        weeks=Now(_weeks(days, sums.day), _weeks(days, sums.day - SPAN)),
        in_person=_counted(sums.offline, sums.day),
        silent=tuple(sorted(sums.before - sums.now)),
        fresh=tuple(path for _, path in sorted(sums.new, key=lambda pair: (-pair[0], pair[1]))),
    )


def _counted(counts: Counter[int], day: int) -> Now:
    end, middle = day + 1, day + 1 - SPAN
    return Now(between(counts, middle, end), between(counts, middle - SPAN, middle))


def _weeks(days: Counter[int], day: int) -> int:
    ends = range(day, day - SPAN, -WEEK)
    return sum(between(days, end - WEEK + 1, end + 1) > 0 for end in ends)
