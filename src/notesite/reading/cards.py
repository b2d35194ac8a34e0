"""A note's front matter as the card of its kind."""

from collections.abc import Iterable
from typing import cast

from notesite.model.cards import (
    Card,
    ContactCard,
    ContactStatus,
    Dated,
    EventCard,
    EventStatus,
    GoalCard,
    InteractionCard,
    LinkedInOk,
    PageCard,
    Position,
    ResourceCard,
)
from notesite.model.dates import Cadence, PartialDate, Yearly, parse_cadence, parse_date
from notesite.model.message import say
from notesite.model.origin import Origin
from notesite.model.settings import Settings
from notesite.model.text import fold, key_of
from notesite.model.values import Direction, Kind, Value
from notesite.reading.channels import channel_of
from notesite.reading.fields import LINK_KEYS, specs_by_key
from notesite.reading.kinds import DAY
from notesite.reading.typed import NO, YES, TypedHeader
from notesite.reading.wikilinks import without_links

_STATUSES = {
    **dict.fromkeys(("active", "attivo", "attiva", "true", "yes", "sì", "si"), "active"),
    **dict.fromkeys(("dormant", "dormiente", "inactive", "false", "no"), "dormant"),
    **dict.fromkeys(("archived", "archiviato", "archiviata"), "archived"),
    **dict.fromkeys(("deceased", "deceduto", "deceduta"), "deceased"),
}
_EVENT_STATUSES = {
    "idea": "idea",
    **dict.fromkeys(("going", "vado", "ci vado"), "going"),
    **dict.fromkeys(("attended", "partecipato"), "attended"),
    **dict.fromkeys(("skipped", "saltato"), "skipped"),
}
_LINKEDIN = {
    **dict.fromkeys(YES, "yes"),
    **dict.fromkeys(NO, "no"),
    **dict.fromkeys(("asked", "chiesto"), "asked"),
}
_DIRECTIONS = {
    **dict.fromkeys(("out", "outgoing", "sent", "inviato", "→", "->"), "out"),
    **dict.fromkeys(("in", "incoming", "received", "ricevuto", "←", "<-"), "in"),
}
_NETWORKS = {
    **dict.fromkeys(("operational", "operativo", "operativa"), "operational"),
    **dict.fromkeys(("personal", "personale"), "personal"),
    **dict.fromkeys(("strategic", "strategico", "strategica"), "strategic"),
}
_LANGUAGES = {
    **dict.fromkeys(("it", "italian", "italiano"), "it"),
    **dict.fromkeys(("en", "english", "inglese"), "en"),
}
_LINK_PLACES = {key_of(key): place for place, key in enumerate(LINK_KEYS)}
_POSITION_KEYS = {
    "org": ("org", "company", "organization", "organisation", "azienda", "ente"),
    "role": ("role", "title", "position", "ruolo"),
    "from": ("from", "start", "since", "da"),
    "to": ("to", "end", "until", "a"),
}


def card_of(header: TypedHeader, path: str, types: Iterable[str], settings: Settings) -> Card:
    """The card of the header's kind; what it could not read is among the header's diagnostics."""
    match header.kind:
        case Kind.CONTACT:
            return _contact(header, settings)
        case Kind.EVENT:
            return _event(header, path)
        case Kind.INTERACTION:
            return _interaction(header, path, types)
        case Kind.GOAL:
            by = header.date("by")
            return GoalCard(
                status=header.text("status"),
                by=by.on if by else None,
                looking_for=header.values("looking-for"),
                people=header.values("people"),
            )
        case Kind.RESOURCE:
            return ResourceCard(url=header.text("url"), interests=header.values("interests"))
        case _:
            return PageCard(date=_day(header, path))


def _contact(header: TypedHeader, settings: Settings) -> ContactCard:
    cadence = header.value("cadence")
    language = header.text("language")
    birthday = header.value("birthday")
    private, private_keys = is_private(header)
    return ContactCard(
        orgs=header.values("org"),
        role=header.text("role"),
        emails=header.texts("email"),
        phones=header.texts("phone"),
        addresses=header.texts("address"),
        links=tuple(_links(header)),
        locations=header.values("location"),
        industries=header.texts("industry"),
        timezone=header.text("timezone"),
        language=_LANGUAGES.get(fold(language), language),
        pronouns=header.text("pronouns"),
        channel=header.text("channel"),
        circle=header.text("circle"),
        network=tuple(_NETWORKS.get(fold(text), text) for text in header.texts("network")),
        relations=header.texts("relation"),
        knows=header.values("knows"),
        cadence=_cadence(header, cadence, settings) if cadence else None,
        cadence_origin=cadence.origin if cadence else None,
        follow_up=header.date("follow-up", needs_day=True),
        next_step=header.value("next-step"),
        snooze=header.date("snooze", needs_day=True),
        last_contact=header.date("last-contact"),
        met=header.date("met"),
        met_at=header.values("met-at"),
        introduced_by=header.values("introduced-by"),
        hook=header.value("hook"),
        intro_paths=header.values("intro-paths"),
        birthday=header.yearly(birthday) if birthday else None,
        dates=tuple(_dates(header)),
        interests=header.values("interests"),
        needs=header.values("needs"),
        offers=header.values("offers"),
        goals=header.values("goals"),
        congratulate=header.values("congratulate"),
        positions=tuple(_positions(header)),
        linkedin_ok=cast(LinkedInOk, header.choice("linkedin-ok", _LINKEDIN, "")),
        photo=header.value("photo"),
        status=cast(ContactStatus, header.choice("status", _STATUSES, "active")),
        private=private,
        private_keys=private_keys,
    )


