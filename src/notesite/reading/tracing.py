"""What a note tells the others, once it is known what its links and names mean."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from notesite.model.cards import ContactCard, EventCard, ResourceCard
from notesite.model.dates import parse_date
from notesite.model.diagnostic import Diagnostic, Outcome
from notesite.model.message import say
from notesite.model.note import Note
from notesite.model.origin import Origin
from notesite.model.text import fold, key_of, place_of
from notesite.model.trace import Face, Target, Trace
from notesite.model.values import Kind, Link, Value
from notesite.reading.card_values import values_of_card
from notesite.reading.happenings import Linked, happenings
from notesite.reading.resolving import Resolved, Resolver
from notesite.reading.ties import ties
from notesite.reading.wikilinks import without_links


@dataclass(frozen=True, slots=True)
class Names:
    """What is needed to say where links lead: who answers to which name, and which files there are.

    `pictures` are these by path and by name, `large` those too large to be copied. With `contact_any`,
    whoever a journal names was met.
    """

    resolver: Resolver
    pictures: Mapping[str, str] = field(default_factory=dict)
    large: frozenset[str] = frozenset()
    contact_any: bool = False


def face_of(note: Note) -> Face:
    """What a note is known by."""
    return Face(note.path, note.kind, note.name, note.aliases, note.is_me, note.private, note.day)


def linked_by(note: Note, trace: Trace, names: Names) -> Linked:
    """A note with what its links lead to."""
    return Linked(note, trace.targets, names.resolver, names.contact_any)


def trace(note: Note, names: Names) -> Outcome[Trace]:
    """What a note tells the others.

    Reports `link-unknown`, `link-ambiguous`, `attachment-missing` and `attachment-large`.
    """
    resolver = names.resolver
    resolver.asked()
    written = [(each, resolver.link(each, note.folder, note.path)) for each in note.links]
    targets = tuple(None if found.path in names.large else found.path for _, found in written)
    linked = Linked(note, targets, resolver, names.contact_any)
    happened = happenings(linked)
    written += [
        (each, resolver.link(each, note.folder, note.path, prefers))
        for value, prefers in values_of_card(note)
        for each in value.links
    ]
    led = dict.fromkeys(found.path for _, found in written if found.path and found.path != note.path)
    missing = [each for each, found in written if found.path is None and _is_missing(each)]
    reports = tuple(_reports(note, written, names))
    found = Trace(
        targets=targets,
        values=tuple(_values(note, resolver)),
        leads_to=tuple(led),
        missing=tuple((each.target, each.origin.line, each.origin.column) for each in missing),
        told=tuple(happened.told()),
        orgs=tuple(_orgs(linked)),
        past=tuple(_past(linked)),
        tags=tuple(dict.fromkeys((*note.tags, *note.body.tags))),
        places=tuple(_places(note)),
        knows=tuple(_known(note, resolver)),
        introduced_by=tuple(_introducers(linked)),
        ties=tuple(ties(happened, note.path)),
        topics=tuple(_topics(note)),
        interests=tuple(_interests(note)),
        photo=_photo(note, names),
    )
    files = (path for path in _paths(found) if names.pictures.get(path) == path)
    return Outcome(replace(found, files=tuple(dict.fromkeys(files)), asked=resolver.asked()), reports)


def value_targets(note: Note, trace: Trace) -> dict[Value, tuple[Target, ...]]:
    """Where the links of front matter values lead, and which note a plain name means."""
    pairs = zip(values_of_card(note), trace.values, strict=True)
    return {value: targets for (value, _), targets in pairs if targets is not None}


def _values(note: Note, resolver: Resolver) -> Iterator[tuple[Target, ...] | None]:
    for value, prefers in values_of_card(note):
        if value.links:
            yield tuple(resolver.link(each, note.folder, note.path, prefers).path for each in value.links)
        elif prefers and (path := resolver.name(value.text, note.folder, prefers).path):
            yield (path,)
        else:
            yield None


def _orgs(linked: Linked) -> Iterator[tuple[str, str]]:
    card = linked.note.card
    for value in card.orgs if isinstance(card, ContactCard) else ():
        ref = linked.ref(value, Kind.GROUP)
        yield ref.path or fold(ref.label), ref.label


def _past(linked: Linked) -> Iterator[tuple[str, str]]:
    """The organisations of positions."""
    card = linked.note.card
    for position in card.positions if isinstance(card, ContactCard) else ():
        if position.org.text:
            ref = linked.ref(position.org, Kind.GROUP)
            yield ref.path or fold(ref.label), ref.label


def _places(note: Note) -> Iterator[tuple[str, str]]:
    """Where a contact or an event is."""
    locations = note.card.locations if isinstance(note.card, (ContactCard, EventCard)) else ()
    yield from dict.fromkeys(found for each in locations if (found := place_of(without_links(each.text))))


def _known(note: Note, resolver: Resolver) -> Iterator[str]:
    """Whom a contact says to know."""
    card = note.card
    for value in card.knows if isinstance(card, ContactCard) else ():
        for path in _targets_of(value, note, resolver):
            if path and path != note.path:
                yield path


def _targets_of(value: Value, note: Note, resolver: Resolver) -> Iterable[Target]:
    if not value.links:
        return (resolver.name(value.text, note.folder, Kind.CONTACT).path,)
    return (resolver.link(each, note.folder, note.path, Kind.CONTACT).path for each in value.links)


def _introducers(linked: Linked) -> Iterator[str]:
    card = linked.note.card
    if isinstance(card, ContactCard):
        yield from dict.fromkeys(path for path, _ in linked.people(card.introduced_by))


def _topics(note: Note) -> Iterator[str]:
    """What a resource that may be passed on is about: its interests and tags."""
    if isinstance(note.card, ResourceCard) and not note.private:
        written = (*(value.text for value in note.card.interests), *note.tags)
        yield from dict.fromkeys(topic for each in written if (topic := key_of(each)))


def _interests(note: Note) -> Iterator[str]:
    """What a contact cares for, as resources name it: interests and tags."""
    if isinstance(note.card, ContactCard) and not note.is_me:
        written = (*(value.text for value in note.card.interests), *note.tags)
        yield from dict.fromkeys(topic for each in written if (topic := key_of(each)))


def _photo(note: Note, names: Names) -> str:
    """The attachment that is a contact's picture: by link, beside the note, by its path, or by its name."""
    value = note.card.photo if isinstance(note.card, ContactCard) else None
    if value is None:
        return ""
    text = (value.links[0].target if value.links else value.text.strip()).removeprefix("./")
    named = [names.resolver.link(each, note.folder, note.path).path for each in value.links]
    name = text.rpartition("/")[2]
    names.resolver.name(name, "")  # so that a file of that name is known to be looked for
    candidates = (*named, f"{note.folder}/{text}", text, name)
    return next((names.pictures[each] for each in candidates if each and each in names.pictures), "")


