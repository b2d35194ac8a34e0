"""The page of figures: is my practice healthy?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from notesite.insights.balance import Networks, Ways, networks, ways
from notesite.insights.capacity import Capacity, capacity
from notesite.insights.change import Change, change
from notesite.insights.constancy import Constancy, constancy
from notesite.insights.diversity import Diversity, diversity
from notesite.insights.first_follow_ups import AtEvent, FirstFollowUps, first_follow_ups
from notesite.insights.growth import Depth, depth, growth
from notesite.insights.heatmap import Heatmap, heatmap
from notesite.insights.kept_promises import Kept, kept_promises
from notesite.insights.ledger import Ledger
from notesite.insights.rates import LEAST
from notesite.insights.sums import WEEK, Sums, summed
from notesite.model.network import Ref
from notesite.model.summary import Owed
from notesite.model.tally import Tally
from notesite.views.charts import Columns, Half, Weeks, columns, halves, weeks
from notesite.views.index import Index
from notesite.views.parts import OrgRef
from notesite.views.texts import note_ref

MOST_PEOPLE = 20
MOST_EVENTS = 12
FIELDS = ("industry", "role", "org", "place", "relation")


@dataclass(frozen=True, slots=True)
class Someone:
    """A person behind a figure, with the day or the words that say why."""

    ref: Ref
    on: date | None = None
    what: str = ""


@dataclass(frozen=True, slots=True)
class People:
    """The people behind a figure; `more` counts those who are not listed."""

    shown: tuple[Someone, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Met:
    """The first meetings at an event."""

    event: Ref
    found: AtEvent


@dataclass(frozen=True, slots=True)
class Spread:
    """How the people spread over one field, the pages of organisations, and who alone has a value."""

    found: Diversity
    orgs: tuple[OrgRef, ...]
    single: People


@dataclass(frozen=True, slots=True)
class Charts:
    """The pictures of the figures."""

    calendar: tuple[Half, ...]
    weeks: Weeks
    followed: Columns
    mine: Columns
    theirs: Columns
    ways: Columns
    growth: Columns


@dataclass(frozen=True, slots=True)
class InsightsView:
    """Everything that the page of figures shows, as of a day.

    `least` is the smallest number of which there is a percentage.
    """

    day: date
    people: int
    interactions: int
    heatmap: Heatmap
    constancy: Constancy
    change: Change
    fresh: People
    silent: People
    first_follow_ups: FirstFollowUps
    met: tuple[Met, ...]
    missed: People
    mine: Kept
    theirs: Kept
    overdue: People
    ledger: Ledger
    asked_first: People
    networks: Networks
    ways: Ways
    spreads: tuple[Spread, ...]
    depth: Depth
    once: People
    capacity: Capacity
    reached: int
    charts: Charts
    weekdays: tuple[date, ...]
    least: int = LEAST


def insights_view(index: Index, ledger: Ledger) -> InsightsView:
    """The page of figures, given what was given and received."""
    day, sums = index.today, summed(_tallies(index), index.today)
    days = sums.days
    calendar, changed = heatmap(days, day), change(sums)
    followed = first_follow_ups(sums.meetings, day)
    deep = depth(sums.depth, sums.once)
    asked_first = sorted(ledger.asked_first.items(), key=lambda pair: (-pair[1].toordinal(), pair[0]))
    asked, steady = capacity(index.standings(), day, day), constancy(days, day)
    mine, theirs = (kept_promises(_promises(index, mine=each), day) for each in (True, False))
    here = ways(days, sums.online, sums.offline, day)
    return InsightsView(
        day=day,
        people=sums.people,
        interactions=sum(count for each, count in days.items() if each <= sums.day),
        heatmap=calendar,
        constancy=steady,
        change=changed,
        fresh=_people(index, [(path, None, "") for path in changed.fresh]),
        silent=_people(index, [(path, None, "") for path in changed.silent]),
        first_follow_ups=followed,
        met=tuple(Met(note_ref(index, each.path), each) for each in followed.events[:MOST_EVENTS]),
        missed=_people(index, [(path, on, "") for path, on in followed.missed]),
        mine=mine,
        theirs=theirs,
        overdue=_overdue(index),
        ledger=ledger,
        asked_first=_people(index, [(path, on, "") for path, on in asked_first]),
        networks=networks(sums.traits["network"], sums.by_network),
        ways=here,
        spreads=tuple(_spreads(index, sums)),
        depth=deep,
        once=_people(index, [(path, on, "") for path, on in deep.once]),
        capacity=asked,
        reached=asked.reached(day),
        charts=Charts(
            calendar=halves(calendar),
            weeks=weeks(steady),
            followed=columns(followed.bars),
            mine=columns(mine.bars),
            theirs=columns(theirs.bars),
            ways=columns(here.bars),
            growth=columns(growth(sums.since, day)),
        ),
        weekdays=tuple(date.fromordinal(number + 1) for number in range(WEEK)),
    )


def _tallies(index: Index) -> Iterator[tuple[str, Tally]]:
    return ((path, tally) for path, tally in index.tallies.items() if tally is not None)


def _people(index: Index, found: Sequence[tuple[str, date | None, str]]) -> People:
    """Those at some paths; of many the first."""
    shown = found[:MOST_PEOPLE]
    return People(
        tuple(Someone(note_ref(index, path), on, what) for path, on, what in shown), len(found) - len(shown)
    )


def _promises(index: Index, *, mine: bool) -> Iterator[Owed]:
    summaries = index.summaries.values()
    return (each for summary in summaries for each in summary.promises if each.is_mine == mine)


def _overdue(index: Index) -> People:
    """The people to whom a promise of mine is overdue, the longest first."""
    found = sorted(
        (each.due, path, number)
        for path, summary in index.summaries.items()
        for number, each in enumerate(summary.promises)
        if each.is_mine and each.fate == "open" and each.due and each.due < index.today
    )
    shown = []
    for due, path, number in found[:MOST_PEOPLE]:
        row = index.rows[path].promises[number]
        shown += [Someone(Ref(each.name, each.path), due, row.plain) for each in row.people[:1]]
    return People(tuple(shown), len(found) - len(shown))


def _spreads(index: Index, sums: Sums) -> Iterator[Spread]:
    for name in FIELDS:
        found = diversity(name, sums.traits[name])
        single = found.single if found.kinds > 1 else ()
        yield Spread(
            found=found,
            orgs=tuple(index.org(each.label, None) for each in found.shares) if name == "org" else (),
            single=_people(index, [(path, None, label) for label, path in single]),
        )
