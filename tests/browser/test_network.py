"""The drawing of the network, opened from the disk: it draws, finds, and is moved about in by keys."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.notebooks import SAMPLE, built

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PAINTED = """() => {
  const canvas = document.querySelector("canvas"), blank = document.createElement("canvas");
  Object.assign(blank, { width: canvas.width, height: canvas.height });
  return !document.querySelector(".network").hidden && canvas.toDataURL() !== blank.toDataURL();
}"""
PICTURE = '() => document.querySelector("canvas").toDataURL()'


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's site."""
    site = tmp_path_factory.mktemp("network") / "site"
    built(SAMPLE, site)
    return site


@pytest.fixture
def complaints() -> list[str]:
    return []


@pytest.fixture
def page(browser: "Browser", site: Path, complaints: list[str]) -> "Iterator[Page]":
    """The page of the network, of whose errors and warnings there are none in the end."""
    with browser.new_context(reduced_motion="reduce") as context:
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto((site / "network.html").as_uri())
        page.wait_for_function(PAINTED)
        yield page
    assert complaints == []


def settled(page: "Page") -> str:
    """The drawing once it has been drawn again."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return str(page.evaluate(PICTURE))


def test_it_draws_and_is_redrawn_in_the_dark(page: "Page") -> None:
    light = settled(page)
    page.emulate_media(color_scheme="dark")
    assert settled(page) != light


def test_what_is_sought_is_chosen_and_named(page: "Page") -> None:
    page.fill("#seek", "perez")
    assert page.locator("#found li").all_text_contents() == ["Ana Pérez"]
    page.press("#seek", "Enter")
    assert (page.text_content("[role=status]") or "").startswith("Ana Pérez · ")
    link = page.locator(".chosen p:first-child a")
    assert link.text_content() == "Ana Pérez"
    assert (link.get_attribute("href") or "").startswith("contacts/ana-perez")


def test_what_is_not_there_is_said(page: "Page") -> None:
    page.fill("#seek", "zzzz")
    assert page.text_content("[role=status]") == "Nobody and nothing of that name"


def test_keys_move_come_closer_choose_and_open(page: "Page") -> None:
    page.focus("canvas")
    seen = {settled(page)}
    for key in ("ArrowRight", "+", "Shift+ArrowRight", "Shift+ArrowDown", "0"):
        page.keyboard.press(key)
        seen.add(settled(page))
    assert len(seen) == 6
    chosen = page.locator(".chosen p:first-child a").text_content() or ""
    page.keyboard.press("Enter")
    page.wait_for_selector("h1")
    page.wait_for_url("**/*.html")
    page.wait_for_function("(name) => document.querySelector('h1').textContent.includes(name)", arg=chosen)


def test_a_click_opens_the_page_of_what_is_there(page: "Page") -> None:
    page.fill("#seek", "Kenji")
    page.press("#seek", "Enter")
    settled(page)
    box = page.locator("canvas").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url("**/contacts/kenji-watanabe.html")


def test_a_kind_or_a_circle_can_be_left_out(page: "Page") -> None:
    seen = [settled(page)]
    page.uncheck("input[value=event]")
    seen.append(settled(page))
    page.select_option("#circle", index=1)
    seen.append(settled(page))
    assert len(set(seen)) == 3
    page.fill("#seek", "Data Craft")
    assert page.text_content("[role=status]") == "Nobody and nothing of that name"


def test_without_scripts_the_tables_remain(browser: "Browser", site: Path) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto((site / "network.html").as_uri())
        assert page.locator("#bridges").is_visible()
        assert page.locator("#clusters").is_visible()
        assert not page.locator("canvas").is_visible()
