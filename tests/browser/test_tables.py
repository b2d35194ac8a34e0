"""Tables: one of all contacts, sorted and narrowed down over all its pages, and small ones that are whole."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.notebooks import SAMPLE, TODAY, built, write_notes

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

COUNT = 450
ROLES = "uvwxyzq"
CIRCLES = ("warm", "inner", "my own", "close", "")


def contact(number: int) -> str:
    """A contact whose last day, circle, place and tag follow from a number."""
    circle, place = CIRCLES[number % len(CIRCLES)], ("Roma", "Torino")[number % 2]
    day = f"2026-{1 + number % 10:02}-{1 + number % 28:02}"
    return (
        f"---\nrole: Role {ROLES[number % 7]}\norg: Firm {number % 12:02}\nlocation: {place}\n"
        f"{f'circle: {circle}' if circle else ''}\ntags: [t{number % 3}]\ncadence: yearly\n---\n## Log\n\n"
        f"- {day} call: hello\n"
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """So many contacts that they have a page for each letter."""
    folder = tmp_path_factory.mktemp("tables")
    notes = {f"contacts/{'ABC'[number % 3]}p {number:03}.md": contact(number) for number in range(COUNT)}
    write_notes(folder / "notes", {**notes, "contacts/Zed.md": "---\nstatus: archived\ntags: [t1]\n---\n"})
    built(folder / "notes", folder / "site")
    return folder / "site"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("sample") / "site"
    built(SAMPLE, site)
    return site


@pytest.fixture
def page(browser: "Browser") -> "Iterator[Page]":
    """A page whose errors fail the test."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.clock.set_fixed_time(f"{TODAY.isoformat()}T12:00:00")
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text))
    yield page
    page.context.close()
    assert not errors


def names(page: "Page") -> list[str]:
    return [each.strip() for each in page.locator("tbody th a:visible").all_inner_texts()]


def column(page: "Page", number: int) -> list[str]:
    return page.locator(f"tbody tr:visible > :nth-child({number})").all_inner_texts()


def sort(page: "Page", header: str) -> None:
    page.locator("th:visible").get_by_role("button", name=header, exact=True).click()


def tell(page: "Page", words: str) -> None:
    """Wait until the table says this."""
    page.locator(".filter .told").filter(has_text=words).wait_for()


def sorted_by(page: "Page") -> list[tuple[str, str | None]]:
    cells = page.locator("th[aria-sort]:visible")
    return [(cell.inner_text(), cell.get_attribute("aria-sort")) for cell in cells.all()]


@pytest.mark.browser
def test_the_table_is_sorted_over_all_its_pages_in_portions(page: "Page", site: Path) -> None:
    page.goto((site / "contacts.html").as_uri())
    assert names(page)[:2] == ["Ap 000", "Ap 003"]
    assert sorted_by(page) == [("Name", "ascending")]
    sort(page, "Name")
    tell(page, "1 to 100 of 451")
    assert names(page)[:2] == ["Cp 449", "Cp 446"]
    assert len(names(page)) == 100
    assert sorted_by(page) == [("Name", "descending")]
    page.get_by_role("link", name="Next page").click()
    tell(page, "101 to 200 of 451")
    for _ in range(3):
        page.get_by_role("link", name="Next page").click()
    tell(page, "401 to 451 of 451")
    assert names(page)[-1] == "Zed"


@pytest.mark.browser
def test_a_column_of_days_begins_with_the_latest_and_turns_around(page: "Page", site: Path) -> None:
    page.goto((site / "contacts.html").as_uri())
    sort(page, "Last contact")
    tell(page, "of 451")
    days = page.locator("tbody td:nth-child(6):visible time").evaluate_all(
        "(all) => all.map((one) => one.dateTime)"
    )
    assert days == sorted(days, reverse=True)
    assert days[0] == "2026-10-28"
    sort(page, "Last contact")
    page.locator("th[aria-sort=ascending]:visible").wait_for()
    assert column(page, 6)[0].strip() == "1 Jan"
    assert page.evaluate("document.activeElement.textContent") == "Last contact"


