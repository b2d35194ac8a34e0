"""A contact: the note, and all that the notebook says of the person."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from notesite.checks.registry import CONTACT_CHECKS
from notesite.model.cards import ContactCard
from notesite.model.dates import Cadence, PartialDate, parse_cadence
from notesite.model.network import Contact, Ref
from notesite.model.note import Note
from notesite.model.settings import Settings
from notesite.model.text import fold
from notesite.reading.happenings import Happenings


def contact_of(
    note: Note,
    card: ContactCard,
    orgs: Iterable[Ref],
    happened: Happenings,
    introduced: Iterable[str],
    settings: Settings,
) -> Contact:
    """The contact whose note this is, with what the notes say of them and whom they introduced to me."""
    interactions = sorted(happened.interactions[note.path], key=lambda each: each.sort_key)
    days = {*(each.day for each in interactions), *happened.floors[note.path]}
    circle, cadence, source = _rhythm(note, card, settings)
    contact = Contact(
        note=note,
        card=card,
        orgs=tuple(orgs),
        circle=circle,
        cadence=cadence,
        cadence_source=source,
        interactions=tuple(interactions),
        facts=tuple(sorted(happened.facts[note.path], key=lambda pair: (pair[0], pair[1].origin))),
        mentions=tuple(sorted(happened.mentions[note.path], key=lambda pair: (pair[0], pair[1].origin))),
        contact_days=tuple(sorted(days)),
        met=_first_meeting(card, [each.day for each in interactions if each.channel == "met"]),
        promises=tuple(happened.promises[note.path]),
        questions=tuple(happened.questions[note.path]),
        events=tuple(dict.fromkeys(happened.events[note.path])),
        introduced=tuple(introduced),
    )
    reports = tuple(found for check in CONTACT_CHECKS for found in check(contact))
    return replace(contact, reports=reports) if reports else contact


def _rhythm(note: Note, card: ContactCard, settings: Settings) -> tuple[str, Cadence | None, str]:
    """The circle, and the cadence with where it comes from: own beats circle beats the tags' shortest."""
    circle = card.circle or next((tag for tag in note.tags if _circle_cadence(tag, settings)), "")
    if card.cadence:
        return circle, card.cadence, "own"
    if of_circle := _circle_cadence(circle, settings):
        return circle, of_circle, "circle"
    tagged = [cadence for tag in note.tags if (cadence := settings.tags.get(fold(tag)))]
    if tagged:
        return circle, min(tagged, key=lambda cadence: cadence.days), "tag"
    return circle, None, ""


def _circle_cadence(name: str, settings: Settings) -> Cadence | None:
    """The cadence of a circle; A to D are circles everywhere."""
    folded = fold(name)
    return settings.circles.get(folded) or (parse_cadence(folded) if folded in ("a", "b", "c", "d") else None)


def _first_meeting(card: ContactCard, met: list[date]) -> PartialDate | None:
    """The earliest of `met` and every meeting; a day inside a partial `met` refines it."""
    written = card.met.on if card.met else None
    exact = [PartialDate(day.year, day.month, day.day) for day in met]
    if written is None:
        return min(exact, default=None)
    inside = [day for day in exact if str(day).startswith(str(written))]
    return min([*(inside or [written]), *exact], key=lambda day: day.first_day)