def _cadence(header: TypedHeader, value: Value, settings: Settings) -> Cadence | None:
    text = without_links(value.text)
    cadence = settings.circles.get(fold(text)) or parse_cadence(text)
    if cadence is None:
        hint = say("write 6w, 2m, every 3 months, quarterly, a circle's name, or never")
        header.report("cadence-unreadable", say("%(text)r is no cadence", text=text), value, hint)
        header.show_value(value)
    return cadence


def _links(header: TypedHeader) -> Iterable[tuple[str, str]]:
    if found := header.find("links"):
        yield from ((name, without_links(value.text)) for name, value in found.map)
        yield from (("link", without_links(value.text)) for value in found.values)
    for each in sorted(header.candidates(*LINK_KEYS), key=lambda each: _LINK_PLACES[key_of(each.key)]):
        key = LINK_KEYS[_LINK_PLACES[key_of(header.take(each).key)]]
        yield from ((key, without_links(value.text)) for value in each.values)


def _dates(header: TypedHeader) -> Iterable[tuple[str, Yearly]]:
    """The map `dates`, and `anniversary` as a key of its own."""
    while found := header.find("dates"):
        named = found.map or tuple((found.key.lower(), value) for value in found.values)
        for name, value in named:
            if day := header.yearly(value):
                yield name, day


def _positions(header: TypedHeader) -> Iterable[Position]:
    found = header.find("positions")
    if found is None:
        return
    rows = found.rows or ((found.map,) if found.map else ())
    for row in rows:
        named = {key_of(key): value for key, value in row}
        org, role, start, end = (
            next((named[word] for word in words if word in named), None) for words in _POSITION_KEYS.values()
        )
        yield Position(
            org or Value("", found.origin),
            without_links(role.text) if role else "",
            _position_date(header, start),
            _position_date(header, end),
        )
    if not rows:
        yield from (Position(value) for value in found.values)


def _position_date(header: TypedHeader, value: Value | None) -> PartialDate | None:
    if value is None or fold(value.text) in ("now", "present", "today", "oggi"):
        return None
    found = header.partial(value)
    if found is None:
        message = say("%(text)r is no date", text=value.text)
        header.report("date-unreadable", message, value, say("write YYYY-MM-DD, YYYY-MM or YYYY"))
    return found


def is_private(header: TypedHeader) -> tuple[bool, tuple[str, ...]]:
    """Whether the whole note is private, else the keys that are."""
    found = header.find("private")
    if found is None:
        return False, ()
    words = [fold(value.text) for value in found.values]
    if key_of(found.key) == "publish":
        return words[:1] != [] and words[0] in NO, ()
    if words and words[0] in (*YES, *NO):
        return words[0] in YES, ()
    specs = specs_by_key(header.kind)
    return False, tuple(specs[key].key if (key := key_of(word)) in specs else word for word in words)


def _event(header: TypedHeader, path: str) -> EventCard:
    time = header.text("time")
    start = _day(header, path)
    return EventCard(
        date=start,
        end=header.date("end"),
        time=time,
        locations=header.values("location"),
        online=header.text("online"),
        url=header.text("url"),
        status=cast(EventStatus, header.choice("status", _EVENT_STATUSES, "")),
        attendees=header.values("attendees"),
        met=header.values("met"),
        goals=header.values("goals"),
        cost=header.text("cost"),
        timezone=header.text("timezone"),
    )


def _interaction(header: TypedHeader, path: str, types: Iterable[str]) -> InteractionCard:
    value = header.value("channel")
    words = (without_links(value.text) if value else "", *types)
    if value and channel_of(words[0]) is None:
        message = say("%(word)r is no channel", word=words[0])
        hint = say("write call, email, message, meeting, coffee …")
        header.report("entry-word", message, value, hint)
        header.show_value(value)
    return InteractionCard(
        date=_day(header, path),
        people=header.values("people"),
        channel=next((channel for word in words if (channel := channel_of(word))), None),
        direction=cast(Direction, header.choice("direction", _DIRECTIONS, "") or None),
    )


def _day(header: TypedHeader, path: str) -> Dated | None:
    """The date of the front matter, else the one in the file's name."""
    if dated := header.date("date"):
        return dated
    found = DAY.search(path.rsplit("/", 1)[-1])
    on = parse_date(found[1]) if found else None
    return Dated(on, Origin(path)) if on else None
