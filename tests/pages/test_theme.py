"""The theme: overrides first, strict, and known by its fingerprint."""

from datetime import date
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from notesite.model.dates import PartialDate, Yearly
from notesite.pages.page import Page
from notesite.pages.render import render
from notesite.pages.theme import load_theme
from notesite.pages.words import day_words, iso, number_words
from tests.notebooks import ROOT
from tests.pages.networks import Site, site_of, theme

SHIPPED = ROOT / "templates"


def page_at(site: Site, route: str) -> Page:
    return next(page for page in site.plan.pages if page.route == route)


def test_a_template_of_the_notebook_hides_the_one_that_comes_with_notesite(tmp_path: Path) -> None:
    (tmp_path / "tags.html").write_text(
        "{% extends 'base.html' %}{% block main %}<h1>Mine</h1>{% endblock %}"
    )
    own = load_theme([tmp_path, SHIPPED])
    assert b"<h1>Mine</h1>" in render(page_at(site_of({}), "tags.html"), own)
    assert own.fingerprint != theme().fingerprint


def test_a_misspelt_name_in_a_template_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "tags.html").write_text("{{ view.nothing }}")
    with pytest.raises(UndefinedError):
        render(page_at(site_of({}), "tags.html"), load_theme([tmp_path, SHIPPED]))


def test_text_is_escaped_by_templates_of_the_notebook_too(tmp_path: Path) -> None:
    (tmp_path / "note.html").write_text("{{ view.name }}")
    site = site_of({"<b>x.md": ""})
    assert b"<b>" not in render(page_at(site, "notes/b-x.html"), load_theme([tmp_path, SHIPPED]))


def test_two_plans_of_one_notebook_render_the_same_bytes() -> None:
    notes = {
        "contacts/A.md": "---\ntags: [x, y]\norg: O\n---\n[[B]]\n",
        "contacts/B.md": "---\norg: O\n---\n",
    }
    one, other = site_of(notes), site_of(dict(reversed(notes.items())))
    assert [page.route for page in one.plan.pages] == [page.route for page in other.plan.pages]
    for page, same in zip(one.plan.pages, other.plan.pages, strict=True):
        assert render(page, theme()) == render(same, theme())


def test_dates_in_words() -> None:
    day = date(2026, 11, 4)
    assert day_words(day) == "4 November 2026"
    assert day_words(day, "short") == "4 Nov 2026"
    assert day_words(day, "short", date(2026, 1, 1)) == "4 Nov"
    assert day_words(day, "weekday") == "Wednesday, 4 November 2026"
    assert day_words(PartialDate(2026, 3)) == "March 2026"
    assert day_words(PartialDate(2026)) == "2026"
    assert day_words(Yearly(7, 20)) == "20 July"
    assert (iso(day), iso(PartialDate(2026, 3)), iso(Yearly(7, 20))) == ("2026-11-04", "2026-03", "07-20")


def test_numbers_in_words_up_to_twelve() -> None:
    assert [number_words(number) for number in (0, 1, 12, 13, 1200)] == ["no", "one", "twelve", "13", "1,200"]
