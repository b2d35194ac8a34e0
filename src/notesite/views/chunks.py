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


def chunks(index: Index, upcoming: Upcoming) -> tuple[Chunk, ...]:
    """Everything that Today and Follow-ups may show, in the order of days; empty where that is nothing."""
    rows: dict[str, list[FollowUpRow]] = {}
    for window in index.windows:
        rows.setdefault(_name(index, comes_up(window)), []).append(window_row(index, window))
    mine, theirs = _by_chunk(index, upcoming.mine), _by_chunk(index, upcoming.theirs)
    events, birthdays = _by_chunk(index, upcoming.events), _by_chunk(index, upcoming.birthdays)
    names = {*rows, *mine, *theirs, *events, *birthdays}
    return tuple(
        Chunk(
            name,
            index.today,
            tuple(rows.get(name, ())),
            Upcoming(mine.get(name, ()), theirs.get(name, ()), events.get(name, ()), birthdays.get(name, ())),
        )
        for name in sorted(names, key=lambda name: (name != NOW, name == LATER, name))
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


def _by_chunk(index: Index, found: tuple[Stretch[T], ...]) -> dict[str, tuple[Stretch[T], ...]]:
    groups: dict[str, list[Stretch[T]]] = {}
    for each in found:
        groups.setdefault(_name(index, each.since), []).append(each)
    return {name: tuple(group) for name, group in groups.items()}
