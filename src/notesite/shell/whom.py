"""Whom to reach on a day, without a site: what the last build of that day knew is not worked out again."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import partial

from notesite.model.due import FollowUp
from notesite.model.lookup import Lookup
from notesite.model.network import Network
from notesite.model.summary import Summary
from notesite.shell.before import key_for, memory_of
from notesite.shell.collecting import undisturbed
from notesite.shell.disk import gather
from notesite.shell.marks import Changed
from notesite.shell.memory import ForgottenError, Memory
from notesite.shell.notebooks import notebook_of
from notesite.shell.parallel import Progress, silent, spread
from notesite.shell.places import Places
from notesite.shell.recalled import summary_in
from notesite.shell.remembered import units_in
from notesite.views.derive import SUMMARIES, Views, derive
from notesite.views.summaries import summary_of


@dataclass(frozen=True, slots=True)
class Whom:
    """The follow-ups of a day, the most pressing first, with the network and each of its notes in short."""

    network: Network
    summaries: Mapping[str, Summary]
    follow_ups: tuple[FollowUp, ...]


def whom(places: Places, day: date, progress: Progress = silent, jobs: int = 1) -> Whom:
    """Whom to reach on a day and why."""
    for memory in (memory_of(places, key_for(places.settings)), memory_of(places, "")):
        with suppress(ForgottenError), undisturbed():
            return _whom(places, day, memory, progress, jobs)
    raise AssertionError("a memory of nothing forgets nothing")


def _whom(places: Places, day: date, memory: Memory, progress: Progress, jobs: int) -> Whom:
    gathered = gather(places.notes, places.settings.ignore, memory.is_same)
    notebook = notebook_of(gathered, places, memory, progress, jobs)
    views = derive(notebook.network, notebook.diagnostics, day, places.settings, notebook.reads)
    changed = Changed(notebook.changed)
    units = units_in(memory) if memory.day == day.isoformat() else {}
    known = {path: unit.summary for path, unit in units.items() if not changed.touches(unit.marks)}
    paths = list(notebook.network.faces)
    anew = [path for path in paths if path not in known]
    found = dict(zip(anew, spread(partial(_summary, views=views), anew, jobs), strict=True))
    summaries = {path: found[path] if path in found else summary_in(known[path]) for path in paths}
    views.index.summaries = Lookup(summaries, SUMMARIES, notebook.reads)
    return Whom(notebook.network, summaries, views.follow_ups)


def _summary(path: str, views: Views) -> Summary:
    return summary_of(views.index, path)
