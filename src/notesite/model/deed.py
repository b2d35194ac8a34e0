"""What passes between people: gifts, favours, asks, thanks and introductions, as the notes tell of them."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

DeedKind = Literal[
    "gave",
    "received",
    "asked",
    "asked-of-me",
    "thanked",
    "thanked-me",
    "introduced",
    "introduced-me",
    "to-introduce",
    "introduction-kept",
    "introduction-dropped",
    "toward",
]
"""`gave` also stands for what was shared; `asked` and `thanked` are from me, `asked-of-me` and
`thanked-me` from them. The last but one three
are tasks with the tag `#intro`, the last is any other entry that links a goal."""

INTRODUCTIONS: tuple[DeedKind, ...] = (
    "introduced",
    "to-introduce",
    "introduction-kept",
    "introduction-dropped",
)
"""The deeds that are about an introduction of mine."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One entry or task as a note tells it: between me and whom, on which day, on which line.

    `about` are the paths of contacts and goals that it names beside. Of an introduction to me, `people` are
    who introduced me, and `about` whom to. `outcome` is what came of it, as written. A `generic` ask is so
    short and vague that it is hard to answer.
    """

    kind: DeedKind
    people: tuple[str, ...]
    day: date | None
    line: int
    about: tuple[str, ...] = ()
    outcome: str = ""
    is_generic: bool = False
