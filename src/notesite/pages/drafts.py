"""Drafts as messages: the theme's plain texts with a draft's parts filled in."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from urllib.parse import quote

from jinja2 import Environment, TemplateError

from notesite.views.addresses import mail_address
from notesite.views.drafts import DraftView, Parts

FOLDER = "drafts"
OPENINGS = "openings"
MOST_OPENINGS = 2
CUT = "…"
PART_NAMES = tuple(field.name for field in fields(Parts))

_SHORTENED = ("hook", "place", "event")
"""What a text that is too long can do without, the first of them first."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message: subject, body, and the `mailto:` address that opens it; empty without a recipient."""

    subject: str
    body: str
    href: str = ""


class TextError(TemplateError):
    """A text that fails, with its `name`: the page that shows it is not to blame."""

    def __init__(self, name: str, error: Exception) -> None:
        super().__init__(str(error))
        self.name = name


def texts_of(environment: Environment) -> Environment:
    """The environment of the theme's plain texts: nothing is HTML there, so nothing is escaped.

    What comes out is plain text, which the page escapes as any other. Blocks keep the line breaks
    after them, so that a paragraph may end with one.
    """
    return environment.overlay(autoescape=False, trim_blocks=False)


def message(texts: Environment, draft: DraftView) -> Message:
    """A draft in its language, within its limit. Raises TextError for a text that fails."""
    name = f"{FOLDER}/{draft.language}/{draft.name}.txt"

    def written(each: DraftView) -> tuple[str, str]:
        try:
            text = texts.get_template(name).render(_by_name(each.parts))
        except Exception as error:  # a template is code, and may fail in any way
            raise TextError(name, error) from error
        return _subject_and_body(text)

    subject, body = _within(draft, written) if draft.limit else written(draft)
    return Message(subject, body, mailto(draft.emails, subject, body))


def openings(texts: Environment, draft: DraftView) -> tuple[str, ...]:
    """Two first sentences after a long silence, made of a draft's parts, in its language.

    Raises TextError for a text that fails.
    """
    name = f"{FOLDER}/{draft.language}/{OPENINGS}.txt"
    try:
        text = texts.get_template(name).render(_by_name(draft.parts))
    except Exception as error:  # as above
        raise TextError(name, error) from error
    lines = (" ".join(line.split()) for line in text.splitlines())
    return tuple(line for line in lines if line)[:MOST_OPENINGS]


def _by_name(parts: Parts) -> dict[str, object]:
    return {name: getattr(parts, name) for name in PART_NAMES}


def mailto(emails: Iterable[str], subject: str, body: str) -> str:
    """A `mailto:` address, percent-encoded (RFC 6068); empty where none of them is an e-mail address."""
    addresses = [address.removeprefix("mailto:") for each in emails if (address := mail_address(each))]
    if not addresses:
        return ""
    return f"mailto:{','.join(addresses)}?subject={_quoted(subject)}&body={_quoted(body)}"


def shortened(text: str, longest: int) -> str:
    """The text cut after a word so that it has at most `longest` characters, with an ellipsis."""
    if len(text) <= longest:
        return text
    if longest < 1:
        return ""
    kept = text[:longest]
    end = max(kept.rfind(" "), kept.rfind("\n"))
    kept = kept[:end] if end > 0 else kept[:-1]
    return kept.rstrip(" \n,;:.–—-") + CUT


def stop(text: str) -> str:
    """The text as the end of a sentence: with a full stop where it has no end of its own."""
    return text if text.endswith((".", "!", "?", "…", "。", "！", "？")) else f"{text}."


def _within(draft: DraftView, written: Callable[[DraftView], tuple[str, str]]) -> tuple[str, str]:
    subject, body = written(draft)
    for part in _SHORTENED:
        words = str(getattr(draft.parts, part))
        over = len(body) - draft.limit
        if over > 0 and words:
            # Half a word tells nothing, and less than a dozen letters are hardly more.
            left = shortened(words, len(words) - over) if len(words) - over > 12 else ""
            draft = replace(draft, parts=_with(draft.parts, part, left))
            subject, body = written(draft)
    return subject, shortened(body, draft.limit)


def _with(parts: Parts, part: str, words: str) -> Parts:
    match part:
        case "hook":
            return replace(parts, hook=words)
        case "place":
            return replace(parts, place=words)
    return replace(parts, event=words)


def _subject_and_body(text: str) -> tuple[str, str]:
    """The first line, and the rest with single spaces and single blank lines."""
    lines = [" ".join(line.split()) for line in text.strip().split("\n")]
    body = re.sub(r"\n{3,}", "\n\n", "\n".join(lines[1:]))
    return lines[0], body.strip()


def _quoted(text: str) -> str:
    return quote(text.replace("\n", "\r\n"), safe="", errors="replace")
