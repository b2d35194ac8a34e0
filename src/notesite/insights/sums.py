"""All tallies added up, in one walk over them: what the figures are made of."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from notesite.model.tally import Gift, Meeting, Ordinal, Tally, Traits

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
    gifts: list[tuple[str, Gift]]
    traits: dict[str, Trait]
    by_network: Counter[str]


def summed(tallies: Iterable[tuple[str, Tally]], day: date) -> Sums:
    """The sums of some contacts, each with its path, as of a day."""
    everybody = list(tallies)
    here = [(path, tally) for path, tally in everybody if tally.is_here]
    today = day.toordinal()
    since = [(tally.since, path) for path, tally in here if tally.since is not None and tally.since <= today]
    counts, recent = _depths(here, today)
    return Sums(
        day=today,
        people=len(here),
        days=Counter(chain.from_iterable(tally.days for _, tally in everybody)),
        online=Counter(chain.from_iterable(tally.online for _, tally in everybody)),
        offline=Counter(chain.from_iterable(tally.offline for _, tally in everybody)),
        since=Counter(on for on, _ in since),
        depth=Counter(counts),
        once=[(tally.days[0], path) for (path, tally), count in zip(here, counts, strict=True) if count == 1],
        now={path for (path, _), (now, _) in zip(here, recent, strict=True) if now},
        before={path for (path, _), (_, before) in zip(here, recent, strict=True) if before},
        new=[(on, path) for on, path in since if on > today - SPAN],
        meetings=[(path, tally.meeting) for path, tally in everybody if tally.meeting is not None],
        gifts=[(path, each) for path, tally in everybody for each in tally.gifts],
        traits={name: _trait(here, place) for place, name in enumerate(Traits._fields)},
        by_network=_by_network(here, today),
    )


def _depths(here: Iterable[tuple[str, Tally]], today: Ordinal) -> tuple[list[int], list[tuple[bool, bool]]]:
    """Of each how many interactions there were, and whether in the last thirteen weeks, and those before."""
    counts, recent = [], []
    for _, tally in here:
        days = tally.days
        count = bisect_right(days, today)
        middle = bisect_right(days, today - SPAN)
        counts.append(count)
        recent.append((middle < count, bisect_right(days, today - 2 * SPAN) < middle))
    return counts, recent


def _trait(here: Sequence[tuple[str, Tally]], place: int) -> Trait:
    values = [tally.traits[place] for _, tally in here]
    counts = Counter(chain.from_iterable(values))
    said = len(values) - values.count(())
    single = {value for value, count in counts.items() if count == 1}
    who = {
        value: path
        for (path, _), each in zip(here, values, strict=True)
        if not single.isdisjoint(each)
        for value in single.intersection(each)
    }
    return Trait(counts, who, said, len(values) - said)


def _by_network(here: Iterable[tuple[str, Tally]], today: Ordinal) -> Counter[str]:
    counts = Counter[str]()
    for _, tally in here:
        for name in tally.traits.network:
            counts[name] += bisect_right(tally.days, today) - bisect_left(tally.days, today - YEAR + 1)
    return counts
