"""How what somebody types is compared with what stands in the notes; `fold.js` does it in the browser."""

import re
import unicodedata

LETTERS = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ı": "i",
    "ł": "l",
    "ŋ": "n",
    "þ": "th",
    "ŧ": "t",
    "ς": "σ",
}
"""Small letters that are no letter with an accent, as one types them without a keyboard of their own."""

APOSTROPHES = "'’‘‛ʼʻ`´′"
"""What joins two words into one, in any of the ways in which it is written."""

_LETTERS = str.maketrans(LETTERS)
_APOSTROPHES = str.maketrans("", "", APOSTROPHES)
_APART = str.maketrans(dict.fromkeys(APOSTROPHES, " "))
_ACCENTS = re.compile("[\u0300-\u036f]")
_WORDS = re.compile(r"[^\W_]+")
_JOINED = re.compile(rf"[^\W_]+(?:[{APOSTROPHES}][^\W_]+)*")


def folded(text: str) -> str:
    """The text without case, accents and apostrophes."""
    if text.isascii():
        return text.lower().translate(_APOSTROPHES)
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", text.translate(_APOSTROPHES)))
    return unicodedata.normalize("NFC", plain.lower().translate(_LETTERS))


def words_of(text: str) -> list[str]:
    """The words of a text, folded."""
    return _WORDS.findall(folded(text))


def each_word(text: str) -> list[str]:
    """The words of a long text as they may be typed, each once; most are plain, and are not folded."""
    found = dict.fromkeys(_JOINED.findall(text.lower()))
    for word in [each for each in found if not (each.isascii() and each.isalnum())]:
        del found[word]
        found.update(dict.fromkeys(typed_words(word)))
    return list(found)


def typed_words(text: str) -> list[str]:
    """The words of a text as they may be typed: of D'Amico both `damico` and `amico`."""
    apart = text.translate(_APART)
    return words_of(text) if apart == text else [*words_of(text), *words_of(apart)]
