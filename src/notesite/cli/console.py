"""How findings and follow-ups are printed; nothing of a note reaches a terminal unescaped."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import click

from notesite.model.codes import Severity
from notesite.model.diagnostic import Diagnostic

_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}


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


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{number:,} {one if number == 1 else many}"


def problems_in_words(diagnostics: Iterable[Diagnostic]) -> str:
    """How many errors, warnings and notes there are; `no problems` where there are none."""
    counts = Counter(each.severity for each in diagnostics)
    parts = [counted(counts[each], each.value, f"{each.value}s") for each in Severity if counts[each]]
    return ", ".join(parts) or "no problems"


def as_text(diagnostics: Sequence[Diagnostic], prefix: str = "") -> str:
    """A paragraph per diagnostic, as compilers print them."""
    lines = []
    for each in diagnostics:
        severity = click.style(each.severity.value, fg=_STYLES[each.severity], bold=True)
        lines.append(
            f"{prefix}{printable(str(each.origin))}: {severity}[{each.code}] {printable(each.message)}"
        )
        if each.hint:
            lines.append(f"    {printable(each.hint)}")
    return "\n".join(lines)


def as_json(diagnostics: Sequence[Diagnostic]) -> str:
    """A JSON document of every diagnostic, version 1 (see docs/json.md)."""
    rows = [
        {
            "code": each.code,
            "severity": each.severity.value,
            "message": each.message,
            "hint": each.hint,
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
        message = f"{each.message}. {each.hint}" if each.hint else each.message
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
