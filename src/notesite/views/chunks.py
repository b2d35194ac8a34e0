"""What a reader's day is chosen from: which reasons and dates come up when, by month, without a word of them.

The rows that say them are in buckets, of which a page reads those that it shows.
"""

from dataclasses import dataclass
from datetime import date

from notesite.model.dates import days_after
from notesite.model.due import WEEK, Window
from notesite.model.summary import Summary
from notesite.views.buckets import Buckets
from notesite.views.index import Index
from notesite.views.upcoming import Item, Upcoming, birthdays_of, events_of, promises_of

NOW = "now"
LATER = "later"

Numbered = tuple[int, Window]
"""A window with its place among those of its contact or event."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a chunk is made of: windows, and what is listed beside them."""

    windows: tuple[Numbered, ...]
    upcoming: Upcoming


@dataclass(frozen=True, slots=True)
class Reasons:
    """The windows of a contact or event in a chunk: `key` is what its name is sorted by."""

    path: str
    key: str
    bucket: int
    windows: tuple[Numbered, ...]


@dataclass(frozen=True, slots=True)
class Chunk:
    """What comes up in a month. Each item stands beside the bucket that has its row."""

    reasons: tuple[Reasons, ...]
    mine: tuple[tuple[int, Item], ...]
    theirs: tuple[tuple[int, Item], ...]
    events: tuple[tuple[int, Item], ...]
    birthdays: tuple[tuple[int, Item], ...]


def chunk_names(index: Index) -> tuple[str, ...]:
    """What the chunks are called, in the order of days: by month (2026-12), one without anything left out.

    `now` holds what is there already, and `later` what Today shows on none of the site's days, and other
    pages do.
    """
    names = {name for each in index.summaries.values() for name in each.chunks}
    return tuple(sorted(names, key=lambda name: (name != NOW, name == LATER, name)))


def contents_of(index: Index, upcoming: Upcoming, name: str) -> Contents:
    """What a chunk is made of."""

    def inside(day: date | None) -> bool:
        return _name(index, day) == name

    def items(found: tuple[Item, ...]) -> tuple[Item, ...]:
        return tuple(each for each in found if inside(each.since))

    summaries = (each for each in index.summaries.values() if name in each.chunks)
    numbered = (pair for each in summaries for pair in enumerate(each.windows))
    return Contents(
        tuple(pair for pair in numbered if inside(comes_up(pair[1]))),
        Upcoming(
            items(upcoming.mine), items(upcoming.theirs), items(upcoming.events), items(upcoming.birthdays)
        ),
    )


def names_of(index: Index, summary: Summary) -> set[str]:
    """The chunks that tell something of a note."""
    promises = (item for _, item in promises_of(summary))
    items = (*promises, *events_of(index, summary), *birthdays_of(index, summary))
    days = (*map(comes_up, summary.windows), *(each.since for each in items))
    return {_name(index, day) for day in days}


def chunk(contents: Contents, buckets: Buckets) -> Chunk:
    """A chunk with the buckets of its rows."""
    ahead = contents.upcoming
    by_path: dict[str, list[Numbered]] = {}
    for number, window in contents.windows:
        by_path.setdefault(window.due.contact, []).append((number, window))

    def placed(items: tuple[Item, ...]) -> tuple[tuple[int, Item], ...]:
        return tuple((buckets.of(item.path), item) for item in items)

    return Chunk(
        tuple(
            Reasons(path, found[0][1].name.casefold(), buckets.of(path), tuple(found))
            for path, found in by_path.items()
        ),
        placed(ahead.mine),
        placed(ahead.theirs),
        placed(ahead.events),
        placed(ahead.birthdays),
    )


def comes_up(window: Window) -> date | None:
    """The first day on which Today may show a window; None from the first."""
    on = window.on
    if on is not None and window.due.reason == "first-follow-up":
        on = days_after(on, -WEEK)
    return max((day for day in (on, window.since, window.due.hidden_until) if day), default=None)


def _name(index: Index, day: date | None) -> str:
    if day is None or day <= index.today:
        return NOW
    return LATER if day > index.last_day else day.isoformat()[:7]
