"""Whatever can be clicked can be reached by keyboard, is seen to have the focus, and is not cut off."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.screens import accept, show, told

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

NUMBERED = """() => {
  const names = "a[href], button, summary, input, select, textarea, [contenteditable], [tabindex='0']";
  const shows = (each) => each.checkVisibility({ visibilityProperty: true });
  const found = [...document.querySelectorAll(names)].filter((each) => shows(each) && !each.disabled);
  const tabs = found.filter((each) => each.tabIndex >= 0 && !each.closest("[role=listbox]"));
  tabs.forEach((each, number) => { each.dataset.tab = number; });
  return tabs.length;
}"""
FOCUSED = """() => {
  const each = document.activeElement;
  if (!each || each === document.body) return null;
  const isOutlined = (one) => getComputedStyle(one).outlineStyle !== "none";
  const marked = isOutlined(each) || !isOutlined(each.parentElement) ? each : each.parentElement;
  const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(marked);
  const reach = parseFloat(outlineWidth) + parseFloat(outlineOffset) - 1;
  const wrong = [];
  if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) wrong.push("no outline");
  const rects = [...each.getClientRects()].filter((rect) => rect.width && rect.height);
  for (let box = each.parentElement; box && box !== document.documentElement; box = box.parentElement) {
    const style = getComputedStyle(box);
    if (style.overflowX === "visible" && style.overflowY === "visible" && style.clipPath === "none") continue;
    const edge = box.getBoundingClientRect();
    const cut = (rect) => rect.left - reach < edge.left || rect.right + reach > edge.right ||
      rect.top - reach < edge.top || rect.bottom + reach > edge.bottom;
    if (rects.some(cut)) wrong.push(`cut off by ${box.tagName}.${box.className}`);
  }
  const within = ({ top, right, bottom, left }) =>
    bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
  if (!rects.some(within)) wrong.push("out of sight");
  return { tab: each.dataset.tab ?? each.outerHTML.slice(0, 80), html: each.outerHTML.slice(0, 140), wrong };
}"""

NAMED = """(number) => document.querySelector(`[data-tab="${number}"]`).outerHTML.slice(0, 140)"""


def tabbed(page: "Page", screen: Path) -> tuple[int, list[dict[str, Any]]]:
    """How many places a page has to act in, and those that one comes by with the Tab key."""
    show(page, screen)
    count = page.evaluate(NUMBERED)
    found: list[dict[str, Any]] = []
    rounds = 1 + page.evaluate("document.activeElement !== document.body")  # a field may have the focus
    for _ in range(count + 5):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is not None:
            found.append(focused)
            continue
        rounds -= 1
        if not rounds:
            break
    return count, found


def test_every_action_is_reached_by_keyboard_and_seen(screens: list[Path], browser: "Browser") -> None:
    page = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce").new_page()
    found = []
    for screen in screens:
        count, focused = tabbed(page, screen)
        reached = {each["tab"] for each in focused}
        missed = [number for number in range(count) if str(number) not in reached]
        found += [f"{told(screen)}: not reached: {page.evaluate(NAMED, number)}" for number in missed[:3]]
        found += [
            f"{told(screen)}: {each['html']}: {', '.join(each['wrong'])}" for each in focused if each["wrong"]
        ]
    page.context.close()
    accept(found)


def test_the_first_stop_skips_to_the_content(site: Path, browser: "Browser") -> None:
    page = browser.new_page()
    show(page, site / "contacts.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    page.close()
