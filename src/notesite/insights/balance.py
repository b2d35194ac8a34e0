"""Balance: the three kinds of network, and meeting in person beside staying in touch from afar."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from notesite.insights.rates import LEAST, NOBODY, Bar, Rate, between, by_quarter
from notesite.insights.sums import YEAR, Trait

NETWORKS = ("operational", "personal", "strategic")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of network: how many are of it, and their interactions in the last twelve months."""

    name: str
    people: Rate
    interactions: int


@dataclass(frozen=True, slots=True)
class Networks:
    """The kinds of network: how many people say one, and how many none."""

    kinds: tuple[Kind, ...] = ()
    said: int = 0
    unsaid: int = 0

    @property
    def thin(self) -> tuple[str, ...]:
        """The kinds that are missing, or nearly; none before five people have one."""
        if self.said < LEAST:
            return ()
        return tuple(each.name for each in self.kinds if each.people.part * 10 < self.said)


def networks(trait: Trait, interactions: Mapping[str, int]) -> Networks:
    """The balance of the kinds of network, given who is of which, and the interactions of each."""
    return Networks(
        tuple(
            Kind(name, Rate(trait.counts[name], trait.said), interactions.get(name, 0)) for name in NETWORKS
        ),
        trait.said,
        trait.unsaid,
    )


@dataclass(frozen=True, slots=True)
class Ways:
    """Interactions in person, and from afar, in the last twelve months and by quarter; others are neither."""

    offline: Rate = NOBODY
    other: int = 0
    bars: tuple[Bar, ...] = ()


def ways(days: Counter[int], online: Counter[int], offline: Counter[int], day: date) -> Ways:
    """The balance of online and offline up to a day, given how many interactions each day had."""
    end = day.toordinal() + 1
    every, there, here = (between(each, end - YEAR, end) for each in (days, online, offline))
    return Ways(Rate(here, here + there), every - here - there, by_quarter(day, offline, online))
