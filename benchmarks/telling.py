"""The figures as Markdown: tables, and the page around them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

from benchmarks.sites import STEPS


@dataclass(frozen=True, slots=True)
class Row:
    """A generator's medians in seconds by step; of its cold build also memory and output in MiB."""

    name: str
    version: str
    seconds: Mapping[str, float]
    mebibytes: float | None
    pages: int
    written: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """The generators at one size; `failed` names those that did not build it, `saved` is in seconds."""

    contacts: int
    notes: int
    rows: tuple[Row, ...]
    failed: tuple[str, ...]
    saved: float | None


@dataclass(frozen=True, slots=True)
class Point:
    """Notesite alone at one size."""

    contacts: int
    notes: int
    row: Row


@dataclass(frozen=True, slots=True)
class Machine:
    """What the figures were taken on, and when."""

    processors: int
    day: str
    in_memory: bool
    rounds: int


_HEADS = " | ".join([*(f"{step}, s" for step in STEPS), "memory, MiB", "pages", "output, MiB"])
_PAGE = """# Benchmarks

{measured}

{figures}

## What is measured

- The notes are those of [`benchmarks/corpus.py`](../benchmarks/corpus.py), the same every time: contacts of
  about 1.5 KB with links, log and promises, and a twentieth as many events.
- Every generator makes a page a note and an index of them. The others use the smallest templates that do so,
  and leave wikilinks as text. notesite builds its whole site: links and backlinks, tags, follow-ups and why
  they are due, the calendar feed, the findings; hence its larger output.
- Each is started as a command and timed until it ends, with what it needs to start. **Cold** is without
  output or cache, **unchanged** the same command again, **one edit** after a line was added to one note.
  Where a generator can do less the second time, it may (`--dirty` of MkDocs, Pelican's cache).
- The generators take turns, so that a slow moment meets all of them; the figures are medians. Before that,
  one untimed build of each shows that every note has a page and that the edit arrives on it.
- Memory is the peak of a cold build: the proportional set sizes of all its processes, added up every few
  milliseconds.

To measure again: [`benchmarks/README.md`](../benchmarks/README.md).
"""


def document(
    comparisons: Sequence[Comparison],
    curve: Sequence[Point],
    machine: Machine,
    missing: Sequence[str],
    *,
    pictured: bool,
) -> str:
    """The page with all the figures."""
    image = "![Seconds of each generator, as bars](benchmarks.svg)\n\n" if pictured else ""
    figures = image + "\n\n".join(_parts(comparisons, curve, missing))
    return _PAGE.format(measured=_measured(machine), figures=figures)


def tables(
    comparisons: Sequence[Comparison], curve: Sequence[Point], machine: Machine, missing: Sequence[str]
) -> str:
    """The figures alone, with what they were taken on."""
    return "\n\n".join((_measured(machine), *_parts(comparisons, curve, missing)))


def seconds_in_words(seconds: float) -> str:
    """Seconds with as many digits as are worth reading."""
    digits = 3 if seconds < 0.1 else 2 if seconds < 10 else 1
    return f"{seconds:.{digits}f}"


def exponent(smaller: tuple[float, float], larger: tuple[float, float]) -> float:
    """By which power of the first number the second grows, between two points."""
    return log(larger[1] / smaller[1]) / log(larger[0] / smaller[0])


def slope(points: Sequence[tuple[float, float]]) -> float:
    """The power of growth over all points: the slope of the line that fits their logarithms best."""
    across, up = [log(x) for x, _ in points], [log(y) for _, y in points]
    middle, height = sum(across) / len(across), sum(up) / len(up)
    spread = sum((x - middle) ** 2 for x in across)
    return sum((x - middle) * (y - height) for x, y in zip(across, up, strict=True)) / spread


def _measured(machine: Machine) -> str:
    place = "a memory file system" if machine.in_memory else "a disk"
    processors = "1 processor" if machine.processors == 1 else f"{machine.processors} processors"
    rounds = "one round" if machine.rounds == 1 else f"medians of {machine.rounds} rounds"
    return f"Measured on {machine.day} with {processors}, on {place}; {rounds}."


def _parts(
    comparisons: Sequence[Comparison], curve: Sequence[Point], missing: Sequence[str]
) -> Iterator[str]:
    for each in comparisons:
        yield f"## {each.contacts:,} contacts, {each.notes:,} notes"
        yield _table(each)
        yield _served(each)
        if absent := [*missing, *each.failed]:
            yield f"Not there, so not compared: {', '.join(absent)}."
    if curve:
        yield "## How notesite grows"
        yield _growth(curve)
    if len(curve) > 1:
        yield _grown(curve)


def _table(comparison: Comparison) -> str:
    head = f"| | version | {_HEADS} |"
    rows = [f"| {row.name} | {row.version} | {_cells(row)} |" for row in comparison.rows]
    return "\n".join([head, "|---|---|--:|--:|--:|--:|--:|--:|", *rows])


def _cells(row: Row) -> str:
    memory = "–" if row.mebibytes is None else f"{row.mebibytes:,.0f}"
    written = f"{row.pages:,} | {row.written:.1f}"
    return " | ".join([*(seconds_in_words(row.seconds[step]) for step in STEPS), memory, written])


def _served(comparison: Comparison) -> str:
    if comparison.saved is None:
        return "From a save to its page in `notesite serve`: not measured."
    return f"From a save to its page in `notesite serve`: {comparison.saved * 1000:.0f} ms."


def _growth(curve: Sequence[Point]) -> str:
    head = f"| contacts | notes | {_HEADS} |"
    rows = [f"| {point.contacts:,} | {point.notes:,} | {_cells(point.row)} |" for point in curve]
    return "\n".join([head, "|--:|--:|--:|--:|--:|--:|--:|--:|", *rows])


def _grown(curve: Sequence[Point]) -> str:
    """How time and memory grow with the notes, over all sizes and between each two."""
    lines = []
    for step in STEPS:
        points = [(float(point.notes), point.row.seconds[step]) for point in curve]
        steps = ", ".join(f"{exponent(*pair):.2f}" for pair in pairwise(points))
        lines.append(f"- {step}: notes to the power of {slope(points):.2f} (from size to size {steps})")
    first, last = curve[0], curve[-1]
    if first.row.mebibytes is not None and last.row.mebibytes is not None:
        added = (last.row.mebibytes - first.row.mebibytes) * 1024 / (last.notes - first.notes)
        lines.append(f"- memory: {added:.1f} KiB for each added note")
    return "\n".join(["A power of 1 means that twice the notes take twice as long.", "", *lines])
