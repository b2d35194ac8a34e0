"""Pages stand still, fit small screens, and hold with forced colours, without motion, without scripts."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.screens import accept, show, told

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

SHIFT = """() => new Promise((tell) => {
  let shift = 0;
  const add = (list) => list.getEntries().forEach((each) => { shift += each.value; });
  new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => tell(shift), 50)));
})"""
TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth;
  const scrolls = (each) => ["auto", "scroll"].includes(getComputedStyle(each).overflowX);
  const inside = (each) => each && (scrolls(each) || inside(each.parentElement));
  const hidden = (each) => each.closest(".hidden, .skip, thead");
  const sticks = (each) => each.getBoundingClientRect().right > width + 1 && !inside(each) && !hidden(each);
  const found = [...document.querySelectorAll("main *")].filter(sticks);
  const scrolled = document.documentElement.scrollWidth > width ? ["the page scrolls"] : [];
  return scrolled.concat(found.slice(0, 3).map((each) => each.outerHTML.slice(0, 120)));
}"""
SPACED = """() => {
  const style = document.createElement("style");
  style.textContent = `* { line-height: 1.5 !important; letter-spacing: .12em !important }
    * { word-spacing: .16em !important } p { margin-bottom: 2em !important }`;
  document.head.append(style);
}"""
FORCED = """() => {
  const canvas = getComputedStyle(document.body).backgroundColor;
  const unseen = (each) => getComputedStyle(each, "::before").backgroundColor === canvas;
  const found = [...document.querySelectorAll("[data-icon]")].filter(unseen);
  return found.map((each) => each.outerHTML.slice(0, 120));
}"""
MOVING = """() => [...document.querySelectorAll("*")].filter((each) => {
  const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(each);
  return transitionDuration !== "0s" || animationName !== "none" || scrollBehavior === "smooth";
}).map((each) => each.outerHTML.slice(0, 120))"""
WORDS = """() => {
  // the time there, as it is read, and what is of use with scripts only
  document.querySelectorAll("[data-zone], .scripted").forEach((each) => each.remove());
  document.querySelectorAll("main details").forEach((each) => { each.open = true; });
  const controls = "button, input, select, canvas";
  const isTool = (each) => each.matches(controls) || each.querySelector(controls);
  const tools = [...document.querySelectorAll("main [hidden]")].filter(isTool);
  const added = "button, label, legend, option, output, [role=status]";
  const said = tools.concat([...document.querySelectorAll(`main :is(${added})`)]);
  return [document.querySelector("main").innerText, said.map((each) => each.textContent).join(" ")];
}"""
"""What a page shows, and the words of its controls, also of those that wait for a script."""


def opened(browser: "Browser", width: int, height: int, scale: float = 1) -> "Page":
    context = browser.new_context(viewport={"width": width, "height": height}, device_scale_factor=scale)
    return context.new_page()


def seen(page: "Page", screens: list[Path], script: str, first: str = "") -> list[str]:
    """What a script finds on each of some pages, where it first does something else."""
    found = []
    for screen in screens:
        show(page, screen)
        if first:
            page.evaluate(first)
        found += [f"{told(screen)}: {each}" for each in page.evaluate(script)]
    page.context.close()
    return found


def test_nothing_moves_while_a_page_is_loaded(all_screens: list[Path], browser: "Browser") -> None:
    page = opened(browser, 1280, 800)
    moved = []
    for screen in all_screens:
        show(page, screen)
        shift = page.evaluate(SHIFT)
        moved += [f"{told(screen)}: {shift}"] if shift else []
    page.context.close()
    accept(moved)


def test_at_320_pixels_nothing_sticks_out(all_screens: list[Path], browser: "Browser") -> None:
    accept(seen(opened(browser, 320, 640), all_screens, TOO_WIDE))


def test_at_twice_the_size_nothing_sticks_out(all_screens: list[Path], browser: "Browser") -> None:
    accept(seen(opened(browser, 640, 400, scale=2), all_screens, TOO_WIDE))


def test_with_spaced_text_nothing_sticks_out(screens: list[Path], browser: "Browser") -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640}, bypass_csp=True)
    accept(seen(context.new_page(), screens, TOO_WIDE, SPACED))


def test_icons_are_seen_where_colours_are_forced(all_screens: list[Path], browser: "Browser") -> None:
    accept(seen(browser.new_context(forced_colors="active").new_page(), all_screens, FORCED))


def test_nothing_moves_for_who_wants_it_still(all_screens: list[Path], browser: "Browser") -> None:
    accept(seen(browser.new_context(reduced_motion="reduce").new_page(), all_screens, MOVING))


def words(browser: "Browser", screens: list[Path], *, scripts: bool) -> list[tuple[set[str], set[str]]]:
    """The words that pages show, and those of their controls."""
    page = browser.new_context(java_script_enabled=scripts).new_page()
    found = []
    for screen in screens:
        page.goto(screen.as_uri())
        said, tools = page.evaluate(WORDS)
        found.append((set(said.split()), set(tools.split())))
    page.context.close()
    return found


def test_without_scripts_a_page_says_what_it_says_with_them(screens: list[Path], browser: "Browser") -> None:
    plain, scripted = (words(browser, screens, scripts=scripts) for scripts in (False, True))
    missing: list[str] = []
    for screen, (said, waiting), (said_by_scripts, tools) in zip(screens, plain, scripted, strict=True):
        assert said, told(screen)
        more = said_by_scripts - said - tools - waiting
        missing += [f"{told(screen)}: {word}" for word in sorted(more)]
    accept(missing)
