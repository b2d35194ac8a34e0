"""The site in Firefox, from the disk, with its shipped rules for files."""

from pathlib import Path

import pytest

from tests.browser.firefox import Firefox
from tests.browser.screens import accept, every_screen, told

pytestmark = pytest.mark.browser

WHOLE = """(() => {
  const sheet = getComputedStyle(document.documentElement).getPropertyValue("--accent");
  const scripts = typeof notesite === "object" && notesite.day;
  return [document.title && "title", sheet && "style", scripts && "scripts",
          document.querySelector("main") && "main"].filter(Boolean).join(" ");
})()"""
TOO_WIDE = """document.documentElement.scrollWidth > document.documentElement.clientWidth"""


def test_every_page_opens_from_the_disk_in_silence(site: Path, firefox: Firefox) -> None:
    firefox.complaints.clear()
    firefox.requested.clear()
    for route in every_screen(site):
        firefox.open(site / route)
        assert firefox.ask(WHOLE) == "title style scripts main", route
        assert not firefox.complaints, route
    inside = f"{site.as_uri()}/"
    assert not [url for url in firefox.requested if not url.startswith((inside, "data:"))]


def test_firefox_is_heard_when_a_page_does_what_it_must_not(site: Path, firefox: Firefox) -> None:
    firefox.open(site / "index.html")
    firefox.complaints.clear()
    firefox.ask("fetch('assets/site.css').then(() => 'read', () => 'refused')")
    firefox.ask("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">')")
    firefox.ask("new Promise((done) => setTimeout(done, 100))")
    assert [each for each in firefox.complaints if "Same Origin Policy" in each]
    assert [each for each in firefox.complaints if "Content-Security-Policy" in each]
    firefox.open(site / "index.html")
    firefox.complaints.clear()


def test_no_page_scrolls_sideways_on_a_small_screen(all_screens: list[Path], firefox: Firefox) -> None:
    firefox.resize(320, 640)
    wide = []
    for screen in all_screens:
        firefox.open(screen)
        wide += [told(screen)] if firefox.ask(TOO_WIDE) else []
    firefox.resize(1280, 720)
    accept(wide)
