"""The page of figures."""

import re
from datetime import date

import pytest

from tests.insights.figures import logged
from tests.pages.networks import TODAY, sample, site_of

BEGUN = {"contacts/Ana.md": logged("2026-11-20 call: hello")}


def test_every_picture_has_a_title_and_a_table_beside_it() -> None:
    html = sample().html("insights.html")
    sections = re.findall(r"<section.*?</section>", html, re.DOTALL)
    drawn = [each for each in sections if 'role="img"' in each]
    assert len(drawn) == 6
    for each in drawn:
        assert "<table" in each.partition("<details>")[2]
    pictures = re.findall(r'<svg[^>]* role="img".*?</svg>', html, re.DOTALL)
    assert all(re.search(r"<title>[^<]+</title>", each) for each in pictures)
    assert len(re.findall(r"<svg(?![^>]*(?:role=\"img\"|aria-hidden))", html)) == 0


def test_it_says_as_of_which_day() -> None:
    assert "As of Tuesday, 24 November 2026. These figures look at your practice" in sample().text(
        "insights.html"
    )


def test_an_empty_notebook_says_how_figures_come_to_be() -> None:
    text = site_of({}).text("insights.html")
    assert "Figures grow from what you write down" in text
    assert "- 2026-11-24 call: what you talked about" in text
    assert "%" not in text


def test_a_notebook_of_one_line_has_no_percentage_of_few() -> None:
    text = site_of(BEGUN).text("insights.html")
    assert "1 person in your notes, 1 interaction written down" in text
    assert "Some contact in 1 of 12 (8%) weeks" in text
    assert "No first meeting with a day yet" in text
    assert "No promise has come to its end yet" in text
    assert "Nobody has a network yet" in text


@pytest.mark.parametrize("day", [date.min, date(2026, 1, 1), TODAY, date.max])
@pytest.mark.parametrize("notes", [{}, {"contacts/Ana.md": ""}, BEGUN, {"pitch.md": "I draw.\n"}])
def test_there_is_a_page_on_any_day_of_any_notebook(notes: dict[str, str], day: date) -> None:
    assert "Insights" in site_of(notes, day).text("insights.html")


def test_a_list_of_people_has_twenty_and_counts_the_others() -> None:
    notes = {f"contacts/P{number:02}.md": logged("2026-11-20 call: x") for number in range(23)}
    html = site_of(notes).html("insights.html")
    once = html.partition("A single interaction, the latest first")[2].partition("</ul>")[0]
    assert once.count("<a ") == 20
    assert "and 3 others" in once


def test_organisations_lead_to_their_pages() -> None:
    notes = {f"contacts/P{number}.md": "---\norg: Lumbre\n---\n" for number in range(3)}
    assert '<a href="organisations/lumbre.html">Lumbre</a>' in site_of(notes).html("insights.html")
