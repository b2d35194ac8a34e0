"""What you and a contact gave each other, counted by hand."""

from datetime import date

from notesite.views.giving import Balance, balance, ledger
from tests.pages.networks import site_of

NOTES = {
    "contacts/Ana.md": """---
name: Ana
---
## Log

- 2026-12-02 gave: a book that lies ahead
- 2026-11-01 gave: an evening
- 2026-10-01 ← gave: the verb beats the arrow
- 2026-09-01 shared: an article
- 2026-08-01 ← shared: an article of hers
- 2026-07-01 received: two tickets
- 2026-06-01 ← intro: [[Bea]]
- 2026-05-01 intro: [[Ana]] + [[Bea]]
- 2026-04-01 asked: for advice
- 2026-03-01 thanked: by hand
- 2026-02-01 call: about nothing
""",
    "contacts/Bea.md": "",
    "journal/2026-01-01.md": "- received [[Ana]]: a chair\n",
}
SITE = site_of(NOTES)
INDEX = SITE.views.index
ANA = SITE.network.contacts["contacts/Ana.md"]


def test_what_is_given_shared_and_introduced_counts_on_the_side_that_did_it() -> None:
    days = {side: [each.day.month for each in moments] for side, moments in ledger(INDEX, ANA)}
    assert days["You gave"] == [12, 11, 10, 9, 5]
    assert days["You received"][:3] == [8, 7, 6]
    assert days["Asked"] == [4]
    assert days["Thanked"] == [3]


def test_what_lies_ahead_counts_from_its_day_on() -> None:
    found = balance(INDEX, ledger(INDEX, ANA))
    assert [(each.value, each.until) for each in found] == [
        (Balance(4, 4), date(2026, 12, 2)),
        (Balance(5, 4), None),
    ]


def test_nothing_given_has_no_balance() -> None:
    assert balance(INDEX, ledger(INDEX, SITE.network.contacts["contacts/Bea.md"])) != ()
    alone = site_of({"contacts/Cy.md": "- 2026-11-01 call: hello\n"})
    cy = alone.network.contacts["contacts/Cy.md"]
    assert balance(alone.views.index, ledger(alone.views.index, cy)) == ()
