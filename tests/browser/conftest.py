"""A headless browser for the tests that need one."""

import os
import shutil
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """A headless Chromium; without one its tests are skipped, but not where it is required."""
    needed = os.environ.get("NOTESITE_NEEDS_BROWSER") == "1"
    executable = next(filter(None, map(shutil.which, BROWSERS)), None)
    if executable is None or find_spec("playwright") is None:
        reason = f"no browser is installed: looked for {', '.join(BROWSERS)}, and for playwright"
        if needed:
            pytest.fail(reason)
        pytest.skip(reason)
    with import_module("playwright.sync_api").sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield chromium
        chromium.close()
