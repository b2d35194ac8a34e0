"""What a change of some notes changes for those who looked something up in the network."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from notesite.model.lookup import EVERY, KEYS, Read, read
from notesite.model.text import fold, tag_levels
from notesite.model.trace import Face, Trace
from notesite.model.values import Kind

OWN = ("notes", "targets", "values", "events", "contacts", "promises_in", "told_in")
"""The lookups of which a note's own value may be another whenever its file or a link of it is."""

NOTHING = Trace()

Said = tuple[tuple[str, str], object]
"""The name and key of a lookup, and what a note contributes to the value there."""


@dataclass(frozen=True, slots=True)
class Known:
    """A note's place in the network; without a face there is no such note."""

    face: Face | None = None
    trace: Trace = NOTHING


def changed_reads(changes: Iterable[tuple[str, Known, Known]]) -> set[Read]:
    """What would be answered otherwise, given each note that was read or linked anew as it was and as it is.

    It may name too much, but never too little: whoever asked for none of these is as before.
    """
    found: set[tuple[str, str]] = set()
    for path, old, new in changes:
        found |= {(name, path) for name in OWN}
        found |= {("contacts", each) for each in (*old.trace.told, *new.trace.told)}
        before, after = dict(_said(path, old)), dict(_said(path, new))
        found |= {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    return {read(name, key) for name, key in found} | whole({name for name, _ in found})


def whole(names: Iterable[str]) -> set[Read]:
    """That lookups were asked for all of their keys or values."""
    return {read(name, each) for name in names for each in (KEYS, EVERY)}


def _said(path: str, known: Known) -> Iterator[Said]:
    """What a note contributes to the values of lookups."""
    face, trace = known.face, known.trace
    if face is None:
        return
    yield ("faces", path), face
    yield ("photos", path), trace.photo
    yield ("tags_of", path), trace.tags
    if face.kind is Kind.GROUP:
        yield from ((("organisations", path), face.name), (("org_keys", path), face.name))
        yield ("org_keys", fold(face.name)), path
    for key, label in (*trace.orgs, *trace.past):
        for place in (("organisations", key), ("org_keys", key), ("org_keys", fold(label))):
            yield place, (trace.orgs, trace.past)
    yield ("ties", path), (trace.ties, trace.knows, trace.introduced_by)
    yield from ((("places", key), (trace.places, face.kind)) for key, _ in trace.places)
    if face.kind not in (Kind.CONTACT, Kind.EVENT):
        yield from ((("places", fold(name)), path) for name in (face.name, *face.aliases))
    for tag in trace.tags:
        yield from ((("tags", key), (trace.tags, face.kind)) for key, _ in tag_levels(tag))
    yield from ((("backlinks", each), path) for each in trace.leads_to)
    yield from ((("known_by", each), path) for each in trace.knows)
    yield from ((("topics", each), path) for each in trace.topics)
    yield from ((("interested", each), path) for each in trace.interests)
    yield from ((("contacts", each), path) for each in trace.introduced_by)
    yield from ((("missing", name), trace.missing) for name, _, _ in trace.missing)
