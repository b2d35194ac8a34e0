"""The rows that Today, Follow-ups and Promises show on the days after the build, in small buckets.

A note's rows are in the bucket that a hash of its path chooses, so that an edit touches one bucket.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

from notesite.views.index import Index
from notesite.views.parts import EventRow, FollowUpRow, PromiseRow
from notesite.views.upcoming import Birthday, birthday_of, birthdays_of

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
class Listed:
    """The rows of a note that the pages of later days show, with None in the place of a settled promise."""

    path: str
    windows: tuple[FollowUpRow, ...]
    promises: tuple[PromiseRow | None, ...]
    events: tuple[EventRow, ...]
    birthdays: tuple[Birthday, ...]


@dataclass(frozen=True, slots=True)
class RowsView:
    """The rows of a bucket, as of the day of the build; the browser words them for its own."""

    day: date
    notes: tuple[Listed, ...]


def bucket_count(contacts: int) -> int:
    """How many buckets so many contacts have: a power of two, so that it seldom changes."""
    return 1 << ((contacts - 1) // CONTACTS_IN_ONE).bit_length() if contacts else 1


def bucket_of(path: str, count: int) -> int:
    """The bucket of a note's rows, of so many."""
    digest = blake2b(path.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest) % count


def buckets(index: Index) -> Buckets:
    """The buckets of a network."""
    summaries = index.summaries.values()
    count = bucket_count(sum(each.standing is not None for each in summaries))
    found: dict[int, list[str]] = {}
    for path in sorted(each.path for each in summaries if each.chunks):
        found.setdefault(bucket_of(path, count), []).append(path)
    return Buckets(count, {bucket: tuple(paths) for bucket, paths in sorted(found.items())})


def rows_view(index: Index, paths: tuple[str, ...]) -> RowsView:
    """The rows of some notes."""
    return RowsView(index.today, tuple(_listed(index, path) for path in paths))


def _listed(index: Index, path: str) -> Listed:
    rows, summary = index.rows[path], index.summaries[path]
    open_promises = [each if each.is_open else None for each in rows.promises]
    while open_promises and open_promises[-1] is None:
        open_promises.pop()
    return Listed(
        path=path,
        windows=rows.windows,
        promises=tuple(open_promises),
        events=(rows.event,) if rows.event else (),
        birthdays=tuple(birthday_of(index, each) for each in birthdays_of(index, summary)),
    )
