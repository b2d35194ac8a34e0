"""The feed `follow-ups.ics`: follow-ups, yearly dates and events as iCalendar (RFC 5545) has them."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from hashlib import blake2b
from typing import Literal, TypeVar
from urllib.parse import quote
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Calendar, Timezone, vText

from notesite.model.cards import EventStatus
from notesite.model.due import HORIZON_DAYS, Due, FollowUp
from notesite.model.message import Message, say
from notesite.model.network import Contact, Event
from notesite.model.text import marked_controls

PRODUCT = "-//notesite//follow-ups//EN"

_LONGEST = 400
_A_DAY, _AN_HOUR = timedelta(days=1), timedelta(hours=1)
_WIKILINK = re.compile(r"!?\[\[(?:[^\[\]|]*[|/])?([^\[\]|]*)\]\]")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\((?:<[^<>]*>|[^()\s]*)\)")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?:\s*[-–]\s*(\d{1,2}):(\d{2}))?")
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)
_STATUSES: dict[EventStatus, Literal["TENTATIVE", "CONFIRMED"]] = {
    "idea": "TENTATIVE",
    "going": "CONFIRMED",
    "attended": "CONFIRMED",
}
Told = Callable[[Message], str]
"""How a message is put into the language of the feed."""

_OCTETS = 75
_END = b"END:VCALENDAR\r\n"
_Moment = TypeVar("_Moment", date, datetime)


@dataclass(frozen=True, slots=True)
class _Item:
    """One entry of the calendar; without an `end` where that lies beyond the year 9999."""

    uid: str
    start: date | datetime
    end: date | datetime | None
    summary: str
    lines: tuple[str, ...]
    category: str
    repeats: str = ""
    location: str = ""
    url: str = ""
    status: str = ""
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Header:
    """The site's title, and the time zone of events that name none of their own.

    Where neither does, the time of an event floats: it is that of the clocks there.
    """

    title: str
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the feed as it is written, with what it is ordered by, and the time zone that it names."""

    start: str
    summary: str
    uid: str
    lines: bytes
    zone: str = ""


def entries_of(
    follow_ups: Iterable[FollowUp],
    happenings: Iterable[Event],
    known: tuple[Mapping[str, Contact], Mapping[str, Event]],
    day: date,
    zone: str = "",
    told: Told = str,
) -> tuple[Entry, ...]:
    """The entries of some follow-ups and events as of a day, given all contacts and events.

    The time of an event that names no zone is that of `zone`.

    A follow-up stands on the day it is due: on `day` when that has passed, on the day it wakes when it is
    snoozed. It is left out when it lies over 400 days ahead, or when it will be settled or lapsed by then,
    and so is what is offered to revive, which is another every day. Birthdays and dates return yearly.
    Nothing takes time from anybody's calendar (TRANSPARENT). A UID says what an entry is about (the note,
    the reason, its date and words), so that it stays when the notes around it change, or the language.
    """
    items = (*_follow_ups(follow_ups, *known, day, told), *_happenings(happenings, told, zone))
    return tuple(_entry(each, day) for each in items)


def _entry(item: _Item, day: date) -> Entry:
    stamp = f"{day:%Y%m%d}T000000Z" if day.year > 999 else f"{day.isoformat().replace('-', '')}T000000Z"
    return Entry(item.start.isoformat(), item.summary, item.uid, _lines_of(item, stamp), item.zone)


def event_file(event: Event, day: date, zone: str = "") -> bytes:
    """A calendar of one event alone, with what one may pass on: its day, place and address, and no note.

    The time of an event that names no zone is that of `zone`. Empty for one without a day, or skipped.
    """
    for item in _happenings((event,), str, zone):
        entry = _entry(replace(item, lines=()), day)
        return _frame(entry.zone, item.start.year) + entry.lines + _END
    return b""


@lru_cache(maxsize=64)
def _frame(zone: str, year: int) -> bytes:
    """What stands before the entries of a calendar that names a time zone, which it tells of one year."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    if zone:
        first, last = date(max(year - 1, date.min.year), 1, 1), date(min(year + 2, date.max.year), 1, 1)
        calendar.add_component(Timezone.from_tzid(zone, first_date=first, last_date=last))
    frame: bytes = calendar.to_ical()
    return frame.removesuffix(_END)


def feed_of(entries: Iterable[Entry], header: Header, told: Told = str) -> bytes:
    """The feed that some entries make."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", vText(told(say("%(title)s: follow-ups", title=_line(header.title)))))
    unique = {each.uid: each for each in entries}  # the same promise written twice is one entry
    ordered = sorted(unique.values(), key=lambda each: (each.start, each.summary, each.uid))
    for name in sorted({each.zone for each in ordered if each.zone}):
        calendar.add_component(Timezone.from_tzid(name))
    frame: bytes = calendar.to_ical()
    return frame.removesuffix(_END) + b"".join(each.lines for each in ordered) + _END


