"""How far an introduction is, read from entries and tasks."""

from datetime import date

from notesite.model.deed import Deed, DeedKind
from notesite.rules.introductions import Introduction, introductions
from tests.rules.dealt import DAY

A, B, C = "contacts/A.md", "contacts/B.md", "contacts/C.md"
EARLIER, LATER = date(2026, 10, 1), date(2026, 11, 1)


def deed(
    kind: DeedKind, *people: str, day: date | None = None, about: tuple[str, ...] = (), outcome: str = ""
) -> Deed:
    return Deed(kind, people, day, 1, about, outcome)


def found(*deeds: Deed) -> list[Introduction]:
    return list(introductions({("x.md", number): each for number, each in enumerate(deeds)}, DAY))


def states(*deeds: Deed) -> list[str]:
    return [each.state for each in found(*deeds)]


def test_a_task_is_an_idea_until_somebody_is_asked() -> None:
    (idea,) = found(deed("to-introduce", A, B))
    assert (idea.state, idea.asked, idea.unasked) == ("idea", (), (A, B))


def test_each_side_is_asked_by_an_entry_that_names_the_other() -> None:
    task = deed("to-introduce", A, B)
    ask_b = deed("asked", B, day=EARLIER, about=(A,))
    ask_a = deed("asked", A, day=LATER, about=(B,))
    (one,) = found(task, ask_b)
    assert (one.state, one.asked, one.unasked, one.day) == ("asked-one", (B,), (A,), EARLIER)
    (both,) = found(task, ask_a, ask_b)
    assert (both.state, both.asked, both.unasked, both.day) == ("asked-both", (B, A), (), LATER)


def test_both_may_be_asked_at_once() -> None:
    assert states(deed("to-introduce", A, B), deed("asked", A, B, day=LATER)) == ["asked-both"]


def test_an_ask_about_something_else_asks_nobody() -> None:
    task = deed("to-introduce", A, B)
    assert states(task, deed("asked", A, day=LATER)) == ["idea"]
    assert states(task, deed("asked", A, day=LATER, about=(C,))) == ["idea"]
    assert states(task, deed("asked-of-me", A, day=LATER, about=(B,))) == ["idea"]
    assert states(task, deed("asked", A, day=date(2026, 11, 25), about=(B,))) == ["idea"]


def test_an_ask_before_the_task_was_made_is_another_matter() -> None:
    task = deed("to-introduce", A, B, day=LATER)
    assert states(task, deed("asked", A, day=EARLIER, about=(B,))) == ["idea"]


def test_an_entry_makes_it_and_an_outcome_ends_it() -> None:
    assert states(deed("introduced", A, B, day=LATER)) == ["made"]
    assert states(deed("introduced", A, B, day=LATER, outcome="met")) == ["done"]
    assert states(deed("introduction-kept", A, B, day=LATER)) == ["made"]


def test_what_was_made_stays_made_though_the_task_was_left_open() -> None:
    (one,) = found(deed("to-introduce", B, A), deed("introduced", A, B, day=EARLIER, outcome="met"))
    assert (one.state, one.outcome) == ("done", "met")


def test_an_entry_of_a_later_day_is_not_made_yet() -> None:
    assert states(deed("introduced", A, B, day=date(2026, 11, 25))) == []


def test_it_is_dismissed_by_a_dropped_task_or_by_a_no() -> None:
    assert states(deed("introduction-dropped", A, B, day=LATER)) == ["dismissed"]
    assert states(deed("introduced", A, B, day=LATER, outcome="Dismissed")) == ["dismissed"]
    assert states(deed("to-introduce", A, B), deed("asked", A, day=LATER, about=(B,), outcome="no")) == [
        "dismissed"
    ]


def test_another_task_opens_what_was_dismissed() -> None:
    assert states(deed("introduction-dropped", A, B, day=EARLIER), deed("to-introduce", A, B)) == ["idea"]


def test_one_that_was_made_waits_ninety_days_for_its_outcome() -> None:
    (made,) = found(deed("introduced", A, B, day=date(2026, 11, 1)))
    assert made.lapses == date(2027, 1, 30)
    (done,) = found(deed("introduced", A, B, day=date(2026, 11, 1), outcome="met"))
    assert done.lapses is None


def test_the_same_people_are_one_introduction_others_are_another() -> None:
    assert len(found(deed("to-introduce", A, B), deed("to-introduce", B, A), deed("to-introduce", A, C))) == 2
