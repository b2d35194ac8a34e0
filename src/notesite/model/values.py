"""The written pieces that a note is made of: links, values and front matter keys."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from notesite.model.origin import Origin

Direction = Literal["out", "in"]


class Kind(StrEnum):
    """What a note is about."""

    CONTACT = "contact"
    EVENT = "event"
    INTERACTION = "interaction"
    JOURNAL = "journal"
    GROUP = "group"
    GOAL = "goal"
    RESOURCE = "resource"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Link:
    """A link as written: target path or name, anchor after `#`, label, and which kind it prefers."""

    target: str
    label: str
    origin: Origin
    anchor: str = ""
    style: Literal["wiki", "markdown", "name"] = "wiki"
    embed: bool = False
    prefers: Kind | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a front matter key: its text as written, and the links in it."""

    text: str
    origin: Origin
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """A front matter key as written, with its values or, for a map, its named values.

    `rows` are the named values of each item, for a list of maps.
    """

    key: str
    origin: Origin
    values: tuple[Value, ...] = ()
    map: tuple[tuple[str, Value], ...] = ()
    is_map: bool = False
    rows: tuple[tuple[tuple[str, Value], ...], ...] = ()
