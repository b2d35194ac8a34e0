"""A page that is open while its note is written follows, and leaves the reader where they were."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from notesite.shell.happenings import Gone
from tests.notebooks import NEVER_SO_LONG, write_notes
from tests.serving import Served, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

LONG = "\n\n".join(f"Paragraph {number}." for number in range(200))
THEME = """{% extends "base.html" %}{% block main %}<h1>{{ page.title }}</h1>
<details id="more"><summary>More</summary><p>unfolded</p></details>
<details><summary>Other</summary><p>folded</p></details>
<input id="search"><div id="text">TEXT</div>
{% for number in range(200) %}<p>{{ number }}</p>{% endfor %}
{% endblock %}
"""


@pytest.fixture
def found(tmp_path: Path) -> Iterator[Served]:
    """A notebook with a theme that has something to unfold and to type into, served."""
    write_notes(
        tmp_path / "notes",
        {
            "contacts/ana.md": "# Ana\nBefore.\n",
            "contacts/kenji.md": f"# Kenji\n{LONG}\n",
            ".notesite/templates/note.html": THEME,
            "ideas.md": "# Ideas\n",
        },
    )
    with served(tmp_path / "notes", tmp_path / "site") as found:
        yield found


@pytest.fixture
def page(browser: "Browser") -> "Iterator[Page]":
    """A page that complains of nothing."""
    context = browser.new_context(viewport={"width": 1000, "height": 600})
    context.set_default_timeout(NEVER_SO_LONG * 1000)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda each: complaints.append(each.text) if each.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert not [each for each in complaints if "404 (Not Found)" not in each]  # one test asks for that


def open_page(page: "Page", found: Served, route: str) -> None:
    """Open a page, and wait until it listens."""
    with page.expect_response(lambda response: "/.events" in response.url):
        page.goto(f"{found.server.address}{route}")


def test_a_saved_note_shows_at_once(page: "Page", found: Served, tmp_path: Path) -> None:
    open_page(page, found, "contacts/ana.html")
    write_notes(tmp_path / "notes", {"contacts/ana.md": "# Ana\nAfter.\n"})
    page.get_by_text("After.").wait_for()


def test_the_reader_stays_where_they_were(page: "Page", found: Served, tmp_path: Path) -> None:
    open_page(page, found, "notes/ideas.html")
    page.locator("#more summary").click()
    page.fill("#search", "half a wor")
    page.evaluate("scrollTo({top: 900, behavior: 'instant'})")
    before = page.evaluate("scrollY")
    theme = THEME.replace("TEXT", "Anew")
    with page.expect_event("load"):
        write_notes(tmp_path / "notes", {".notesite/templates/note.html": theme})
    page.get_by_text("Anew").wait_for()
    assert before == 900
    assert page.evaluate("scrollY") == before
    assert page.evaluate("[...document.querySelectorAll('details')].map((each) => each.open)") == [
        True,
        False,
    ]
    assert page.input_value("#search") == "half a wor"
    assert page.evaluate("document.activeElement.id") == "search"


def test_a_page_that_shows_nothing_of_it_is_left_alone(page: "Page", found: Served, tmp_path: Path) -> None:
    open_page(page, found, "notes/ideas.html")
    page.evaluate("window.untouched = true")
    other = page.context.new_page()
    open_page(other, found, "contacts/ana.html")
    write_notes(tmp_path / "notes", {"contacts/ana.md": "# Ana\nAfter.\n"})
    other.get_by_text("After.").wait_for()
    assert page.evaluate("window.untouched")


def test_what_stops_the_build_is_laid_over_the_page(page: "Page", found: Served, tmp_path: Path) -> None:
    open_page(page, found, "contacts/ana.html")
    write_notes(tmp_path / "notes", {".notesite/templates/contact.html": "{% oops %}"})
    alert = page.get_by_role("alert")
    alert.get_by_text("contact.html:1").wait_for()
    assert page.get_by_text("Before.").is_visible()
    alert.get_by_role("button", name="Close").click()
    alert.wait_for(state="detached")
    write_notes(tmp_path / "notes", {".notesite/templates/contact.html": "{% again %}"})
    alert.get_by_text("again").wait_for()
    (tmp_path / "notes/.notesite/templates/contact.html").unlink()
    alert.wait_for(state="detached")


def test_a_new_problem_stays_told_after_the_page_is_opened_anew(
    page: "Page", found: Served, tmp_path: Path
) -> None:
    open_page(page, found, "contacts/ana.html")
    write_notes(tmp_path / "notes", {"contacts/ana.md": "---\nfollow-up: soonish\n---\n# Ana\nAfter.\n"})
    page.get_by_text("After.").wait_for()
    alert = page.get_by_role("alert")
    alert.get_by_role("link", name="All problems").click()
    page.wait_for_url("**/problems.html")
    alert.get_by_role("button", name="Close").click()
    page.reload()
    page.get_by_role("heading", name="Problems").wait_for()
    assert alert.count() == 0


def test_a_vanished_notes_folder_is_told(page: "Page", found: Served, tmp_path: Path) -> None:
    open_page(page, found, "contacts/ana.html")
    shutil.move(tmp_path / "notes", tmp_path / "kept")
    found.until(Gone)
    alert = page.get_by_role("alert")
    alert.get_by_text("The notes folder is gone").wait_for()
    shutil.move(tmp_path / "kept", tmp_path / "notes")
    alert.wait_for(state="detached")


def test_a_page_whose_note_is_renamed_opens_again_when_it_is_back(
    page: "Page", found: Served, tmp_path: Path
) -> None:
    open_page(page, found, "contacts/kenji.html")
    note = tmp_path / "notes/contacts/ana.md"
    open_page(page, found, "contacts/ana.html")
    note.rename(note.with_name("x.md"))
    page.get_by_role("heading", name="There is no such page").wait_for()
    note.with_name("x.md").rename(note)
    page.get_by_text("Before.").wait_for()
