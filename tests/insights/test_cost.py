"""What something cost, as people write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesite.insights.cost import Amount, amount, sums


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("90 EUR", Amount(9000, "EUR")),
        ("€ 45", Amount(4500, "EUR")),
        ("20€", Amount(2000, "EUR")),
        ("600 EUR with the boat", Amount(60000, "EUR")),
        ("EUR 30", Amount(3000, "EUR")),
        ("12,5 euro", Amount(1250, "EUR")),
        ("€1.234,50", Amount(123450, "EUR")),
        ("1,234.50 USD", Amount(123450, "USD")),
        ("1'200 CHF", Amount(120000, "CHF")),
        ("1.000", Amount(100000)),
        ("30 per day", Amount(3000)),
        ("0", Amount(0)),
        ("free", Amount(0)),
        ("about 40 EUR", None),
        ("a dinner", None),
        ("", None),
        ("9" * 5000, None),
    ],
)
def test_an_amount_is_read_as_people_write_it(text: str, expected: Amount | None) -> None:
    assert amount(text) == expected


def test_sums_stand_apart_by_currency_and_leave_out_what_is_free() -> None:
    found = sums(["90 EUR", "€ 45,50", "0", "free", "20 USD", "a dinner"])
    assert [each.words for each in found] == ["135.50 EUR", "20 USD"]


@given(st.text(max_size=40))
def test_no_text_is_too_strange(text: str) -> None:
    found = amount(text)
    assert found is None or found.hundredths >= 0
