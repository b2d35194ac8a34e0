"""Tasks: promises with their dates, as the Tasks plugin of Obsidian writes them, and whose they are."""

import re
from dataclasses import dataclass, field
from datetime import date

from notesite.markup.clean import cleaned
from notesite.markup.lines import Line
from notesite.model.dates import parse_date
from notesite.model.note import Task
from notesite.model.origin import Origin
from notesite.model.text import fold, key_of
from notesite.reading.inline_tags import tags_in

_MARKS = {
    **dict.fromkeys("📅📆🗓", "due"),
    **dict.fromkeys("⏳⌛", "scheduled"),
    "🛫": "start",
    "➕": "created",
    "✅": "done",
    "❌": "cancelled",
}
_FIELDS = {
    "due": ("due",),
    "scheduled": ("scheduled",),
    "start": ("start",),
    "created": ("created",),
    "done": ("completion", "done", "completed"),
    "cancelled": ("cancelled", "canceled"),
}
_FIELD_OF = {key_of(word): name for name, words in _FIELDS.items() for word in words}
_PRIORITIES = {"🔺": "highest", "⏫": "high", "🔼": "medium", "🔽": "low", "⏬": "lowest"}

_EMOJI_DATE = re.compile(rf"(?P<mark>[{''.join(_MARKS)}])\ufe0f?[ \t]*(?P<value>[\d\-/.]+)?")
_FIELD = re.compile(r"[\[(](?P<key>[^\W\d_][\w \-]{0,40})::[ \t]*(?P<value>[^\[\]()]*)[\])]")
_RECURRENCE = re.compile(r"🔁\ufe0f?[ \t]*(?P<value>[a-zA-Z0-9 ,]*)")
_PRIORITY = re.compile(rf"(?P<value>[{''.join(_PRIORITIES)}])\ufe0f?")
_IDS = re.compile(r"[🆔⛔]\ufe0f?[ \t]*[\w\-]+(?:,[ \t]*[\w\-]+)*")
_TRAILING = re.compile(r"\((?P<value>\d{4}-\d{2}-\d{2})\)[ \t]*$")
_LEADING = re.compile(r"^[ \t]*(?P<value>\d{4}-\d{2}-\d{2})(?![\d\-])[ \t]*[:—–·|-]?(?=\s|$)[ \t]*")
_THEIRS = re.compile(r"^[ \t]*(?:←|<-)[ \t]*")
_MINE = re.compile(r"^[ \t]*(?:→|->)[ \t]*")
_QUESTION = re.compile(r"^[ \t]*\?(?=\s)[ \t]*")
_WAITING_TAGS = re.compile(r"(?:^|(?<=\s))#(?:waiting|attesa)(?![\w/-])", re.IGNORECASE)
_ME = ("me", "mine", "io", "i")
_BLANK_TAIL = re.compile(r"[ \t]{2,}")


@dataclass(slots=True)
class _Reading:
    """A task's line while its dates are taken out of it."""

    line: Line
    origin: Origin
    dates: dict[str, date] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)
    bad: list[tuple[str, Origin]] = field(default_factory=list)

    def cut(self, start: int, end: int) -> None:
        before, after = self.line.part(0, start), self.line.part(end)
        self.line = Line(before.text + after.text, before.atoms + after.atoms, self.line.number)

    def set_date(self, name: str, written: str) -> None:
        if name in self.dates:
            return
        parsed = parse_date(written)
        if parsed is None or parsed.exact is None:
            self.bad.append((written, self.origin))
        else:
            self.dates[name] = parsed.exact


def read_task(
    line: Line, state: str, origin: Origin, around: tuple[tuple[int, ...], ...], *, is_awaited: bool
) -> tuple[Task, tuple[tuple[str, Origin], ...]]:
    """The task of one line, and the dates in it that could not be read.

    `is_awaited` says that it stands under a heading such as *Waiting for*.
    """
    reading = _Reading(line, origin)
    links = line.links()
    _take_emoji(reading)
    _take_fields(reading)
    is_theirs = _take(reading, _THEIRS)
    if not is_theirs:
        _take(reading, _MINE)
    _take_unmarked_dates(reading)
    is_theirs = is_theirs or state == "w" or is_awaited or bool(_WAITING_TAGS.search(reading.line.text))
    if owner := reading.fields.get("owner"):
        is_theirs = fold(owner) not in _ME
    is_question = _take(reading, _QUESTION)
    task = Task(
        state=state,
        text=_BLANK_TAIL.sub(" ", reading.line.plain),
        html=cleaned(_BLANK_TAIL.sub(" ", reading.line.html)),
        origin=origin,
        theirs=is_theirs,
        question=is_question,
        due=reading.dates.get("due"),
        scheduled=reading.dates.get("scheduled"),
        start=reading.dates.get("start"),
        created=reading.dates.get("created"),
        done=reading.dates.get("done"),
        cancelled=reading.dates.get("cancelled"),
        recurrence=reading.fields.get("repeat", ""),
        priority=reading.fields.get("priority", ""),
        links=links,
        around=around,
        tags=tags_in(line.text),
    )
    return task, tuple(reading.bad)


def _take(reading: _Reading, opening: re.Pattern[str]) -> bool:
    """Whether the line opens so; what opens it is taken out."""
    found = opening.match(reading.line.text)
    if found:
        reading.cut(0, found.end())
    return found is not None


def _take_emoji(reading: _Reading) -> None:
    if reading.line.text.isascii():
        return
    for pattern in (_RECURRENCE, _PRIORITY, _IDS):
        if found := pattern.search(reading.line.text):
            if pattern is _RECURRENCE:
                reading.fields["repeat"] = found["value"].strip()
            elif pattern is _PRIORITY:
                reading.fields["priority"] = _PRIORITIES[found["value"]]
            reading.cut(found.start(), found.end())
    while found := _EMOJI_DATE.search(reading.line.text):
        reading.set_date(_MARKS[found["mark"]], found["value"] or "")
        reading.cut(found.start(), found.end())


def _take_fields(reading: _Reading) -> None:
    position = 0
    while found := _FIELD.search(reading.line.text, position):
        key = key_of(found["key"])
        value = reading.line.part(found.start("value"), found.end("value")).plain
        if name := _FIELD_OF.get(key):
            reading.set_date(name, value)
        elif key in ("owner", "repeat", "recurrence", "priority", "id", "dependson"):
            reading.fields["repeat" if key == "recurrence" else key] = value
        else:
            position = found.end()
            continue
        reading.cut(found.start(), found.end())


def _take_unmarked_dates(reading: _Reading) -> None:
    """A trailing `(date)`, then a leading date, where no mark gives the due date."""
    if "due" in reading.dates:
        return
    for pattern in (_TRAILING, _LEADING):
        if found := pattern.search(reading.line.text):
            reading.set_date("due", found["value"])
            reading.cut(found.start(), found.end())
            return
