"""Notes become a network: links lead somewhere, people have what happened with them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from notesite.checks.registry import CHECKS
from notesite.model.cards import ContactCard, EventCard
from notesite.model.dates import Cadence, PartialDate, parse_cadence, parse_date
from notesite.model.diagnostic import Diagnostic, Outcome
from notesite.model.message import say
from notesite.model.network import Contact, Event, Network, Organisation, Ref, Tag
from notesite.model.note import Note
from notesite.model.origin import Origin
from notesite.model.settings import Settings
from notesite.model.text import fold
from notesite.model.values import Kind, Link, Value
from notesite.reading.card_values import values_of_card
from notesite.reading.happenings import Happenings, Linked, happenings
from notesite.reading.resolving import Resolved, Resolver
from notesite.reading.wikilinks import without_links


def link(
    notes: Sequence[Note], settings: Settings, attachments: Sequence[str] = (), large: Sequence[str] = ()
) -> Outcome[Network]:
    """The network that notes make together, then what the checks find in it.

    `attachments` are the files that links may lead to, `large` those too large to be copied. Reports
    `link-unknown`, `link-ambiguous`, `attachment-missing` and `attachment-large` beside the checks' codes.
    """
    by_path = {note.path: note for note in sorted(notes, key=lambda note: note.path)}
    resolver = Resolver(by_path.values(), (*attachments, *large))
    targets: dict[str, tuple[str | None, ...]] = {}
    backlinks: dict[str, dict[str, None]] = defaultdict(dict)
    missing: dict[str, list[Origin]] = defaultdict(list)
    reports: list[Diagnostic] = []
    for note in by_path.values():
        found = [(each, resolver.link(each, note.folder, note.path)) for each in note.links]
        targets[note.path] = tuple(None if resolved.path in large else resolved.path for _, resolved in found)
        found += [
            (each, resolver.link(each, note.folder, note.path, prefers))
            for value, prefers in values_of_card(note)
            for each in value.links
        ]
        for each, resolved in found:
            if resolved.path is None and _is_missing(each):
                missing[each.target].append(each.origin)
            elif resolved.path is not None and resolved.path != note.path:
                backlinks[resolved.path][note.path] = None
            if resolved.path in large:
                message = say("%(file)s is over 20 MB, and was not copied", file=resolved.path)
                reports.append(Diagnostic("attachment-large", message, each.origin, say("make it smaller")))
            reports += _link_reports(each, resolved)
        reports += _photo_reports(note, resolver)
    linked = Linked(by_path, targets, resolver, settings.journal_contact_any)
    happened = happenings(linked)
    contacts = {
        note.path: _contact(note, note.card, happened, linked, settings)
        for note in by_path.values()
        if isinstance(note.card, ContactCard)
    }
    network = Network(
        notes=by_path,
        targets=targets,
        contacts=_with_introductions(contacts, linked),
        events={note.path: event for note in by_path.values() if (event := _event(note, linked))},
        organisations=_organisations(by_path, contacts, linked),
        tags=_tags(by_path.values()),
        backlinks={path: tuple(sources) for path, sources in sorted(backlinks.items())},
        missing={target: tuple(origins) for target, origins in sorted(missing.items())},
        value_targets=_value_targets(by_path.values(), resolver),
        attachments=tuple(attachments),
        me=next((note.path for note in by_path.values() if note.is_me), None),
    )
    reports += [report for check in CHECKS for report in check(network)]
    return Outcome(network, tuple(reports))


def _value_targets(notes: Iterable[Note], resolver: Resolver) -> dict[Value, tuple[str | None, ...]]:
    """Where the links of front matter values lead, and which note a plain name means."""
    found: dict[Value, tuple[str | None, ...]] = {}
    for note in notes:
        for value, prefers in values_of_card(note):
            if value.links:
                found[value] = tuple(
                    resolver.link(each, note.folder, note.path, prefers).path for each in value.links
                )
            elif prefers and (path := resolver.name(value.text, note.folder, prefers).path):
                found[value] = (path,)
    return found


def _is_missing(each: Link) -> bool:
    """Whether a link that leads nowhere names a note: daily notes are often linked before they exist."""
    return not _is_attachment(each) and parse_date(each.target) is None


def _is_attachment(each: Link) -> bool:
    name = each.target.rpartition("/")[2]
    ending = name.rpartition(".")[2]
    return each.embed and "." in name and 2 <= len(ending) <= 5 and ending.isalnum()


def _link_reports(each: Link, resolved: Resolved) -> Iterator[Diagnostic]:
    if resolved.path is None and _is_attachment(each):
        yield _attachment_missing(each.target, each.origin)
    elif resolved.path is None and _is_missing(each):
        message = say("no note is called %(name)r", name=each.target)
        yield Diagnostic("link-unknown", message, each.origin, say("correct the name, or write the note"))
    elif resolved.others:
        files = ", ".join((resolved.path or "", *resolved.others))
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


def _ref(value: Value, note: Note, linked: Linked, prefers: Kind | None) -> Ref:
    """A field's value as a name, with the note that it means where there is one."""
    found = (linked.resolver.link(each, note.folder, note.path, prefers) for each in value.links)
    resolved = next(found, None) or linked.resolver.name(value.text, note.folder, prefers)
    path = resolved.path if resolved.path in linked.notes else None
    return Ref(without_links(value.text), path)


