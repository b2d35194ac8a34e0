"""Today: whom to reach now, what is promised, what is ahead."""

from dataclasses import dataclass
from datetime import date

from notesite.rules.ranking import following, for_today
from notesite.views.index import Index
from notesite.views.parts import EventRow, FollowUpRow, PromiseRow
from notesite.views.promises import too_many
from notesite.views.upcoming import Birthday, Upcoming, birthday_of, event_of, promise_of

MOST_PROMISES = 20
MOST_MORE = 45
"""How many more follow-ups the page holds; the rest, on another page, would only weigh on it."""


@dataclass(frozen=True, slots=True)
class TodayView:
    """The first page. `rows` are the few to reach, `more` some of those behind them.

    `total` counts all that wait, `people` the people among them; `next` comes after today, `revived` is
    the one to revive. `owed` counts the promises of the coming week, `mine` and `theirs` are the first of
    them; `too_many` are all that I owe where they are more than one keeps. `most_rows`, `most_more` and
    `most_promises` are how many may be shown of each, `chunks` name what holds those of later days.
    """

    day: date
    rows: tuple[FollowUpRow, ...]
    more: tuple[FollowUpRow, ...]
    most_rows: int
    most_more: int
    most_promises: int
    total: int
    people: int
    next: FollowUpRow | None
    revived: FollowUpRow | None
    owed: int
    too_many: int
    mine: tuple[PromiseRow, ...]
    theirs: tuple[PromiseRow, ...]
    events: tuple[EventRow, ...]
    birthdays: tuple[Birthday, ...]
    chunks: tuple[str, ...]
    has_notes: bool
    has_contacts: bool
    has_rhythm: bool


def today_view(index: Index, upcoming: Upcoming, chunks: tuple[str, ...]) -> TodayView:
    """The first page."""
    waiting = for_today(index.follow_ups, index.today)
    later = following(index.follow_ups)
    revived = next((each for each in index.follow_ups if each.due.reason == "revive"), None)
    shown = max(index.settings.today_rows, 1)
    rows = [index.row(each.window) for each in waiting[: shown + MOST_MORE]]
    mine, theirs, events, birthdays = (
        [each for each in found if each.lasts_on(index.today)]
        for found in (upcoming.mine, upcoming.theirs, upcoming.events, upcoming.birthdays)
    )
    everybody = index.standings()
    return TodayView(
        day=index.today,
        rows=tuple(rows[:shown]),
        more=tuple(rows[shown:]),
        most_rows=shown,
        most_more=MOST_MORE,
        most_promises=MOST_PROMISES,
        total=len(waiting),
        people=len({each.due.contact for each in waiting}),
        next=index.row(later.window) if later else None,
        revived=index.row(revived.window) if revived and revived.state != "snoozed" else None,
        owed=len(mine) + len(theirs),
        too_many=too_many(upcoming),
        mine=tuple(promise_of(index, each) for each in mine[:MOST_PROMISES]),
        theirs=tuple(promise_of(index, each) for each in theirs[:MOST_PROMISES]),
        events=tuple(event_of(index, each) for each in events),
        birthdays=tuple(birthday_of(index, each) for each in birthdays),
        chunks=chunks,
        has_notes=bool(index.network.faces),
        has_contacts=bool(everybody),
        has_rhythm=any(each.rhythm for each in everybody),
    )
