"""Who stands around a contact, as a small drawing: the contact in the middle, the others in a ring."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from typing import Literal

FEWEST, MOST = 2, 12
"""A single line tells nothing that a name does not; more than a dozen names are read as a list."""

WIDTH = 280
MIDDLE = WIDTH // 2
PITCH = 26
"""From one row to the next: so much that a finger hits one of them."""
RADIUS = 40
MARGIN = 16
GAP = 10
"""From the middle of a mark to its name."""
LETTER = 6.2
"""How wide a letter is on average, in the units of the drawing."""

Shape = Literal["", "org", "event"]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Somebody or something around a contact: a person, an organisation or an event; `key` is its address."""

    label: str
    key: str
    shape: Shape = ""


@dataclass(frozen=True, slots=True)
class Node:
    """A neighbour where it stands; `text` is its label as far as there is room, `at` where that begins."""

    key: str
    shape: Shape
    text: str
    x: int
    y: int
    at: int


@dataclass(frozen=True, slots=True)
class Ego:
    """The drawing: its height, its middle, the nodes to the right and to the left; `more` are not drawn."""

    height: int
    right: tuple[Node, ...]
    left: tuple[Node, ...]
    more: int = 0

    @property
    def middle(self) -> tuple[int, int]:
        """Where the contact stands."""
        return MIDDLE, self.height // 2

    @property
    def nodes(self) -> tuple[Node, ...]:
        """All nodes."""
        return (*self.right, *self.left)


def ego(neighbours: Iterable[Neighbour]) -> Ego | None:
    """The drawing of a contact's neighbours, each once, in the order given; None where there are too few.

    They go round from the top right, the first half downwards, the rest back up on the left.
    """
    unique = tuple({(each.shape, each.key): each for each in neighbours}.values())
    if len(unique) < FEWEST:
        return None
    shown = unique[:MOST]
    half = (len(shown) + 1) // 2
    height = half * PITCH + 2 * MARGIN
    return Ego(
        height=height,
        right=tuple(_column(shown[:half], height, 1)),
        left=tuple(_column(shown[half:][::-1], height, -1)),
        more=len(unique) - len(shown),
    )


def _column(shown: Sequence[Neighbour], height: int, side: Literal[1, -1]) -> Iterator[Node]:
    """The nodes of one side, from the top down."""
    for each, (x, y) in zip(shown, _places(len(shown), height), strict=True):
        at = x + GAP
        text = shortened(each.label, int((WIDTH - MIDDLE - at) / LETTER), is_name=not each.shape)
        yield Node(each.key, each.shape, text, MIDDLE + side * x, y, MIDDLE + side * at)


@lru_cache(maxsize=64)
def _places(count: int, height: int) -> tuple[tuple[int, int], ...]:
    """How far each of some nodes stands from the middle, and from the top."""
    above = (height - (count - 1) * PITCH) / 2
    rows = [above + number * PITCH for number in range(count)]
    return tuple((round(RADIUS * sqrt(1 - (2 * y / height - 1) ** 2)), round(y)) for y in rows)


@lru_cache(maxsize=4096)
def shortened(label: str, most: int, *, is_name: bool) -> str:
    """A label of at most so many letters: a person's name with its last word as an initial before any cut."""
    label = " ".join(label.split())
    if label.isascii() and len(label) <= most:
        return label
    if _width(label) <= most:
        return label
    words = label.split(" ")
    if is_name and len(words) > 1 and _width(short := f"{words[0]} {words[-1][0]}.") <= most:
        return short
    while _width(label) > most - 1:
        label = label[:-1]
    return f"{label.rstrip()}…"


def _width(text: str) -> int:
    """How many letters a text is wide."""
    if text.isascii():
        return len(text)
    return sum(_letter(each) for each in text)


def _letter(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