def _paths(found: Trace) -> Iterator[str]:
    in_values = (path for many in found.values for path in many or ())
    yield from (each for each in (*found.targets, *in_values, found.photo) if each)


def _is_missing(each: Link) -> bool:
    """Whether a link that leads nowhere names a note: daily notes are often linked before they exist."""
    return not _is_attachment(each) and parse_date(each.target) is None


def _is_attachment(each: Link) -> bool:
    name = each.target.rpartition("/")[2]
    ending = name.rpartition(".")[2]
    return each.embed and "." in name and 2 <= len(ending) <= 5 and ending.isalnum()


def _reports(note: Note, written: Sequence[tuple[Link, Resolved]], names: Names) -> Iterator[Diagnostic]:
    for each, found in written:
        if found.path in names.large:
            message = say("%(file)s is over 20 MB, and was not copied", file=found.path)
            yield Diagnostic("attachment-large", message, each.origin, say("make it smaller"))
        yield from _link_reports(each, found)
    yield from _photo_reports(note, names.resolver)


def _link_reports(each: Link, found: Resolved) -> Iterator[Diagnostic]:
    if found.path is None and _is_attachment(each):
        yield _attachment_missing(each.target, each.origin)
    elif found.path is None and _is_missing(each):
        message = say("no note is called %(name)r", name=each.target)
        yield Diagnostic("link-unknown", message, each.origin, say("correct the name, or write the note"))
    elif found.others:
        files = ", ".join((found.path or "", *found.others))
        message = say("%(name)r fits %(files)s; the first is taken", name=each.target, files=files)
        yield Diagnostic("link-ambiguous", message, each.origin, say("write more of the path"))


def _attachment_missing(file: str, origin: Origin) -> Diagnostic:
    message = say("%(file)s does not exist", file=file)
    return Diagnostic("attachment-missing", message, origin, say("correct the name, or add the file"))


def _photo_reports(note: Note, resolver: Resolver) -> Iterator[Diagnostic]:
    """A contact's picture, where it is a file of the notebook that does not exist."""
    photo = note.card.photo if isinstance(note.card, ContactCard) else None
    if photo is None or photo.links or "://" in photo.text or photo.text.startswith("data:"):
        return
    if resolver.name(photo.text, note.folder).path is None:
        yield _attachment_missing(photo.text, photo.origin)
