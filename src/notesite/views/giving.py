"""What you and a contact gave each other, as your notes tell it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from notesite.model.network import Contact, Interaction
from notesite.views.index import Index
from notesite.views.parts import Stretch
from notesite.views.stretches import stretches
from notesite.views.timeline import Moment, interaction_moment

Ledger = Literal["You gave", "You received", "Asked", "Thanked"]

_SIDES: dict[str, tuple[Ledger, Ledger]] = {
    "gave": ("You gave", "You gave"),
    "received": ("You received", "You received"),
    "shared": ("You gave", "You received"),
    "intro": ("You gave", "You received"),
    "asked": ("Asked", "Asked"),
    "thanked": ("Thanked", "Thanked"),
}
"""Where a channel belongs, and where it does when it came from the other side."""


@dataclass(frozen=True, slots=True)
class Balance:
    """How often each of you gave."""

    gave: int = 0
    received: int = 0


def ledger(index: Index, contact: Contact) -> tuple[tuple[Ledger, tuple[Moment, ...]], ...]:
    """The entries of giving, asking and thanking, the latest first; none that is empty."""
    found: dict[Ledger, list[Moment]] = {"You gave": [], "You received": [], "Asked": [], "Thanked": []}
    for each in contact.interactions:
        if side := _side(each, contact.path):
            found[side].append(interaction_moment(index, contact, each))
    return tuple((side, tuple(reversed(moments))) for side, moments in found.items() if moments)


def _side(each: Interaction, path: str) -> Ledger | None:
    """Where an entry belongs. Who introduced whom to you is only told by the note of whoever did."""
    sides = _SIDES.get(each.channel or "")
    if sides is None or (each.channel == "intro" and each.direction == "in" and each.origin.path != path):
        return None
    return sides[each.direction == "in"]


def balance(
    index: Index, found: tuple[tuple[Ledger, tuple[Moment, ...]], ...]
) -> tuple[Stretch[Balance], ...]:
    """How often each of you gave by a day; what lies ahead counts from its day on."""
    days = {side: tuple(each.day for each in moments) for side, moments in found}
    gave, received = days.get("You gave", ()), days.get("You received", ())

    def on(day: date) -> Balance:
        return Balance(sum(each <= day for each in gave), sum(each <= day for each in received))

    return stretches(index, (*gave, *received), on) if gave or received else ()
