"""What was given and received in twelve months, counted by hand."""

from datetime import date

from notesite.insights.ledger import Counts, ledger, year_before
from notesite.model.deed import Deed, DeedKind
from tests.rules.dealt import DAY

A, B = "contacts/A.md", "contacts/B.md"
NOW = date(2026, 11, 1)


def deed(kind: DeedKind, *people: str, day: date = NOW) -> Deed:
    return Deed(kind, people, day, 1)


def test_an_entry_counts_once_in_all_and_once_for_each_person() -> None:
    found = ledger([deed("gave", A, B), deed("received", A), deed("asked", B), deed("thanked", A)], DAY)
    assert found.total == Counts(gave=1, received=1, asked=1, thanked=1)
    assert found.people == {A: Counts(gave=1, received=1, thanked=1), B: Counts(gave=1, asked=1)}


def test_an_introduction_that_i_made_is_given_and_one_that_was_made_for_me_received() -> None:
    found = ledger([deed("introduced", A, B), deed("introduced-me", A), deed("asked-of-me", B)], DAY)
    assert found.total == Counts(gave=1, received=1, asked_of_me=1)


def test_tasks_and_steps_toward_a_goal_never_count() -> None:
    kinds: tuple[DeedKind, ...] = ("to-introduce", "introduction-kept", "introduction-dropped", "toward")
    assert ledger([deed(kind, A) for kind in kinds], DAY).total == Counts()


def test_the_twelve_months_end_with_the_day() -> None:
    days = [date(2025, 11, 24), date(2025, 11, 25), DAY, date(2026, 11, 25)]
    found = ledger([deed("gave", A, day=day) for day in days], DAY)
    assert (found.since, found.until) == (date(2025, 11, 25), DAY)
    assert found.total == Counts(gave=2)


def test_who_was_asked_and_never_given_anything_stands_with_the_first_ask() -> None:
    old, first, later = date(2020, 1, 1), date(2026, 9, 1), date(2026, 10, 1)
    deeds = [
        deed("asked", A, day=later),
        deed("asked", A, day=first),
        deed("asked", B),
        deed("gave", B, day=old),
    ]
    assert ledger(deeds, DAY).asked_first == {A: first}


def test_the_first_year_of_the_calendar_has_no_year_before() -> None:
    assert year_before(date(1, 5, 1)) == date.min
    assert ledger([], date(1, 1, 1)).total == Counts()
