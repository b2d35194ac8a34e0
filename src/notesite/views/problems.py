"""Problems: what in the notes needs a look, and the notes that do not exist yet."""

from collections.abc import Sequence
from dataclasses import dataclass

from notesite.model.codes import CODES, Severity
from notesite.model.diagnostic import Diagnostic
from notesite.model.message import Message
from notesite.model.network import Ref
from notesite.model.origin import Origin
from notesite.views.index import Index
from notesite.views.people import sort_key
from notesite.views.texts import note_ref

SOURCES = 20


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """A finding. `note` has a path where the file is a note with a page; `is_first` marks its first row."""

    code: str
    title: str
    message: Message
    hint: Message
    origin: Origin
    note: Ref
    is_first: bool = False


@dataclass(frozen=True, slots=True)
class Findings:
    """The findings of one severity."""

    severity: Severity
    rows: tuple[ProblemRow, ...]


@dataclass(frozen=True, slots=True)
class MissingNote:
    """A name that notes link to and that has no note, with where it is linked; `more` are not listed."""

    name: str
    sources: tuple[tuple[Ref, Origin], ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class ProblemsView:
    """The page of all findings."""

    findings: tuple[Findings, ...]
    missing: tuple[MissingNote, ...]


def problems_view(index: Index, diagnostics: Sequence[Diagnostic]) -> ProblemsView:
    """The page of all findings."""
    ordered = sorted(diagnostics, key=lambda each: (tuple(Severity).index(each.severity), each.sort_key))
    seen: set[str] = set()
    groups: dict[Severity, list[ProblemRow]] = {}
    for each in ordered:
        is_first = each.origin.path not in seen
        seen.add(each.origin.path)
        groups.setdefault(each.severity, []).append(_row(index, each, is_first=is_first))
    missing = sorted(
        index.network.missing.items(), key=lambda pair: (-len(pair[1]), sort_key(pair[0]), pair[0])
    )
    return ProblemsView(
        findings=tuple(Findings(severity, tuple(rows)) for severity, rows in groups.items()),
        missing=tuple(
            MissingNote(
                name=name,
                sources=tuple((note_ref(index, each.path), each) for each in sorted(sources)[:SOURCES]),
                more=max(len(sources) - SOURCES, 0),
            )
            for name, sources in missing
        ),
    )


def _row(index: Index, each: Diagnostic, *, is_first: bool) -> ProblemRow:
    return ProblemRow(
        code=each.code,
        title=CODES[each.code].title,
        message=each.message,
        hint=each.hint,
        origin=each.origin,
        note=note_ref(index, each.origin.path),
        is_first=is_first,
    )
