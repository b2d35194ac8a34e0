"""Reciprocity: what went each way."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from notesite.insights.sums import YEAR
from notesite.model.tally import Gift, GiftSort

PAIRS: tuple[tuple[GiftSort, GiftSort], ...] = (
    ("gave", "received"),
    ("asked", "asked in"),
    ("thanked", "thanked in"),
)
"""What you did, and what the others did."""


@dataclass(frozen=True, slots=True)
class Reciprocity:
    """Entries of the ledger by what they are, each line once: in the last twelve months, and ever.

    `asked_first` are those whom you asked and to whom you have given nothing yet, the latest first.
    """

    year: Mapping[GiftSort, int] = field(default_factory=dict)
    all: Mapping[GiftSort, int] = field(default_factory=dict)
    asked_first: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """How many entries there are."""
        return sum(self.all.values())

    @property
    def most(self) -> int:
        """The longest of the bars of the last twelve months."""
        return max(self.year.values(), default=0)


def reciprocity(gifts: Sequence[tuple[str, Gift]], day: date) -> Reciprocity:
    """What went each way up to a day, given each entry with the path of the person."""
    today = day.toordinal()
    past = [(path, each) for path, each in gifts if each.on <= today]
    return Reciprocity(
        year=_counted(each for _, each in past if each.on > today - YEAR),
        all=_counted(each for _, each in past),
        asked_first=_asked_first(past),
    )


def _counted(gifts: Iterable[Gift]) -> dict[GiftSort, int]:
    """A line that several people share counts once, though each of them gave it."""
    counts, shared = Counter[GiftSort](), set[Gift]()
    for each in gifts:
        if each.key:
            shared.add(each)
        else:
            counts[each.sort] += 1
    counts.update(each.sort for each in shared)
    return {sort: counts[sort] for pair in PAIRS for sort in pair}


def _asked_first(gifts: Iterable[tuple[str, Gift]]) -> tuple[str, ...]:
    asked, given = dict[str, int](), set[str]()
    for path, each in gifts:
        if each.sort == "asked":
            asked[path] = max(each.on, asked.get(path, 0))
        elif each.sort == "gave":
            given.add(path)
    found = [(-on, path) for path, on in asked.items() if path not in given]
    return tuple(path for _, path in sorted(found))
