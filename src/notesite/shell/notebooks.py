"""Reading a notebook: gather, read and link, with what the last build knew of its notes."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from notesite.checks.registry import CHECKS
from notesite.model.diagnostic import Diagnostic
from notesite.model.lookup import Read, Reads
from notesite.model.network import Network
from notesite.model.note import Note
from notesite.model.settings import Settings
from notesite.model.trace import Face, Trace
from notesite.reading.changes import Known, changed_reads
from notesite.reading.linking import SHARED, Linking, names_of, network_of
from notesite.reading.notes import read_note
from notesite.reading.resolving import words_of, words_of_file
from notesite.reading.sources import Source
from notesite.reading.tracing import Names, face_of, trace
from notesite.shell.before import key_for, memory_of
from notesite.shell.disk import Gathered, gather
from notesite.shell.keeping import Row
from notesite.shell.memory import ForgottenError, Memory, digest_of, stat_of
from notesite.shell.note_records import note_as_record
from notesite.shell.parallel import Progress, silent, spread
from notesite.shell.places import Places
from notesite.shell.records import as_record
from notesite.shell.remembered import Recalled, Stored, Told, note_of, told_in
from notesite.shell.spool import Spool
from notesite.shell.words import Words


@dataclass(frozen=True, slots=True)
class Notebook:
    """A notebook as it was read: its network, and what was not as it should be in its notes.

    `linking` is what the network is made of. What is asked of it is told to `reads`. `learnt` is what to
    remember of each note, with the `records` of those that were read; `changed` is what the network would
    have answered otherwise to the last build.
    """

    network: Network
    linking: Linking
    diagnostics: tuple[Diagnostic, ...]
    reads: Reads
    learnt: Mapping[str, Row]
    records: Mapping[str, bytes]
    changed: frozenset[Read]


def read_notebook(places: Places, progress: Progress = silent, jobs: int = 1) -> Notebook:
    """The first three stages: the network of a notes folder, with what is wrong in it."""
    key = key_for(places.settings)
    for memory in (memory_of(places, key), memory_of(places, "")):
        gathered = gather(places.notes, places.settings.ignore, memory.is_same)
        try:
            notebook = notebook_of(gathered, places, memory, progress, jobs)
            reports = (found for each in notebook.network.contacts.values() for found in each.reports)
            found = sorted((*notebook.diagnostics, *reports), key=lambda each: each.sort_key)
            return replace(notebook, diagnostics=tuple(found))
        except ForgottenError:
            continue
    raise AssertionError("a memory of nothing forgets nothing")


def notebook_of(
    gathered: Gathered,
    places: Places,
    memory: Memory,
    progress: Progress = silent,
    jobs: int = 1,
    recalled: Recalled | None = None,
) -> Notebook:
    """The network of what was gathered; what was `recalled` before is not decoded again.

    Raises ForgottenError where something that the last build knew cannot be had.
    """
    known = told_in(memory, recalled or Recalled())
    rows, told, records = _read(gathered, places, memory, known, progress, jobs)
    stored = Stored(memory.file, "", records)
    note = lru_cache(SHARED)(lambda path: note_of(stored(path)))
    faces = {path: each.face for path, each in told.items() if each.face}
    names = names_of(faces, places.settings, gathered.attachments, gathered.large)
    anew = _to_trace(told, known, gathered.files ^ memory.attachments)
    words = Words()
    for path, found in zip(anew, spread(partial(_traced, note=note, names=names), anew, jobs), strict=True):
        told[path] = replace(told[path], trace=words.within(found[0]), reports=found[1])
        rows[path] = replace(rows[path], told=told[path])
    reads = Reads()
    linking = Linking(faces, {path: told[path].trace for path in faces}, note, names)
    network = network_of(linking, places.settings, gathered.attachments, SHARED, reads)
    read = (found for each in told.values() for found in each.diagnostics)
    checked = (found for check in CHECKS for found in check(network))
    diagnostics = sorted((*gathered.diagnostics, *read, *checked), key=lambda each: each.sort_key)
    changed = changed_reads(_changes(known, told, rows))
    return Notebook(network, linking, tuple(diagnostics), reads, rows, records, frozenset(changed))


def _changes(
    known: Mapping[str, Told], told: Mapping[str, Told], rows: Mapping[str, Row]
) -> Iterator[tuple[str, Known, Known]]:
    """Each note that was read or linked anew, or is gone, as it was and as it is."""
    anew = (path for path, row in rows.items() if row.told is not None)
    for path in (*anew, *(path for path in known if path not in told)):
        old, new = known.get(path, _NONE), told.get(path, _NONE)
        yield path, Known(old.face, old.trace), Known(new.face, new.trace)


_NONE = Told(None)


def _read(
    gathered: Gathered,
    places: Places,
    memory: Memory,
    known: Mapping[str, Told],
    progress: Progress,
    jobs: int,
) -> tuple[dict[str, Row], dict[str, Told], Spool]:
    """What every note says, by path: from memory where its bytes are those of the last build.

    The third are the records of all others.
    """
    digests = {each.path: digest_of(each.data + str(each.size).encode()) for each in gathered.sources}
    digests |= {path: memory.notes[path].digest for path in gathered.same}
    is_known = {path for path in digests if path in known and memory.notes[path].digest == digests[path]}
    sources = [each for each in gathered.sources if each.path not in is_known]
    fresh: dict[str, Told] = {}
    records = Spool(memory.file.parent)
    read = spread(partial(_noted, settings=places.settings), sources, jobs)
    for source, (found, record) in zip(sources, read, strict=True):
        fresh[source.path] = found
        if record:
            records[source.path] = record
        progress("Reading", len(fresh), len(sources))
    rows: dict[str, Row] = {}
    told: dict[str, Told] = {}
    for path in sorted(digests):
        told[path] = fresh[path] if path in fresh else known[path]
        rows[path] = Row(stat_of(gathered.stats[path]), digests[path], fresh.get(path))
    return rows, told, records


def _to_trace(told: Mapping[str, Told], known: Mapping[str, Told], files: Iterable[str]) -> list[str]:
    """The notes of which it is to be found out where their links lead: new ones, and those that looked for a
    word which another note or file answers to now, or no longer."""
    words = {word for path in files for word in words_of_file(path)}
    for path in told.keys() | known.keys():
        new, old = told.get(path, _NONE), known.get(path, _NONE)
        if new is not old and _names(new.face) != _names(old.face):
            words.update(*(words_of(each.face) for each in (new, old) if each.face))
    return [
        path
        for path, each in told.items()
        if each.face and (each is not known.get(path) or not words.isdisjoint(each.trace.asked))
    ]


def _names(face: Face | None) -> tuple[object, ...] | None:
    return (face.kind, face.name, face.aliases) if face else None


def _traced(path: str, note: Callable[[str], Note], names: Names) -> tuple[Trace, bytes]:
    """What a note tells the others, and what is wrong with its links, as they are remembered."""
    found = trace(note(path), names)
    return found.value, as_record(found.diagnostics) if found.diagnostics else b""


def _noted(source: Source, settings: Settings) -> tuple[Told, bytes]:
    """What a file says, as it is remembered."""
    read = read_note(source, settings)
    found = as_record(read.diagnostics) if read.diagnostics else b""
    if read.value is None:
        return Told(None, found=found), b""
    return Told(face_of(read.value), found=found), note_as_record(read.value)
