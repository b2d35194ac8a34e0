"""Figures of small notebooks, for tests."""

from collections.abc import Mapping
from datetime import date

from notesite.insights.sums import Sums, summed
from notesite.views.insights import InsightsView
from tests.pages.networks import TODAY, site_of


def figures(notes: Mapping[str, str], day: date = TODAY) -> InsightsView:
    """The figures of some notes on a day."""
    return site_of(notes, day).views.insights()


def sums(notes: Mapping[str, str], day: date = TODAY) -> Sums:
    """What all contacts of some notes give."""
    tallies = site_of(notes, day).views.index.tallies
    return summed(((path, each) for path, each in tallies.items() if each), day)


def logged(*lines: str, header: str = "") -> str:
    """A contact's note with a log, and a front matter."""
    log = "".join(f"- {line}\n" for line in lines)
    return f"---\n{header}\n---\n## Log\n\n{log}"
