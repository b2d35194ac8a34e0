"""What Today and Follow-ups show on the days after the build, in the chunks that a reader's day asks for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from notesite.model.dates import days_after
from notesite.model.due import WEEK, Window
from notesite.views.index import Index
from notesite.views.parts import FollowUpRow, Stretch, T
from notesite.views.rows import window_row
from notesite.views.upcoming import Upcoming

NOW = "now"
LATER = "later"


@dataclass(frozen=True, slots=True)
class Contents:
    """What a chunk is made of: the windows of its rows, and what is listed beside them."""

    windows: tuple[Window, ...]
    upcoming: Upcoming


@dataclass(frozen=True, slots=True)
class Chunk:
    """What comes up in a month: `name` is the month (2026-12), or `now` for what is there already.

    `later` is what Today shows on none of the site's days, and Follow-ups does.
    """

    name: str
    day: date
    rows: tuple[FollowUpRow, ...]
    upcoming: Upcoming


def chunks(index: Index, upcoming: Upcoming) -> dict[str, Contents]:
    """What each chunk is to hold, in the order of days; those that would hold nothing are left out."""
    windows = _by_chunk(index, ((comes_up(each), each) for each in index.windows))
    mine, theirs = _stretches(index, upcoming.mine), _stretches(index, upcoming.theirs)
    events, birthdays = _stretches(index, upcoming.events), _stretches(index, upcoming.birthdays)
    names = {*windows, *mine, *theirs, *events, *birthdays}
    return {
        name: Contents(
            windows.get(name, ()),
            Upcoming(mine.get(name, ()), theirs.get(name, ()), events.get(name, ()), birthdays.get(name, ())),
        )
        for name in sorted(names, key=lambda name: (name != NOW, name == LATER, name))
    }


def chunk(index: Index, name: str, contents: Contents) -> Chunk:
    """A chunk with its rows as the pages show them."""
    rows = tuple(window_row(index, window) for window in contents.windows)
    return Chunk(name, index.today, rows, contents.upcoming)


def comes_up(window: Window) -> date | None:
    """The first day on which Today may show a window; None from the first."""
    on = window.on
    if on is not None and window.due.reason == "first-follow-up":
        on = days_after(on, -WEEK)
    return max((day for day in (on, window.since, window.due.hidden_until) if day), default=None)


def _stretches(index: Index, found: tuple[Stretch[T], ...]) -> dict[str, tuple[Stretch[T], ...]]:
    return _by_chunk(index, ((each.since, each) for each in found))


def _by_chunk(index: Index, pairs: Iterable[tuple[date | None, T]]) -> dict[str, tuple[T, ...]]:
    groups: dict[str, list[T]] = {}
    for day, each in pairs:
        groups.setdefault(_name(index, day), []).append(each)
    return {name: tuple(group) for name, group in groups.items()}


def _name(index: Index, day: date | None) -> str:
    if day is None or day <= index.today:
        return NOW
    return LATER if day > index.last_day else day.isoformat()[:7]
