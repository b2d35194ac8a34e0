"""`notesite serve`: what it prints while the site is served."""

import webbrowser
from datetime import datetime
from functools import partial
from pathlib import Path, PurePosixPath

import click

from notesite.cli import clock
from notesite.cli.building import SHOWN_PROBLEMS
from notesite.cli.console import as_text, fail, notes_in_words, printable, problems_in_words
from notesite.cli.speech import _, ngettext, tenths, told
from notesite.shell.happenings import Built, Failed, Gone, Happening, Polling, Started, Tell
from notesite.shell.serve import Asked, serving


def run(
    notes: Path | None, output: Path | None, today: datetime | None, *, port: int | None, is_open: bool
) -> int:
    """Serve until Ctrl-C, and return the exit code."""
    asked = Asked(Path.cwd(), notes, output, partial(clock.today, today))
    try:
        with serving(asked, teller(is_open=is_open), port) as found:
            found.run()
    except KeyboardInterrupt:
        click.echo()
    return 0


def teller(*, is_open: bool) -> Tell:
    """What prints each thing that happens, and opens the site in the browser once, where that is wanted."""

    def tell(happening: Happening) -> None:
        match happening:
            case Started(address=address):
                click.echo(_("The site is at %(address)s – Ctrl-C ends it.", address=address))
                if is_open:
                    webbrowser.open(address)
            case Built():
                _print_built(happening)
            case Failed(message=message, hint=hint):
                fail(told(message), told(hint))
            case Gone(notes=folder):
                name = printable(str(folder))
                fail(
                    _("the notes folder %(folder)s is gone", folder=name),
                    _("the site stays as it was, and goes on when the folder is there again"),
                )
            case Polling():
                fail(
                    _("the system can watch no more files, so they are looked at once a second"),
                    _("on Linux, a higher fs.inotify.max_user_watches helps"),
                )

    return tell


def _print_built(built: Built) -> None:
    click.echo(_in_words(built))
    if built.new:
        click.echo(as_text(built.new[:SHOWN_PROBLEMS]), err=True)
    if (hidden := len(built.new) - SHOWN_PROBLEMS) > 0:
        more = ngettext("… and %(num)s more: notesite check", "… and %(num)s more: notesite check", hidden)
        click.echo(more, err=True)


def _in_words(built: Built) -> str:
    """One line of a build: what changed, and what became of it."""
    report, changed, seconds = built.report, _files(built.changed), tenths(built.seconds)
    if not changed:
        return _(
            "%(notes)s, %(pages)s, %(problems)s, in %(seconds)s s.",
            notes=notes_in_words(report.notes),
            pages=_pages(report.pages),
            problems=problems_in_words(report.diagnostics),
            seconds=seconds,
        )
    published = report.published
    routes = (*published.new, *published.changed, *published.removed)
    pages = _pages(sum(route.endswith(".html") for route in routes))
    if len(changed) == 1:
        name = printable(PurePosixPath(changed[0]).name)
        return _("%(file)s changed: %(pages)s in %(seconds)s s", file=name, pages=pages, seconds=seconds)
    return ngettext(
        "%(num)s file changed: %(pages)s in %(seconds)s s",
        "%(num)s files changed: %(pages)s in %(seconds)s s",
        len(changed),
        pages=pages,
        seconds=seconds,
    )


def _files(changed: frozenset[str]) -> list[str]:
    """What changed without the folders that it lies in."""
    folders = {str(folder) for each in changed for folder in PurePosixPath(each).parents}
    return sorted(changed - folders)


def _pages(number: int) -> str:
    return ngettext("%(num)s page", "%(num)s pages", number)
