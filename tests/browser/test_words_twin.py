"""The browser words days and numbers as Python does, in both languages."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from notesite.pages.scripts import literal, script_words
from notesite.pages.words import day_words, digits, number_words, tenths
from notesite.shell.catalogues import catalogue
from tests.notebooks import ROOT
from tests.pages.networks import theme_in

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FORMS = ("long", "short", "weekday", "day", "shortday", "weekday-day")
DAYS = [date(2026, 1, 1) + timedelta(days=37 * number) for number in range(24)]
DAYS += [date.min, date.max, date(2028, 2, 29), date(1900, 3, 1), date(99, 12, 31)]
DISTANCES = [*range(-120, 121), -5000, -366, 365, 366, 400]
NUMBERS = [*range(15), 999, 1000, 12345, 1234567]
TENTHS = [0, 0.04, 0.05, 0.25, 0.75, 1 / 12, 5 / 12, 2.45, 3.95, 1234.5]


@pytest.fixture(params=["en", "it"])
def language(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


@pytest.fixture
def page(browser: "Browser", language: str, request: pytest.FixtureRequest) -> "Page":
    """An empty page with the words of a language."""
    found = browser.new_page()
    request.addfinalizer(found.close)
    words = literal(script_words(catalogue(language), language))
    found.add_script_tag(content=f"var notesite = {{ site: {{ words: {words} }} }};")
    for name in ("select", "words"):
        found.add_script_tag(path=ROOT / f"templates/static/{name}.js")
    return found


def mapped(page: "Page", function: str, arguments: list[Any]) -> list[str]:
    said: list[str] = page.evaluate(f"(all) => all.map((each) => notesite.{function}(...each))", arguments)
    return said


@pytest.mark.browser
def test_a_day_has_the_same_words(page: "Page", language: str) -> None:
    asked = [(day, form, near) for day in DAYS for form in FORMS for near in (None, DAYS[0])]
    in_python = [day_words(day, form, near, language) for day, form, near in asked]
    given = [[day.isoformat(), form, near.isoformat() if near else None] for day, form, near in asked]
    assert mapped(page, "dayWords", given) == in_python


@pytest.mark.browser
def test_a_number_has_the_same_words(page: "Page", language: str) -> None:
    counts = catalogue(language).gettext("no one two three four five six seven eight nine ten eleven twelve")
    assert mapped(page, "numberWords", [[number] for number in NUMBERS]) == [
        number_words(number, counts, language) for number in NUMBERS
    ]
    assert mapped(page, "tenths", [[number] for number in TENTHS]) == [
        tenths(each, language) for each in TENTHS
    ]
    assert digits(1234567, language).count(digits(1000, language)[1]) == 2


@pytest.mark.browser
def test_a_distance_has_the_same_words(page: "Page", language: str) -> None:
    says = "{% import 'parts/text.html' as t %}{{ t.away(days) }}"
    template = theme_in(language).environment.from_string(says)
    in_python = [template.render(days=days) for days in DISTANCES]
    assert mapped(page, "away", [[days] for days in DISTANCES]) == in_python
