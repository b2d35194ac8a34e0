"""A contact's page as it opens from the disk: the card is saved, the code drawn, the time there told."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import segno
import vobject

from tests.notebooks import built, write_notes

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ANA = """---
name: Ana Pérez
org: Lumbre, S.L.
role: Editor
email: ana@example.org
phone: +34 91 000 00 00
address: calle Mayor 1
birthday: 1990-02-03
timezone: %s
tags: [books]
photo: ana.png
---
## Log

- 2026-11-12 call with [[Bea]], [[Cy]]: books
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("contact")
    notes: dict[str, str | bytes] = {
        "contacts/Ana.md": ANA % "Pacific/Kiritimati",
        "contacts/Bea.md": ANA.replace("Ana Pérez", "Bea") % "Mars/Olympus",
        "contacts/Cy.md": ANA.replace("Ana Pérez", "Cy") % "America/Los_Angeles",
        "ana.png": b"\x89PNG",
    }
    write_notes(folder / "notes", notes)
    built(folder / "notes", folder / "site")
    return folder / "site"


@pytest.fixture
def page(browser: "Browser", site: Path, request: pytest.FixtureRequest) -> "Page":
    context = browser.new_context(timezone_id="Europe/Rome", accept_downloads=True)
    request.addfinalizer(context.close)
    found = context.new_page()
    found.clock.set_fixed_time("2026-11-24T22:30:00Z")
    found.goto((site / "contacts/ana.html").as_uri())
    return found


@pytest.mark.browser
def test_the_card_is_saved_from_a_page_on_the_disk(page: "Page") -> None:
    with page.expect_download() as download:
        page.get_by_text("Save as vCard").click()
    assert download.value.suggested_filename == "Ana Pérez.vcf"
    (found,) = vobject.readComponents(Path(download.value.path()).read_bytes().decode())
    assert (found.fn.value, found.org.value) == ("Ana Pérez", ["Lumbre, S.L."])


@pytest.mark.browser
def test_the_code_is_drawn_when_it_is_asked_for(page: "Page") -> None:
    assert page.locator(".card svg").count() == 0
    assert not page.evaluate("'qr' in notesite")
    page.get_by_text("QR code").click()
    code = page.locator(".card svg")
    code.wait_for()
    assert code.get_attribute("aria-label") == "QR code"
    page.get_by_text("QR code").click()
    page.get_by_text("QR code").click()
    assert code.count() == 1


@pytest.mark.browser
def test_the_code_says_what_a_telephone_needs(page: "Page") -> None:
    page.get_by_text("QR code").click()
    page.locator(".card svg").wait_for()
    drawn = page.locator(".card svg path").get_attribute("d") or ""
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "FN:Ana Pérez",
        "N:Pérez;Ana;;;",
        "ORG:Lumbre\\, S.L.",
        "TITLE:Editor",
        "EMAIL:ana@example.org",
        "TEL:+34 91 000 00 00",
        "END:VCARD",
        "",
    ]
    text = "\r\n".join(lines)
    asked = page.evaluate("(text) => notesite.qr.picture(text, '').firstChild.getAttribute('d')", text)
    assert drawn == asked
    side = int(re.sub(r".* ", "", page.locator(".card svg").get_attribute("viewBox") or "0"))
    code = segno.make_qr(text.encode(), error="m", mode="byte", boost_error=False)
    assert side == len(code.matrix) + 2 * 4


@pytest.mark.browser
def test_the_time_there_has_its_weekday_where_that_is_another(page: "Page", site: Path) -> None:
    zone = page.locator("[data-zone]")
    assert zone.inner_text() == "Wed 12:30"
    page.goto((site / "contacts/cy.html").as_uri())
    assert zone.inner_text() == "14:30"


@pytest.mark.browser
def test_a_zone_that_nobody_knows_is_only_named(page: "Page", site: Path) -> None:
    page.goto((site / "contacts/bea.html").as_uri())
    assert page.locator("[data-zone]").is_hidden()
    assert page.locator(".chips").get_by_text("Mars/Olympus").is_visible()


@pytest.mark.browser
def test_without_scripts_nothing_is_offered_that_needs_one(browser: "Browser", site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    found = context.new_page()
    found.goto((site / "contacts/ana.html").as_uri())
    assert found.get_by_text("Save as vCard").is_visible()
    assert found.get_by_text("QR code").is_hidden()
    assert found.locator(".chips").get_by_text("Pacific/Kiritimati").is_visible()
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_a_contact_is_one_sheet_of_paper(page: "Page", size: str) -> None:
    sheet = page.pdf(format=size, prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", sheet)) == 1


@pytest.mark.browser
def test_nothing_moves_when_the_scripts_have_run(page: "Page", site: Path) -> None:
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver((list) => list.getEntries().forEach((each) => "
        "{ window.moved += each.value; })).observe({ type: 'layout-shift', buffered: true });"
    )
    page.goto((site / "contacts/ana.html").as_uri())
    page.wait_for_timeout(300)
    assert page.evaluate("window.moved") == 0
