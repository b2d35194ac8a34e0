"""Front matter as most of it is written, a `key: value` a line, read without YAML's parser."""

import re

from notesite.model.origin import Origin
from notesite.model.values import Field, Value
from notesite.reading.values import NULLS, value_of

_ITEM = r"[^\W_](?:[\w./@+-]++|[ ](?=[\w(]))*+"
_LINE = re.compile(
    rf"""(?P<key>[^\W\d_][\w -]{{0,60}}(?<![ ])):(?:[ ]+(?:
        (?P<plain>[^\W_](?:[\w.,;/@+()&'’–—-]++|:(?=[\w/])|[ ]++(?=[\w(&–—-]))*+)
      | "(?P<quoted>[^"\\]*+)"
      | (?P<list>\[(?:{_ITEM}(?:,[ ]?{_ITEM})*)?\])
    ))?[ ]*""",
    re.VERBOSE,
)
"""What stands on such a line is the same in YAML, whatever stands on the lines around it."""


def flat_fields(text: str, path: str, first_line: int) -> list[Field] | None:
    """The keys of a text that has one on each line, with its value; None where YAML has to tell."""
    lines = text.split("\n")
    if not "".join(lines).isprintable():
        return None
    fields: list[Field] = []
    for number, line in enumerate(lines, start=first_line):
        if found := _LINE.fullmatch(line):
            values = _values(found, path, number)
            fields.append(Field(found["key"], Origin(path, number), values))
        elif line:
            return None
    return fields


def _values(found: re.Match[str], path: str, number: int) -> tuple[Value, ...]:
    kind = found.lastgroup or ""
    text, start = found[kind], found.start(kind)
    if kind == "list":
        origin = Origin(path, number, start + 1)
        items = [item.strip() for item in text[1:-1].split(",")]
        return tuple([Value(item, origin) for item in items if item not in NULLS])
    if kind == "plain" and text not in NULLS:
        return (Value(text, Origin(path, number, start + 1)),)
    if kind == "quoted" and text.strip():
        return (value_of(text, Origin(path, number, start)),)
    return ()
