"""The keyboard: rows, pages and help, never while typing, and off where somebody switched them off."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.notebooks import built, write_notes

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NOTES = {f"contacts/{name}.md": "---\ncadence: weekly\n---\n" for name in ("Ana", "Bea", "Cy", "Dora")}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("keys")
    write_notes(folder / "notes", NOTES)
    built(folder / "notes", folder / "site")
    return folder / "site"


@pytest.fixture
def page(browser: "Browser", site: Path) -> "Iterator[Page]":
    """The table of contacts, whose errors fail the test."""
    page = browser.new_context().new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text))
    page.goto((site / "contacts.html").as_uri())
    yield page
    page.context.close()
    assert not errors


def current(page: "Page") -> list[str]:
    """The name in the current row, which is the link that has the focus."""
    names = page.locator("tr.at th a").all_inner_texts()
    assert names == page.locator("tr.at a:focus").all_inner_texts()
    return names


@pytest.mark.browser
def test_j_and_k_walk_the_rows_and_enter_opens_one(page: "Page", site: Path) -> None:
    assert current(page) == []
    for key, name in (("j", "Ana"), ("j", "Bea"), ("j", "Cy"), ("k", "Bea")):
        page.keyboard.press(key)
        assert current(page) == [name]
    page.keyboard.press("Enter")
    page.wait_for_url((site / "contacts/bea.html").as_uri())


@pytest.mark.browser
def test_the_rows_end_where_they_end(page: "Page") -> None:
    page.keyboard.press("k")
    assert current(page) == ["Dora"]
    page.keyboard.press("j")
    assert current(page) == ["Dora"]


@pytest.mark.browser
def test_no_row_is_current_once_the_focus_is_elsewhere(page: "Page") -> None:
    page.keyboard.press("j")
    page.locator(".side .find").focus()
    assert page.locator(".at").count() == 0
    page.keyboard.press("j")
    assert current(page) == ["Bea"]


@pytest.mark.browser
@pytest.mark.parametrize(("key", "route"), [("t", "index"), ("d", "due"), ("c", "contacts"), ("e", "events")])
def test_g_and_a_letter_go_to_a_page_from_anywhere(key: str, route: str, page: "Page", site: Path) -> None:
    page.goto((site / "contacts/ana.html").as_uri())
    page.keyboard.press("g")
    page.keyboard.press(key)
    page.wait_for_url((site / f"{route}.html").as_uri())


@pytest.mark.browser
def test_a_letter_alone_goes_nowhere_and_g_waits_for_one_key_only(page: "Page") -> None:
    url = page.url
    for key in ("t", "d", "e", "g", "x", "t"):
        page.keyboard.press(key)
    assert page.url == url
    assert page.locator("dialog").count() == 0


@pytest.mark.browser
def test_no_key_does_anything_while_somebody_types_or_holds_another(page: "Page") -> None:
    page.locator(".filter input").focus()
    page.keyboard.type("j?/gt")
    assert page.locator(".filter input").input_value() == "j?/gt"
    page.locator(".filter input").blur()
    for key in ("Control+j", "Alt+j", "Meta+j", "Alt+/"):
        page.keyboard.press(key)
    assert page.locator(".at").count() == 0
    assert page.locator("dialog").count() == 0


@pytest.mark.browser
def test_the_help_lists_the_keys_and_closes_with_the_focus_where_it_was(page: "Page") -> None:
    page.keyboard.press("j")
    page.keyboard.press("?")
    dialog = page.locator("dialog[open]")
    dialog.wait_for()
    keys = dialog.locator("kbd").all_inner_texts()
    assert keys == ["/", "Ctrl", "K", "j", "k", "Enter", "g", "t", "g", "d", "g", "c", "g", "e", "?"]
    page.keyboard.press("j")
    dialog.get_by_role("button", name="Close").click()
    dialog.wait_for(state="detached")
    assert current(page) == ["Ana"]


@pytest.mark.browser
def test_the_help_has_a_visible_control(page: "Page") -> None:
    page.locator(".side .keyboard").click()
    page.locator("dialog[open]").wait_for()
    assert page.url.endswith("contacts.html")


@pytest.mark.browser
def test_keys_of_one_letter_can_be_switched_off_for_good_and_on_again(page: "Page") -> None:
    page.keyboard.press("?")
    page.get_by_role("switch").uncheck()
    page.keyboard.press("Escape")
    page.locator("dialog").wait_for(state="detached")
    assert page.evaluate("Object.entries(localStorage)") == [["notesite-keys", "off"]]
    page.reload()
    for key in ("j", "?", "/"):
        page.keyboard.press(key)
    assert page.locator(".at").count() == 0
    assert page.locator("dialog").count() == 0
    page.keyboard.press("Control+k")
    page.locator("dialog.finder[open]").wait_for()
    page.keyboard.press("Escape")
    page.locator("dialog").wait_for(state="detached")
    page.locator(".side .keyboard").click()
    page.get_by_role("switch").check()
    page.keyboard.press("Escape")
    page.locator("dialog").wait_for(state="detached")
    assert page.evaluate("localStorage.length") == 0
    page.keyboard.press("j")
    assert current(page) == ["Ana"]


@pytest.mark.browser
def test_the_keys_work_where_nothing_can_be_kept(page: "Page") -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no'); } })"
    )
    page.reload()
    page.keyboard.press("j")
    assert current(page) == ["Ana"]
    page.keyboard.press("?")
    page.get_by_role("switch").uncheck()
