"""All tallies added up, in one walk over them: what the figures are made of."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import NamedTuple

from notesite.model.tally import Meeting, Ordinal, Tally, Traits

WEEK = 7
SPAN = 13 * WEEK
"""The days of a quarter that ends today: thirteen weeks."""
YEAR = 365


@dataclass(frozen=True, slots=True)
class Trait:
    """How often the people have each value of something, and how many say something, or nothing, of it.

    `who` has the path of whoever alone has a value.
    """

    counts: Counter[str] = field(default_factory=Counter)
    who: dict[str, str] = field(default_factory=dict)
    said: int = 0
    unsaid: int = 0


@dataclass(frozen=True, slots=True)
class Sums:
    """What all contacts give, as of a day; people are those who are neither archived nor deceased.

    `days`, `online` and `offline` count the interactions by day, `since` the people by their first day.
    `depth` counts them by how many interactions they had, `once` holds the day of those who had a single one.
    `now` and `before` are who was reached in the last thirteen weeks and in the thirteen before, `new` whose
    first day is in the last thirteen. `by_network` counts those of the last year by kind of network.
    """

    day: Ordinal
    people: int
    days: Counter[Ordinal]
    online: Counter[Ordinal]
    offline: Counter[Ordinal]
    since: Counter[Ordinal]
    depth: Counter[int]
    once: list[tuple[Ordinal, str]]
    now: set[str]
    before: set[str]
    new: list[tuple[Ordinal, str]]
    meetings: list[tuple[str, Meeting]]
    traits: dict[str, Trait]
    by_network: Counter[str]


def summed(tallies: Iterable[tuple[str, Tally]], day: date) -> Sums:
    """The sums of some contacts, each with its path, as of a day."""
    everybody = list(tallies)
    here = [pair for pair in everybody if pair[1].is_here]
    every, some = _columns(everybody), _columns(here)
    today = day.toordinal()
    since = [(on, path) for path, on in zip(some.paths, some.since, strict=True) if on and on <= today]
    counts = [bisect_right(days, today) for days in some.days]
    return Sums(
        day=today,
        people=len(here),
        days=Counter(chain.from_iterable(every.days)),
        online=Counter(chain.from_iterable(every.online)),
        offline=Counter(chain.from_iterable(every.offline)),
        since=Counter([on for on, _ in since]),
        depth=Counter(counts),
        once=[
            (days[0], path)
            for path, days, count in zip(some.paths, some.days, counts, strict=True)
            if count == 1
        ],
        now=_reached(some, today),
        before=_reached(some, today - SPAN),
        new=[(on, path) for on, path in since if on > today - SPAN],
        meetings=[(path, each) for path, each in zip(every.paths, every.meeting, strict=True) if each],
        traits={
            name: _trait(some.paths, values)
            for name, values in zip(Traits._fields, zip(*some.traits, strict=True), strict=False)
        }
        or {name: Trait() for name in Traits._fields},
        by_network=_by_network(some, today),
    )


class _Columns(NamedTuple):
    """The paths of some tallies, and each of their fields as a list of its own."""

    paths: Sequence[str] = ()
    is_here: Sequence[bool] = ()
    days: Sequence[tuple[Ordinal, ...]] = ()
    online: Sequence[tuple[Ordinal, ...]] = ()
    offline: Sequence[tuple[Ordinal, ...]] = ()
    since: Sequence[Ordinal | None] = ()
    meeting: Sequence[Meeting | None] = ()
    traits: Sequence[Traits] = ()


def _columns(tallies: Sequence[tuple[str, Tally]]) -> _Columns:
    """The same the other way round, which is much quicker to count."""
    if not tallies:
        return _Columns()
    return _Columns([path for path, _ in tallies], *zip(*(tally for _, tally in tallies), strict=True))


def _reached(some: _Columns, last: Ordinal) -> set[str]:
    """Who was reached in the thirteen weeks up to a day."""
    return {
        path
        for path, days in zip(some.paths, some.days, strict=True)
        if days and bisect_right(days, last - SPAN) < bisect_right(days, last)
    }


def _trait(paths: Sequence[str], values: Sequence[tuple[str, ...]]) -> Trait:
    counts = Counter(chain.from_iterable(values))
    unsaid = values.count(())
    single = {value for value, count in counts.items() if count == 1}
    who = {
        value: path
        for path, each in zip(paths, values, strict=True)
        if each and not single.isdisjoint(each)
        for value in single.intersection(each)
    }
    return Trait(counts, who, len(values) - unsaid, unsaid)


def _by_network(some: _Columns, today: Ordinal) -> Counter[str]:
    counts = Counter[str]()
    for days, traits in zip(some.days, some.traits, strict=True):
        for name in traits.network:
            counts[name] += bisect_right(days, today) - bisect_left(days, today - YEAR + 1)
    return counts
