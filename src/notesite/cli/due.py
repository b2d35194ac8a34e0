"""`notesite due`: whom to reach, in a table, as JSON, or explained for one contact."""

from collections.abc import Iterator
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
from notesite.model.text import fold
from notesite.shell.build import follow_ups, read_notebook
from notesite.shell.places import find_places

_STATES = {
    "overdue": "overdue",
    "today": "today",
    "week": "this week",
    "later": "later",
    "snoozed": "snoozed",
}
_INACTIVE = ("archived", "deceased")


def run(notes: Path | None, today: datetime | None, *, as_json: bool, everyone: bool, why: str | None) -> int:
    """Print the follow-ups of a day."""
    places = find_places(Path.cwd(), notes)
    day = clock.today(today, places.settings)
    notebook = read_notebook(places)
    network = notebook.network
    rows = follow_ups(notebook, places.settings, day)
    if why is not None:
        click.echo("\n".join(_explained(_contact(network, why), rows, day)))
    elif as_json:
        click.echo(json_text(document(rows, network, day, everyone=everyone)))
    else:
        shown = [row for row in rows if everyone or row.state not in ("snoozed", "later")]
        _print_table(shown, rows, day)
    return 0


def document(rows: tuple[FollowUp, ...], network: Network, day: date, *, everyone: bool) -> dict[str, Any]:
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


def _print_table(shown: list[FollowUp], rows: tuple[FollowUp, ...], day: date) -> None:
    hidden = len(rows) - len(shown)
    more = f" {counted(hidden, 'more is', 'more are')} later or snoozed: notesite due --all" if hidden else ""
    if not shown:
        click.echo(f"All clear on {day}.{more}")
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
    match row.due.reason:
        case "promise":
            return f"you promised: {row.due.what}"
        case "explicit":
            return f"your date: {row.due.what}" if row.due.what else "the date that you set"
        case _:
            return "rhythm"


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
