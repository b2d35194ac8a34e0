"""Who is tied to whom by what a note tells: the same call, an introduction, an event."""

from collections.abc import Iterator

from notesite.model.origin import Origin
from notesite.reading.happenings import Happenings


def ties(happened: Happenings, own: str) -> Iterator[str]:
    """Pairs of paths one after the other, each pair once, with the note's own as an empty one.

    Of several people in one entry the first is tied to each of the others, so that a long table is no
    thousand pairs.
    """
    found = dict.fromkeys((*_at_events(happened), *_together(happened)))
    yield from (path if path != own else "" for pair in found for path in pair)


def _at_events(happened: Happenings) -> Iterator[tuple[str, str]]:
    for contact, events in happened.events.items():
        yield from ((contact, event) for event in events)


def _together(happened: Happenings) -> Iterator[tuple[str, str]]:
    first: dict[Origin, str] = {}
    for contact, interactions in happened.interactions.items():
        for each in interactions:
            if each.entry or not (each.event or each.task):
                one = first.setdefault(each.origin, contact)
                if one != contact:
                    yield (one, contact)
