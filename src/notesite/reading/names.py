"""What a note is called: by its front matter, its first heading, or its file."""

import re
import unicodedata

from notesite.model.values import Field, Kind
from notesite.reading.kinds import DAY
from notesite.reading.typed import TypedHeader
from notesite.reading.wikilinks import without_links

_SLUG = re.compile(r"[^\W_A-Z]+(?:[-_.][^\W_A-Z]+)+|[a-z0-9]+")


def name_of(header: TypedHeader, path: str, heading: str, aliases: tuple[str, ...]) -> str:
    """The note's name. A contact's `title` is taken only where it is a name, and else left as the role."""
    stem = stem_of_path(path)
    written = _written_name(header, stem, heading, aliases)
    if written:
        return written
    if header.kind is Kind.JOURNAL:
        return stem
    if heading and (_SLUG.fullmatch(stem) or stem.isdigit()):
        return heading
    if header.kind is Kind.CONTACT:
        return stem.removeprefix("@").strip() or stem
    if header.kind in (Kind.EVENT, Kind.INTERACTION):
        return _without_date(stem)
    return stem


def stem_of_path(path: str) -> str:
    """A file's name without its folder and its ending."""
    return unicodedata.normalize("NFC", path.rsplit("/", 1)[-1].rsplit(".", 1)[0])


def _without_date(stem: str) -> str:
    return DAY.sub("", stem).strip(" -_–—") or stem


def _written_name(header: TypedHeader, stem: str, heading: str, aliases: tuple[str, ...]) -> str:
    if found := next(header.candidates("name"), None):
        return _take(header, found)
    if header.kind is not Kind.CONTACT:
        return _take(header, found) if (found := next(header.candidates("title"), None)) else ""
    if found := next(header.candidates("full-name", "FN"), None):
        return _take(header, found)
    for first, last in (("first-name", "last-name"), ("nome", "cognome")):
        parts = [
            _take(header, found) for key in (first, last) if (found := next(header.candidates(key), None))
        ]
        if parts:
            return " ".join(parts)
    title = next(header.candidates("title"), None)
    if title and title.values:
        likely = {_loose(each) for each in (stem.removeprefix("@"), heading, *aliases) if each}
        if _loose(without_links(title.values[0].text)) in likely:
            return _take(header, title)
    return ""


def _take(header: TypedHeader, found: Field) -> str:
    value = header.first(header.take(found))
    return without_links(value.text).strip() if value else ""


def _loose(text: str) -> str:
    """A name for comparing with a file name: letters and digits only, without accents or case."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if letter.isalnum())