@pytest.mark.browser
def test_circles_have_their_own_order_and_what_is_empty_comes_last(page: "Page", site: Path) -> None:
    page.goto((site / "contacts.html").as_uri())
    page.locator(".filter input").fill('org:"firm 00"')
    tell(page, "38 contacts")
    sort(page, "Circle")
    tell(page, "38 contacts")
    circles = column(page, 5)
    assert list(dict.fromkeys(circles)) == ["inner", "close", "warm", "my own", ""]


@pytest.mark.browser
def test_the_filter_speaks_the_language_of_the_search(page: "Page", site: Path) -> None:
    page.goto((site / "contacts-b.html").as_uri())
    page.locator(".filter input").fill("tag:t1 place:roma role x")
    tell(page, "contacts")
    rows = page.locator("tbody tr:visible")
    expected = [number for number in range(COUNT) if number % 3 == 1 and number % 2 == 0 and number % 7 == 3]
    assert names(page) == [f"Bp {number:03}" for number in expected]
    assert rows.count() == len(expected)
    page.locator(".filter input").fill("nobody at all")
    tell(page, "No contact fits")
    page.locator(".filter input").fill("")
    page.locator("nav .letters:visible").wait_for()
    assert names(page)[0] == "Bp 001"


@pytest.mark.browser
def test_what_the_table_shows_stands_in_its_address(page: "Page", site: Path) -> None:
    address = (site / "contacts.html").as_uri()
    page.goto(address)
    page.locator(".filter input").fill("tag:t2")
    tell(page, "1 to 100 of 150")
    sort(page, "Organisation")
    page.locator("th[aria-sort]:visible").filter(has_text="Organisation").wait_for()
    tell(page, "1 to 100 of 150")
    page.get_by_role("link", name="Next page").click()
    tell(page, "101 to 150 of 150")
    shown = names(page)
    page.reload()
    tell(page, "101 to 150 of 150")
    assert names(page) == shown
    assert page.locator(".filter input").input_value() == "tag:t2"
    page.go_back()
    tell(page, "1 to 100 of 150")
    page.go_back()
    page.locator("th[aria-sort]:visible").filter(has_text="Name").wait_for()
    assert page.locator(".filter input").input_value() == "tag:t2"
    assert "sort" not in page.url


@pytest.mark.browser
def test_a_row_that_a_script_draws_is_the_row_of_the_page(page: "Page", sample: Path) -> None:
    page.goto((sample / "contacts.html").as_uri())
    says = """(rows) => Object.fromEntries(rows.map((row) => [row.querySelector('a').href,
      Array.from(row.cells, (cell) => [cell.className, cell.dataset.label, cell.innerText.trim(),
        Array.from(cell.querySelectorAll('a, img, .face'), (one) => one.href || one.src || one.className)
      ])]))"""
    printed = page.locator("tbody tr").evaluate_all(says)
    sort(page, "Name")
    tell(page, "contacts")
    drawn = page.locator("tbody tr:visible").evaluate_all(says)
    assert drawn == printed


@pytest.mark.browser
def test_a_tree_of_tags_is_sorted_with_whole_names_and_becomes_a_tree_again(
    page: "Page", sample: Path
) -> None:
    page.goto((sample / "tags.html").as_uri())
    before = names(page)
    assert "florence" in before
    sort(page, "People")
    assert names(page)[:3] == ["italy", "italy/florence", "data"]
    assert sorted_by(page) == [("People", "descending")]
    page.locator(".filter input").fill("flor")
    tell(page, "1 row")
    assert names(page) == ["italy/florence"]
    page.locator(".filter input").fill("")
    page.go_back()
    assert names(page) == before


PLACES = """(all) => all.filter((one) => one.checkVisibility()).map((one) => {
  const { x, y, width, height } = one.getBoundingClientRect();
  return [one.textContent, x, y, width, height];
})"""


@pytest.mark.browser
def test_nothing_moves_when_the_scripts_run(browser: "Browser", sample: Path) -> None:
    found = []
    for is_scripted in (True, False):
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        if not is_scripted:
            page.route("**/*.js", lambda route: route.abort())
        places = {}
        for route in ("contacts", "tags", "organisations", "search"):
            page.goto((sample / f"{route}.html").as_uri())
            boxes = page.locator("main :is(h1, th, tbody tr, .filter), .side a")
            places[route] = boxes.evaluate_all(PLACES)
        found.append(places)
        context.close()
    assert found[0] == found[1]
