"""The rows that Today, Follow-ups and Promises show on the days after the build, in small buckets.

A note's rows are in the bucket that a hash of its path chooses, so that an edit touches one bucket.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

from notesite.views.events import EventRow, event_row
from notesite.views.index import Index
from notesite.views.parts import FollowUpRow, PromiseRow
from notesite.views.rows import promise_row, window_row
from notesite.views.upcoming import Birthday, Upcoming, birthday_of, birthdays_of, open_promises_in

CONTACTS_IN_ONE = 8
"""About how many a bucket has: few, as a page shows rows of people whom nothing brings together."""


@dataclass(frozen=True, slots=True)
class Buckets:
    """How many buckets there are, and the notes of each that has any."""

    count: int
    paths: Mapping[int, tuple[str, ...]]

    def of(self, path: str) -> int:
        """The bucket of a note's rows."""
        return bucket_of(path, self.count)


@dataclass(frozen=True, slots=True)
class NoteRows:
    """All rows of a note, each in its place among those of its kind."""

    path: str
    windows: tuple[FollowUpRow, ...]
    promises: tuple[PromiseRow, ...]
    events: tuple[EventRow, ...]
    birthdays: tuple[Birthday, ...]


@dataclass(frozen=True, slots=True)
class RowsView:
    """The rows of a bucket, as of the day of the build; the browser words them for its own."""

    day: date
    notes: tuple[NoteRows, ...]


def bucket_count(contacts: int) -> int:
    """How many buckets so many contacts have: a power of two, so that it seldom changes."""
    return 1 << ((contacts - 1) // CONTACTS_IN_ONE).bit_length() if contacts else 1


def bucket_of(path: str, count: int) -> int:
    """The bucket of a note's rows, of so many."""
    digest = blake2b(path.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest) % count


def buckets(index: Index, ahead: Upcoming) -> Buckets:
    """The buckets of a network."""
    count = bucket_count(len(index.network.contacts))
    items = (*ahead.mine, *ahead.theirs, *ahead.events, *ahead.birthdays)
    found: dict[int, list[str]] = {}
    due = (path for path, windows in index.windows_of.items() if windows)
    for path in sorted({*due, *(each.path for each in items)}):
        found.setdefault(bucket_of(path, count), []).append(path)
    return Buckets(count, {bucket: tuple(paths) for bucket, paths in sorted(found.items())})


def rows_view(index: Index, paths: tuple[str, ...]) -> RowsView:
    """The rows of some notes."""
    return RowsView(index.today, tuple(_rows(index, path) for path in paths))


def _rows(index: Index, path: str) -> NoteRows:
    contact, event = index.network.contacts.get(path), index.network.events.get(path)
    return NoteRows(
        path=path,
        windows=tuple(window_row(index, each) for each in index.windows_of.get(path, ())),
        promises=tuple(promise_row(index, each) for each in open_promises_in(index, path)),
        events=(event_row(index, event),) if event else (),
        birthdays=tuple(birthday_of(index, each) for each in birthdays_of(index, contact)) if contact else (),
    )
