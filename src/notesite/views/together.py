"""What several screens are made of, worked out once for all of them."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from notesite.model.diagnostic import Diagnostic
from notesite.model.lookup import EVERY
from notesite.views.buckets import Buckets, buckets
from notesite.views.chronicle import Chronicle
from notesite.views.clusters import Hanging
from notesite.views.dealings import Dealings
from notesite.views.finding import Bucket, Named, buckets_of
from notesite.views.index import Index
from notesite.views.upcoming import Upcoming, upcoming

SUMMARIES, ROWS, FOUND, TALLIES = "summaries", "rows", "found", "tallies"
CHUNKS, DIAGNOSTICS = "chunks", "diagnostics"
"""What pages of many notes say that they have read."""


class Together:
    """What all notes are together, each part when it is asked for.

    It is worked out for no page alone, so what it asks for is told to none: a page says by itself, or is
    given, what it depends on.
    """

    def __init__(self, index: Index, diagnostics: Sequence[Diagnostic]) -> None:
        self._index, self._diagnostics = index, diagnostics

    @cached_property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong in the notes, in order."""
        with self._index.reads.recorded():
            contacts = self._index.network.contacts
            found = (
                *self._diagnostics,
                *(each for path in self.reported for each in contacts[path].reports),
            )
        return tuple(sorted(found, key=lambda each: each.sort_key))

    @cached_property
    def reported(self) -> tuple[str, ...]:
        """The contacts of whom the notes say something that is wrong together."""
        with self._index.reads.recorded():
            summaries = self._index.summaries.items()
            return tuple(path for path, each in summaries if each.standing and each.standing.is_reported)

    @cached_property
    def upcoming(self) -> Upcoming:
        """What comes up beside the follow-ups."""
        with self._index.reads.recorded():
            return upcoming(self._index)

    @cached_property
    def buckets(self) -> Buckets:
        """The buckets of rows."""
        with self._index.reads.recorded():
            return buckets(self._index)

    @property
    def dealings(self) -> Dealings:
        """What the notes tell of giving, asking and introducing: whoever asks has read them all."""
        self._index.reads.add(SUMMARIES, EVERY)
        return self._dealings

    @cached_property
    def _dealings(self) -> Dealings:
        return Dealings(self._index)

    @cached_property
    def hanging(self) -> Hanging:
        """How the network hangs together."""
        return Hanging(self._index)

    @cached_property
    def timeline(self) -> Chronicle:
        """Everything dated."""
        return Chronicle(self._index)

    @cached_property
    def found_in(self) -> tuple[Bucket, ...]:
        """The buckets of what can be searched for."""
        with self._index.reads.recorded():
            return buckets_of(self._index.network.faces, self._named())

    def _named(self) -> Iterator[Named]:
        network = self._index.network
        for key, org in network.organisations.items():
            if not org.path:
                yield Named("organisation", org.name, key)
        for key, tag in network.tags.items():
            yield Named("tag", tag.name, key)
        for key, place in network.places.items():
            yield Named("place", place.name, key)
