"""Whether an ask is so vague that it is hard to answer."""

import re
from itertools import pairwise

from notesite.model.note import Entry

FEW_WORDS = 6

_WORD = re.compile(r"\w[\w'’-]*")
_WITHOUT_SPACES = "\u2e80"
"""From here on most scripts put no space between words, so that they cannot be counted."""
_SENTENCE_ENDS = (".", "!", "?", "…", ":", "—", "–")


def is_generic(entry: Entry) -> bool:
    """Whether what was asked has fewer than six words, and neither link, number, date nor proper name.

    A proper name is a word with a capital that does not begin a sentence.
    """
    found = list(_WORD.finditer(entry.text))
    if len(found) >= FEW_WORDS or entry.mentions or entry.place is not None or "://" in entry.text:
        return False
    if any(letter.isdigit() or letter >= _WITHOUT_SPACES for letter in entry.text):
        return False
    return not any(
        word.group()[0].isupper()
        and word.group() != "I"
        and not entry.text[before.end() : word.start()].strip().endswith(_SENTENCE_ENDS)
        for before, word in pairwise(found)
    )
