"""A person as a vCard, for an address book: version 3.0 (RFC 2426), which every telephone reads."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from notesite.model.dates import Yearly

_OCTETS = 75
_NO_YEAR = 1604
"""The year that Apple writes for none, a leap year; whoever does not know of it still reads a date."""

_ESCAPES = {
    **dict.fromkeys((*range(32), *range(127, 160), *range(55296, 57344), 8232, 8233), ""),
    **{ord(letter): f"\\{letter}" for letter in "\\,;"},
    ord("\t"): " ",
    ord("\n"): "\\n",
}
"""What a TEXT value cannot hold as it is (RFC 2426, 4): controls vanish, marks get a backslash."""

_PARTICLE = re.compile(
    r"a[fplv]|ben|bint?|d(?:a|al|alla|as|e|egli|ei|el|ell['’]|ella|elle|en|er|es|i|o|os|u)|el|ibn|l[aeio]|los"
    r"|santa?|st\.?|te[nr]?|van|vo[mn]|y|zu[mr]?",
    re.IGNORECASE,
)
"""Words that a family name may begin with, after which at least one more word comes."""
_FAMILY_FIRST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True)
class Card:
    """Who a vCard is of, in plain words; empty where unknown. `place` stands where there is no address."""

    uid: str
    name: str
    org: str = ""
    role: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    place: str = ""
    urls: tuple[str, ...] = ()
    birthday: Yearly | None = None
    categories: tuple[str, ...] = ()


def vcard(card: Card) -> str:
    """The card as vCard text, each line of it at most 75 octets long and ended by CR and LF."""
    return "".join(map(_folded, _lines(card)))


def vcards(cards: Iterable[Card]) -> str:
    """Several cards in one file."""
    return "".join(map(vcard, cards))


def _lines(card: Card) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield f"FN:{_text(card.name)}"
    family, given, suffix = _name(card.name)
    yield f"N:{_text(family)};{_text(given)};;;{_text(suffix)}"
    if card.org:
        yield f"ORG:{_text(card.org)}"
    if card.role:
        yield f"TITLE:{_text(card.role)}"
    for name, values in (("EMAIL", card.emails), ("TEL", card.phones), ("URL", card.urls)):
        yield from (f"{name}:{_text(each)}" for each in values)
    for address in card.addresses:
        yield f"ADR:;;{_text(address)};;;;"
    if card.place and not card.addresses:
        yield f"ADR:;;;{_text(card.place)};;;"
    if card.birthday:
        yield _birthday(card.birthday)
    if card.categories:
        yield f"CATEGORIES:{','.join(map(_text, card.categories))}"
    yield f"UID:{_text(card.uid)}"
    yield "END:VCARD"


def _text(text: str) -> str:
    """A TEXT value."""
    return text.replace("\r\n", "\n").translate(_ESCAPES)


def _name(name: str) -> tuple[str, str, str]:
    """Family name, given names and what follows a comma, such as a title, as far as a whole name tells."""
    whole, _, suffix = (part.strip() for part in name.partition(","))
    words = whole.split()
    if len(words) < 2:
        return "", whole, suffix
    if _FAMILY_FIRST.match(whole):
        return words[0], " ".join(words[1:]), suffix
    first = next((n for n, word in enumerate(words[1:-1], 1) if _PARTICLE.fullmatch(word)), len(words) - 1)
    return " ".join(words[first:]), " ".join(words[:first]), suffix


def _birthday(day: Yearly) -> str:
    """A birthday; one without its year as Apple's address book has it, since 3.0 knows none."""
    if day.year:
        return f"BDAY:{day}"
    return f"BDAY;X-APPLE-OMIT-YEAR={_NO_YEAR}:{_NO_YEAR}{str(day)[1:]}"


def _folded(line: str) -> str:
    """A line of at most 75 octets, or several, of which the later ones begin with a space (2.6)."""
    if len(line) <= _OCTETS // 4 or len(line.encode("utf-8", "replace")) <= _OCTETS:
        return f"{line}\r\n"
    pieces, length = [""], 0
    for letter in line:
        octets = len(letter.encode("utf-8", "replace"))
        if length + octets > _OCTETS:
            pieces.append(" ")
            length = 1
        pieces[-1] += letter
        length += octets
    return "\r\n".join((*pieces, ""))
