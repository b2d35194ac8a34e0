"""The pages of a site, and what a page is told to do before it is looked at."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

SHOWN = 40
"""Of what was found, how much a test tells."""

KIND = re.compile(r'<main [^>]*class="([^"]*)"')


def every_screen(site: Path) -> list[str]:
    """Every page of a site."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def some_of_each_kind(site: Path) -> list[str]:
    """Every page at the top, and of each kind in each folder the largest.

    Further pages of one at the top, such as contacts-b.html and timeline-2026.html, are of its kind.
    """
    kinds: dict[tuple[str, str], list[str]] = {}
    chosen = []
    for route in every_screen(site):
        folder, _, name = route.rpartition("/")
        folder = folder or (name.split("-")[0] if "-" in name else "")
        if not folder:
            chosen.append(route)
            continue
        found = KIND.search((site / route).read_text("utf-8"))
        kinds.setdefault((folder, found[1] if found else ""), []).append(route)
    for routes in kinds.values():
        chosen.append(max(routes, key=lambda route: (site / route).stat().st_size))
    return chosen


def told(screen: Path) -> str:
    """A page as a message names it: its folder, or that of its site, and its name."""
    return "/".join(screen.parts[-2:])


def show(page: "Page", screen: Path) -> None:
    """Open a page from the disk, and wait until it says what it says of the day."""
    page.goto(screen.as_uri())
    page.wait_for_function("!document.documentElement.classList.contains('reading')")


def accept(found: list[str]) -> None:
    """Fail with what was found, each on a line of its own."""
    if found:
        pytest.fail("\n".join([f"{len(found)} found:", *found[:SHOWN]]), pytrace=False)
