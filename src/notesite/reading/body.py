"""A note's body, walked once: every line goes to where it is understood."""

import re
from collections.abc import Sequence

from markdown_it.token import Token

from notesite.markup.clean import cleaned
from notesite.markup.lines import LINK_CHAR, Line, lines_of
from notesite.markup.parser import Env, parse, rendered
from notesite.model.diagnostic import Diagnostic
from notesite.model.message import say
from notesite.model.note import Body, Heading
from notesite.model.origin import Origin
from notesite.model.text import fold
from notesite.model.values import Field, Kind, Link
from notesite.reading import grammar
from notesite.reading.asides import add_bracketed_fields, add_field_line, add_question, add_tags, add_task
from notesite.reading.channels import LOG_HEADINGS, PEOPLE_MET_HEADINGS, heading_name
from notesite.reading.entries import add_entry, add_journal_line, add_table, dated_entry, text_of
from notesite.reading.numbering import number_links
from notesite.reading.reading_state import BodyReading, Section

_QUOTES = ("quote", "cite")
_BLOCKS = ("blockquote_open", "footnote_block_open", "heading_open", "table_open")
_READ = frozenset((*_BLOCKS, "list_item_open", "list_item_close", "inline"))


def read_body(
    text: str, path: str, kind: Kind, first_line: int
) -> tuple[Body, list[Link], list[Field], list[Diagnostic]]:
    """The body of a note whose text begins on `first_line`; its links, its inline fields, the reports."""
    tokens, env = parse(text)
    reading = BodyReading(path, kind, first_line)
    reading.links = number_links(tokens, text.split("\n"), path, first_line)
    _walk(reading, tokens)
    for line in env.get("tangled", ()):
        message = say("this paragraph is too long or too tangled; it is shown as plain text")
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
    html = rendered(tokens, env) if tokens else ""
    return cleaned(html)


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


def _walk(reading: BodyReading, tokens: Sequence[Token]) -> None:
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.type not in _READ:
            index += 1
            continue
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
                add_table(reading, tokens[index:end])
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


def _heading(reading: BodyReading, opening: Token, tokens: Sequence[Token], index: int) -> None:
    level = int(opening.tag[1])
    line = _lines(tokens[index + 1])[0]
    while reading.sections and reading.sections[-1].level >= level:
        reading.sections.pop()
    text = line.plain
    anchor = _anchor(reading, text)
    opening.attrSet("id", anchor)
    reading.headings.append(Heading(level, text, anchor))
    add_tags(reading, line)
    if dated := dated_entry(reading, line):
        following = tokens[index + 4] if index + 4 < len(tokens) else None
        is_paragraph = (
            following is not None
            and following.type == "inline"
            and tokens[index + 3].type == "paragraph_open"
        )
        more = _lines(following) if following is not None and is_paragraph else []
        add_entry(reading, dated, line, "heading", more if not text_of(dated, line).plain else [])
    elif reading.kind is Kind.JOURNAL:
        add_journal_line(reading, line)
    reading.sections.append(Section(level, heading_name(text), line.links()))


def _anchor(reading: BodyReading, text: str) -> str:
    base = "h-" + (re.sub(r"[^\w]+", "-", fold(text)).strip("-") or "section")
    anchor = base
    while anchor in reading.anchors:
        reading.anchors[base] += 1
        anchor = f"{base}-{reading.anchors[base]}"
    reading.anchors[anchor] = 1
    return anchor


def _item(reading: BodyReading, tokens: Sequence[Token], index: int) -> int:
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
        add_task(reading, lines[0], str(state))
        is_entry = True
    else:
        is_entry = _item_line(reading, lines, inside=inside)
    for line in lines:
        add_tags(reading, line)
    reading.items.append(lines[0].links())
    reading.inside_entry.append(inside or is_entry)
    return index + 3


def _item_line(reading: BodyReading, lines: Sequence[Line], *, inside: bool) -> bool:
    """Read an item that is no task; whether it is an entry."""
    line = lines[0]
    if dated := dated_entry(reading, line):
        add_entry(reading, dated, line, "item", lines[1:])
        return True
    if add_question(reading, line) or add_field_line(reading, line, inside=inside):
        return False
    if reading.is_under(PEOPLE_MET_HEADINGS) and line.text.lstrip()[:1] == LINK_CHAR:
        reading.met.append(line.links()[0])
    if reading.kind is Kind.JOURNAL:
        return add_journal_line(reading, line, lines[1:])
    add_bracketed_fields(reading, line, inside=inside)
    return False


def _paragraph(reading: BodyReading, token: Token) -> None:
    """The lines of a paragraph; those that continue an item are no lines of their own."""
    lines = _lines(token)
    is_free = not reading.items
    for number, line in enumerate(lines):
        add_tags(reading, line)
        if not is_free:
            continue
        under_log = reading.is_under(LOG_HEADINGS)
        if (under_log or reading.kind is Kind.JOURNAL) and (dated := dated_entry(reading, line)):
            more = []
            for following in lines[number + 1 :]:
                if grammar.read_date(following):
                    break
                more.append(following)
            add_entry(reading, dated, line, "line", more if reading.kind is not Kind.JOURNAL else [])
        elif add_question(reading, line) or add_field_line(reading, line, inside=False):
            continue
        elif reading.kind is Kind.JOURNAL:
            add_journal_line(reading, line)
        else:
            add_bracketed_fields(reading, line, inside=False)