def _lines_of(item: _Item, stamp: str) -> bytes:
    """An entry as RFC 5545 writes it. Icalendar's own serialiser takes half a millisecond for each."""
    zone = f";TZID={item.zone}" if item.zone else ""
    lines = [
        "BEGIN:VEVENT",
        f"SUMMARY:{_escaped(item.summary)}",
        _moment("DTSTART", item.start, zone),
        *([_moment("DTEND", item.end, zone)] if item.end is not None else ()),
        f"DTSTAMP:{stamp}",
        f"UID:{item.uid}",
        *([f"RRULE:{item.repeats}"] if item.repeats else ()),
        f"CATEGORIES:{item.category}",
        *(["DESCRIPTION:" + _escaped("\n".join(item.lines))] if item.lines else ()),
        *([f"LOCATION:{_escaped(item.location)}"] if item.location else ()),
        *([f"STATUS:{item.status}"] if item.status else ()),
        "TRANSP:TRANSPARENT",
        *([f"URL:{item.url}"] if item.url else ()),
        "END:VEVENT",
    ]
    return b"".join(map(_folded, lines))


def _moment(name: str, moment: date | datetime, zone: str) -> str:
    if isinstance(moment, datetime):
        return f"{name}{zone}:{moment.isoformat().replace('-', '').replace(':', '')}"
    return f"{name};VALUE=DATE:{moment.isoformat().replace('-', '')}"


def _escaped(text: str) -> str:
    """A TEXT value (RFC 5545, 3.3.11)."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """A content line of at most 75 octets, or several, the later ones with a space in front (3.1)."""
    data = line.encode("utf-8", "replace")
    pieces = []
    while len(data) > _OCTETS:
        cut = _OCTETS
        while data[cut] & 0xC0 == 0x80:  # the middle of a letter
            cut -= 1
        pieces.append(data[:cut])
        data = b" " + data[cut:]
    return b"\r\n".join((*pieces, data, b""))


def _follow_ups(
    follow_ups: Iterable[FollowUp],
    contacts: Mapping[str, Contact],
    events: Mapping[str, Event],
    day: date,
    told: Told,
) -> Iterator[_Item]:
    for row in follow_ups:
        due = row.due
        on = max(row.on, due.hidden_until or row.on, day)
        lives = due.exists_on(day) and due.exists_on(on)
        if due.reason == "revive" or not lives or (on - day).days > HORIZON_DAYS:
            continue
        contact, about = contacts.get(due.contact), contacts.get(due.about) or events.get(due.about)
        words = _reason(due, contact, about.name if about else "")
        yield _Item(
            uid=_uid(due.contact, due.reason, due.due.isoformat(), due.what, due.about),
            start=on,
            end=_after(on, _A_DAY),
            summary=told(_summary(row, words)),
            lines=tuple(_capitalized(told(each)) for each in _lines(row, on, words, contact)),
            category={"birthday": "Birthday", "date": "Yearly date"}.get(due.reason, "Follow-up"),
            repeats=_repeats(due),
        )


def _summary(row: FollowUp, words: Message) -> Message:
    name, what = _line(row.name), _line(row.due.what)
    match row.due.reason:
        case "birthday":
            return say("Birthday: %(name)s", name=name)
        case "date" if what:
            return _as_written(f"{_capitalized(what)}: {name}")
        case "date":
            return say("Yearly date: %(name)s", name=name)
        case "prepare":
            return say("Prepare: %(name)s", name=name)
    return say("Follow up: %(name)s – %(words)s", name=name, words=words)


def _reason(due: Due, contact: Contact | None, about: str) -> Message:
    """The reason in words, without a capital at the start."""
    what, about = _line(due.what), _line(about)
    began = due.yearly.year if due.yearly else None
    rhythm = contact.cadence.words if contact and contact.cadence else None
    no_reply = say("no reply yet: %(what)s", what=what) if what else say("no reply yet")
    after = say("first follow-up after %(event)s", event=about) if about else say("first follow-up")
    words = {
        "first-follow-up": after,
        "promise": say("you promised: %(what)s", what=what),
        "explicit": _as_written(what) if what else say("the date that you set"),
        "birthday": say("born in %(year)s", year=began) if began else say("birthday"),
        "date": say("since %(year)s", year=began) if began else say("returns every year"),
        "congratulate": say("congratulate: %(what)s", what=what) if what else say("congratulate: good news"),
        "thanks": _thanks(what, about),
        "prepare": say("it is ahead, and you know people there"),
        "cadence": rhythm or say("in your rhythm"),
        "no-reply": no_reply,
        "promised-to-me": say("promised to you: %(what)s", what=what),
    }
    return words[due.reason]


def _thanks(what: str, about: str) -> Message:
    if about:
        return say("thanks for introducing %(name)s", name=about)
    return say("thanks: %(what)s", what=what) if what else say("thanks: a favour")


def _as_written(text: str) -> Message:
    """The notes' own words, which no language changes."""
    return Message("%(text)s", (("text", text),))


