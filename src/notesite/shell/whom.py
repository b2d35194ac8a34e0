"""Whom to reach on a day, without a site: what the last build of that day knew is not worked out again."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial

from notesite.model.due import FollowUp
from notesite.model.network import Network
from notesite.model.summary import Summary
from notesite.rules.ranking import standing
from notesite.shell.before import key_for, memory_of
from notesite.shell.collecting import undisturbed
from notesite.shell.disk import gather
from notesite.shell.marks import Changed
from notesite.shell.memory import ForgottenError, Memory
from notesite.shell.notebooks import Notebook, notebook_of
from notesite.shell.parallel import Progress, silent, spread
from notesite.shell.places import Places
from notesite.shell.recalled import summary_in
from notesite.shell.remembered import units_in
from notesite.views.derive import Views, derive
from notesite.views.summaries import summary_of


@dataclass(frozen=True)
class Whom:
    """The follow-ups of a day, the most pressing first, with each note in short.

    The network is put together when it is asked for; few ask.
    """

    summaries: Mapping[str, Summary]
    follow_ups: tuple[FollowUp, ...]
    read: Callable[[], Notebook]

    @cached_property
    def network(self) -> Network:
        """The network."""
        return self.read().network


def whom(places: Places, day: date, progress: Progress = silent, jobs: int = 1) -> Whom:
    """Whom to reach on a day and why."""
    for memory in (memory_of(places, key_for(places.settings)), memory_of(places, "")):
        with suppress(ForgottenError), undisturbed():
            return _whom(places, day, memory, progress, jobs)
    raise AssertionError("a memory of nothing forgets nothing")


def _whom(places: Places, day: date, memory: Memory, progress: Progress, jobs: int) -> Whom:
    gathered = gather(places.notes, places.settings.ignore, memory.is_same)
    units = units_in(memory) if memory.day == day.isoformat() else {}
    read = partial(notebook_of, gathered, places, memory, progress, jobs)
    is_same = not gathered.sources and len(gathered.same) == len(memory.notes)
    if units and is_same and gathered.files == memory.attachments:
        summaries = {path: summary_in(unit.summary) for path, unit in units.items()}
        return Whom(summaries, _follow_ups(summaries, day), read)
    notebook = read()
    views = derive(notebook.network, notebook.diagnostics, day, places.settings, notebook.reads)
    changed = Changed(notebook.changed)
    known = {path: unit.summary for path, unit in units.items() if not changed.touches(unit.marks)}
    paths = list(notebook.network.faces)
    anew = [path for path in paths if path not in known]
    found = dict(zip(anew, spread(partial(_summary, views=views), anew, jobs), strict=True))
    summaries = {path: found[path] if path in found else summary_in(known[path]) for path in paths}
    return Whom(summaries, _follow_ups(summaries, day), lambda: notebook)


def _follow_ups(summaries: Mapping[str, Summary], day: date) -> tuple[FollowUp, ...]:
    return standing((each for found in summaries.values() for each in found.windows), day)


def _summary(path: str, views: Views) -> Summary:
    return summary_of(views.index, path)
