"""`notesite due`: whom to reach, in a table, as JSON, or explained for one contact."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from notesite.cli import clock
from notesite.cli.console import json_text, printable
from notesite.cli.speech import _, ngettext, told
from notesite.model.due import Due, FollowUp, Reason
from notesite.model.errors import NotesiteError
from notesite.model.message import marked, say
from notesite.model.network import Contact
from notesite.model.settings import Settings
from notesite.model.text import fold
from notesite.shell.parallel import default_jobs
from notesite.shell.places import find_places
from notesite.shell.vcards import contact_named
from notesite.shell.whom import Whom, whom

if TYPE_CHECKING:
    from rich.table import Table

_STATES = {
    "overdue": marked("overdue"),
    "today": marked("today"),
    "week": marked("this week"),
    "later": marked("later"),
    "snoozed": marked("snoozed"),
}
MOST_LAID_OUT = 200
"""So many follow-ups are laid out for the terminal; more are plain lines, for a pager or another program."""
_INACTIVE = ("archived", "deceased")
_NEAR = ("overdue", "today", "week")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What `due` is to list: with `everyone` also what is later or snoozed; empty where all is wanted."""

    everyone: bool = False
    week: bool = False
    reasons: tuple[str, ...] = ()
    circles: tuple[str, ...] = ()

    @property
    def is_part(self) -> bool:
        """Whether somebody due may be left out for their reason or circle."""
        return bool(self.reasons or self.circles)


def run(notes: Path | None, today: datetime | None, wanted: Wanted, *, as_json: bool, why: str | None) -> int:
    """Print the follow-ups of a day."""
    places = find_places(Path.cwd(), notes)
    day = clock.today(today, places.settings)
    found = whom(places, day, jobs=default_jobs())
    if why is not None:
        click.echo("\n".join(_explained(contact_named(found.network, why), found.follow_ups, day)))
        return 0
    chosen = _chosen(found, wanted, places.settings)
    near = [row for row in chosen if row.state in _NEAR]
    if as_json:
        listed = near if wanted.week else chosen
        click.echo(json_text(document(listed, found, day, everyone=wanted.everyone)))
    else:
        shown = chosen if wanted.everyone and not wanted.week else near
        _print_table(shown, len(chosen) - len(shown), day, is_part=wanted.is_part)
    return 0


def _chosen(found: Whom, wanted: Wanted, settings: Settings) -> list[FollowUp]:
    """The follow-ups of the reasons and circles asked for. Raises NotesiteError for a circle that is none."""
    circles = {fold(name) for name in wanted.circles}
    summaries = found.summaries.items()
    own = {path: fold(each.standing.circle) for path, each in summaries if each.standing}
    for name in wanted.circles:
        if fold(name) not in (known := {*settings.circles, *own.values()} - {""}):
            there = say("there are %(names)s", names=", ".join(sorted(known)))
            raise NotesiteError(say("no circle is called %(name)r", name=name), there)
    return [
        row
        for row in found.follow_ups
        if (not wanted.reasons or row.due.reason in wanted.reasons)
        and (not circles or own.get(row.due.contact) in circles)
    ]


def document(rows: Sequence[FollowUp], whom: Whom, day: date, *, everyone: bool) -> dict[str, Any]:
    """The JSON document, version 1, that docs/json.md describes; its words are the same in any language."""
    found: dict[str, Any] = {
        "version": 1,
        "today": day.isoformat(),
        "due": [
            {
                "contact": row.due.contact,
                "name": row.name,
                "reason": row.due.reason,
                "due": row.on.isoformat(),
                "state": row.state,
                "last_contact": _iso(row.last_contact),
            }
            for row in rows
        ],
    }
    if everyone:
        active = (each for each in whom.network.contacts.values() if each.card.status not in _INACTIVE)
        found["contacts"] = [_contact_row(each, day) for each in active]
    return found


