"""What stands beside the entries of a body: tasks, questions, inline fields and tags."""

import re

from notesite.markup.clean import cleaned
from notesite.markup.lines import LINK_CHAR, OTHER_CHAR, Line
from notesite.model.diagnostic import Diagnostic
from notesite.model.message import say
from notesite.model.note import Question
from notesite.model.origin import Origin
from notesite.model.text import fold
from notesite.model.values import Field
from notesite.reading import grammar
from notesite.reading.channels import WAITING_HEADINGS, heading_name
from notesite.reading.inline_tags import tags_in
from notesite.reading.reading_state import BodyReading
from notesite.reading.tasks import read_task
from notesite.reading.values import value_of

ASK = ("askabout", "ask")

_LINE_FIELD = re.compile(r"[ \t]*(?P<key>[^\W\d_][\w \-/]{0,40})::(?=\s|$)[ \t]*")
_QUESTION = re.compile(r"[ \t]*\?(?=\s)[ \t]*")


def add_task(reading: BodyReading, line: Line, state: str) -> None:
    """Add a task item; reports `task-date`."""
    around = (*reversed(reading.items), *(section.links for section in reversed(reading.sections)))
    task, bad = read_task(
        line, state, reading.origin(line), around, is_awaited=reading.is_under(WAITING_HEADINGS)
    )
    for written, origin in bad:
        missing = say("a date is missing after its mark")
        message = say("%(text)r is no date", text=written) if written else missing
        hint = say("write YYYY-MM-DD, a day that exists")
        reading.diagnostics.append(Diagnostic("task-date", message, origin, hint))
    reading.prefer_contacts([*task.links, *(index for links in around for index in links)])
    if task.question:
        reading.questions.append(Question(task.text, task.html, task.origin, is_open=task.is_open))
    reading.tasks.append(task)


def add_question(reading: BodyReading, line: Line) -> bool:
    """Add a line that opens with `?` as a question; whether it is one."""
    found = _QUESTION.match(line.text)
    if found is None:
        return False
    rest = line.part(found.end())
    is_open = not (len(rest.atoms) == 1 and rest.atoms[0].kind == "struck" and len(rest.text.strip()) == 1)
    reading.questions.append(Question(rest.plain, cleaned(rest.html), reading.origin(line), is_open))
    return True


def add_field_line(reading: BodyReading, line: Line, *, inside: bool) -> bool:
    """A line `key:: value`; whether it is one. One inside an entry or task is theirs."""
    found = _LINE_FIELD.match(line.text)
    if found is None:
        return False
    _field(reading, found["key"], line.part(found.end()), reading.origin(line), inside=inside)
    return True


def add_bracketed_fields(reading: BodyReading, line: Line, *, inside: bool) -> None:
    """Add the fields in brackets of a line that is no entry."""
    for key, part in grammar.field_parts(line):
        _field(reading, key, part, reading.origin(line), inside=inside)


def _field(reading: BodyReading, key: str, part: Line, origin: Origin, *, inside: bool) -> None:
    folded = heading_name(key).replace(" ", "")
    if folded in ASK:
        if part.plain:
            is_open = not (part.atoms and part.atoms[0].kind == "struck")
            reading.questions.append(Question(part.plain, cleaned(part.html), origin, is_open))
        return
    if inside and folded not in ("needs", "offers"):
        return
    raw = _raw(reading, part)
    if raw:
        reading.fields.append(Field(key.strip(), origin, (value_of(raw, origin),)))


def _raw(reading: BodyReading, part: Line) -> str:
    """A part of a line as it was written, links in brackets."""
    pieces: list[str] = []
    atoms = iter(part.atoms)
    for letter in part.text:
        if letter in (LINK_CHAR, OTHER_CHAR):
            atom = next(atoms)
            if atom.kind == "link":
                link = reading.links[atom.index]
                name = f"{link.target}#{link.anchor}" if link.anchor else link.target
                pieces.append(f"[[{name}]]" if link.label == link.target else f"[[{name}|{link.label}]]")
            else:
                pieces.append(atom.plain)
        else:
            pieces.append(letter)
    return "".join(pieces).strip()


def add_tags(reading: BodyReading, line: Line) -> None:
    """Add the inline tags of a line."""
    if "#" in line.text:
        for tag in tags_in(line.text):
            reading.tags.setdefault(fold(tag), tag)
