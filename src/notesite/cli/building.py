"""`notesite build`: what it prints."""

import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import click

from notesite.cli import clock
from notesite.cli.console import as_text, counted, fail, is_finding, printable, problems_in_words
from notesite.model.due import STATES
from notesite.shell.build import Progress, Report, build, silent
from notesite.shell.parallel import default_jobs
from notesite.shell.places import Places, find_places

SHOWN_PROBLEMS = 10
WORTH_A_BAR = 1.0


def run(
    notes: Path | None, output: Path | None, today: datetime | None, *, strict: bool, why: bool, jobs: int
) -> int:
    """Build, print a summary, and return the exit code."""
    places = find_places(Path.cwd(), notes, output)
    start = time.perf_counter()
    with _progress() as progress:
        report = build(places, clock.today(today, places.settings), progress, jobs or default_jobs())
    seconds = time.perf_counter() - start
    if why:
        click.echo("\n".join(_reasons(report)) or "Nothing was written: every page is as it was.")
    findings = [each for each in report.notebook.diagnostics if is_finding(each)]
    if findings:
        click.echo(as_text(findings[:SHOWN_PROBLEMS]), err=True)
    if len(findings) > SHOWN_PROBLEMS:
        click.echo(f"… and {len(findings) - SHOWN_PROBLEMS} more: notesite check", err=True)
    click.echo("\n".join(_summary(report, places, seconds)))
    if strict and findings:
        fail(f"{counted(len(findings), 'finding', 'findings')} in the notes (--strict)")
        return 1
    return 0


def _reasons(report: Report) -> Iterator[str]:
    published = report.published
    yield from (f"new      {route}" for route in published.new)
    yield from (f"changed  {route}  (its content differs)" for route in published.changed)
    yield from (f"removed  {route}  (nothing makes it any more)" for route in published.removed)


def _summary(report: Report, places: Places, seconds: float) -> Iterator[str]:
    network, published = report.notebook.network, report.published
    written = len(published.new) + len(published.changed)
    yield (
        f"{counted(len(network.notes), 'note', 'notes')}, {counted(report.pages, 'page', 'pages')}, "
        f"{problems_in_words(report.notebook.diagnostics)}; {written} files written, "
        f"{len(published.removed)} removed, in {seconds:.1f} s."
    )
    yield _due_in_words(report)
    if private := sum(note.private for note in network.notes.values()):
        verb = "is" if private == 1 else "are"
        yield f"{counted(private, 'note', 'notes')} marked private {verb} on this site: keep it to yourself."
    index = places.output.absolute() / "index.html"
    yield f"Open {printable(str(index))}"


def _due_in_words(report: Report) -> str:
    counts = Counter(row.state for row in report.follow_ups)
    now = [row for row in report.follow_ups if row.state in ("overdue", "today")]
    people = list(dict.fromkeys(row.name for row in now))
    words = ", ".join(f"{counts[state]} {state}" for state in STATES if counts[state])
    if not people:
        return f"All clear on {report.day}: nobody is waiting{f' ({words})' if words else ''}."
    shown = ", ".join(printable(name) for name in people[:3])
    more = f" and {len(people) - 3} more" if len(people) > 3 else ""
    return f"To reach on {report.day}: {shown}{more} ({words})."


@contextmanager
def _progress() -> Iterator[Progress]:
    """A progress bar on a terminal, once the build takes longer than a second."""
    if not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console  # placed here: rich is slow to import
    from rich.progress import Progress as Bar  # placed here: rich is slow to import
    from rich.progress import TaskID

    start = time.perf_counter()
    bar = Bar(transient=True, console=Console(stderr=True))
    tasks: dict[str, TaskID] = {}

    def progress(stage: str, done: int, total: int) -> None:
        if stage not in tasks:
            if time.perf_counter() - start < WORTH_A_BAR and done < total:
                return
            if time.perf_counter() - start < WORTH_A_BAR:
                return
            if not tasks:
                bar.start()
            tasks[stage] = bar.add_task(stage, total=total)
        if done % 64 == 0 or done == total:
            bar.update(tasks[stage], completed=done)

    try:
        yield progress
    finally:
        bar.stop()
