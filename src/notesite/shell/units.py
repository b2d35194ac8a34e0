"""What each note gives to the site: its own page, and what the pages of many notes are made of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

import msgspec

from notesite.exchange.icalendar_feed import Entry, entries_of
from notesite.model.lookup import Read, read
from notesite.pages.sentences import told
from notesite.reading.changes import whole
from notesite.rules.ranking import standing
from notesite.shell.catalogues import catalogue
from notesite.shell.packing import packed, squeezed
from notesite.shell.recalled import days_in, summary_in
from notesite.shell.remembered import decoded
from notesite.views.chronicle import DATED
from notesite.views.dated import lines_of
from notesite.views.derive import Views
from notesite.views.finding import found_of
from notesite.views.index import Index
from notesite.views.network import CIRCLES
from notesite.views.summaries import rows_of, summary_of
from notesite.views.tallies import tally_of
from notesite.views.together import CHUNKS, DIAGNOSTICS, FOUND, ROWS, SUMMARIES, TALLIES

ENTRIES, LINES = "entries", "lines"
"""The names of what a note gives to the calendar feed and to the timeline."""
_ENTRIES = msgspec.msgpack.Decoder(tuple[Entry, ...])


@dataclass(frozen=True, slots=True)
class Given:
    """What a note gives to the pages of many, encoded: a summary, and what else there is under its name.

    Of all notes the summaries are at hand; the others lie on the disk until somebody asks for them.
    """

    summary: bytes
    others: Mapping[str, bytes]


GIVEN = (ENTRIES, ROWS, FOUND, LINES, TALLIES)
"""The names of what a note gives beside its summary."""


def given_by(views: Views, path: str) -> Given:
    """What the note at a path gives."""
    index = views.index
    rows, lines, tally = rows_of(index, path), lines_of(index, path), tally_of(index, path)
    others = {
        ENTRIES: packed(_entries(index, path)),
        ROWS: squeezed(packed(rows)),
        FOUND: squeezed(packed(found_of(index, path, rows))),
        TALLIES: packed(tally) if tally else b"",
        LINES: packed({day: packed(found) for day, found in lines.items()}),
    }
    return Given(packed(summary_of(index, path, lines)), others)


def entries_in(data: bytes) -> tuple[Entry, ...]:
    """The entries that were given. Raises ForgottenError where they are broken."""
    return decoded(_ENTRIES, data) if data != _NO_ENTRIES else ()


_NO_ENTRIES = packed(())


def _entries(index: Index, path: str) -> tuple[Entry, ...]:
    """The entries of the calendar feed that speak of a note."""
    network, event = index.network, index.network.events.get(path)
    me = network.contacts.get(network.me or "") if event else None
    return entries_of(
        standing(index.windows_of.get(path, ()), index.today),
        (event,) if event else (),
        (network.contacts, network.events),
        index.today,
        me.card.timezone if me else "",
        partial(told, catalogue(index.settings.language)),
    )


def changed_days(before: bytes, after: bytes) -> Iterator[Read]:
    """Of which days the timeline tells otherwise when a note has other lines; no bytes are no note."""
    old, new = (days_in(data) if data else {} for data in (before, after))
    yield from (read(DATED, str(day)) for day in old.keys() | new.keys() if old.get(day) != new.get(day))


def changed_by(path: str, before: bytes, after: bytes) -> Iterator[Read]:
    """What pages of many would be answered otherwise when the summary of a note is another.

    No bytes are no such note.
    """
    yield read(SUMMARIES, path)
    yield from whole([SUMMARIES])
    summaries = [summary_in(data) for data in (before, after) if data]
    if len({(each.standing.circle, each.standing.status) for each in summaries if each.standing}) > 1:
        yield from whole([CIRCLES])
    for summary in summaries:
        yield from (read(CHUNKS, name) for name in summary.chunks)
        if summary.standing and summary.standing.is_reported:
            yield from whole([DIAGNOSTICS])
