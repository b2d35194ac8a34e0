"""The grammar of entries: what one line of a log says before and after its separator.

    entry = DATE [TIME] [ARROW] [CHANNEL] [ARROW] ["at" LINK] ["with" NAMES] [SEP text]

docs/note-format.md states it for users, with accepted and refused lines.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import lru_cache

from notesite.markup.lines import LINK_CHAR, OTHER_CHAR, Line
from notesite.model.dates import parse_date
from notesite.model.values import Direction
from notesite.reading.channels import CHANNEL_OF, IN, OUT, channel_of

_DATE = re.compile(r"(?P<open>[\[(]?)(?P<date>\d{4}-\d{2}-\d{2})(?P<close>[\])]?)(?![\d\-/])(?:T(?=\d))?")
_TIME = re.compile(r"[ \t]*(\d{1,2}:\d{2}(?::\d{2})?(?:[ \t]*[-–][ \t]*\d{1,2}:\d{2})?)(?=[\s:—–\-·|]|$)")


def _alternatives(words: tuple[str, ...]) -> str:
    """A pattern for arrows as signs, which stand anywhere, and as words, which end where a word ends."""
    signs = "|".join(word for word in words if not word[0].isalpha())
    written = "|".join(word.replace(" ", r"[ \t]+") for word in words if word[0].isalpha())
    return rf"{signs}|(?:{written})(?=[\s{LINK_CHAR}:—–·|]|$)"


_ARROW = re.compile(rf"[ \t]*(?:(?P<out>{_alternatives(OUT)})|(?P<in>{_alternatives(IN)}))", re.IGNORECASE)
_WORD = re.compile(r"[ \t]*([^\W\d_]+(?:-[^\W\d_]+)*)(?![\w])")
_SEPARATOR_NEXT = re.compile(r"[ \t]*[:—–\-·|](?=\s|$)")
_SEPARATOR = re.compile(r"[:—–\-·|](?=\s|$)")
_NAMES = rf"{LINK_CHAR}(?:[ \t]*(?:,[ \t]*(?:(?:and|e)[ \t]+)?|(?:and|e)[ \t]+|[&+][ \t]*){LINK_CHAR})*"
_LINKED = re.compile(rf"[ \t]*({_NAMES})")
_AT_LINK = re.compile(rf"[ \t]*(?:at|a)[ \t]+({LINK_CHAR})", re.IGNORECASE)
_WITH_LINKS = re.compile(rf"[ \t]*(?:with|con)[ \t]+({_NAMES})", re.IGNORECASE)
_WITH = re.compile(r"(?:^|[ \t])(?:with|con)[ \t]+(?P<names>.+?)(?=[ \t]+(?:at|a)[ \t]|$)", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r"[ \t]*(?:,|&|\+|(?<=[ \t])(?:and|e)(?=[ \t]))[ \t]*")
_MASKED = re.compile(r"\[[^\[\]]*::[^\[\]]*\]|\([^()]*::[^()]*\)")
_FIELD = re.compile(r"[\[(](?P<key>[^\W\d_][\w \-/]{0,40})::[ \t]*(?P<value>[^\[\]()]*)[\])]")

_CLOCK = r"\d{1,2}:\d{2}"
_OPENING_LINK = re.compile(
    rf"(?:[ \t]*{_CLOCK}(?:[ \t]*[-–][ \t]*{_CLOCK})?[ \t:—–\-·|]*)?[ \t]*({LINK_CHAR})"
)
_MET_LINKS = re.compile(rf"(?<!\w)(?:met|with|visto|con)[ \t]+({_NAMES})", re.IGNORECASE)
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|gen|mag|giu|lug|ago|set|ott|dic"
_OTHER_DATES = re.compile(
    rf"""[\[(]?(?:
        \d{{1,2}}[/.\-]\d{{1,2}}[/.\-](?:\d{{4}}|\d{{2}})\b
      | \d{{4}}[/.]\d{{1,2}}[/.]\d{{1,2}}\b
      | \d{{4}}-\d{{1,2}}-\d{{1,2}}\b
      | \d{{1,2}}(?:st|nd|rd|th|°|º)?\s+(?:{_MONTHS})[a-z]*\.?,?\s+\d{{4}}\b
      | (?:{_MONTHS})[a-z]*\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}\b
      | \d{{4}}-\d{{2}}(?=[\s:\])—–]|$)
    )""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Head:
    """What an entry's line says: who, how, where, and the text that remains.

    `end` is where the text begins in the line; `separator` where the head's separator stands, or -1.
    `unknown` is the first word where it is no channel, `is_word` tells that it is all of the head, and
    `channel_after_separator` tells the slip
    `DATE - call: …`, which has no head.
    """

    time: str = ""
    channel: str | None = None
    direction: Direction | None = None
    place: int | None = None
    people: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    end: int = 0
    separator: int = -1
    unknown: str = ""
    is_word: bool = False
    channel_after_separator: bool = False

    @property
    def opens(self) -> bool:
        """Whether the line opens with a channel or an arrow."""
        return self.channel is not None or self.direction is not None


