"""axe-core finds nothing against WCAG 2.2 A and AA, in light and in dark."""

from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import without
from tests.browser.screens import accept, every_screen, show, told

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PACKAGE = "axe_playwright_python"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
COLOURS = ("color-contrast", "link-in-text-block")
"""The rules that a scheme of colours can break."""

VIOLATIONS = """async (rules) => {
  const { violations } = await axe.run(document, { runOnly: rules, resultTypes: ["violations"] });
  const told = ({ any, all, none }) => any.concat(all, none).map((each) => each.message).join(" ");
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${told(node)}`));
}"""
OPENED = "() => document.querySelectorAll('details').forEach((each) => { each.open = true; })"


@pytest.fixture(scope="module")
def axe() -> str:
    """The script of axe-core, which the debugger puts into a page past its policy."""
    if find_spec(PACKAGE) is None:
        without(f"axe-core is not installed: looked for {PACKAGE}")
    return (files(PACKAGE) / "axe.min.js").read_text("utf-8")


def violations(page: "Page", axe: str, screens: list[Path], rules: tuple[str, ...] = TAGS) -> list[str]:
    found = []
    for screen in screens:
        show(page, screen)
        page.evaluate(OPENED)
        page.evaluate(f"{axe}; undefined")
        found += [f"{told(screen)}: {each}" for each in page.evaluate(VIOLATIONS, list(rules))]
    page.context.close()
    return found


def test_no_screen_violates_wcag(screens: list[Path], empty_site: Path, browser: "Browser", axe: str) -> None:
    page = browser.new_page(color_scheme="light", viewport={"width": 1280, "height": 800})
    accept(violations(page, axe, [*screens, *(empty_site / route for route in every_screen(empty_site))]))


def test_no_screen_violates_wcag_in_the_dark(screens: list[Path], browser: "Browser", axe: str) -> None:
    page = browser.new_page(color_scheme="dark", viewport={"width": 1280, "height": 800})
    accept(violations(page, axe, screens, COLOURS))


def test_no_screen_violates_wcag_on_a_phone(screens: list[Path], browser: "Browser", axe: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844}, has_touch=True)
    accept(violations(page, axe, screens))


def test_axe_hears_of_what_is_wrong(browser: "Browser", axe: str, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.html"
    wrong.write_text(
        '<!doctype html><title>x</title><main><img src="data:,"><a href="#"></a></main>', "utf-8"
    )
    found = " ".join(violations(browser.new_page(), axe, [wrong]))
    assert "image-alt" in found
    assert "html-has-lang" in found
    assert "link-name" in found