def _contact_row(contact: Contact, day: date) -> dict[str, Any]:
    return {
        "contact": contact.path,
        "name": contact.name,
        "kind": contact.note.kind.value,
        "status": contact.card.status,
        "last_contact": _iso(contact.last_contact(day)),
        "interactions": [
            {
                "date": each.day.isoformat(),
                "channel": each.channel,
                "direction": each.direction,
                "file": each.origin.path,
                "line": each.origin.line,
            }
            for each in contact.interactions
            if each.day <= day
        ],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _print_table(shown: list[FollowUp], hidden: int, day: date, *, is_part: bool) -> None:
    more = _hidden_in_words(hidden)
    if not shown:
        clear = (
            marked("All clear on %(day)s for what you asked.") if is_part else marked("All clear on %(day)s.")
        )
        click.echo(" ".join(filter(None, (_(clear, day=day), more))))
        return
    from rich.console import Console  # placed here: rich is slow to import

    console = Console(highlight=False)
    if len(shown) > MOST_LAID_OUT:
        click.echo("\n".join(_lines([_head(), *map(_cells, shown)])))
    else:
        console.print(_table(shown))
    count = ngettext(
        "%(num)s follow-up as of %(day)s.", "%(num)s follow-ups as of %(day)s.", len(shown), day=day
    )
    console.print(" ".join(filter(None, (count, more))))


def _head() -> tuple[str, ...]:
    return (_("Due on"), _("State"), _("Contact"), _("Why"), _("Last contact"))


def _cells(row: FollowUp) -> tuple[str, ...]:
    words = (row.on.isoformat(), _(_STATES[row.state]), row.name, _why(row), _iso(row.last_contact) or "–")
    return tuple(map(printable, words))


def _table(shown: Sequence[FollowUp]) -> "Table":
    """The follow-ups laid out for the width of the terminal."""
    from rich import box
    from rich.markup import escape
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in _head():
        table.add_column(name, overflow="fold")
    for row in shown:
        style = {"overdue": "red", "today": "yellow"}.get(row.state)
        table.add_row(*map(escape, _cells(row)), style=style)
    return table


def _lines(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Rows with their columns one below the other, a line each: what rich takes seconds for is quick."""
    from rich.cells import cell_len

    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        padded = (cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(padded).rstrip()


def _hidden_in_words(number: int) -> str:
    """What the table leaves out; empty where that is nothing."""
    if not number:
        return ""
    return ngettext(
        "%(num)s more is later or snoozed: notesite due --all",
        "%(num)s more are later or snoozed: notesite due --all",
        number,
    )


def _why(row: FollowUp) -> str:
    return reason_words(row.due)


def reason_words(due: Due) -> str:
    """The reason in words, with the note's own where it has some."""
    alone, with_words = _REASONS[due.reason]
    what = due.what
    if due.reason == "revive" and what == "drifting":
        return _("drifting")
    return _(with_words, what=what) if what and with_words else _(alone)


_REASONS: Mapping[Reason, tuple[str, str]] = {
    "first-follow-up": (marked("first follow-up"), ""),
    "promise": (marked("you promised something"), marked("you promised: %(what)s")),
    "explicit": (marked("the date that you set"), marked("your date: %(what)s")),
    "birthday": (marked("birthday"), ""),
    "date": (marked("yearly date"), "%(what)s"),
    "congratulate": (marked("congratulate: good news"), marked("congratulate: %(what)s")),
    "thanks": (marked("thanks owed: a favour"), marked("thanks owed: %(what)s")),
    "prepare": (marked("prepare: it is ahead, and you know people there"), ""),
    "cadence": (marked("rhythm"), ""),
    "no-reply": (marked("no reply yet"), marked("no reply yet: %(what)s")),
    "promised-to-me": (marked("something was promised to you"), marked("promised to you: %(what)s")),
    "revive": (marked("silent for over a year"), ""),
}
"""Each reason in words: where the note says nothing of it, and with what it says."""


def _explained(contact: Contact, rows: tuple[FollowUp, ...], day: date) -> Iterator[str]:
    """What is known of a contact and what follows from it, a line each."""
    name, path = printable(contact.name), printable(contact.path)
    yield _("%(name)s (%(file)s), as of %(day)s", name=name, file=path, day=day)
    told_of = (*_of_card(contact), *_of_contact(contact, day), *_of_dates(contact))
    yield from (f"  {line}" for line in told_of)
    own = [row for row in rows if row.due.contact == contact.path]
    for row in own:
        place = printable(f"{row.due.origin.path}:{row.due.origin.line}")
        yield f"  → {row.on} {_(_STATES[row.state])}: {printable(_why(row))} ({place})"
    if not own:
        yield f"  → {_('nothing is due.')}"


def _of_card(contact: Contact) -> Iterator[str]:
    if contact.note.is_me:
        yield _("This is your own card: you are never due.")
    yield _(_STATUS[contact.card.status])
    if not contact.cadence:
        yield _("Rhythm: none, so never due by rhythm. Give one with `cadence: monthly` or `circle: close`.")
        return
    rhythm = told(contact.cadence.words)
    match contact.cadence_source:
        case "circle":
            circle = printable(contact.circle)
            yield _("Rhythm: %(rhythm)s, of the circle %(circle)s.", rhythm=rhythm, circle=circle)
        case "tag":
            yield _("Rhythm: %(rhythm)s, of a tag.", rhythm=rhythm)
        case _own:
            yield _("Rhythm: %(rhythm)s, its own.", rhythm=rhythm)


def _of_contact(contact: Contact, day: date) -> Iterator[str]:
    last = contact.last_contact(day)
    places = [f"{each.origin.path}:{each.origin.line}" for each in contact.interactions if each.day == last]
    where = printable(", ".join(places)) or _("the front matter")
    yield (
        _("Last contact: %(day)s (%(place)s).", day=last, place=where)
        if last
        else _("Last contact: none recorded.")
    )
    if ahead := [each for each in contact.contact_days if each > day]:
        yield _("Ahead: contact on %(day)s, which counts from that day on.", day=ahead[0])


def _of_dates(contact: Contact) -> Iterator[str]:
    card = contact.card
    if card.follow_up:
        line = card.follow_up.origin.line
        yield _("You set a follow-up: %(day)s (line %(line)s).", day=card.follow_up.on, line=line)
    if card.snooze:
        yield _("Snoozed until %(day)s: rhythm and follow-up are hidden before that day.", day=card.snooze.on)


_STATUS = {
    "active": marked("Status: active."),
    "dormant": marked("Status: dormant, so the rhythm rests."),
    "archived": marked("Status: archived, so nothing is due."),
    "deceased": marked("Status: deceased, so nothing is due."),
}
