"""`notesite build`: what it prints."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import click

from notesite.cli import clock
from notesite.cli.console import as_text, fail, is_finding, notes_in_words, printable, problems_in_words
from notesite.cli.speech import _, ngettext, tenths
from notesite.model.due import State
from notesite.model.message import marked
from notesite.shell.build import build
from notesite.shell.parallel import Progress, default_jobs, silent
from notesite.shell.places import Places, find_places
from notesite.shell.publish import wipe
from notesite.shell.report import Report

SHOWN_PROBLEMS = 10
WORTH_A_BAR = 1.0
STAGES = (marked("Reading"), marked("Rendering"))
"""What a build calls its longer stages."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How to build: whether findings fail, each page says why, nothing is recalled, the site is made anew."""

    strict: bool = False
    why: bool = False
    no_cache: bool = False
    clean: bool = False


def run(notes: Path | None, output: Path | None, today: datetime | None, wanted: Wanted, jobs: int) -> int:
    """Build, print a summary, and return the exit code."""
    places = find_places(Path.cwd(), notes, output)
    day = clock.today(today, places.settings)
    start = time.perf_counter()
    if wanted.clean:
        wipe(places.output, places.notes)
    with _progress() as progress:
        fresh = wanted.no_cache or wanted.clean
        report = build(places, day, progress, jobs or default_jobs(), fresh=fresh)
    seconds = time.perf_counter() - start
    if wanted.why:
        click.echo("\n".join(_reasons(report)) or _("Nothing was written: every page is as it was."))
    findings = [each for each in report.diagnostics if is_finding(each)]
    if findings:
        click.echo(as_text(findings[:SHOWN_PROBLEMS]), err=True)
    if len(findings) > SHOWN_PROBLEMS:
        hidden = len(findings) - SHOWN_PROBLEMS
        click.echo(
            ngettext("… and %(num)s more: notesite check", "… and %(num)s more: notesite check", hidden),
            err=True,
        )
    click.echo("\n".join(_summary(report, places, seconds)))
    if wanted.strict and findings:
        fail(
            ngettext(
                "%(num)s finding in the notes (--strict)",
                "%(num)s findings in the notes (--strict)",
                len(findings),
            )
        )
        return 1
    return 0


def _reasons(report: Report) -> Iterator[str]:
    published = report.published
    yield from (_("new      %(file)s", file=route) for route in published.new)
    yield from (_("changed  %(file)s  (its content differs)", file=route) for route in published.changed)
    yield from (
        _("removed  %(file)s  (nothing makes it any more)", file=route) for route in published.removed
    )


def _summary(report: Report, places: Places, seconds: float) -> Iterator[str]:
    published = report.published
    written, removed = len(published.new) + len(published.changed), len(published.removed)
    yield _(
        "%(notes)s, %(pages)s, %(problems)s; %(written)s, %(removed)s, in %(seconds)s s.",
        notes=notes_in_words(report.notes),
        pages=ngettext("%(num)s page", "%(num)s pages", report.pages),
        problems=problems_in_words(report.diagnostics),
        written=ngettext("%(num)s file written", "%(num)s files written", written),
        removed=ngettext("%(num)s removed", "%(num)s removed", removed),
        seconds=tenths(seconds),
    )
    yield _due_in_words(report)
    if report.private:
        yield ngettext(
            "%(num)s note marked private is on this site: keep it to yourself.",
            "%(num)s notes marked private are on this site: keep it to yourself.",
            report.private,
        )
    index = places.output.absolute() / "index.html"
    yield _("Open %(file)s", file=printable(str(index)))


def _due_in_words(report: Report) -> str:
    people = report.people
    words = ", ".join(_state_in_words(state, count) for state, count in report.due)
    if not people and not words:
        return _("All clear on %(day)s: nobody is waiting.", day=report.day)
    if not people:
        return _("All clear on %(day)s: nobody is waiting (%(counts)s).", day=report.day, counts=words)
    shown = ", ".join(printable(name) for name in people)
    if not report.others:
        return _("To reach on %(day)s: %(people)s (%(counts)s).", day=report.day, people=shown, counts=words)
    return ngettext(
        "To reach on %(day)s: %(people)s and %(num)s more (%(counts)s).",
        "To reach on %(day)s: %(people)s and %(num)s more (%(counts)s).",
        report.others,
        day=report.day,
        people=shown,
        counts=words,
    )


def _state_in_words(state: State, number: int) -> str:
    """How many follow-ups are in a state."""
    match state:
        case "overdue":
            return ngettext("%(num)s overdue", "%(num)s overdue", number)
        case "today":
            return ngettext("%(num)s today", "%(num)s today", number)
        case "week":
            return ngettext("%(num)s week", "%(num)s week", number)
        case "later":
            return ngettext("%(num)s later", "%(num)s later", number)
        case "snoozed":
            return ngettext("%(num)s snoozed", "%(num)s snoozed", number)


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
            tasks[stage] = bar.add_task(_(stage), total=total)
        if done % 64 == 0 or done == total:
            bar.update(tasks[stage], completed=done)

    try:
        yield progress
    finally:
        bar.stop()
