"""The figures as a picture: bars in the colour of the text around them."""

from collections.abc import Iterator, Sequence
from html import escape

from benchmarks.sites import STEPS
from benchmarks.telling import Comparison, Row, seconds_in_words

WIDTH = 720
_NAMES = 130
_VALUES = 64
_BAR = 14
_LINE = 20
_TITLE = 30
_GAP = 12
_STYLE = (
    "text{font:13px system-ui,sans-serif;fill:currentColor}.head{font-weight:600}.value{font-size:12px}"
    "svg{color:#1f2328}@media(prefers-color-scheme:dark){svg{color:#e6edf3}}"
)


def picture(comparison: Comparison) -> str:
    """An SVG with a group of bars for each step; within a group the longest bar is the slowest."""
    height = len(STEPS) * _group_height(comparison.rows)
    title = f"Seconds to build {comparison.notes:,} notes"
    bars = "\n".join(_groups(comparison))
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" \
width="{WIDTH}" height="{height}" color="currentColor" role="img" aria-labelledby="title told">
<title id="title">{title}</title>
<desc id="told">{escape(_told(comparison))}</desc>
<style>{_STYLE}</style>
{bars}
</svg>
"""


def _group_height(rows: Sequence[Row]) -> int:
    return _TITLE + _LINE * len(rows) + _GAP


def _told(comparison: Comparison) -> str:
    """The figures in words, for who cannot see the bars."""
    parts = (
        f"{step}: {', '.join(f'{row.name} {seconds_in_words(row.seconds[step])}' for row in comparison.rows)}"
        for step in STEPS
    )
    return "; ".join(parts) + "."


def _groups(comparison: Comparison) -> Iterator[str]:
    for number, step in enumerate(STEPS):
        top = number * _group_height(comparison.rows)
        longest = max(row.seconds[step] for row in comparison.rows)
        yield f'<text class="head" x="0" y="{top + 20}">{step.capitalize()}, seconds</text>'
        for at, row in enumerate(comparison.rows):
            yield _bar(row, row.seconds[step], longest, top + _TITLE + at * _LINE)


def _bar(row: Row, seconds: float, longest: float, top: int) -> str:
    length = max(seconds / longest * (WIDTH - _NAMES - _VALUES), 1)
    opacity = 1 if row.name == "notesite" else 0.45
    middle = top + _BAR - 3
    return (
        f'<text x="0" y="{middle}">{escape(row.name)}</text>'
        f'<rect x="{_NAMES}" y="{top}" width="{length:.1f}" height="{_BAR}" rx="2"'
        f' fill="currentColor" fill-opacity="{opacity}"/>'
        f'<text class="value" x="{_NAMES + length + 6:.1f}" y="{middle}">{seconds_in_words(seconds)}</text>'
    )
