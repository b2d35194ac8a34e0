"""The options that the tests add to pytest, and the language of the terminal that they run in."""

from collections.abc import Iterator

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite", action="store_true", help="write into the stories what is read")
    parser.addoption("--site", metavar="DIR", help="check the pages of this site, instead of the sample's")
    parser.addoption("--only", metavar="WORD", action="append", help="check pages with this in their address")
    parser.addoption("--every-page", action="store_true", help="check all pages, not some of each kind")


@pytest.fixture(scope="session", autouse=True)
def _english() -> Iterator[None]:
    """A system in English, whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LC_ALL", "C.UTF-8")
        yield
