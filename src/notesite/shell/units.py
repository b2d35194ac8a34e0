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
from notesite.shell.recalled import summary_in
from notesite.shell.remembered import decoded
from notesite.views.derive import CHUNKS, DIAGNOSTICS, ROWS, SUMMARIES, Views
from notesite.views.index import Index
from notesite.views.summaries import rows_of, summary_of

ENTRIES = "entries"
"""The name of what a note gives to the calendar feed."""
_ENTRIES = msgspec.msgpack.Decoder(tuple[Entry, ...])


@dataclass(frozen=True, slots=True)
class Given:
    """What a note gives to the pages of many, encoded: a summary, and what else there is under its name.

    Of all notes the summaries are at hand; the others lie on the disk until somebody asks for them.
    """

    summary: bytes
    others: Mapping[str, bytes]


GIVEN = (ENTRIES, ROWS)
"""The names of what a note gives beside its summary."""


def given_by(views: Views, path: str) -> Given:
    """What the note at a path gives."""
    rows = rows_of(views.index, path)
    others = {ENTRIES: packed(_entries(views.index, path)), ROWS: squeezed(packed(rows))}
    return Given(packed(summary_of(views.index, path)), others)


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


def changed_by(path: str, before: bytes, after: bytes) -> Iterator[Read]:
    """What pages of many would be answered otherwise when the summary of a note is another.

    No bytes are no such note.
    """
    yield read(SUMMARIES, path)
    yield from whole([SUMMARIES])
    for summary in (summary_in(data) for data in (before, after) if data):
        yield from (read(CHUNKS, name) for name in summary.chunks)
        if summary.standing and summary.standing.is_reported:
            yield from whole([DIAGNOSTICS])
