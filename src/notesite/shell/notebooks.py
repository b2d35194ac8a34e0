"""Reading a notebook: gather, read and link, with what the last build knew of its notes."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from notesite.model.diagnostic import Diagnostic, Outcome
from notesite.model.due import FollowUp
from notesite.model.network import Network
from notesite.model.note import Note
from notesite.model.settings import Settings
from notesite.reading.linking import link
from notesite.reading.notes import read_note
from notesite.rules.ranking import select
from notesite.rules.registry import dues
from notesite.shell.before import key_for, memory_of
from notesite.shell.disk import Gathered, gather, read_source
from notesite.shell.memory import Memory, Stat, digest_of, stat_of
from notesite.shell.parallel import Progress, silent, spread
from notesite.shell.places import Places

ReadNotes = dict[str, tuple[Stat, bytes, Outcome[Note | None] | None]]
"""Of each note what tells whether it changed, its digest, and what was read where that is new."""


@dataclass(frozen=True, slots=True)
class Notebook:
    """A notebook as it was read: its network, and everything that was not as it should be."""

    network: Network
    diagnostics: tuple[Diagnostic, ...]


def read_notebook(places: Places, progress: Progress = silent, jobs: int = 1) -> Notebook:
    """The first three stages: the network of a notes folder, with what is wrong in it."""
    memory = memory_of(places, key_for(places.settings))
    gathered = gather(places.notes, places.settings.ignore, memory.is_same)
    return notebook_of(gathered, places, memory, progress, jobs)[0]


def notebook_of(
    gathered: Gathered, places: Places, memory: Memory, progress: Progress, jobs: int
) -> tuple[Notebook, ReadNotes]:
    """The network of what was gathered, and what to remember of each note."""
    settings = places.settings
    outcomes, learnt = _read(gathered, places, memory, progress, jobs)
    notes = [each.value for each in outcomes if each.value is not None]
    linked = link(notes, settings, gathered.attachments, gathered.large)
    read = (found for each in outcomes for found in each.diagnostics)
    found = (*gathered.diagnostics, *read, *linked.diagnostics)
    return Notebook(linked.value, tuple(sorted(found, key=lambda each: each.sort_key))), learnt


def _read(
    gathered: Gathered, places: Places, memory: Memory, progress: Progress, jobs: int
) -> tuple[list[Outcome[Note | None]], ReadNotes]:
    """What every note says, by path: from memory where its bytes are those of the last build."""
    digests = {each.path: digest_of(each.data + str(each.size).encode()) for each in gathered.sources}
    known = {path: memory.notes[path].digest for path in gathered.same}
    known |= {
        path: digest
        for path, digest in digests.items()
        if path in memory.notes and memory.notes[path].digest == digest
    }
    recalled = memory.outcomes(known)
    sources = [each for each in gathered.sources if each.path not in recalled]
    sources += [read_source(places.notes, path) for path in gathered.same if path not in recalled]
    fresh: dict[str, Outcome[Note | None]] = {}
    outcomes = spread(partial(read_note, settings=places.settings), sources, jobs)
    for source, outcome in zip(sources, outcomes, strict=True):
        fresh[source.path] = outcome
        progress("Reading", len(fresh), len(sources))
    paths = sorted({*digests, *gathered.same})
    learnt = {
        path: (
            stat_of(gathered.stats[path]),
            digests.get(path) or known[path],
            fresh.get(path),
        )
        for path in paths
    }
    return [fresh.get(path) or recalled[path] for path in paths], learnt


def follow_ups(notebook: Notebook, settings: Settings, day: date) -> tuple[FollowUp, ...]:
    """Whom to reach on a day and why, the most pressing first."""
    return select(dues(notebook.network, settings), notebook.network, day)
