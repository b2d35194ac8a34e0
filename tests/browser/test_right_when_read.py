"""A site that was built some time ago shows what a build of today would show."""

import re
import shutil
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.notebooks import SAMPLE, built, write_notes

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

BUILT = date(2026, 11, 1)
READ = date(2026, 11, 24)
ZONES = ("Europe/Rome", "Pacific/Kiritimati", "America/Los_Angeles")

SHOWN = """() => {
  const isShown = (each) => !each.closest("[hidden]");
  const main = document.querySelector("main");
  main.querySelectorAll("[data-built]").forEach((each) => each.remove()); // says of which day it speaks
  const stated = main.querySelectorAll("[data-state], .when, .now > li, .time > li");
  const states = Array.from(stated).filter(isShown);
  const ids = Array.from(main.querySelectorAll("[id]")).filter(isShown);
  return {
    text: main.innerText,
    states: states.map((each) => `${each.className} ${each.dataset.state || ""}`),
    ids: ids.map((each) => each.id),
    open: Array.from(main.querySelectorAll("details")).filter(isShown).map((each) => each.open),
  };
}"""


@pytest.fixture(scope="module")
def notes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, without its pinned day and with a contact that lies ahead."""
    folder = tmp_path_factory.mktemp("read") / "notes"
    shutil.copytree(SAMPLE, folder)
    settings = folder / "notesite.toml"
    settings.write_text(re.sub(r"(?m)^today = .*$", "", settings.read_text("utf-8")), "utf-8")
    write_notes(
        folder,
        {
            "contacts/Ada Ahead.md": (
                "---\ncadence: weekly\nbirthday: 1990-11-20\nemail: ada@example.org\n---\n## Log\n\n"
                "- 2026-10-20 call: the first\n- 2026-11-10 ← email: came later\n"
                "- 2026-12-01 coffee: will come\n"
            ),
            "contacts/Nora New.md": "---\ncircle: close\n---\n## Log\n\n- 2026-11-15 met: at the fair\n",
            "events/2026-11-12 Fair.md": "---\nstatus: going\nmet: ['[[Nora New]]', '[[Ada Ahead]]']\n---\n",
        },
    )
    return folder


def site(notes: Path, day: date) -> Path:
    """The site of a day, built once."""
    folder = notes.parent / f"site-{day}"
    if not folder.exists():
        built(notes, folder, day)
    return folder


def routes(folder: Path) -> list[str]:
    kinds = ("index.html", "due.html", "promises.html", "events.html", "contacts/*.html", "events/*.html")
    return [path.relative_to(folder).as_posix() for kind in kinds for path in sorted(folder.glob(kind))]


def shown(page: "Page", folder: Path, route: str) -> object:
    page.goto((folder / route).as_uri())
    page.wait_for_function("!document.documentElement.classList.contains('reading')")
    return page.evaluate(SHOWN)


def at(browser: "Browser", day: date, zone: str = "Europe/Rome", hour: int = 12) -> "Page":
    page = browser.new_context(timezone_id=zone).new_page()
    page.clock.set_fixed_time(datetime.combine(day, time(hour)))
    return page


@pytest.mark.browser
@pytest.mark.parametrize(
    ("before", "day"),
    [(BUILT, READ), (READ, date(2027, 3, 1)), (date(2025, 12, 20), READ)],
    ids=["in a month", "in another year", "after eleven months"],
)
def test_an_older_site_shows_what_a_build_of_the_day_shows(
    before: date, day: date, notes: Path, browser: "Browser"
) -> None:
    old, fresh = site(notes, before), site(notes, day)
    page = at(browser, day)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    assert len(routes(fresh)) > 40
    for route in routes(fresh):
        assert shown(page, old, route) == shown(page, fresh, route), route
    page.context.close()
    assert not errors


def crowd() -> dict[str, str]:
    """So many that no part of a page shows all of them, and on every day others."""
    found = {}
    for n in range(360):
        day, ahead = BUILT - timedelta(days=n % 90), BUILT + timedelta(days=n % 45)
        task = f"- [ ] {'← ' if n % 3 == 0 else ''}to do {n}{'' if n % 7 == 0 else f' 📅 {ahead}'}\n"
        hidden = f"- [ ] hidden {n} 🛫 {ahead} 📅 {ahead + timedelta(days=n % 5)}\n"
        log = f"## Log\n\n- {day} call: words {n}\n"
        silent = f"- {ahead} call: will be\n" if n % 11 == 0 else ""
        cadence = ("6w", "3 months", "weekly")[n % 3]
        head = f"---\ncadence: {cadence}\nbirthday: 1990-{1 + n % 12:02}-{1 + n % 28:02}\n"
        snooze = f"snooze: {ahead + timedelta(days=60)}\n" if n % 5 == 0 else ""
        found[f"contacts/P {n:03}.md"] = f"{head}{snooze}---\n{task}{hidden}{log}"
        found[f"contacts/S {n:03}.md"] = f"{head}---\n## Log\n\n{silent}"
    return found


@pytest.mark.browser
def test_a_page_that_has_no_room_for_all_shows_the_right_ones(browser: "Browser", tmp_path: Path) -> None:
    notes = write_notes(tmp_path / "notes", crowd())
    old, fresh = site(notes, BUILT), site(notes, READ)
    page = at(browser, READ)
    for route in ("index.html", "due.html", "promises.html"):
        assert shown(page, old, route) == shown(page, fresh, route), route
    assert page.locator(".promise:visible").count() > 400
    page.goto((old / "due.html").as_uri())
    page.wait_for_function("!document.documentElement.classList.contains('reading')")
    lines = page.locator(".after:visible").all_inner_texts()
    assert len(lines) > 2
    assert all(line.endswith("more: the table of contacts has the next day of everybody") for line in lines)
    page.context.close()


@pytest.mark.browser
def test_a_bucket_that_cannot_be_read_takes_its_rows_and_nothing_else(
    browser: "Browser", tmp_path: Path
) -> None:
    notes = write_notes(tmp_path / "notes", crowd())
    folder = site(notes, BUILT)
    lost = next(
        path for path in sorted((folder / "assets").glob("rows-*.js")) if "P 0" in path.read_text("utf-8")
    )
    lost.unlink()
    page = at(browser, READ)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    for route in ("index.html", "due.html", "promises.html"):
        page.goto((folder / route).as_uri())
        page.wait_for_function("!document.documentElement.classList.contains('reading')")
        assert page.locator("li.row:visible, li.promise:visible").count() > 40
    page.context.close()
    assert not errors


@pytest.mark.browser
def test_in_italian_too(notes: Path, browser: "Browser", tmp_path: Path) -> None:
    shutil.copytree(notes, tmp_path / "notes")
    settings = tmp_path / "notes/notesite.toml"
    settings.write_text('language = "it"\n' + settings.read_text("utf-8"), "utf-8")
    old, fresh = site(tmp_path / "notes", BUILT), site(tmp_path / "notes", READ)
    page = at(browser, READ)
    indexes = [route for route in routes(fresh) if "/" not in route]
    for route in (*indexes, *[route for route in routes(fresh) if "/" in route][::6]):
        assert shown(page, old, route) == shown(page, fresh, route), route
    page.goto((old / "index.html").as_uri())
    assert page.locator("h1").inner_text() == "Martedì 24 novembre"
    page.context.close()


@pytest.mark.browser
def test_the_day_is_that_of_the_readers_time_zone(notes: Path, browser: "Browser") -> None:
    old = site(notes, BUILT)
    seen = {}
    for zone in ZONES:
        page = browser.new_context(timezone_id=zone).new_page()
        page.clock.set_fixed_time("2026-11-24T11:30:00Z")
        page.goto((old / "index.html").as_uri())
        page.wait_for_function("!document.documentElement.classList.contains('reading')")
        seen[zone] = page.locator("h1").inner_text()
        page.context.close()
    days = ("Tuesday, 24 November", "Wednesday, 25 November", "Tuesday, 24 November")
    assert seen == dict(zip(ZONES, days, strict=True))


@pytest.mark.browser
@pytest.mark.parametrize(
    "day", [date(2026, 10, 31), date(2027, 12, 7)], ids=["before the build", "too far ahead"]
)
def test_a_day_of_which_the_site_knows_nothing_shows_that_of_the_build(
    day: date, notes: Path, browser: "Browser"
) -> None:
    page = at(browser, day)
    page.goto((site(notes, BUILT) / "index.html").as_uri())
    assert page.locator("h1").inner_text() == "Sunday, 1 November"
    assert "As of Sunday, 1 November 2026" in page.locator("main").inner_text()
    page.context.close()


@pytest.mark.browser
def test_a_pinned_day_stays(browser: "Browser", tmp_path: Path) -> None:
    built(SAMPLE, tmp_path / "site", READ)
    page = at(browser, date(2027, 1, 15))
    page.goto((tmp_path / "site/index.html").as_uri())
    assert page.locator("h1").inner_text() == "Tuesday, 24 November"
    page.context.close()


@pytest.mark.browser
def test_a_page_that_stays_open_over_midnight_is_right_again(notes: Path, browser: "Browser") -> None:
    page = at(browser, READ)
    page.goto((site(notes, BUILT) / "index.html").as_uri())
    page.clock.set_fixed_time("2026-11-25T08:00:00Z")
    with page.expect_navigation():
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert page.locator("h1").inner_text() == "Wednesday, 25 November"
    page.context.close()
