"""`notesite brief`: what to know before an event, for the terminal or as JSON."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from notesite.cli import clock
from notesite.cli.console import json_text, printable
from notesite.cli.due import reason_words
from notesite.cli.speech import _, ngettext
from notesite.shell.briefing import Briefing, Cause, Owed, Told, briefing
from notesite.shell.parallel import default_jobs
from notesite.shell.places import find_places


def run(name: str, notes: Path | None, today: datetime | None, *, as_json: bool) -> int:
    """Print the brief of an event."""
    places = find_places(Path.cwd(), notes)
    day = clock.today(today, places.settings)
    found = briefing(places, day, name, jobs=default_jobs())
    text = json_text(document(found, day)) if as_json else "\n".join(map(printable, _lines(found)))
    click.echo(text)
    return 0


def document(found: Briefing, day: date) -> dict[str, Any]:
    """The JSON document, version 1, that docs/json.md describes; its words are the same in any language."""
    return {
        "version": 1,
        "today": day.isoformat(),
        "event": found.path,
        "name": found.name,
        "start": _iso(found.start),
        "end": _iso(found.end),
        "goals": [
            {"name": each.name, "by": str(each.by) if each.by else None, "looking_for": each.looking_for}
            for each in found.goals
        ],
        "meet": [
            {"name": name, "reasons": [_cause_record(each) for each in causes]} for name, causes in found.meet
        ],
        "people": [_person_record(each) for each in found.people],
        "names": found.names,
    }


def _cause_record(cause: Cause) -> dict[str, Any]:
    return {
        "reason": cause.sort,
        "goal": cause.goal or None,
        "due": _iso(cause.on),
        "known_by": cause.people,
        "organisation": cause.org or None,
    }


def _person_record(each: Told) -> dict[str, Any]:
    return {
        "contact": each.path,
        "name": each.name,
        "role": each.role,
        "organisations": each.orgs,
        "expected": "organisation" if each.at else "place" if each.in_place else "listed",
        "last_contact": _iso(each.last),
        "topic": each.topic,
        "hook": each.hook,
        "mine": [_owed_record(one) for one in each.mine],
        "theirs": [_owed_record(one) for one in each.theirs],
        **{key: getattr(each, key) for key in ("questions", "interests", "needs", "offers")},
    }


def _owed_record(owed: Owed) -> dict[str, Any]:
    return {**asdict(owed), "due": _iso(owed.due)}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _lines(found: Briefing) -> Iterator[str]:
    """The brief, a line each."""
    days = dict.fromkeys(_iso(day) for day in (found.start, found.end) if day)
    yield found.name
    yield ", ".join(filter(None, (" – ".join(filter(None, days)), found.time, *found.locations)))
    for goal in found.goals:
        yield _("Goal: %(goal)s", goal="; ".join((goal.name, *goal.looking_for)))
    if found.pitch:
        yield from ("", _("Your pitch"), f"  {found.pitch}")
    if found.meet:
        yield from ("", _("Whom to meet"))
        for number, (name, causes) in enumerate(found.meet, 1):
            yield f"  {number}. {name}: {'; '.join(map(_cause, causes))}"
    yield from _people(found)


def _people(found: Briefing) -> Iterator[str]:
    yield from ("", _("Who will be there"))
    for each in found.people:
        yield from ("", *(f"  {line}" for line in _told(each)))
    if found.names:
        yield from ("", "  " + _("Also on the list: %(names)s", names=", ".join(found.names)))
    if not found.people and not found.names:
        yield "  " + _("Nobody is expected yet. Write them under `attendees`.")


def _told(each: Told) -> Iterator[str]:
    """What to know of somebody, the first line with the name."""
    where = each.at or each.in_place
    position = ", ".join(filter(None, (each.role, *each.orgs)))
    yield " – ".join(filter(None, (each.name, position))) + (f" ({where})" if where else "")
    spoken = _("Last contact: %(day)s", day=each.last) if each.last else _("No contact recorded yet")
    yield f"  {spoken}" + (f": {each.topic}" if each.topic else "")
    lists = (
        (_("Hook"), [each.hook] if each.hook else []),
        (_("Ask"), each.questions),
        (_("You owe"), _owed(each.mine)),
        (_("You are owed"), _owed(each.theirs)),
        (_("Looks for"), each.needs),
        (_("Offers"), each.offers),
        (_("Interests"), each.interests),
    )
    yield from (f"  {label}: {'; '.join(found)}" for label, found in lists if found)


def _owed(promises: Iterable[Owed]) -> list[str]:
    return [f"{each.what} ({each.due})" if each.due else each.what for each in promises]


def _cause(cause: Cause) -> str:
    """A reason in words."""
    match cause.sort:
        case "goal":
            return _("serves your goal %(goal)s", goal=cause.goal)
        case "sought":
            parts = {"goal": cause.goal, "sought": cause.sought, "offered": cause.offered}
            return _("%(goal)s looks for “%(sought)s”, and their note says “%(offered)s”", **parts)
        case "late" if cause.due:
            return _("%(reason)s, due on %(day)s", reason=reason_words(cause.due), day=cause.on)
        case "bridge":
            return _bridge(", ".join(cause.people), cause.more)
    if cause.org:
        return _("you have not spoken yet, and know nobody else at %(org)s", org=cause.org)
    return _("you have not spoken yet")


def _bridge(names: str, more: int) -> str:
    if not more:
        return _("knows several whom you know: %(names)s", names=names)
    return ngettext(
        "knows %(names)s and %(num)s more whom you know",
        "knows %(names)s and %(num)s more whom you know",
        more,
        names=names,
    )
