"""`notesite due`: whom to reach, in a table, as JSON, or explained for one contact."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click

from notesite.cli import clock
from notesite.cli.console import counted, json_text, printable
from notesite.model.due import FollowUp
from notesite.model.errors import NotesiteError
from notesite.model.network import Contact, Network
from notesite.model.settings import Settings
from notesite.model.text import fold
from notesite.shell.build import follow_ups, read_notebook
from notesite.shell.parallel import default_jobs
from notesite.shell.places import find_places

_STATES = {
    "overdue": "overdue",
    "today": "today",
    "week": "this week",
    "later": "later",
    "snoozed": "snoozed",
}
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
    notebook = read_notebook(places, jobs=default_jobs())
    network = notebook.network
    rows = follow_ups(notebook, places.settings, day)
    if why is not None:
        click.echo("\n".join(_explained(_contact(network, why), rows, day)))
        return 0
    chosen = _chosen(rows, wanted, network, places.settings)
    near = [row for row in chosen if row.state in _NEAR]
    if as_json:
        listed = near if wanted.week else chosen
        click.echo(json_text(document(listed, network, day, everyone=wanted.everyone)))
    else:
        shown = chosen if wanted.everyone and not wanted.week else near
        _print_table(shown, len(chosen) - len(shown), day, " for what you asked" if wanted.is_part else "")
    return 0


def _chosen(rows: Sequence[FollowUp], wanted: Wanted, network: Network, settings: Settings) -> list[FollowUp]:
    """The follow-ups of the reasons and circles asked for. Raises NotesiteError for a circle that is none."""
    circles = {fold(name) for name in wanted.circles}
    own = {path: fold(contact.circle) for path, contact in network.contacts.items()}
    for name in wanted.circles:
        if fold(name) not in (known := {*settings.circles, *own.values()} - {""}):
            raise NotesiteError(f"no circle is called {name!r}", f"there are {', '.join(sorted(known))}")
    return [
        row
        for row in rows
        if (not wanted.reasons or row.due.reason in wanted.reasons)
        and (not circles or own.get(row.due.contact) in circles)
    ]


def document(rows: Sequence[FollowUp], network: Network, day: date, *, everyone: bool) -> dict[str, Any]:
    """The JSON document, version 1, that docs/json.md describes."""
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
        active = (each for each in network.contacts.values() if each.card.status not in _INACTIVE)
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


def _print_table(shown: list[FollowUp], hidden: int, day: date, of: str) -> None:
    more = f" {counted(hidden, 'more is', 'more are')} later or snoozed: notesite due --all" if hidden else ""
    if not shown:
        click.echo(f"All clear on {day}{of}.{more}")
        return
    from rich import box  # placed here: rich is slow to import
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("Due", "State", "Contact", "Why", "Last contact"):
        table.add_column(name, overflow="fold")
    for row in shown:
        style = {"overdue": "red", "today": "yellow"}.get(row.state)
        cells = (
            row.on.isoformat(),
            _STATES[row.state],
            row.name,
            _why(row),
            _iso(row.last_contact) or "–",
        )
        table.add_row(*(escape(printable(cell)) for cell in cells), style=style)
    console = Console(highlight=False)
    console.print(table)
    console.print(f"{counted(len(shown), 'follow-up', 'follow-ups')} as of {day}.{more}")


def _why(row: FollowUp) -> str:
    what = row.due.what
    words = {
        "first-follow-up": "first follow-up",
        "promise": f"you promised: {what}",
        "explicit": f"your date: {what}" if what else "the date that you set",
        "birthday": "birthday",
        "date": what or "yearly date",
        "congratulate": f"congratulate: {what or 'good news'}",
        "thanks": f"thanks owed: {what or 'a favour'}",
        "prepare": "prepare: it is ahead, and you know people there",
        "cadence": "rhythm",
        "no-reply": f"no reply yet: {what}" if what else "no reply yet",
        "promised-to-me": f"promised to you: {what}",
        "revive": "drifting" if what == "drifting" else "silent for over a year",
    }
    return words[row.due.reason]


def _contact(network: Network, name: str) -> Contact:
    """The contact of that name, alias or path. Raises NotesiteError, with the nearest names, for none."""
    wanted = fold(name)
    for contact in network.contacts.values():
        if wanted in map(fold, (contact.name, contact.path, contact.note.stem, *contact.note.aliases)):
            return contact
    names = [contact.name for contact in network.contacts.values()]
    near = get_close_matches(name, names, 3, 0.4) or [each for each in names if wanted in fold(each)][:3]
    hint = f"did you mean {', '.join(near)}?" if near else "give a name as it stands in the notes"
    raise NotesiteError(f"no contact is called {name!r}", hint)


def _explained(contact: Contact, rows: tuple[FollowUp, ...], day: date) -> Iterator[str]:
    card = contact.card
    yield f"{printable(contact.name)} ({printable(contact.path)}), as of {day}"
    if contact.note.is_me:
        yield "  This is your own card: you are never due."
    yield f"  Status: {card.status}{_STATUS_WORDS.get(card.status, '')}."
    if contact.cadence:
        of = {"own": "its own", "circle": f"of the circle {contact.circle}", "tag": "of a tag"}
        yield f"  Rhythm: {contact.cadence}, {printable(of[contact.cadence_source])}."
    else:
        yield "  Rhythm: none, so never due by rhythm. Give one with `cadence: monthly` or `circle: close`."
    last = contact.last_contact(day)
    told = [each for each in contact.interactions if each.day == last]
    where = ", ".join(f"{each.origin.path}:{each.origin.line}" for each in told) or "the front matter"
    yield f"  Last contact: {last} ({printable(where)})." if last else "  Last contact: none recorded."
    if ahead := [each for each in contact.contact_days if each > day]:
        yield f"  Ahead: contact on {ahead[0]}, which counts from that day on."
    if card.follow_up:
        yield f"  You set a follow-up: {card.follow_up.on} (line {card.follow_up.origin.line})."
    if card.snooze:
        yield f"  Snoozed until {card.snooze.on}: rhythm and follow-up are hidden before that day."
    own = [row for row in rows if row.due.contact == contact.path]
    for row in own:
        place = f"{row.due.origin.path}:{row.due.origin.line}"
        yield f"  → {row.on} {_STATES[row.state]}: {printable(_why(row))} ({printable(place)})"
    if not own:
        yield "  → nothing is due."


_STATUS_WORDS = {
    "dormant": ", so the rhythm rests",
    "archived": ", so nothing is due",
    "deceased": ", so nothing is due",
}