def _contact(
    note: Note, card: ContactCard, happened: Happenings, linked: Linked, settings: Settings
) -> Contact:
    interactions = sorted(happened.interactions[note.path], key=lambda each: each.sort_key)
    days = {*(each.day for each in interactions), *happened.floors[note.path]}
    circle, cadence, source = _rhythm(note, card, settings)
    return Contact(
        note=note,
        card=card,
        orgs=tuple(_ref(value, note, linked, Kind.GROUP) for value in card.orgs),
        circle=circle,
        cadence=cadence,
        cadence_source=source,
        interactions=tuple(interactions),
        facts=tuple(sorted(happened.facts[note.path], key=lambda pair: (pair[0], pair[1].origin))),
        mentions=tuple(sorted(happened.mentions[note.path], key=lambda pair: (pair[0], pair[1].origin))),
        contact_days=tuple(sorted(days)),
        met=_first_meeting(card, [each.day for each in interactions if each.channel == "met"]),
        promises=tuple(happened.promises[note.path]),
        questions=tuple(happened.questions[note.path]),
        events=tuple(dict.fromkeys(happened.events[note.path])),
    )


def _rhythm(note: Note, card: ContactCard, settings: Settings) -> tuple[str, Cadence | None, str]:
    """The circle, and the cadence with where it comes from: own beats circle beats the tags' shortest."""
    circle = card.circle or next((tag for tag in note.tags if _circle_cadence(tag, settings)), "")
    if card.cadence:
        return circle, card.cadence, "own"
    if of_circle := _circle_cadence(circle, settings):
        return circle, of_circle, "circle"
    tagged = [cadence for tag in note.tags if (cadence := settings.tags.get(fold(tag)))]
    if tagged:
        return circle, min(tagged, key=lambda cadence: cadence.days), "tag"
    return circle, None, ""


def _circle_cadence(name: str, settings: Settings) -> Cadence | None:
    """The cadence of a circle; A to D are circles everywhere."""
    folded = fold(name)
    return settings.circles.get(folded) or (parse_cadence(folded) if folded in ("a", "b", "c", "d") else None)


def _first_meeting(card: ContactCard, met: list[date]) -> PartialDate | None:
    """The earliest of `met` and every meeting; a day inside a partial `met` refines it."""
    written = card.met.on if card.met else None
    exact = [PartialDate(day.year, day.month, day.day) for day in met]
    if written is None:
        return min(exact, default=None)
    inside = [day for day in exact if str(day).startswith(str(written))]
    return min([*(inside or [written]), *exact], key=lambda day: day.first_day)


def _with_introductions(contacts: dict[str, Contact], linked: Linked) -> dict[str, Contact]:
    """The contacts, each with those whom they introduced to me."""
    introduced: dict[str, list[str]] = defaultdict(list)
    for contact in contacts.values():
        for path, _ in linked.people(contact.card.introduced_by, contact.note):
            introduced[path].append(contact.path)
    for path, others in introduced.items():
        contacts[path] = replace(contacts[path], introduced=tuple(dict.fromkeys(others)))
    return contacts


def _event(note: Note, linked: Linked) -> Event | None:
    if not isinstance(note.card, EventCard):
        return None
    card = note.card
    met = [_ref(value, note, linked, Kind.CONTACT) for value in card.met]
    met += [
        Ref(linked.notes[path].name, path)
        for index in note.body.met
        for path in linked.contacts(note, [index])
    ]
    attendees = tuple(_ref(value, note, linked, Kind.CONTACT) for value in card.attendees)
    named = {ref.path for ref in (*met, *attendees)}
    mentioned = linked.contacts(note, range(len(note.links)))
    return Event(
        note=note,
        card=card,
        start=note.day,
        end=(card.end.exact if card.end else None) or note.day,
        attendees=attendees,
        met=tuple({ref.path or ref.label: ref for ref in met}.values()),
        mentioned=tuple(path for path in mentioned if path not in named),
    )


def _organisations(
    notes: Mapping[str, Note], contacts: Mapping[str, Contact], linked: Linked
) -> dict[str, Organisation]:
    """Groups under their path, names without a note under their folded name."""
    names: dict[str, str] = {note.path: note.name for note in notes.values() if note.kind is Kind.GROUP}
    members: dict[str, list[str]] = defaultdict(list)
    past: dict[str, list[str]] = defaultdict(list)
    for contact in contacts.values():
        for ref in contact.orgs:
            key = ref.path or fold(ref.label)
            names.setdefault(key, ref.label)
            members[key].append(contact.path)
        for position in contact.card.positions:
            if position.org.text:
                ref = _ref(position.org, contact.note, linked, Kind.GROUP)
                key = ref.path or fold(ref.label)
                names.setdefault(key, ref.label)
                if contact.path not in members[key]:
                    past[key].append(contact.path)
    return {
        key: Organisation(
            name=name,
            path=key if key in notes else None,
            members=tuple(dict.fromkeys(members[key])),
            past_members=tuple(path for path in dict.fromkeys(past[key]) if path not in members[key]),
        )
        for key, name in sorted(names.items(), key=lambda pair: (fold(pair[1]), pair[0]))
    }


def _tags(notes: Iterable[Note]) -> dict[str, Tag]:
    """Every tag and every tag above it, under its folded name."""
    names: dict[str, str] = {}
    carriers: dict[str, dict[str, None]] = defaultdict(dict)
    below: dict[str, dict[str, None]] = defaultdict(dict)
    for note in notes:
        for tag in (*note.tags, *note.body.tags):
            parts = [part for part in tag.split("/") if part]
            for depth in range(1, len(parts) + 1):
                name = "/".join(parts[:depth])
                names.setdefault(fold(name), name)
                carriers[fold(name)][note.path] = None
                if depth > 1:
                    below[fold("/".join(parts[: depth - 1]))][fold(name)] = None
    return {key: Tag(names[key], tuple(carriers[key]), tuple(sorted(below[key]))) for key in sorted(names)}
