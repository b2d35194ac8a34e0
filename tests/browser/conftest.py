"""Headless browsers for the tests that need one, and the sites that they open."""

import os
import shutil
from collections.abc import Iterator
from datetime import timedelta
from importlib import import_module
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from tests.browser.firefox import Firefox, firefox_running
from tests.browser.screens import every_screen, some_of_each_kind
from tests.notebooks import SAMPLE, TODAY, built, write_notes

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FIREFOX = ("firefox-esr", "firefox")


def without(reason: str) -> NoReturn:
    """Without a browser its tests are skipped, but not where it is required."""
    if os.environ.get("NOTESITE_NEEDS_BROWSER") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """A headless Chromium."""
    executable = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if executable is None or find_spec("playwright") is None:
        without(f"no browser is installed: looked for {', '.join(CHROMIUM)}, and for playwright")
    with import_module("playwright.sync_api").sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """A headless Firefox that is as strict with files as the one that people have."""
    executable = next(filter(None, map(shutil.which, FIREFOX)), None)
    if executable is None or find_spec("websockets") is None:
        without(f"no Firefox is installed: looked for {', '.join(FIREFOX)}, and for websockets")
    with firefox_running(executable, tmp_path_factory.mktemp("profile")) as found:
        yield found


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """The sample's site, or the one that `--site` names."""
    given = request.config.getoption("--site")
    if given:
        return Path(given).resolve()
    site = tmp_path_factory.mktemp("sample") / "site"
    built(SAMPLE, site)
    return site


@pytest.fixture(scope="session")
def screens(site: Path, request: pytest.FixtureRequest) -> list[Path]:
    """The pages of the sample: some of each kind, or with `--every-page` all."""
    routes = every_screen(site) if request.config.getoption("--every-page") else some_of_each_kind(site)
    return wanted(site, routes, request.config)


@pytest.fixture(scope="session")
def crowded_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of more than a page holds, all overdue, with long names and a word that does not break."""
    folder = tmp_path_factory.mktemp("crowded")
    names = ("Ana", "Bartholomew Featherstonehaugh-Cholmondeley the Younger of Upper Slaughter", "佐藤 美咲")
    word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    notes = {}
    for n in range(105):
        last = TODAY - timedelta(days=100 + n)
        notes[f"contacts/{names[n % 3]} {n}.md"] = (
            f"---\ncadence: monthly\nrole: {word if n % 3 == 1 else 'Lead'}\norg: The {word} {n % 7}\n"
            f"tags: [{word.lower()}, a/{n % 30}]\n---\n- [ ] send {word} the slides 📅 {last}\n"
            f"- [ ] ← they send it 📅 {last}\n\n## Log\n\n- {last} call: about {word}\n"
        )
    notes[f"events/2026-12-01 {word}.md"] = f"---\nstatus: going\nplace: {word}\n---\n- [[{names[1]} 1]]\n"
    notes[f"{word}.md"] = (
        f"# {word}\n\n`{word}` https://example.org/{word}/{word}\n\n| a | {word} |\n|-|-|\n| b | c |\n"
    )
    built(write_notes(folder / "notes", notes), folder / "site")
    return folder / "site"


@pytest.fixture(scope="session")
def empty_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a notebook in which nothing is written yet."""
    folder = tmp_path_factory.mktemp("empty")
    built(write_notes(folder / "notes", {"notesite.toml": ""}), folder / "site")
    return folder / "site"


@pytest.fixture(scope="session")
def all_screens(
    screens: list[Path], crowded_site: Path, empty_site: Path, request: pytest.FixtureRequest
) -> list[Path]:
    """The pages of the sample, of a crowded notebook, and of an empty one."""
    others = (wanted(site, some_of_each_kind(site), request.config) for site in (crowded_site, empty_site))
    return [*screens, *chain.from_iterable(others)]


def wanted(site: Path, routes: list[str], config: pytest.Config) -> list[Path]:
    """The files of these pages, or with `--only` of those with one of its words in their address."""
    words = config.getoption("--only") or [""]
    return [site / route for route in routes if any(word in route for word in words)]
