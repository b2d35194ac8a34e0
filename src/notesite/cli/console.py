"""How findings and follow-ups are printed; nothing of a note reaches a terminal unescaped."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import click

from notesite.cli.speech import _, ngettext, told
from notesite.model.codes import Severity
from notesite.model.diagnostic import Diagnostic
from notesite.model.message import marked

_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}


_WORDS = {Severity.ERROR: marked("error"), Severity.WARNING: marked("warning"), Severity.NOTE: marked("note")}


def printable(text: str) -> str:
    """A text without control characters, which could steer a terminal."""
    return "".join(letter if letter.isprintable() else "�" for letter in text)


def json_text(document: dict[str, Any]) -> str:
    """A document as JSON, with what could steer a terminal escaped."""
    text = json.dumps(document, ensure_ascii=False, indent=2)
    return "".join(each if each.isprintable() or each == "\n" else f"\\u{ord(each):04x}" for each in text)


def is_finding(diagnostic: Diagnostic) -> bool:
    """Whether a diagnostic makes `check` and `build --strict` fail."""
    return diagnostic.severity is not Severity.NOTE


def problems_in_words(diagnostics: Iterable[Diagnostic]) -> str:
    """How many errors, warnings and notes there are; `no problems` where there are none."""
    counts = Counter(each.severity for each in diagnostics)
    errors, warnings, notes = (counts[each] for each in (Severity.ERROR, Severity.WARNING, Severity.NOTE))
    parts = (
        ngettext("%(num)s error", "%(num)s errors", errors) if errors else "",
        ngettext("%(num)s warning", "%(num)s warnings", warnings) if warnings else "",
        notes_in_words(notes) if notes else "",
    )
    return ", ".join(filter(None, parts)) or _("no problems")


def notes_in_words(number: int) -> str:
    """How many notes there are, of a notebook or among its findings."""
    return ngettext("%(num)s note", "%(num)s notes", number)


def severity_word(severity: Severity) -> str:
    """A severity in the language spoken."""
    return _(_WORDS[severity])


def as_text(diagnostics: Sequence[Diagnostic], prefix: str = "") -> str:
    """A paragraph per diagnostic, as compilers print them."""
    lines = []
    for each in diagnostics:
        severity = click.style(severity_word(each.severity), fg=_STYLES[each.severity], bold=True)
        lines.append(
            f"{prefix}{printable(str(each.origin))}: {severity}[{each.code}] {printable(told(each.message))}"
        )
        if each.hint:
            lines.append(f"    {printable(told(each.hint))}")
    return "\n".join(lines)


def as_json(diagnostics: Sequence[Diagnostic]) -> str:
    """A JSON document of every diagnostic, version 1 (see docs/json.md), in English in any language."""
    rows = [
        {
            "code": each.code,
            "severity": each.severity.value,
            "message": str(each.message),
            "hint": str(each.hint),
            "file": each.origin.path,
            "line": each.origin.line,
            "column": each.origin.column,
        }
        for each in diagnostics
    ]
    return json_text({"version": 1, "diagnostics": rows})


def as_github(diagnostics: Sequence[Diagnostic], prefix: str) -> str:
    """Workflow commands, which GitHub shows beside the lines of a pull request."""
    lines = []
    for each in diagnostics:
        origin = each.origin
        place = f"file={_escaped(prefix + origin.path)},line={origin.line},col={origin.column}"
        message = ". ".join(told(words) for words in (each.message, each.hint) if words)
        words = _escaped(message, in_value=False)
        lines.append(printable(f"::{_GITHUB[each.severity]} {place},title={each.code}::{words}"))
    return "\n".join(lines)


def _escaped(text: str, *, in_value: bool = True) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if in_value else text


def fail(message: str, hint: str = "") -> None:
    """Print what stopped the program, and what to do about it."""
    click.echo(f"notesite: {printable(message)}", err=True)
    if hint:
        click.echo(f"  {printable(hint)}", err=True)
