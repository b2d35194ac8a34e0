"""What the expectations of a story are about: under each name, the rows that are read.

    due            path | reason | due | state | last contact         all rows
    interactions   path | date | channel | direction | place          all; `none` of a contact without
    diagnostics    code place                                         all
    contact, card  path | attribute | value                           of the attributes named
    kinds          path | kind | name                                 of the notes named
    entries        place | the short notation                         all, of the notes named
    tasks          place | whose | state | due | contacts | result    all, of the notes named
    questions      place | open or closed | text                      all, of the notes named
    links          file | target | path                               all, of the notes named
    organisations  name | path | contacts                             all
    tags           tag | notes                                        of the tags named
    shown, hidden  path | text that the note's page holds, or not

Where there is no row, `none` stands in its place.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import asdict

from notesite.model.cards import Dated, Position
from notesite.model.network import Ref
from notesite.model.note import Note, Task
from notesite.model.values import Field, Value
from tests.notation import entry_as, result_of, state_of
from tests.stories import Notebook, Rows

NONE = "none"


def cell(value: object) -> str:
    """Any value of the model as the text of a cell; what is empty is a dash."""
    shown = next((as_text for kind, as_text in _CELLS if isinstance(value, kind)), str)
    return "-" if value in (None, "", ()) else shown(value)


def _several(values: tuple[object, ...]) -> str:
    return ("; " if isinstance(values[0], Position) else ", ").join(map(cell, values))


def _position(position: Position) -> str:
    span = [f"{word} {day}" for word, day in (("from", position.start), ("to", position.end)) if day]
    return " ".join([f"{position.role} at {position.org.text}", *span])


_CELLS: tuple[tuple[type, Callable[..., str]], ...] = (
    (bool, lambda is_so: "yes" if is_so else "no"),
    (Dated, lambda dated: str(dated.on)),
    (Value, lambda value: value.text),
    (Ref, lambda ref: ref.path or ref.label),
    (Field, lambda each: f"{each.key}: {', '.join(value.text for value in each.values)}"),
    (Position, _position),
    (tuple, _several),
)


def due_rows(notebook: Notebook, _expected: Rows) -> Iterable[str]:
    for row in notebook.follow_ups:
        due = row.due
        yield _row(due.contact, due.reason, row.on, row.state, row.last_contact)


def interaction_rows(notebook: Notebook, expected: Rows) -> Iterable[str]:
    named = _first_cells(expected)
    for path, contact in notebook.network.contacts.items():
        happened = [each for each in contact.interactions if each.day <= notebook.today]
        yield from (_row(path, each.day, each.channel, each.direction, each.origin) for each in happened)
        if path in named and not happened:
            yield _row(path, NONE)


def diagnostic_rows(notebook: Notebook, _expected: Rows) -> Iterable[str]:
    return (f"{each.code} {each.origin}" for each in notebook.diagnostics)


def attribute_rows(notebook: Notebook, expected: Rows) -> Iterable[str]:
    for path, name in dict.fromkeys(tuple(row.split(" | ")[:2]) for row in expected):
        note = notebook.notes.get(path)
        yield _row(path, name, "no such note" if note is None else cell(_attribute(notebook, note, name)))


def _attribute(notebook: Notebook, note: Note, name: str) -> object:
    contact, event = notebook.network.contacts.get(note.path), notebook.network.events.get(note.path)
    if contact and name in ("orgs", "org-paths", "first-met", "circle", "cadence"):
        return {
            "orgs": tuple(ref.label for ref in contact.orgs),
            "org-paths": tuple(ref.path for ref in contact.orgs if ref.path),
            "first-met": contact.met,
            "circle": contact.circle,
            "cadence": contact.cadence,
        }[name]
    if event and name in ("start", "attendee-paths", "met-paths"):
        return {"start": event.start, "attendee-paths": event.attendees, "met-paths": event.met}[name]
    attribute = name.replace("-", "_")
    value = getattr(note.card if hasattr(note.card, attribute) else note, attribute)
    return tuple(f"{key}: {cell(each)}" for key, each in value) if name in ("links", "dates") else value


def kind_rows(notebook: Notebook, expected: Rows) -> Iterable[str]:
    return (_row(note.path, note.kind, note.name) for note in _notes_named(notebook, expected))


def entry_rows(notebook: Notebook, expected: Rows) -> Iterable[str]:
    wanted = dict(row.split(" | ", 1) for row in expected if " | " in row)
    for note in _notes_named(notebook, expected):
        for entry in note.body.entries:
            place = f"{note.path}:{entry.origin.line}"
            yield _row(place, entry_as(entry, note, wanted.get(place, "")))


def task_rows(notebook: Notebook, expected: Rows) -> Iterable[str]:
    for note in _notes_named(notebook, expected):
        for task in note.body.tasks:
            whose = "theirs" if task.theirs else "mine"
            contacts = tuple(sorted(_creditors(notebook, task)))
            yield _row(task.origin, whose, state_of(task), task.due, contacts, result_of(task))


def _creditors(notebook: Notebook, task: Task) -> Iterable[str]:
    for path, contact in notebook.network.contacts.items():
        if any(promise.task == task for promise in contact.promises):
            yield path


def question_rows(notebook: Notebook, expected: Rows) -> Iterable[str]:
    for note in _notes_named(notebook, expected):
        for question in note.body.questions:
            yield _row(question.origin, "open" if question.is_open else "closed", question.text)


def link_rows(notebook: Notebook, expected: Rows) -> Iterable[str]:
    for note in _notes_named(notebook, expected):
        found = zip(note.links, notebook.network.targets.get(note.path, ()), strict=True)
        yield from (_row(note.path, each.target, path) for each, path in found)
        if not note.links:
            yield _row(note.path, NONE)


def organisation_rows(notebook: Notebook, _expected: Rows) -> Iterable[str]:
    for each in notebook.network.organisations.values():
        yield _row(each.name, each.path, each.members)


def tag_rows(notebook: Notebook, expected: Rows) -> Iterable[str]:
    tags = {tag.name: tag for tag in notebook.network.tags.values()}
    for name in _first_cells(expected):
        yield _row(name, tuple(sorted(tags[name].notes)) if name in tags else "no such tag")


def shown_rows(notebook: Notebook, expected: Rows) -> Iterable[str]:
    return (row for row in expected if _is_shown(notebook, row))


def hidden_rows(notebook: Notebook, expected: Rows) -> Iterable[str]:
    return (row for row in expected if not _is_shown(notebook, row))


def _is_shown(notebook: Notebook, row: str) -> bool:
    path, _, text = row.partition(" | ")
    note = notebook.notes.get(path)
    return note is not None and any(text in each for each in _texts(asdict(note)))


def _texts(value: object) -> Iterable[str]:
    match value:
        case str():
            yield value
        case dict():
            yield from (text for each in value.values() for text in _texts(each))
        case tuple() | list():
            yield from (text for each in value for text in _texts(each))


def _row(*cells: object) -> str:
    return " | ".join(map(cell, cells))


def _first_cells(expected: Rows) -> list[str]:
    return list(dict.fromkeys(row.split(" | ")[0] for row in expected))


def _notes_named(notebook: Notebook, expected: Rows) -> list[Note]:
    paths = dict.fromkeys(re.sub(r"(:\d+)+$", "", name) for name in _first_cells(expected))
    return [notebook.notes[path] for path in paths if path in notebook.notes]


ROWS: dict[str, Callable[[Notebook, Rows], Iterable[str]]] = {
    "due": due_rows,
    "interactions": interaction_rows,
    "diagnostics": diagnostic_rows,
    "contact": attribute_rows,
    "card": attribute_rows,
    "kinds": kind_rows,
    "entries": entry_rows,
    "tasks": task_rows,
    "questions": question_rows,
    "links": link_rows,
    "organisations": organisation_rows,
    "tags": tag_rows,
    "shown": shown_rows,
    "hidden": hidden_rows,
}


def rows_of(notebook: Notebook, name: str, expected: Rows) -> Rows:
    """The rows that an expectation of that name should have listed; `none` where there is none."""
    return tuple(ROWS[name](notebook, expected)) or (NONE,)
