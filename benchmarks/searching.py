"""How long the search takes in a browser: until it is ready, and until it has answered a key.

python benchmarks/searching.py SITE        of a site that `notesite build` made
"""

import argparse
import shutil
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
TYPED = ("giulia rossi", "rosi giul", "tag:data is:due", "org:ponte place:florence", "a", "paolo")
ROUNDS = 5

READY = """() => new Promise((resolve) => {
  const start = performance.now();
  document.querySelector(".side .find").click();
  const look = () => (document.querySelector('dialog [role="option"]')
    ? requestAnimationFrame(() => resolve(performance.now() - start)) : setTimeout(look));
  look();
})"""
"""From the click on the control to the frame that shows what the search offers of itself."""

TYPE = """(query) => {
  const field = document.querySelector("dialog input");
  return Array.from(query, (_letter, index) => {
    field.value = query.slice(0, index + 1);
    const start = performance.now();
    field.dispatchEvent(new Event("input"));
    document.querySelector("dialog").getBoundingClientRect();
    return performance.now() - start;
  });
}"""
"""Each key's milliseconds until its results are in the page and laid out."""

TEXTS = """() => {
  const start = performance.now();
  return notesite.readTexts().then(() => performance.now() - start);
}"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of a site."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("site", type=Path, help="a folder that notesite build wrote")
    site = parser.parse_args(arguments).site.resolve()
    executable = next(filter(None, map(shutil.which, BROWSERS)), None)
    if executable is None:
        sys.stderr.write(f"no browser is installed: looked for {', '.join(BROWSERS)}\n")
        return 1
    with import_module("playwright.sync_api").sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        sys.stdout.write("\n".join((*sizes(site), *times(browser, site), "")))
        browser.close()
    return 0


def sizes(site: Path) -> tuple[str, ...]:
    """How much the search reads."""
    found = {name: list((site / "assets").glob(f"{name}-*.js")) for name in ("found", "words")}
    return tuple(
        f"{name}: {sum(file.stat().st_size for file in files) / 1e6:.2f} MB in {len(files)} files"
        for name, files in found.items()
    )


def times(browser: "Browser", site: Path) -> tuple[str, ...]:
    """How long it takes to be ready, for each key, and to read the words of all texts."""
    ready, keys, texts = [], [], []
    for _ in range(ROUNDS):
        page = browser.new_page()
        page.goto((site / "index.html").as_uri())
        ready.append(page.evaluate(READY))
        keys += in_each(page)
        texts.append(page.evaluate(TEXTS))
        keys_in_texts = in_each(page)
        page.close()
    return (
        f"ready after {median(ready):.0f} ms (at most {max(ready):.0f})",
        told("a key", keys),
        f"all texts read after {median(texts):.0f} ms",
        told("a key, in all texts", keys_in_texts),
    )


def in_each(page: "Page") -> list[float]:
    """The milliseconds of every key of what is typed."""
    return [taken for query in TYPED for taken in page.evaluate(TYPE, query)]


def told(what: str, taken: Sequence[float]) -> str:
    """The median, the slowest of twenty, and the slowest of all."""
    ordered = sorted(taken)
    late = ordered[int(len(ordered) * 0.95)]
    return f"{what}: {median(ordered):.1f} ms, one in twenty over {late:.1f} ms, at most {ordered[-1]:.1f} ms"


if __name__ == "__main__":
    sys.exit(main())
