"""Front matter that is no YAML: read key by key, so that only the failing lines are reported."""

import re
from collections.abc import Iterator
from itertools import pairwise

import yaml

from notesite.model.diagnostic import Diagnostic
from notesite.model.message import say
from notesite.model.origin import Origin
from notesite.model.values import Field, Value
from notesite.reading.header_tree import Header, TreeReader
from notesite.reading.values import NULLS, flow_values, unquoted, value_of
from notesite.reading.yaml_tree import TooDeepError, tree_of

KEY_LINE = re.compile(
    r"""(?P<key>"[^"\n]+"|'[^'\n]+'|[^\s#\-\[\]{}"':][^:\n]*?|-{2,}[^\s:]+)[ \t]*:(?=\s|$)"""
)
_COMMENT = re.compile(r"(?:^|[ \t]+)#(?:[ \t].*)?$")


def read_by_line(header: Header, text: str, path: str, first_line: int) -> None:
    """Add the keys of a text to the header, each read on its own; reports `front-matter-line`."""
    lines = text.split("\n")
    starts: list[int] = []
    for number, line in enumerate(lines):
        if KEY_LINE.match(line if starts else line.lstrip()):
            starts.append(number)
    orphans = lines[: starts[0]] if starts else lines
    _report_orphans(header, orphans, path, first_line, has_keys=bool(starts))
    for start, end in pairwise((*starts, len(lines))):
        block = [lines[start] if starts[0] != start else lines[start].lstrip(), *lines[start + 1 : end]]
        chunk = Header()
        try:
            TreeReader(chunk, "\n".join(block), path, first_line + start).read(tree_of("\n".join(block)))
        except yaml.YAMLError:
            _read_chunk(header, block, path, first_line + start)
        except TooDeepError:
            header.unread.append("\n".join(block))
        else:
            header.fields += chunk.fields
            header.diagnostics += chunk.diagnostics


def _report_orphans(header: Header, lines: list[str], path: str, first_line: int, *, has_keys: bool) -> None:
    written = [
        (number, line) for number, line in enumerate(lines) if line.strip() and not _COMMENT.match(line)
    ]
    if not written:
        return
    header.unread += [line for _, line in written]
    code = "front-matter-line" if has_keys else "front-matter-shape"
    message = say("this is no `key: value` line") if has_keys else say("the front matter has no keys")
    origin = Origin(path, first_line + written[0][0])
    header.diagnostics.append(Diagnostic(code, message, origin, say("write one `key: value` a line")))


def _read_chunk(header: Header, block: list[str], path: str, line: int) -> None:
    """One key whose lines are no YAML: its text is kept as written."""
    found = KEY_LINE.match(block[0])
    if found is None:
        return
    key, origin = found["key"].strip("\"' \t"), Origin(path, line, found.start() + 1)
    first = _COMMENT.sub("", block[0][found.end() :]).strip()
    values: list[Value] = []
    named: list[tuple[str, Value]] = []
    if first:
        if not _is_yaml(block[0]):
            _report_line(header, origin, first)
        values += _raw_values(first, Origin(path, line, block[0].find(first) + 1))
    for number, text in enumerate(block[1:], start=1):
        written = _COMMENT.sub("", text).strip()
        at = Origin(path, line + number, len(text) - len(text.lstrip()) + 1)
        if written and (not _is_yaml(written) or "\t" in text[: at.column]):
            _report_line(header, at, written)
        if written and not _continue(values, named, text, written, at):
            header.unread.append(text)
    is_map = bool(named) and not values
    header.fields.append(Field(key, origin, () if is_map else tuple(values), tuple(named), is_map))


def _continue(
    values: list[Value], named: list[tuple[str, Value]], text: str, written: str, at: Origin
) -> bool:
    """Read a line below a key: an item, a named value, or more of the text; whether it is one."""
    if re.match(r"-\s", written):
        values += _raw_values(unquoted(written[1:].strip()), at)
    elif not values and (pair := KEY_LINE.match(written)):
        named += [(pair["key"], each) for each in _raw_values(written[pair.end() :].strip(), at)]
    elif text[0] in " \t" and values and not written.startswith("-"):
        values[-1] = value_of(f"{values[-1].text} {written}", values[-1].origin)
    else:
        return False
    return True


def _raw_values(text: str, origin: Origin) -> Iterator[Value]:
    if text.startswith("[") and text.endswith("]") and not text.startswith("[["):
        yield from flow_values(text, origin)
    elif text not in NULLS:
        yield value_of(text, origin)


def _is_yaml(line: str) -> bool:
    try:
        tree_of(line)
    except (yaml.YAMLError, TooDeepError):
        return False
    return True


def _report_line(header: Header, origin: Origin, text: str) -> None:
    quoted = text.replace('"', "'")
    header.diagnostics.append(
        Diagnostic(
            "front-matter-line",
            say("this line is not valid YAML; its text was kept as written"),
            origin,
            say('put quotes around the value: "%(text)s"', text=quoted)
            if len(text) < 60
            else say("put quotes around the value"),
        )
    )
