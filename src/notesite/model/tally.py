"""What one contact gives to the figures: absolute days and counts, whatever day one looks at.

All of it is tuples: ten thousand of them are read whenever the figures change.
"""

from typing import NamedTuple

Ordinal = int
"""A day as `date.toordinal` counts it: a small thing to remember, and quick to count."""


class Meeting(NamedTuple):
    """A first meeting known to the day, when it was followed up, and the event where it was."""

    on: Ordinal
    followed: Ordinal | None = None
    event: str = ""


class Traits(NamedTuple):
    """What the user wrote of a person, a value each once."""

    industry: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    org: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    relation: tuple[str, ...] = ()
    network: tuple[str, ...] = ()


class Tally(NamedTuple):
    """A contact as the figures count it.

    `days` are those of all interactions, in order, `online` and `offline` of those from afar and in person;
    one that several notes tell is there once. `since` is the first day that is known of. `is_here` tells a
    contact that is neither archived nor deceased.
    """

    is_here: bool = True
    days: tuple[Ordinal, ...] = ()
    online: tuple[Ordinal, ...] = ()
    offline: tuple[Ordinal, ...] = ()
    since: Ordinal | None = None
    meeting: Meeting | None = None
    traits: Traits = Traits()
