"""The figures of a notebook on a day, without a site."""

from datetime import date

from notesite.shell.collecting import undisturbed
from notesite.shell.notebooks import read_notebook
from notesite.shell.parallel import Progress, silent
from notesite.shell.places import Places
from notesite.views.derive import derive
from notesite.views.insights import InsightsView

Figures = InsightsView
"""What the page of figures shows."""


def figures_of(places: Places, day: date, progress: Progress = silent, jobs: int = 1) -> Figures:
    """The figures of a day."""
    with undisturbed():
        notebook = read_notebook(places, progress, jobs)
        return derive(notebook.network, notebook.diagnostics, day, places.settings).insights()
