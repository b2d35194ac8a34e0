"""How texts are compared: case, Unicode form and spaces folded away."""

import re
import unicodedata
from functools import lru_cache

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def control_characters(text: str) -> list[int]:
    """The places of the characters that cannot be shown: controls, halves of pairs, noncharacters."""
    return [found.start() for found in _CONTROL.finditer(text)]


def marked_controls(text: str) -> str:
    """The text with a mark in the place of every character that cannot be shown."""
    return _CONTROL.sub("\ufffd", text)


@lru_cache(maxsize=16_384)
def fold(text: str) -> str:
    """The text for comparing names, tags and links: NFC, without case, single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


NOWHERE = frozenset(("online", "remote", "da remoto", "remoto"))
"""What people write where others write a place."""


@lru_cache(maxsize=4096)
def place_of(text: str) -> tuple[str, str] | None:
    """The place that a location names, as its key and its name: Torino of "Torino, Italy"; None for none."""
    label = " ".join(text.partition(",")[0].partition(" (")[0].split())
    key = fold(label)
    return (key, label) if key and key not in NOWHERE and "://" not in label else None


@lru_cache(maxsize=4096)
def tag_levels(tag: str) -> tuple[tuple[str, str], ...]:
    """A nested tag and every tag above it, the outermost first, each as its key and its name."""
    parts = [part for part in tag.split("/") if part]
    names = ("/".join(parts[:depth]) for depth in range(1, len(parts) + 1))
    return tuple((fold(name), name) for name in names)


@lru_cache(maxsize=4096)
def key_of(text: str) -> str:
    """A front matter key for comparing, without case, spaces, `_` and `-`: LinkedIn is linked-in."""
    return "".join(letter for letter in unicodedata.normalize("NFC", text).casefold() if letter.isalnum())


def shortened(text: str, most: int) -> str:
    """The text on one line, cut between words where it is longer than so many letters."""
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[:most].rpartition(' ')[0] or text[:most]} …"
