"""The values of front matter: texts with their links, and lists in brackets."""

from collections.abc import Iterator

from notesite.model.origin import Origin
from notesite.model.text import marked_controls
from notesite.model.values import Value
from notesite.reading.wikilinks import links_in

NULLS = ("", "~", "null", "Null", "NULL")


def value_of(text: str, origin: Origin) -> Value:
    """A value with the links that its text holds; control characters, which YAML can escape, are marked."""
    if not text.isprintable():
        text = marked_controls(text)
    return Value(text, origin, links_in(text, origin))


def flow_values(raw: str, origin: Origin) -> Iterator[Value]:
    """The values of a list written in brackets, in which `[[X]]` is a link and quotes keep commas."""
    inner = raw.strip()
    if (
        not (inner.startswith("[[") and not inner.startswith("[[["))
        and inner[:1] == "["
        and inner[-1:] == "]"
    ):
        inner = inner[1:-1]
    start, depth, quote = 0, 0, ""
    for index, letter in enumerate(f"{inner},"):
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "\"'" and not inner[start:index].strip():
            quote = letter
        elif letter in "[{":
            depth += 1
        elif letter in "]}":
            depth = max(depth - 1, 0)
        elif letter == "," and (depth == 0 or index == len(inner)):
            text = unquoted(inner[start:index].strip())
            start = index + 1
            if text not in NULLS:
                yield value_of(text, origin)


def unquoted(text: str) -> str:
    """The text without the quotes around it."""
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        return text[1:-1].replace("''", "'") if text[0] == "'" else text[1:-1].replace('\\"', '"')
    return text
