"""Giving and receiving: what passed between me and each contact in a year, and what stands out."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from notesite.model.dates import add_months, days_after
from notesite.model.deed import Deed, DeedKind

MONTHS = 12

COUNTED: Mapping[DeedKind, str] = {
    "gave": "gave",
    "introduced": "gave",
    "received": "received",
    "introduced-me": "received",
    "asked": "asked",
    "asked-of-me": "asked_of_me",
    "thanked": "thanked",
    "thanked-me": "thanked_me",
}
"""As what a deed counts; tasks never do."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many entries tell of each."""

    gave: int = 0
    received: int = 0
    asked: int = 0
    asked_of_me: int = 0
    thanked: int = 0
    thanked_me: int = 0

    @property
    def balance(self) -> int:
        """Given minus received: below zero I have been given more."""
        return self.gave - self.received

    @property
    def most(self) -> int:
        """The largest of them."""
        return max(self.gave, self.received, self.asked, self.asked_of_me, self.thanked, self.thanked_me)


@dataclass(frozen=True, slots=True)
class Ledger:
    """What passed in the year up to a day, in all and by contact; `ever` is what did up to that day.

    An entry counts once in the total, and once for each person whom it concerns. `asked_first` are the days
    of the first ask of those to whom nothing has been given, ever.
    """

    since: date
    until: date
    total: Counts = Counts()
    ever: Counts = Counts()
    people: Mapping[str, Counts] = field(default_factory=dict)
    asked_first: Mapping[str, date] = field(default_factory=dict)


def year_before(day: date) -> date:
    """The day before the twelve months that end with a day; the first of the calendar where it has none."""
    return add_months(day, -MONTHS) if day.year > 1 else date.min


def ledger(deeds: Iterable[Deed], day: date) -> Ledger:
    """The ledger of the twelve months up to a day."""
    since = days_after(year_before(day), 1) or day
    total, ever = Counter[str](), Counter[str]()
    people: dict[str, Counter[str]] = defaultdict(Counter)
    asked: dict[str, date] = {}
    given: set[str] = set()
    for deed in deeds:
        if deed.day is None or deed.day > day or deed.kind not in COUNTED:
            continue
        kind = COUNTED[deed.kind]
        for path in deed.people:
            if kind == "asked":
                asked[path] = min(asked.get(path, deed.day), deed.day)
        given.update(deed.people if kind == "gave" else ())
        ever[kind] += 1
        if deed.day >= since:
            total[kind] += 1
            for path in deed.people:
                people[path][kind] += 1
    return Ledger(
        since=since,
        until=day,
        total=Counts(**total),
        ever=Counts(**ever),
        people={path: Counts(**counts) for path, counts in people.items()},
        asked_first={path: on for path, on in asked.items() if path not in given and on >= since},
    )
