"""`notesite insights`: the figures of one's own practice, in sentences or as JSON."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

import click

from notesite.cli import clock
from notesite.cli.console import json_text, printable
from notesite.cli.speech import _, grouped, ngettext, tenths
from notesite.shell.figures import Figures, figures_of
from notesite.shell.parallel import default_jobs
from notesite.shell.places import find_places


class Rate(Protocol):
    """So many of so many."""

    @property
    def part(self) -> int:
        """How many."""

    @property
    def whole(self) -> int:
        """Of how many."""

    @property
    def percent(self) -> int | None:
        """The share in percent, where there are enough for one."""


def run(notes: Path | None, today: datetime | None, *, as_json: bool) -> int:
    """Print the figures of a day."""
    places = find_places(Path.cwd(), notes)
    found = figures_of(places, clock.today(today, places.settings), jobs=default_jobs())
    click.echo(json_text(document(found)) if as_json else "\n".join(map(printable, _sentences(found))))
    return 0


def document(found: Figures) -> dict[str, Any]:
    """The JSON document, version 1, that docs/json.md describes."""
    deep, followed = found.depth, found.first_follow_ups
    return {
        "version": 1,
        "today": found.day.isoformat(),
        "people": found.people,
        "interactions": found.interactions,
        "weeks_with_contact": {
            "of_12": _rate(found.constancy.lately),
            "of_52": _rate(found.constancy.year),
        },
        "first_follow_ups": {
            "year": _rate(followed.year),
            "ever": _rate(followed.all),
            "open": followed.open,
        },
        "promises": {
            side: {"kept": each.kept, "late": each.late, "overdue": each.overdue}
            for side, each in (("mine", found.mine), ("theirs", found.theirs))
        },
        "ledger": {"year": asdict(found.ledger.total), "ever": asdict(found.ledger.ever)},
        "networks": {each.name: each.people.part for each in found.networks.kinds},
        "in_person": _rate(found.ways.offline),
        "depth": {
            "none": deep.none.part,
            "one": deep.one.part,
            "two_to_four": deep.few.part,
            "five_or_more": deep.many.part,
        },
        "diversity": {
            each.found.name: {
                "said": each.found.said,
                "unsaid": each.found.unsaid,
                "values": each.found.kinds,
                "evenness": each.found.evenness,
            }
            for each in found.spreads
        },
        "quarter": {
            name: {"now": each.now, "before": each.before}
            for name, each in (
                ("interactions", found.change.interactions),
                ("in_person", found.change.in_person),
                ("people", found.change.people),
                ("new", found.change.new),
                ("weeks", found.change.weeks),
            )
        },
        "capacity": {
            "asked": round(found.capacity.demanded, 2),
            "done": round(found.reached / found.capacity.weeks, 2),
        },
    }


def _rate(rate: Rate) -> dict[str, int]:
    return {"part": rate.part, "whole": rate.whole}


def _words(rate: Rate) -> str:
    """A rate as the page says it."""
    parts: dict[str, object] = {"part": grouped(rate.part), "whole": grouped(rate.whole)}
    if rate.percent is None:
        return _("%(part)s of %(whole)s", **parts)
    return _("%(part)s of %(whole)s (%(percent)s%%)", **parts, percent=rate.percent)


def _sentences(found: Figures) -> Iterator[str]:
    """The sentences of the page, but for those that have nothing to say."""
    if not found.people and not found.interactions:
        yield _("Figures grow from what you write down")
        return
    yield _(
        "%(people)s in your notes, %(interactions)s written down.",
        people=ngettext("%(num)s person", "%(num)s people", found.people),
        interactions=ngettext("%(num)s interaction", "%(num)s interactions", found.interactions),
    )
    yield _(
        "Some contact in %(lately)s weeks; in the year, in %(year)s.",
        lately=_words(found.constancy.lately),
        year=_words(found.constancy.year),
    )
    yield from _rates(found)
    yield ngettext(
        "%(num)s new person in the last thirteen weeks.",
        "%(num)s new people in the last thirteen weeks.",
        found.change.new.now,
    )
    if found.capacity.demanded:
        yield _(
            "Your rhythms ask for %(asked)s contacts a week; "
            "in the last twelve weeks there were %(done)s a week.",
            asked=tenths(found.capacity.demanded),
            done=tenths(found.reached / found.capacity.weeks),
        )


def _rates(found: Figures) -> Iterator[str]:
    followed, given = found.first_follow_ups, found.ledger
    if followed.year.whole:
        yield _(
            "In twelve months %(rate)s first meetings were followed up within two days; ever, %(all)s.",
            rate=_words(followed.year),
            all=_words(followed.all),
        )
    if found.mine.rate.whole:
        yield _("You kept %(rate)s on their day.", rate=_words(found.mine.rate))
    if found.theirs.rate.whole:
        yield _("The others kept %(rate)s.", rate=_words(found.theirs.rate))
    if given.ever.most:
        yield _(
            "Given in twelve months: %(gave)s; received: %(received)s.",
            gave=given.total.gave,
            received=given.total.received,
        )
    if found.ways.offline.whole:
        yield _("In twelve months %(rate)s interactions were in person.", rate=_words(found.ways.offline))
