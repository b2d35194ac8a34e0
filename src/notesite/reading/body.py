"""A note's body, walked once: entries, tasks, questions, fields, tags, and its HTML."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from markdown_it.token import Token

from notesite.markup.clean import cleaned
from notesite.markup.lines import LINK_CHAR, OTHER_CHAR, Line, joined, lines_of
from notesite.markup.parser import Env, parse, rendered
from notesite.model.diagnostic import Diagnostic
from notesite.model.note import Body, Entry, Heading, Question, Task
from notesite.model.origin import Origin
from notesite.model.text import fold
from notesite.model.values import Field, Kind, Link
from notesite.reading import grammar
from notesite.reading.channels import LOG_HEADINGS, PEOPLE_MET_HEADINGS, WAITING_HEADINGS, heading_name
from notesite.reading.header import value_of
from notesite.reading.numbering import number_links
from notesite.reading.tables import read_table
from notesite.reading.tasks import read_task

_LINE_FIELD = re.compile(r"[ \t]*(?P<key>[^\W\d_][\w \-/]{0,40})::(?=\s|$)[ \t]*")
_QUESTION = re.compile(r"[ \t]*\?(?=\s)[ \t]*")
_TAG = re.compile(r"""(?:^|(?<=[\s(\[{,;"'“«]))#(?=[\w/-]*[^\W\d])([\w-][\w/-]*)""")
_QUOTES = ("quote", "cite")
_ASK = ("askabout", "ask")


@dataclass(frozen=True, slots=True)
class _Section:
    """A heading above the place that is being read."""

    level: int
    name: str
    links: tuple[int, ...]


@dataclass(slots=True)
class Reading:
    """What has been read of a body so far, and where the walk stands."""

    path: str
    kind: Kind
    first_line: int
    links: list[Link] = field(default_factory=list)
    sections: list[_Section] = field(default_factory=list)
    items: list[tuple[int, ...]] = field(default_factory=list)
    inside_entry: list[bool] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    met: list[int] = field(default_factory=list)
    tags: dict[str, str] = field(default_factory=dict)
    fields: list[Field] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)

    def is_under(self, names: Sequence[str]) -> bool:
        """Whether one of the headings above has one of these names."""
        return any(section.name in names for section in self.sections)

    def origin(self, line: Line) -> Origin:
        """Where a line stands in the file."""
        return Origin(self.path, self.first_line + line.number)

    def report(self, code: str, message: str, line: Line, hint: str = "") -> None:
        """Add a diagnostic at a line."""
        self.diagnostics.append(Diagnostic(code, message, self.origin(line), hint))


def read_body(
    text: str, path: str, kind: Kind, first_line: int
) -> tuple[Body, list[Link], list[Field], list[Diagnostic]]:
    """The body of a note whose text begins on `first_line`; its links, its inline fields, the reports."""
    tokens, env = parse(text)
    reading = Reading(path, kind, first_line)
    reading.links = number_links(tokens, text.split("\n"), path, first_line)
    _walk(reading, tokens)
    for line in env.get("tangled", ()):
        message = "this paragraph is too long or too tangled; it is shown as plain text"
        reading.diagnostics.append(Diagnostic("too-tangled", message, Origin(path, first_line + line)))
    notes, log = _parts(tokens)
    body = Body(
        notes=_html(notes, env),
        log=_html(log, env),
        headings=tuple(reading.headings),
        entries=tuple(reading.entries),
        tasks=tuple(reading.tasks),
        questions=tuple(reading.questions),
        met=tuple(reading.met),
        tags=tuple(reading.tags.values()),
    )
    return body, reading.links, reading.fields, reading.diagnostics


def _html(tokens: Sequence[Token], env: Env) -> str:
    return cleaned(rendered(tokens, env)) if tokens else ""


def _parts(tokens: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    """The tokens outside and under log headings; footnotes belong outside."""
    notes: list[Token] = []
    log: list[Token] = []
    log_level = 0
    for index, token in enumerate(tokens):
        if token.level == 0 and token.type == "heading_open":
            level = int(token.tag[1])
            if log_level and level <= log_level:
                log_level = 0
            if not log_level and heading_name(tokens[index + 1].content) in LOG_HEADINGS:
                log_level = level
        elif token.type == "footnote_block_open":
            log_level = 0
        (log if log_level else notes).append(token)
    return notes, log


def _walk(reading: Reading, tokens: Sequence[Token]) -> None:
    index = 0
    while index < len(tokens):
        token = tokens[index]
        match token.type:
            case "blockquote_open" if token.meta.get("callout", "quote") in _QUOTES:
                index = _closing(tokens, index)
            case "footnote_block_open":
                index = _closing(tokens, index)
            case "heading_open":
                _heading(reading, token, tokens, index)
                index += 2
            case "list_item_open":
                index = _item(reading, tokens, index)
                continue
            case "list_item_close":
                reading.items.pop()
                reading.inside_entry.pop()
            case "table_open":
                end = _closing(tokens, index)
                _table(reading, tokens[index:end])
                index = end
            case "inline":
                _paragraph(reading, token)
        index += 1


def _closing(tokens: Sequence[Token], start: int) -> int:
    wanted = tokens[start].type.replace("_open", "_close")
    for index in range(start + 1, len(tokens)):
        if tokens[index].type == wanted and tokens[index].level == tokens[start].level:
            return index
    return len(tokens) - 1


def _lines(token: Token) -> list[Line]:
    return lines_of(token, token.map[0] if token.map else 0)


def _heading(reading: Reading, opening: Token, tokens: Sequence[Token], index: int) -> None:
    level = int(opening.tag[1])
    line = _lines(tokens[index + 1])[0]
    while reading.sections and reading.sections[-1].level >= level:
        reading.sections.pop()
    anchor = _anchor(reading, line.plain)
    opening.attrSet("id", anchor)
    reading.headings.append(Heading(level, line.plain, anchor))
    _collect_tags(reading, line)
    if dated := _dated(reading, line):
        following = tokens[index + 4] if index + 4 < len(tokens) else None
        is_paragraph = (
            following is not None
            and following.type == "inline"
            and tokens[index + 3].type == "paragraph_open"
        )
        more = _lines(following) if following is not None and is_paragraph else []
        _add_entry(reading, dated, line, "heading", more if not _text_of(dated, line).plain else [])
    elif reading.kind is Kind.JOURNAL:
        _journal_line(reading, line)
    reading.sections.append(_Section(level, heading_name(line.plain), line.links()))


def _anchor(reading: Reading, text: str) -> str:
    base = "h-" + (re.sub(r"[^\w]+", "-", fold(text)).strip("-") or "section")
    anchor, count = base, 1
    while anchor in reading.anchors:
        count += 1
        anchor = f"{base}-{count}"
    reading.anchors.add(anchor)
    return anchor


def _item(reading: Reading, tokens: Sequence[Token], index: int) -> int:
    """A list item: its first line is read here, the rest of it by the walk. Returns where to go on."""
    item = tokens[index]
    first = tokens[index + 2] if index + 2 < len(tokens) else item
    if tokens[index + 1].type != "paragraph_open" or first.type != "inline":
        reading.items.append(())
        reading.inside_entry.append(any(reading.inside_entry[-1:]))
        return index + 1
    lines = _lines(first)
    inside = any(reading.inside_entry[-1:])
    if state := item.meta.get("task"):
        _task(reading, lines[0], str(state))
        is_entry = True
    else:
        is_entry = _item_line(reading, lines, inside=inside)
    for line in lines:
        _collect_tags(reading, line)
    reading.items.append(lines[0].links())
    reading.inside_entry.append(inside or is_entry)
    return index + 3


def _item_line(reading: Reading, lines: Sequence[Line], *, inside: bool) -> bool:
    """Read an item that is no task; whether it is an entry."""
    line = lines[0]
    if dated := _dated(reading, line):
        _add_entry(reading, dated, line, "item", lines[1:])
        return True
    if _question(reading, line) or _field_line(reading, line, inside=inside):
        return False
    if reading.is_under(PEOPLE_MET_HEADINGS) and line.text.lstrip()[:1] == LINK_CHAR:
        reading.met.append(line.links()[0])
    if reading.kind is Kind.JOURNAL:
        return _journal_line(reading, line, lines[1:])
    _bracketed_fields(reading, line, inside=inside)
    return False


def _paragraph(reading: Reading, token: Token) -> None:
    """The lines of a paragraph; those that continue an item are no lines of their own."""
    lines = _lines(token)
    is_free = not reading.items
    for number, line in enumerate(lines):
        _collect_tags(reading, line)
        if not is_free:
            continue
        under_log = reading.is_under(LOG_HEADINGS)
        if (under_log or reading.kind is Kind.JOURNAL) and (dated := _dated(reading, line)):
            more = []
            for following in lines[number + 1 :]:
                if grammar.read_date(following):
                    break
                more.append(following)
            _add_entry(reading, dated, line, "line", more if reading.kind is not Kind.JOURNAL else [])
        elif _question(reading, line) or _field_line(reading, line, inside=False):
            continue
        elif reading.kind is Kind.JOURNAL:
            _journal_line(reading, line)
        else:
            _bracketed_fields(reading, line, inside=False)


# Entries.


@dataclass(frozen=True, slots=True)
class _Dated:
    head: grammar.Head
    entry: Entry


def _dated(reading: Reading, line: Line) -> _Dated | None:
    """The entry that a line with a date at its start makes."""
    found = _date_of(reading, line)
    if found is None:
        return None
    day, end = found
    head = grammar.read_head(line, end)
    return _Dated(head, replace(_entry(reading, line, head), date=day))


def _date_of(reading: Reading, line: Line) -> tuple[date, int] | None:
    """The date at a line's start and where it ends; reports the near misses."""
    found = grammar.read_date(line)
    if found is None:
        if grammar.is_other_date(line):
            message = "this line has a date that starts no entry"
            reading.report("entry-date", message, line, "write the date as YYYY-MM-DD")
        return None
    day, end = found
    if day is None:
        reading.report("entry-day", "the day of this entry does not exist", line, "correct the day")
        return None
    return day, end


def _entry(reading: Reading, line: Line, head: grammar.Head) -> Entry:
    people = head.people
    mentions = line.links(head.separator + 1 if head.separator >= 0 else head.end)
    if head.channel == "intro":
        people, mentions = (index for index in line.links() if index != head.place), ()  # type: ignore[assignment]
    return Entry(
        date=None,
        origin=reading.origin(line),
        form="item",
        text="",
        html="",
        time=head.time,
        channel=head.channel,
        direction=head.direction,
        place=head.place,
        people=tuple(people),
        names=head.names,
        mentions=tuple(index for index in mentions if index not in people),
        under_log=reading.is_under(LOG_HEADINGS),
        fields=grammar.fields_in(line),
    )


def _text_of(dated: _Dated, line: Line) -> Line:
    return line.part(dated.head.end)


def _add_entry(reading: Reading, dated: _Dated, line: Line, form: str, more: Sequence[Line]) -> None:
    _report_near_misses(reading, dated.head, line)
    _prefer_contacts(reading, dated.entry.people)
    shown = joined([_text_of(dated, line), *more])
    entry = replace(dated.entry, form=form, text=shown.plain, html=cleaned(shown.html))  # type: ignore[arg-type]
    reading.entries.append(entry)
    for key, value in entry.fields:
        if heading_name(key).replace(" ", "") in _ASK and value:
            reading.questions.append(Question(value, cleaned(value), entry.origin))


def _report_near_misses(reading: Reading, head: grammar.Head, line: Line) -> None:
    if head.channel_after_separator:
        message = "a separator stands between the date and the channel, so the channel does not count"
        reading.report("entry-separator", message, line, "leave the separator after the date out")
    elif head.unknown:
        near = grammar.near_channel(head.unknown)
        hint = f"did you mean {near}?" if near else "begin with call, email, message, meeting, coffee, note …"
        reading.report("entry-word", f"{head.unknown!r} is no channel, so it is read as text", line, hint)


def _prefer_contacts(reading: Reading, links: Sequence[int]) -> None:
    for index in links:
        reading.links[index] = replace(reading.links[index], prefers=Kind.CONTACT)


def _journal_line(reading: Reading, line: Line, more: Sequence[Line] = ()) -> bool:
    """A journal's line without a date: an entry by its head, else by its links; whether it is an entry."""
    if not line.text.strip():
        return False
    head = grammar.read_head(line, 0)
    entry = _entry(reading, line, head)
    is_entry = head.opens and (head.separator >= 0 or bool(head.people) or not line.links())
    if is_entry:
        shown = joined([line.part(head.end), *more])
        entry = replace(entry, form="item")
    else:
        people = grammar.people_of_line(line)
        others = tuple(index for index in line.links() if index not in people)
        if not people and not others:
            return False
        shown = joined([line, *more])
        entry = replace(
            entry,
            form="journal",
            time="",
            channel=None,
            direction=None,
            place=None,
            people=people,
            mentions=others,
        )
    _prefer_contacts(reading, (*entry.people, *entry.mentions))
    reading.entries.append(replace(entry, text=shown.plain, html=cleaned(shown.html)))
    return is_entry


def _table(reading: Reading, tokens: Sequence[Token]) -> None:
    table = read_table(tokens)
    for cells in table.rows:
        for cell in cells:
            _collect_tags(reading, cell)
    for row in table.dated_rows():
        found = _date_of(reading, row.date)
        if found is None:
            continue
        people = row.people
        mentions = row.text.links()
        if row.head.channel == "intro":
            people, mentions = (*people, *mentions), ()
        _prefer_contacts(reading, people)
        reading.entries.append(
            Entry(
                date=found[0],
                origin=reading.origin(row.date),
                form="row",
                text=row.text.plain,
                html=cleaned(row.text.html),
                time=row.head.time,
                channel=row.head.channel,
                direction=row.head.direction,
                people=people,
                names=row.names,
                mentions=mentions,
                under_log=reading.is_under(LOG_HEADINGS),
                fields=grammar.fields_in(row.text),
            )
        )


# Tasks, questions, fields, tags.


def _task(reading: Reading, line: Line, state: str) -> None:
    around = (*reversed(reading.items), *(section.links for section in reversed(reading.sections)))
    task, bad = read_task(
        line, state, reading.origin(line), around, is_awaited=reading.is_under(WAITING_HEADINGS)
    )
    for written, origin in bad:
        message = f"{written!r} is no date" if written else "a date is missing after its mark"
        reading.diagnostics.append(
            Diagnostic("task-date", message, origin, "write YYYY-MM-DD, a day that exists")
        )
    _prefer_contacts(reading, [*task.links, *(index for links in around for index in links)])
    if task.question:
        reading.questions.append(Question(task.text, cleaned(task.html), task.origin, is_open=task.is_open))
    reading.tasks.append(replace(task, html=cleaned(task.html)))


def _question(reading: Reading, line: Line) -> bool:
    found = _QUESTION.match(line.text)
    if found is None:
        return False
    rest = line.part(found.end())
    is_open = not (len(rest.atoms) == 1 and rest.atoms[0].kind == "struck" and len(rest.text.strip()) == 1)
    reading.questions.append(Question(rest.plain, cleaned(rest.html), reading.origin(line), is_open))
    return True


def _field_line(reading: Reading, line: Line, *, inside: bool) -> bool:
    """A line `key:: value`; whether it is one. One inside an entry or task is theirs."""
    found = _LINE_FIELD.match(line.text)
    if found is None:
        return False
    _add_field(reading, found["key"], line.part(found.end()), reading.origin(line), inside=inside)
    return True


def _bracketed_fields(reading: Reading, line: Line, *, inside: bool) -> None:
    for key, part in grammar.field_parts(line):
        _add_field(reading, key, part, reading.origin(line), inside=inside)


def _add_field(reading: Reading, key: str, part: Line, origin: Origin, *, inside: bool) -> None:
    folded = heading_name(key).replace(" ", "")
    if folded in _ASK:
        if part.plain:
            is_open = not (part.atoms and part.atoms[0].kind == "struck")
            reading.questions.append(Question(part.plain, cleaned(part.html), origin, is_open))
        return
    if inside and folded not in ("needs", "offers"):
        return
    raw = _raw(reading, part)
    if raw:
        reading.fields.append(Field(key.strip(), origin, (value_of(raw, origin),)))


def _raw(reading: Reading, part: Line) -> str:
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


def _collect_tags(reading: Reading, line: Line) -> None:
    if "#" in line.text:
        for found in _TAG.finditer(line.text):
            tag = found[1].rstrip("/-")
            reading.tags.setdefault(fold(tag), tag)
