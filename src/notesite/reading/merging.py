"""What the traces of all notes say together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from notesite.model.network import Organisation, Place, Tag
from notesite.model.origin import Origin
from notesite.model.text import fold, tag_levels
from notesite.model.trace import Face, Trace
from notesite.model.values import Kind


def gathered(traces: Mapping[str, Trace], field: str) -> dict[str, tuple[str, ...]]:
    """By what a field of the traces names, the paths of the notes that name it, in their order."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for path, each in traces.items():
        for key in getattr(each, field):
            found[key][path] = None
    return {key: tuple(paths) for key, paths in sorted(found.items())}


def missing(traces: Mapping[str, Trace]) -> dict[str, tuple[Origin, ...]]:
    """The names without a note, each with where it is linked."""
    found: dict[str, list[Origin]] = defaultdict(list)
    for path, each in traces.items():
        for name, line, column in each.missing:
            found[name].append(Origin(path, line, column))
    return {name: tuple(origins) for name, origins in sorted(found.items())}


def organisations(
    faces: Mapping[str, Face], traces: Mapping[str, Trace], paths: Mapping[Kind, Sequence[str]]
) -> dict[str, Organisation]:
    """Groups under their path, names without a note under their folded name."""
    names: dict[str, str] = {path: faces[path].name for path in paths[Kind.GROUP]}
    members: dict[str, dict[str, None]] = defaultdict(dict)
    past: dict[str, dict[str, None]] = defaultdict(dict)
    for path in paths[Kind.CONTACT]:
        for key, label in traces[path].orgs:
            names.setdefault(key, label)
            members[key][path] = None
        for key, label in traces[path].past:
            names.setdefault(key, label)
            if path not in members[key]:
                past[key][path] = None
    return {
        key: Organisation(
            name=name,
            path=key if key in faces else None,
            members=tuple(members[key]),
            past_members=tuple(path for path in past[key] if path not in members[key]),
        )
        for key, name in sorted(names.items(), key=lambda pair: (fold(pair[1]), pair[0]))
    }


def tags(faces: Mapping[str, Face], traces: Mapping[str, Trace]) -> dict[str, Tag]:
    """Every tag and every tag above it, under its folded name."""
    names: dict[str, str] = {}
    carriers: dict[str, dict[str, None]] = defaultdict(dict)
    below: dict[str, dict[str, None]] = defaultdict(dict)
    for path, each in traces.items():
        for tag in each.tags:
            above = ""
            for key, name in tag_levels(tag):
                names.setdefault(key, name)
                carriers[key][path] = None
                if above:
                    below[above][key] = None
                above = key
    return {key: _tag(names[key], carriers[key], tuple(sorted(below[key])), faces) for key in sorted(names)}


def _tag(name: str, paths: Iterable[str], below: tuple[str, ...], faces: Mapping[str, Face]) -> Tag:
    found: dict[Kind, list[str]] = defaultdict(list)
    for path in paths:
        kind = faces[path].kind
        found[kind if kind in (Kind.CONTACT, Kind.EVENT) else Kind.PAGE].append(path)
    people, events, others = (tuple(found[kind]) for kind in (Kind.CONTACT, Kind.EVENT, Kind.PAGE))
    return Tag(name, people, events, others, below)


def places(faces: Mapping[str, Face], traces: Mapping[str, Trace]) -> dict[str, Place]:
    """Every place of a contact or event, under its folded name, with the other notes that are called so."""
    names: dict[str, str] = {}
    there: dict[str, dict[str, None]] = defaultdict(dict)
    for path, each in traces.items():
        for key, label in each.places:
            names.setdefault(key, label)
            there[key][path] = None
    about: dict[str, dict[str, None]] = defaultdict(dict)
    for path, face in faces.items():
        if face.kind not in (Kind.CONTACT, Kind.EVENT):
            for name in (face.name, *face.aliases):
                about[fold(name)][path] = None
    return {key: _place(names[key], there[key], tuple(about.get(key, ())), faces) for key in sorted(names)}


def ties_of(traces: Mapping[str, Trace], path: str) -> tuple[tuple[str, str], ...]:
    """The pairs of notes that a note connects: who knows whom, and who did something together."""
    each = traces[path]
    known = ((path, other) for other in (*each.knows, *each.introduced_by))
    pairs = zip(each.ties[::2], each.ties[1::2], strict=True)
    return (*known, *((one or path, other or path) for one, other in pairs))


def _place(name: str, paths: Iterable[str], notes: tuple[str, ...], faces: Mapping[str, Face]) -> Place:
    found: dict[Kind, list[str]] = defaultdict(list)
    for path in paths:
        found[faces[path].kind].append(path)
    return Place(name, tuple(found[Kind.CONTACT]), tuple(found[Kind.EVENT]), notes)
