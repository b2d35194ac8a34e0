"""Follow-ups: everything due, in buckets, of each the most pressing."""

from dataclasses import dataclass
from datetime import date

from notesite.insights.capacity import Capacity, capacity
from notesite.model.due import STATES, State, Window
from notesite.model.summary import Standing, Summary
from notesite.views.contacts import by_name, contact_rows
from notesite.views.index import Index
from notesite.views.parts import ContactRow, FollowUpRow, Stretch
from notesite.views.portions import MOST_ROWS, Portion, portion


@dataclass(frozen=True, slots=True)
class Bucket:
    """The follow-ups of one state."""

    state: State
    found: Portion[FollowUpRow]


@dataclass(frozen=True, slots=True)
class Silent:
    """Contacts with a rhythm and no contact to count it from, each until its first one.

    `rows` are so many that on every later day enough are left to show; `ends` are the days on which one
    of them all is no longer silent.
    """

    rows: tuple[Stretch[ContactRow], ...]
    count: int
    ends: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class DueView:
    """The page of all follow-ups.

    `most` is how many each bucket may show, `chunks` name what tells those of later days; `reached` counts
    the contacts of the last twelve weeks.
    """

    day: date
    buckets: tuple[Bucket, ...]
    silent: Silent
    most: int
    chunks: tuple[str, ...]
    capacity: Capacity
    reached: int


def due_view(index: Index, chunks: tuple[str, ...]) -> DueView:
    """The page of all follow-ups."""
    in_state: dict[State, list[Window]] = {state: [] for state in STATES}
    for each in index.follow_ups:
        in_state[each.state].append(each.window)
    return DueView(
        day=index.today,
        buckets=tuple(Bucket(state, portion(found, index.row)) for state, found in in_state.items()),
        silent=_silent(index),
        most=MOST_ROWS,
        chunks=chunks,
        capacity=(found := capacity(index.standings(), index.today, index.last_day)),
        reached=found.reached(index.today),
    )


def _silent(index: Index) -> Silent:
    """Each until its first contact, where one is written down for a day ahead."""
    summaries = index.summaries.items()
    until = {path: next(iter(found.days), None) for path, each in summaries if (found := _silenced(each))}
    rows: list[Stretch[ContactRow]] = []
    staying = 0
    for path in by_name(index, until):
        if staying == MOST_ROWS:
            break
        rows += [Stretch(row, until=until[path]) for row in contact_rows(index, [path])]
        staying += until[path] is None
    return Silent(tuple(rows), len(until), tuple(sorted(day for day in until.values() if day)))


def _silenced(summary: Summary) -> Standing | None:
    """How a contact stands from whom one wants to hear, and of whom there is nothing to count from."""
    found = summary.standing
    is_awaited = found and found.rhythm and found.status == "active" and not found.is_me
    return found if is_awaited and found and found.last is None else None
