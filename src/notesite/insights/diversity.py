"""Diversity: how the people spread over industries, roles, organisations, places and relations."""

from collections import Counter
from dataclasses import dataclass
from math import log

from notesite.insights.rates import LEAST, Rate
from notesite.insights.sums import Trait
from notesite.model.text import fold

SHOWN = 6


@dataclass(frozen=True, slots=True)
class Share:
    """A value as most write it, and how many of those who say one have it."""

    label: str
    people: Rate


@dataclass(frozen=True, slots=True)
class Diversity:
    """How the people spread over the values of one field, the most frequent first.

    Where there are many, those of one person are not among the `shares`. `kinds` counts the values, `others`
    the people with one that is not shown. `single` are those that
    one person alone has, each with the path of that person. `evenness` is Shannon's, in percent: 100 where
    every value has as many; None for fewer than five people, or for one value.
    """

    name: str
    shares: tuple[Share, ...] = ()
    kinds: int = 0
    others: int = 0
    said: int = 0
    unsaid: int = 0
    evenness: int | None = None
    single: tuple[tuple[str, str], ...] = ()

    @property
    def heavy(self) -> str:
        """The value that more than half of them have, if there is one."""
        first = next(iter(self.shares), None)
        is_heavy = first and self.said >= LEAST and first.people.part * 2 > self.said
        return first.label if first and is_heavy else ""


def diversity(name: str, trait: Trait) -> Diversity:
    """How the people spread over what they have of one trait."""
    spelled: dict[str, Counter[str]] = {}
    for label, count in trait.counts.items():
        spelled.setdefault(fold(label), Counter())[label] = count
    found = sorted(
        ((each.total(), _label(each)) for each in spelled.values()), key=lambda pair: (-pair[0], pair[1])
    )
    counts = [count for count, _ in found]
    shown = len(found) if len(found) <= SHOWN else min(sum(count > 1 for count in counts), SHOWN)
    return Diversity(
        name=name,
        shares=tuple(Share(label, Rate(count, trait.said)) for count, label in found[:shown]),
        kinds=len(found),
        others=sum(counts[shown:]),
        said=trait.said,
        unsaid=trait.unsaid,
        evenness=evenness(counts) if trait.said >= LEAST else None,
        single=tuple((label, trait.who[label]) for count, label in found if count == 1),
    )


def evenness(counts: list[int]) -> int | None:
    """Shannon's entropy of some counts by that of even ones, in percent; None for fewer than two."""
    if len(counts) < 2:
        return None
    total = sum(counts)
    entropy = -sum(count / total * log(count / total) for count in sorted(counts))
    return int(100 * entropy / log(len(counts)) + 0.5)


def _label(spelled: Counter[str]) -> str:
    """The most frequent spelling, of equals the first of the alphabet."""
    return min(spelled, key=lambda label: (-spelled[label], label))
