"""What Today and Follow-ups show on the days after the build, in the chunks that a reader's day asks for."""

from dataclasses import dataclass
from datetime import date, timedelta

from notesite.model.due import WEEK, Window
from notesite.views.index import Index
from notesite.views.parts import FollowUpRow, Stretch, T
from notesite.views.rows import window_row
from notesite.views.upcoming import Upcoming

NOW = "now"
LATER = "later"


@dataclass(frozen=True, slots=True)
class Chunk:
    """What comes up in a month: `name` is the month (2026-12), or `now` for what is there already.

    `later` is what Today shows on none of the site's days, and Follow-ups does.
    """

    name: str
    day: date
    rows: tuple[FollowUpRow, ...]
    upcoming: Upcoming


def chunk_names(index: Index, upcoming: Upcoming) -> tuple[str, ...]:
    """The names of the chunks that hold something, in the order of days."""
    names = {_name(index, comes_up(window)) for window in index.windows}
    for found in (upcoming.mine, upcoming.theirs, upcoming.events, upcoming.birthdays):
        names.update(_name(index, each.since) for each in found)
    return tuple(sorted(names, key=lambda name: (name != NOW, name == LATER, name)))


def chunk(index: Index, upcoming: Upcoming, name: str) -> Chunk:
    """The rows that come up in a month, and what is listed beside them."""
    windows = (window for window in index.windows if _name(index, comes_up(window)) == name)
    return Chunk(
        name=name,
        day=index.today,
        rows=tuple(window_row(index, window) for window in windows),
        upcoming=Upcoming(
            mine=_in_chunk(index, upcoming.mine, name),
            theirs=_in_chunk(index, upcoming.theirs, name),
            events=_in_chunk(index, upcoming.events, name),
            birthdays=_in_chunk(index, upcoming.birthdays, name),
        ),
    )


def comes_up(window: Window) -> date | None:
    """The first day on which Today may show a window; None from the first."""
    on = window.on
    if on is not None and window.due.reason == "first-follow-up":
        on -= timedelta(days=WEEK)
    return max((day for day in (on, window.since, window.due.hidden_until) if day), default=None)


def _name(index: Index, day: date | None) -> str:
    if day is None or day <= index.today:
        return NOW
    return LATER if day > index.last_day else day.isoformat()[:7]


def _in_chunk(index: Index, found: tuple[Stretch[T], ...], name: str) -> tuple[Stretch[T], ...]:
    return tuple(each for each in found if _name(index, each.since) == name)
