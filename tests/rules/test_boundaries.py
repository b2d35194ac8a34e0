"""Each reason to reach somebody, on the day before, the day, and the day after."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesite.model.cards import ContactCard, Dated
from notesite.model.dates import Cadence, PartialDate
from notesite.model.due import STATES, Due, FollowUp, Window, state_of
from notesite.model.network import Contact, Network, Promise
from notesite.model.note import Note, Task
from notesite.model.origin import Origin
from notesite.model.settings import Settings
from notesite.model.values import Kind
from notesite.rules.ranking import lateness, select
from notesite.rules.registry import dues

PATH = "contacts/giulia.md"
DAY = date(2026, 11, 24)
DAYS = st.dates(date(1990, 1, 1), date(2060, 1, 1))
HERE = Origin(PATH, 3)


def days(count: int) -> timedelta:
    return timedelta(days=count)


def dated(day: date) -> Dated:
    return Dated(PartialDate(day.year, day.month, day.day), HERE)


def contact(
    *contact_days: date,
    cadence: Cadence | None = None,
    promises: tuple[Promise, ...] = (),
    path: str = PATH,
    name: str = "Giulia Rossi",
    **card: Any,
) -> Contact:
    written = ContactCard(**card)
    note = Note(path, Kind.CONTACT, name, written)
    return Contact(
        note=note, card=written, cadence=cadence, contact_days=tuple(sorted(contact_days)), promises=promises
    )


def promise(due: date | None, state: str = " ", **task: Any) -> Promise:
    return Promise(Task(state, "send the slides", "send the slides", HERE, due=due, **task), (PATH,))


def rows(day: date, *contacts: Contact) -> tuple[FollowUp, ...]:
    network = Network(contacts={each.path: each for each in contacts})
    return select(dues(network, Settings()), network, day)


def states(day: date, *contacts: Contact) -> list[tuple[str, str]]:
    return [(row.due.reason, row.state) for row in rows(day, *contacts)]


def by_rhythm(day: date) -> Contact:
    return contact(day - days(14), cadence=Cadence(2, "weeks"))


def by_date(day: date) -> Contact:
    return contact(follow_up=dated(day))


def by_promise(day: date) -> Contact:
    return contact(promises=(promise(day),))


REASONS: dict[str, Callable[[date], Contact]] = {
    "cadence": by_rhythm,
    "explicit": by_date,
    "promise": by_promise,
}


@pytest.mark.parametrize("reason", REASONS)
@pytest.mark.parametrize(
    ("later", "state"),
    [(-8, "later"), (-7, "week"), (-1, "week"), (0, "today"), (1, "overdue"), (400, "overdue")],
)
def test_a_reason_is_a_week_ahead_then_due_then_overdue(reason: str, later: int, state: str) -> None:
    assert states(DAY + days(later), REASONS[reason](DAY)) == [(reason, state)]


@pytest.mark.parametrize(
    ("later", "state"),
    [(-1, "snoozed"), (0, "overdue"), (1, "overdue")],
)
@pytest.mark.parametrize("reason", ["cadence", "explicit"])
def test_snooze_hides_the_rhythm_and_the_date_before_its_day(reason: str, later: int, state: str) -> None:
    end = DAY + days(3)
    snoozed = {
        "cadence": contact(DAY - days(14), cadence=Cadence(2, "weeks"), snooze=dated(end)),
        "explicit": contact(follow_up=dated(DAY), snooze=dated(end)),
    }
    assert states(end + days(later), snoozed[reason]) == [(reason, state)]


def test_snooze_hides_no_promise() -> None:
    owed = contact(promises=(promise(DAY),), snooze=dated(DAY + days(30)))
    assert states(DAY, owed) == [("promise", "today")]


@pytest.mark.parametrize(("later", "state"), [(-1, "snoozed"), (0, "week"), (2, "today"), (3, "overdue")])
def test_a_promise_is_snoozed_before_its_start(later: int, state: str) -> None:
    owed = contact(promises=(promise(DAY + days(2), start=DAY),))
    assert states(DAY + days(later), owed) == [("promise", state)]


@pytest.mark.parametrize("state", ["x", "X", "-"])
def test_a_promise_that_is_ticked_or_dropped_is_owed_no_more(state: str) -> None:
    assert not rows(DAY, contact(promises=(promise(DAY, state),)))


def test_what_they_owe_me_and_what_has_no_date_is_no_promise_of_mine() -> None:
    found = rows(DAY, contact(promises=(promise(DAY, theirs=True), promise(None))))
    assert [row.due.reason for row in found] == ["promised-to-me"]


@pytest.mark.parametrize(("settled", "reason"), [(-1, "explicit"), (0, "cadence"), (1, "cadence")])
def test_a_contact_on_the_day_of_the_follow_up_or_later_settles_it(settled: int, reason: str) -> None:
    met = DAY + days(settled)
    told = contact(met, cadence=Cadence(1, "months"), follow_up=dated(DAY))
    assert [name for name, _ in states(DAY + days(1), told)] == [reason]


def test_the_rhythm_counts_from_the_last_contact_before_the_day() -> None:
    met = contact(DAY - days(60), DAY - days(10), DAY + days(5), cadence=Cadence(2, "weeks"))
    (today,) = rows(DAY, met)
    assert (today.due.due, today.last_contact) == (DAY + days(4), DAY - days(10))
    (later,) = rows(DAY + days(5), met)
    assert later.due.due == DAY + days(19)


def test_nobody_is_due_by_rhythm_without_a_contact_or_with_the_cadence_never() -> None:
    assert not rows(DAY, contact(cadence=Cadence(2, "weeks")))
    assert not rows(DAY, contact(DAY - days(99), cadence=Cadence(0, "days")))


@pytest.mark.parametrize("status", ["archived", "deceased"])
def test_an_archived_or_deceased_contact_has_no_rows(status: Any) -> None:
    gone = contact(
        DAY, cadence=Cadence(1, "days"), promises=(promise(DAY),), follow_up=dated(DAY), status=status
    )
    assert not rows(DAY + days(9), gone)


def test_a_dormant_contact_keeps_its_promises_and_its_date_but_no_rhythm() -> None:
    resting = contact(DAY - days(99), cadence=Cadence(1, "days"), promises=(promise(DAY),), status="dormant")
    assert states(DAY, resting) == [("promise", "today")]


def test_a_cadence_that_leaves_the_calendar_makes_nobody_due() -> None:
    assert not rows(DAY, contact(DAY, cadence=Cadence(9999, "years")))


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_have_their_rows(day: date) -> None:
    assert states(day, by_date(day)) == [("explicit", "today")]
    assert states(day, contact(day, cadence=Cadence(1, "days"))) == (
        [("cadence", "week")] if day == date.min else []
    )


def test_rows_come_by_state_then_reason_then_lateness_then_name() -> None:
    late = contact(DAY - days(40), cadence=Cadence(2, "weeks"), path="contacts/late.md", name="Zoe")
    later = contact(DAY - days(40), cadence=Cadence(1, "weeks"), path="contacts/later.md", name="Ugo")
    owed = contact(promises=(promise(DAY - days(1)),), path="contacts/owed.md", name="Ada")
    ahead = contact(follow_up=dated(DAY + days(2)), path="contacts/ahead.md", name="Bea")
    same = contact(follow_up=dated(DAY + days(2)), path="contacts/same.md", name="ana")
    found = [row.name for row in rows(DAY, ahead, late, same, later, owed)]
    assert found == ["Ada", "Ugo", "Zoe", "ana", "Bea"]


def test_lateness_is_counted_in_intervals_of_its_own() -> None:
    monthly = Due(PATH, "cadence", DAY, HERE, last=DAY - days(30))
    assert lateness(overdue(monthly), DAY + days(15)) == 0.5
    owed = Due(PATH, "promise", DAY, HERE)
    assert lateness(overdue(owed), DAY + days(3)) == 3


def overdue(due: Due) -> FollowUp:
    return FollowUp(Window(due, DAY, None, None, None, ""), DAY, "overdue")


@given(due=DAYS, day=DAYS, hidden=st.none() | DAYS)
def test_every_day_has_exactly_one_state(due: date, day: date, hidden: date | None) -> None:
    state = state_of(due, hidden, day)
    claims = {
        "snoozed": hidden is not None and day < hidden,
        "overdue": due < day,
        "today": due == day,
        "week": day < due <= day + days(7),
        "later": due > day + days(7),
    }
    assert claims[state]
    assert state == "snoozed" or not claims["snoozed"]
    assert sum(held for name, held in claims.items() if name != "snoozed") == 1
    assert set(claims) == set(STATES)


@given(st.lists(DAYS, min_size=1, max_size=8, unique=True), DAYS, st.integers(1, 400))
def test_on_any_day_a_rhythm_has_one_row_once_there_was_a_contact(
    met: list[date], day: date, count: int
) -> None:
    found = rows(day, contact(*met, cadence=Cadence(count, "days")))
    assert len(found) == (1 if min(met) <= day else 0)
    assert all(row.due.due == max(each for each in met if each <= day) + days(count) for row in found)


@given(st.lists(DAYS, max_size=6), st.lists(DAYS, max_size=6), DAYS)
def test_the_order_of_the_reasons_does_not_change_the_rows(
    dates: list[date], owed: list[date], day: date
) -> None:
    people = [
        contact(follow_up=dated(each), path=f"contacts/{number}.md") for number, each in enumerate(dates)
    ]
    people += [
        contact(promises=(promise(each),), path=f"contacts/p{number}.md") for number, each in enumerate(owed)
    ]
    network = Network(contacts={each.path: each for each in people})
    every = dues(network, Settings())
    assert select(every, network, day) == select(tuple(reversed(every)), network, day)
