"""How texts are compared: case, Unicode form and spaces folded away."""

import unicodedata
from functools import lru_cache


def fold(text: str) -> str:
    """The text for comparing names, tags and links: NFC, without case, single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


@lru_cache(maxsize=4096)
def key_of(text: str) -> str:
    """A front matter key for comparing, without case, spaces, `_` and `-`: LinkedIn is linked-in."""
    return "".join(letter for letter in unicodedata.normalize("NFC", text).casefold() if letter.isalnum())
