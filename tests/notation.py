"""The short notation in which the note format's page and the stories say how a line is read."""

import re
from datetime import date

from notesite.model.note import Entry, Note, Task

ENTRY = re.compile(
    r"(?P<date>\d{4}-\d\d-\d\d) (?P<channel>[a-z]+) (?P<direction>out|in|none)"
    r'(?: "(?P<text>[^"]*)")?(?: at (?P<place>.+?))?(?: with (?P<people>.+?))?(?: (?P<sort>contact|fact))?'
)
_TASK_DATES = ("due", "scheduled", "start", "created", "done", "cancelled")


def entry_as(entry: Entry, note: Note, wanted: str = "") -> str:
    """An entry in short, with those of its optional parts that the wanted notation has."""
    found = ENTRY.fullmatch(wanted)
    has = found.groupdict() if found else {}
    day = entry.date or note.day
    parts = [str(day), entry.channel or "none", entry.direction or "none"]
    if has.get("text") is not None or not has:
        parts.append(f'"{entry.text}"')
    if has.get("place") is not None:
        parts.append(f"at {'nowhere' if entry.place is None else note.links[entry.place].target}")
    if has.get("people") is not None:
        parts.append(f"with {', '.join(people_of(entry, note)) or 'nobody'}")
    if has.get("sort") is not None or not has:
        parts.append("contact" if entry.is_contact else "fact")
    return " ".join(parts)


def people_of(entry: Entry, note: Note) -> tuple[str, ...]:
    """Whom the head of an entry names."""
    return (*(note.links[index].target for index in entry.people), *entry.names)


def state_of(task: Task) -> str:
    """Whether a task is done, dropped or open."""
    return "done" if task.is_done else "open" if task.is_open else "dropped"


def task_as(task: Task) -> str:
    """A task in short: whose, its state and all its dates."""
    whose = "question" if task.question else "theirs" if task.theirs else "mine"
    dates: list[tuple[str, date | None]] = [(name, getattr(task, name)) for name in _TASK_DATES]
    return " ".join([whose, state_of(task), *(f"{name} {day}" for name, day in dates if day)])


def result_of(task: Task) -> str:
    """What became of a promise, as the page of promises tells it."""
    if task.question:
        return "question"
    if task.is_done and task.done and task.due:
        return "kept" if task.done <= task.due else "late"
    if task.is_open:
        return "open" if task.due else "no-date"
    return state_of(task)