def read_date(line: Line) -> tuple[date | None, int] | None:
    """The date that opens a line and where it ends; a None date where that day does not exist.

    Bold is gone from a `Line`; brackets and a link to a daily note count as the date.
    """
    start = len(line.text) - len(line.text.lstrip())
    if line.text[start : start + 1] == LINK_CHAR:
        atom = line.atoms[0] if start == 0 or not line.part(0, start).atoms else None
        parsed = parse_date(atom.plain) if atom else None
        return (parsed.exact, start + 1) if parsed and parsed.exact else None
    found = _DATE.match(line.text, start)
    if found is None or bool(found["open"]) != bool(found["close"]):
        return None
    after = line.text[found.end() : found.end() + 1]
    if after.isalpha():
        return None
    return _day(found["date"]), found.end()


@lru_cache(maxsize=4096)
def _day(text: str) -> date | None:
    parsed = parse_date(text)
    return parsed.exact if parsed else None


def is_other_date(line: Line) -> bool:
    """Whether a line opens with a date in a form that starts no entry."""
    return bool(_OTHER_DATES.match(line.text.lstrip()))


def read_head(line: Line, start: int) -> Head:
    """The head of an entry whose date ends at `start`."""
    text = line.text
    position = start
    time = ""
    if found := _TIME.match(text, position):
        time, position = found[1], found.end()
    before, position = _arrow(text, position)
    channel, position = _channel(text, position)
    after, position = _arrow(text, position)
    direction = before or after
    begun, opened = position, bool(channel or direction)
    separator = _separator_after(text, position)
    if opened and separator == position:
        return Head(time, channel, direction, end=separator + 1, separator=separator)
    place, people, position = _grammatical(line, position, separator, opened=opened)
    word = None if opened or position > begun else _WORD.match(text, position)
    names: tuple[str, ...] = ()
    if separator >= 0:
        people = tuple(index for index in line.links(begun, separator) if index != place)
        names = _names_in(text[begun:separator])
        if position < separator and _WITH.fullmatch(text, position, separator):
            position = separator
    if found := _SEPARATOR_NEXT.match(text, position):
        position = found.end()
    return Head(
        time=time,
        channel=channel,
        direction=direction,
        place=place,
        people=people,
        names=names,
        end=position,
        separator=separator,
        unknown=word[1] if word else "",
        is_word=word is not None and word.end() == separator,
        channel_after_separator=not opened and position == separator + 1 and _opens(text, position),
    )


def _arrow(text: str, position: int) -> tuple[Direction | None, int]:
    found = _ARROW.match(text, position)
    if found is None:
        return None, position
    return ("out" if found["out"] else "in"), found.end()


def _channel(text: str, position: int) -> tuple[str | None, int]:
    found = _WORD.match(text, position)
    if found is None:
        return None, position
    channel = channel_of(found[1])
    return (channel, found.end()) if channel else (None, position)


def _separator_after(text: str, position: int) -> int:
    """The first separator outside fields; links and code are single characters and hold none."""
    if "::" in text:
        text = _MASKED.sub(lambda found: OTHER_CHAR * len(found[0]), text)
    found = _SEPARATOR.search(text, position)
    return found.start() if found else -1


def _grammatical(
    line: Line, position: int, separator: int, *, opened: bool
) -> tuple[int | None, tuple[int, ...], int]:
    """The place, the people linked, and where the grammar of the head stops."""
    text = line.text if separator < 0 else line.text[:separator]
    place: int | None = None
    people: list[int] = []
    if opened and (found := _LINKED.match(text, position)):
        people += line.links(found.start(1), found.end(1))
        position = found.end()
    while position < len(text):
        if place is None and (found := _AT_LINK.match(text, position)):
            place = line.link_at(found.start(1))
        elif found := _WITH_LINKS.match(text, position):
            people += line.links(found.start(1), found.end(1))
        else:
            break
        position = found.end()
    return place, tuple(people), position


def _names_in(head: str) -> tuple[str, ...]:
    """The names that a head gives without a link, after with or con."""
    found = _WITH.search(head)
    parts = _BETWEEN_NAMES.split(found["names"]) if found else []
    words = (part.strip() for part in parts if LINK_CHAR not in part and OTHER_CHAR not in part)
    return tuple(word for word in words if word)


def _opens(text: str, position: int) -> bool:
    return _channel(text, position)[0] is not None or bool(re.match(r"[ \t]*(?:→|->|←|<-)", text[position:]))


def field_parts(line: Line) -> Iterator[tuple[str, Line]]:
    """The bracketed inline fields of a line, `[key:: value]` and `(key:: value)`."""
    if "::" in line.text:
        for found in _FIELD.finditer(line.text):
            yield found["key"].strip(), line.part(found.start("value"), found.end("value"))


def fields_in(line: Line) -> tuple[tuple[str, str], ...]:
    """The bracketed inline fields of a line as plain text."""
    return tuple((key, part.plain) for key, part in field_parts(line))


def near_channel(word: str) -> str:
    """The channel word nearest to one that is none; empty where none is near."""
    near = get_close_matches(word.casefold(), CHANNEL_OF, 1, 0.75)
    return near[0] if near else ""


def people_of_line(line: Line) -> tuple[int, ...]:
    """In a journal's plain line: the link that opens it, and those after met, with, visto, con."""
    found: list[int] = []
    if opening := _OPENING_LINK.match(line.text):
        found.append(line.link_at(opening.start(1)))
    for met in _MET_LINKS.finditer(line.text):
        found += line.links(met.start(1), met.end(1))
    return tuple(dict.fromkeys(found))
