"""Take pictures of the screens of a site: light, dark, on a phone and on paper.

python docs/pictures.py FOLDER                    every screen of the sample, four pictures each
python docs/pictures.py FOLDER --site DIR         of a site that is built already
python docs/pictures.py FOLDER --only due tags    only the pages in whose address one of these words stands
python docs/pictures.py --readme                  the pictures of the README, into docs/

Of the pages in a folder of the site, the largest of each kind is taken. The same site in the same browser
gives the same pictures, byte for byte.
"""

import argparse
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from notesite.cli.main import main as notesite

ROOT = Path(__file__).parent.parent
KIND = re.compile(r'<main [^>]*class="([^"]*)"')
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
DESK = {"width": 1180, "height": 720}
STYLES: dict[str, dict[str, Any]] = {
    "light": {"viewport": DESK, "color_scheme": "light"},
    "dark": {"viewport": DESK, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 390, "height": 844}, "color_scheme": "light"},
    "print": {"viewport": {"width": 700, "height": 990}, "color_scheme": "light"},
}
README = {
    "today.png": ("index.html", "light"),
    "contact.png": ("contacts/giulia-rossi.html", "light"),
    "event.png": ("events/data-craft-milano-2026.html", "dark"),
}
"""The pictures of the README: of which page, and how."""

HEIGHT = 660
"""Of a picture of the README, so that each is light to load."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium."""
    executable = next(filter(None, map(shutil.which, BROWSERS)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield browser
        browser.close()


def take(browser: Browser, page: Path, style: str, picture: Path, height: int | None = None) -> None:
    """A picture of a page, of all of it or of what is above a height."""
    context = browser.new_context(**STYLES[style], reduced_motion="reduce", locale="en-GB")
    window = context.new_page()
    if style == "print":
        window.emulate_media(media="print")
    window.goto(page.resolve().as_uri())
    picture.parent.mkdir(parents=True, exist_ok=True)
    if height:
        window.set_viewport_size({"width": DESK["width"], "height": height})
    window.screenshot(path=picture, full_page=not height, animations="disabled")
    context.close()


def screens(site: Path) -> list[Path]:
    """Every page at the top of a site, and of each kind in each folder the largest."""
    kinds: dict[tuple[str, str], Path] = {}
    for page in sorted(site.glob("*/*.html")):
        found = KIND.search(page.read_text("utf-8"))
        kind = (page.parent.name, found[1] if found else "")
        kinds[kind] = max(kinds.get(kind, page), page, key=lambda each: each.stat().st_size)
    return [*sorted(site.glob("*.html")), *kinds.values()]


def built_sample(folder: Path) -> Path:
    """The sample's site."""
    site = folder / "site"
    try:
        notesite(["build", "--notes", str(ROOT / "notes"), "--output", str(site)])
    except SystemExit as end:
        if end.code:
            raise
    return site


def main() -> None:
    """What the arguments ask for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "docs")
    parser.add_argument("--site", type=Path)
    parser.add_argument("--only", nargs="*", default=[""])
    parser.add_argument("--styles", nargs="*", default=list(STYLES), choices=STYLES)
    parser.add_argument("--readme", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch, chromium() as browser:
        site = given.site or built_sample(Path(scratch))
        if given.readme:
            for name, (route, style) in README.items():
                take(browser, site / route, style, given.folder / name, HEIGHT)
            return
        for page in screens(site):
            route = page.relative_to(site).with_suffix("").as_posix()
            for style in given.styles if any(word in route for word in given.only) else ():
                name = f"{route.replace('/', '-')}-{style}.png"
                take(browser, page, style, given.folder / name)


if __name__ == "__main__":
    main()
