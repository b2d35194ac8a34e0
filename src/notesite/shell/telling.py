"""Letting the views know what all notes gave, and the making what pages of many would be told otherwise."""

from collections.abc import Iterator, Mapping
from functools import partial

from notesite.model.lookup import Late, Lookup, Made, Read, read
from notesite.model.tally import Tally
from notesite.reading.changes import whole
from notesite.shell.marks import Changed
from notesite.shell.memory import ForgottenError, Memory
from notesite.shell.recalled import found_in, lines_in, rows_in, tally_in
from notesite.shell.remembered import Recalled, Stored, Unit, given_in
from notesite.shell.units import LINES, changed_by, changed_days
from notesite.views.finding import NOTES_IN_ONE
from notesite.views.index import Index
from notesite.views.together import FOUND, ROWS, SUMMARIES, TALLIES

Given = Mapping[str, Mapping[str, bytes]]
"""By its name, what the notes that were made anew gave beside their summaries."""

KEPT_ROWS = 200
"""Of how many notes the rows are kept in memory: pages of many show neighbours."""


def tell(index: Index, memory: Memory, recalled: Recalled, units: Mapping[str, Unit], given: Given) -> None:
    """Let an index know what all notes gave; each is decoded when a page asks for it.

    What is not `given` anew is that of the last build.
    """
    records = [(path, each.summary) for path, each in units.items()]
    summaries = Late(partial(recalled.summaries.all, records))
    index.summaries = Lookup(summaries, SUMMARIES, index.reads)
    rows, found, lines = (Stored(memory.file, name, given[name]) for name in (ROWS, FOUND, LINES))
    index.rows = Lookup(Made(units, lambda path: rows_in(rows(path)), KEPT_ROWS), ROWS, index.reads)
    findable = Made(units, lambda path: found_in(found(path)), 2 * NOTES_IN_ONE)
    index.found = Lookup(findable, FOUND, index.reads)
    index.lines = lambda path, day: lines_in(lines(path), day)
    tallies = Late(partial(_tallies, memory, list(units), given[TALLIES]))
    index.tallies = Lookup(tallies, TALLIES, index.reads)


def _tallies(memory: Memory, paths: list[str], fresh: Mapping[str, bytes]) -> Mapping[str, Tally | None]:
    """What each note gives to the figures: bytes, which one page decodes, and does not keep."""
    known = given_in(memory, TALLIES) if len(fresh) < len(paths) else {}
    try:
        records = {path: fresh[path] if path in fresh else known[path] for path in paths}
    except KeyError as error:
        raise ForgottenError from error
    return Made(records, lambda path: tally_in(records[path]), 0)


def add_changes(
    changed: Changed, memory: Memory, before: Mapping[str, Unit], after: Mapping[str, Unit], given: Given
) -> None:
    """Add what pages of many would be told otherwise since notes give something else, or no more."""
    changed.add(_changes(memory, before, after, given))


def _changes(
    memory: Memory, before: Mapping[str, Unit], after: Mapping[str, Unit], given: Given
) -> Iterator[Read]:
    known = {name: Stored(memory.file, name, {}) for name in given}
    gone = (path for path in before if path not in after)
    for path in (*given[ROWS], *gone):
        for name, fresh in given.items():
            was = known[name](path) if path in before else b""
            now = fresh[path] if path in after else b""
            if was != now:
                yield from (read(name, path), *whole([name]))
                yield from changed_days(was, now) if name == LINES else ()
        old, new = (each[path].summary if path in each else b"" for each in (before, after))
        if old != new:
            yield from changed_by(path, old, new)
