"""Rates: the 48 hours, promises, reciprocity, kinds of network, diversity; and no percentage of a few."""

from datetime import date

import pytest

from notesite.insights.diversity import evenness
from notesite.insights.ledger import Counts
from notesite.insights.rates import Rate
from tests.insights.figures import figures, logged

DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [(0, 0, None), (3, 4, None), (3, 5, 60), (1, 8, 13), (1, 3, None), (2, 6, 33), (5, 5, 100)],
)
def test_a_share_of_fewer_than_five_says_no_percentage(part: int, whole: int, percent: int | None) -> None:
    assert Rate(part, whole).percent == percent


def test_first_meetings_are_followed_up_within_two_days_or_not() -> None:
    notes = {
        "contacts/In Time.md": logged("2026-11-12 call: hello", header="met: 2026-11-10"),
        "contacts/Same Day.md": logged("2026-11-10 → message: hello", header="met: 2026-11-10"),
        "contacts/Late.md": logged("2026-11-13 call: hello"),
        "contacts/Last Year.md": "---\nmet: 2025-11-24\n---\n",
        "contacts/Open.md": "---\nmet: 2026-11-22\n---\n",
        "contacts/Ahead.md": logged("2026-11-30 met"),
        "contacts/Some Time.md": "---\nmet: 2026-10\n---\n",
        "events/2026-11-10 Forum.md": "---\nmet: ['[[Late]]', '[[In Time]]']\n---\n",
    }
    found = figures(notes)
    rates = found.first_follow_ups
    assert (rates.all, rates.year, rates.open) == (Rate(2, 4), Rate(2, 3), 1)
    assert [bar.parts for bar in rates.bars[-5:]] == [(0, 1), (0, 0), (0, 0), (0, 0), (2, 1)]
    assert [(each.event.label, each.found.rate) for each in found.met] == [("Forum", Rate(1, 2))]
    assert [(each.ref.label, each.on) for each in found.missed.shown] == [("Late", date(2026, 11, 10))]


def test_promises_are_kept_late_or_overdue() -> None:
    tasks = (
        "- [x] a 📅 2026-11-10 ✅ 2026-11-09",
        "- [x] b 📅 2026-08-10 ✅ 2026-08-11",
        "- [ ] c 📅 2026-11-23",
        "- [ ] d 📅 2026-11-24",
        "- [-] e 📅 2026-11-01",
        "- [x] f ✅ 2026-05-01",
        "- [x] g",
        "- [ ] h",
        "- [x] ← i 📅 2026-11-10 ✅ 2026-11-10",
    )
    found = figures({"contacts/Ana.md": "\n".join(tasks) + "\n"})
    mine, theirs = found.mine, found.theirs
    assert (mine.kept, mine.late, mine.overdue, mine.undated) == (3, 1, 1, 1)
    assert (mine.rate, theirs.rate) == (Rate(3, 5), Rate(1, 1))
    assert [bar.parts for bar in mine.bars[-3:]] == [(1, 0, 0), (0, 1, 0), (1, 0, 1)]
    assert [(each.ref.label, each.what) for each in found.overdue.shown] == [("Ana", "c")]


def test_a_line_of_the_ledger_counts_once_however_many_people_it_names() -> None:
    notes = {
        "contacts/Ana.md": logged(
            "2026-11-01 gave with [[Bea]]: advice",
            "2026-11-01 gave: a book",
            "2026-11-02 intro ←: to somebody",
            "2026-11-03 shared: an article",
            "2025-11-24 received: long ago",
            "2026-11-30 gave: to come",
        ),
        "contacts/Bea.md": logged("2026-11-01 asked: a favour", "2026-11-02 thanked ←: for it"),
        "contacts/Cy.md": logged("2026-11-04 asked: a favour", "2026-11-05 asked ←: another"),
        "journal/2026-11-06.md": "- intro: [[Ana]] + [[Bea]]\n",
    }
    found = figures(notes)
    assert found.ledger.total == Counts(gave=4, received=1, asked=2, asked_of_me=1, thanked=0, thanked_me=1)
    assert found.ledger.ever.received == 2
    assert [each.ref.path for each in found.asked_first.shown] == ["contacts/Cy.md"]


def test_kinds_of_network_and_the_one_that_is_missing() -> None:
    kinds = ("operational", "operativo", "personal", "personale", "operational")
    notes = {
        f"contacts/P{number}.md": logged("2026-11-01 call: x", header=f"network: {kind}")
        for number, kind in enumerate(kinds)
    }
    found = figures({**notes, "contacts/None.md": ""}).networks
    assert [(each.name, each.people, each.interactions) for each in found.kinds] == [
        ("operational", Rate(3, 5), 3),
        ("personal", Rate(2, 5), 2),
        ("strategic", Rate(0, 5), 0),
    ]
    assert (found.said, found.unsaid, found.thin) == (5, 1, ("strategic",))


def test_diversity_says_shares_and_what_hangs_by_one_person() -> None:
    notes = {f"contacts/P{number}.md": "---\nindustry: design\n---\n" for number in range(3)}
    notes |= {
        "contacts/Q.md": "---\nindustry: [Design, data]\n---\n",
        "contacts/R.md": "---\nindustry: print\n---\n",
        "contacts/S.md": "",
    }
    spread = next(each for each in figures(notes).spreads if each.found.name == "industry")
    found = spread.found
    assert [(each.label, each.people) for each in found.shares] == [
        ("design", Rate(4, 5)),
        ("data", Rate(1, 5)),
        ("print", Rate(1, 5)),
    ]
    assert (found.said, found.unsaid, found.kinds, found.heavy) == (5, 1, 3, "design")
    assert [(each.what, each.ref.label) for each in spread.single.shown] == [("data", "Q"), ("print", "R")]


@pytest.mark.parametrize(
    ("counts", "percent"),
    [([], None), ([7], None), ([3, 3, 3], 100), ([3, 1], 81), ([4, 1, 1], 79)],
)
def test_evenness_is_shannons(counts: list[int], percent: int | None) -> None:
    """Of 3 and 1: (¾ ln 4/3 + ¼ ln 4) / ln 2 = 0.811; of 4, 1, 1: 0.868 / ln 3 = 0.790."""
    assert evenness(counts) == percent
