"""The 48-hour rate: how many first meetings were followed up within two days."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from notesite.insights.rates import NOBODY, Bar, Rate, between, by_quarter
from notesite.insights.sums import YEAR
from notesite.model.tally import Meeting

CLOCK_DAYS = 2

End = Literal["kept", "missed", "open", "ahead"]
ENDS: tuple[End, ...] = ("kept", "missed", "open")
"""What became of a first meeting: followed up in time or not, or still open; `ahead` it is to come."""


@dataclass(frozen=True, slots=True)
class AtEvent:
    """Those met for the first time at an event, the last of them on a day; `open` still have time."""

    path: str
    on: date
    rate: Rate
    open: int


@dataclass(frozen=True, slots=True)
class FirstFollowUps:
    """First meetings that are known to the day, and whose two days are over: how many were followed up.

    `year` are those of the last twelve months. Of `bars` the first series was followed up in time, the second
    not. `events` are the latest first, and so are the people who were `missed` in these twelve months, each
    with the day of the meeting.
    """

    all: Rate = NOBODY
    year: Rate = NOBODY
    bars: tuple[Bar, ...] = ()
    open: int = 0
    events: tuple[AtEvent, ...] = ()
    missed: tuple[tuple[str, date], ...] = ()


def first_follow_ups(meetings: Sequence[tuple[str, Meeting]], day: date) -> FirstFollowUps:
    """The rate on a day of the first meetings of people, each with the path of the person."""
    today = day.toordinal()
    by_end: dict[End, list[tuple[str, Meeting]]] = {"kept": [], "missed": [], "open": [], "ahead": []}
    for pair in meetings:
        by_end[end_of(pair[1], today)].append(pair)
    kept, missed = (Counter([each.on for _, each in by_end[end]]) for end in ("kept", "missed"))
    start, end = today - YEAR + 1, today + 1
    late = [(-each.on, path) for path, each in by_end["missed"] if each.on >= start]
    return FirstFollowUps(
        all=Rate(kept.total(), kept.total() + missed.total()),
        year=Rate(between(kept, start, end), between(kept, start, end) + between(missed, start, end)),
        bars=by_quarter(day, kept, missed),
        open=len(by_end["open"]),
        events=tuple(sorted(_events(by_end), key=lambda each: (-each.on.toordinal(), each.path))),
        missed=tuple((path, date.fromordinal(-on)) for on, path in sorted(late)),
    )


def end_of(meeting: Meeting, today: int) -> End:
    """What became of a first meeting up to a day."""
    if meeting.on > today:
        return "ahead"
    last = meeting.on + CLOCK_DAYS
    if meeting.followed is not None and meeting.followed <= last and meeting.followed <= today:
        return "kept"
    return "missed" if today > last else "open"


def _events(by_end: Mapping[End, Sequence[tuple[str, Meeting]]]) -> Iterator[AtEvent]:
    counts: dict[str, Counter[End]] = {}
    days: dict[str, int] = {}
    for end in ENDS:
        for _, each in by_end[end]:
            if each.event:
                counts.setdefault(each.event, Counter())[end] += 1
                days[each.event] = max(each.on, days.get(each.event, 0))
    for path, found in counts.items():
        rate = Rate(found["kept"], found["kept"] + found["missed"])
        yield AtEvent(path, date.fromordinal(days[path]), rate, found["open"])
