"""Goals: all of them in a list, by the day by which they are to be reached."""

import calendar
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from notesite.model.cards import GoalCard
from notesite.model.dates import PartialDate, days_after
from notesite.model.note import Note
from notesite.model.text import fold
from notesite.model.values import Kind
from notesite.model.words import significant
from notesite.rules.introductions import Place
from notesite.views.dealings import Dealings
from notesite.views.index import Index
from notesite.views.parts import Stretch
from notesite.views.portions import Portion, portion

QUIET_DAYS = 60
OVER = frozenset(
    (
        *("done", "reached", "achieved", "completed", "closed", "dropped", "abandoned", "paused", "archived"),
        *("raggiunto", "fatto", "finito", "chiuso", "abbandonato", "sospeso", "in pausa"),
    )
)
"""The statuses of a goal that is no longer pursued, folded."""


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal in the list: how many serve it, and how many things it looks for that nobody meets.

    `last` is the day of the last step, and `quiet` the same once that is sixty days ago, or None where there
    has been none. `late` is its day, once that is past.
    """

    name: str
    path: str
    status: str
    is_open: bool
    by: PartialDate | None = None
    people: int = 0
    gaps: int = 0
    last: Stretch[date] | None = None
    late: Stretch[date] | None = None
    quiet: Stretch[date | None] | None = None


@dataclass(frozen=True, slots=True)
class GoalsView:
    """The page of all goals: those that are pursued, and the others."""

    day: date
    open: Portion[GoalRow]
    over: Portion[GoalRow]


def goal_paths(index: Index) -> tuple[str, ...]:
    """The notes that are goals, but for those that have the page of an organisation."""
    network = index.network
    goals = [path for path, face in network.faces.items() if face.kind is Kind.GOAL]
    return tuple(path for path in sorted(goals) if path not in network.organisations)


def goals_view(index: Index, dealings: Dealings) -> GoalsView:
    """The page of all goals."""
    rows = [goal_row(index, dealings, path) for path in goal_paths(index)]
    order = dealings.order
    rows.sort(key=lambda row: (last_day(row.by) if row.by else date.max, order(row.path)))
    return GoalsView(
        day=index.today,
        open=portion([row for row in rows if row.is_open], lambda row: row),
        over=portion([row for row in rows if not row.is_open], lambda row: row),
    )


def goal_row(index: Index, dealings: Dealings, path: str) -> GoalRow:
    """A goal in short."""
    note = index.network.notes[path]
    card = note.card if isinstance(note.card, GoalCard) else GoalCard()
    is_open = fold(card.status) not in OVER
    people = served_by(index, dealings, path, card)
    last = last_step(index, dealings, note, people)
    quiet = _quiet(index, last) if is_open else None
    return GoalRow(
        name=note.name,
        path=path,
        status=card.status,
        is_open=is_open,
        by=card.by,
        people=len(people),
        gaps=sum(not dealings.words.who_could(significant(each.text)) for each in card.looking_for),
        last=_until(last, quiet) if last else None,
        late=_late(index, card.by) if is_open and card.by else None,
        quiet=quiet,
    )


def served_by(index: Index, dealings: Dealings, path: str, card: GoalCard) -> tuple[str, ...]:
    """The contacts who serve a goal: first those whom it names, then those who name it, by name."""
    targets = (index.network.value_targets.get(value, ()) for value in card.people)
    named = [each for many in targets for each in many if each and index.network.is_(each, Kind.CONTACT)]
    naming = (each for each in dealings.serving.get(path, ()) if dealings.summaries[each].standing)
    return tuple(dict.fromkeys(each for each in (*named, *naming) if each != index.network.me))


def last_step(index: Index, dealings: Dealings, note: Note, people: Iterable[str]) -> date | None:
    """The last day up to the day on which something was done toward a goal.

    That is an entry or a ticked task of its note, an entry that links it, an ask of those who serve it, and
    a dated note that links it or that it links.
    """
    network = index.network
    own = [each.date for each in note.body.entries if each.date]
    own += [each.done for each in note.body.tasks if each.is_done and each.done]
    told = [dealings.deeds[place].day for place in asks_for(dealings, note.path, people)]
    told += [deed.day for deed in dealings.deeds.values() if note.path in deed.about]
    linked = (*network.backlinks.get(note.path, ()), *filter(None, network.targets.get(note.path, ())))
    dated = [face.day for path in linked if (face := network.faces.get(path))]
    return max((day for day in (*own, *told, *dated) if day and day <= index.today), default=None)


def asks_for(dealings: Dealings, path: str, people: Iterable[str]) -> Iterator[Place]:
    """The asks that link a goal, or went to those who serve it."""
    serving = set(people)
    for place, deed in dealings.deeds.items():
        if deed.kind == "asked" and (path in deed.about or not serving.isdisjoint(deed.people)):
            yield place


def last_day(written: PartialDate) -> date:
    """The last day that a date may mean."""
    first = written.first_day
    if written.day:
        return first
    month = written.month or 12
    return date(first.year, month, calendar.monthrange(first.year, month)[1])


def _late(index: Index, by: PartialDate) -> Stretch[date] | None:
    since = days_after(last_day(by), 1)
    return Stretch(last_day(by), since=since, is_now=since <= index.today) if since else None


def _quiet(index: Index, last: date | None) -> Stretch[date | None] | None:
    since = days_after(last, QUIET_DAYS) if last else None
    return Stretch(last, since=since, is_now=since is None or since <= index.today)


def _until(last: date, quiet: Stretch[date | None] | None) -> Stretch[date]:
    """The last step, for as long as it is not said otherwise that it was long ago."""
    return Stretch(last, until=quiet.since, is_now=not quiet.is_now) if quiet else Stretch(last)