def _lines(row: FollowUp, on: date, words: Message, contact: Contact | None) -> Iterator[Message]:
    """What helps to act on a follow-up, a line each, with the note that says so."""
    due = row.due
    yield words
    if row.on != on:
        yield say("Due on %(day)s", day=row.on)
    if row.last_contact:
        yield say("Last contact on %(day)s", day=row.last_contact)
    if contact and contact.card.hook and (hook := _line(contact.card.hook.text)):
        yield say("Hook: %(hook)s", hook=hook)
    yield say("Note: %(file)s", file=_line(due.contact))
    if due.origin.path != due.contact:
        yield say("Written in: %(file)s", file=_line(due.origin.path))


def _repeats(due: Due) -> str:
    """How a yearly day returns; one of 29 February on the last day of each February."""
    if due.yearly is None:
        return ""
    if (due.yearly.month, due.yearly.day) == (2, 29):
        return "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"
    return "FREQ=YEARLY"


def _happenings(events: Iterable[Event], told: Told, zone: str) -> Iterator[_Item]:
    for event in events:
        if event.start is None or event.card.status == "skipped":
            continue
        start, end = _span(event.start, event.end or event.start, event.card.time)
        card, online = event.card, _line(event.card.online)
        url = next((each.strip() for each in (card.url, card.online) if _WEB.fullmatch(each.strip())), "")
        yield _Item(
            uid=_uid(event.path, "event"),
            start=start,
            end=end,
            summary=_line(event.name),
            lines=tuple(map(told, _lines_of_event(online, event.path))),
            category="Event",
            location=", ".join(words for each in card.locations if (words := _line(each.text))) or online,
            url=quote(marked_controls(url), safe="%/:=&?~#+!$,;'@()*[]"),
            status=_STATUSES.get(card.status, ""),
            zone=_zone(card.timezone or zone) if isinstance(start, datetime) else "",
        )


def _zone(name: str) -> str:
    """The name of a time zone where there is one of that name; empty otherwise."""
    try:
        return ZoneInfo(name.strip()).key if name.strip() else ""
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ""


def _lines_of_event(online: str, path: str) -> Iterator[Message]:
    if online:
        yield say("Online: %(address)s", address=online)
    yield say("Note: %(file)s", file=_line(path))


def _span(first: date, last: date, clock: str) -> tuple[date | datetime, date | datetime | None]:
    """When an event begins and ends, all day where no time is given.

    An event of one day without an end takes an hour, one of several days lasts to the end of its last.
    """
    found = _CLOCK.fullmatch(clock.strip())
    try:
        begin = datetime.combine(first, time(int(found[1]), int(found[2]))) if found else None
        close = datetime.combine(first, time(int(found[3]), int(found[4]))) if found and found[3] else None
    except ValueError:  # 24:00
        begin = close = None
    if begin is None:
        return first, _after(max(first, last), _A_DAY)
    if last > first:
        return begin, _after(datetime.combine(last, time()), _A_DAY)
    if close is None:
        return begin, _after(begin, _AN_HOUR)
    return begin, close if close > begin else _after(close, _A_DAY)


def _after(moment: _Moment, span: timedelta) -> _Moment | None:
    try:
        return moment + span
    except OverflowError:
        return None


def _uid(*parts: str) -> str:
    key = "|".join(parts).encode("utf-8", "surrogatepass")
    return f"{blake2b(key, digest_size=16).hexdigest()}@notesite"


def _line(text: str) -> str:
    """A text of the notes as one line of plain words: no links, no control characters, not endless."""
    plain = _LINK.sub(r"\1", _WIKILINK.sub(r"\1", text[: 4 * _LONGEST]))
    words = " ".join(marked_controls(plain).split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"


def _capitalized(text: str) -> str:
    return text[:1].upper() + text[1:]
