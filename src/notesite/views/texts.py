"""Texts of notes with the notes that their links lead to."""

import re
from html import escape

from notesite.model.network import Ref
from notesite.model.note import Note
from notesite.model.origin import Origin
from notesite.model.text import fold, place_of
from notesite.model.values import Link, Value
from notesite.views.index import Index
from notesite.views.parts import Phrase, Piece, Prose, TagRef, Target

_MARKED = re.compile("\ufdd0(\\d+)")
_TITLE = re.compile(r"\s*<h1[^>]*>(.*?)</h1>\s*", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_LINK = re.compile(r"!?\[\[(?P<wiki>[^\[\]\n]+?)\]\]|\[(?P<label>[^\[\]\n]*)\]\(<?[^()<>\s]+>?\)")


def prose(index: Index, path: str, html: str) -> Prose:
    """Rich text that stands in the note at `path`, with the targets of the links in it."""
    if "\ufdd0" not in html:
        return Prose(html)
    targets = index.network.targets.get(path, ())
    links = index.network.notes[path].links
    found = []
    for number in dict.fromkeys(int(digits) for digits in _MARKED.findall(html)):
        target = targets[number] if number < len(targets) else None
        if target:
            found.append(Target(number, target, _anchor(index, target, links[number].anchor)))
    return Prose(html, tuple(found))


def body(index: Index, note: Note) -> Prose:
    """What stands outside the log of a note, without a title that only says its name again."""
    html = note.body.notes
    title = _TITLE.match(html)
    if title and fold(_TAG.sub("", title[1])) == fold(escape(note.name, quote=False)):
        html = html[title.end() :]
    return prose(index, note.path, html)


def _anchor(index: Index, path: str, written: str) -> str:
    """The id of the heading that a link names, or of the block that it names with `^`; empty for none."""
    if not written:
        return ""
    if written.startswith("^"):
        return f"h-{written}"
    note, last = index.network.notes.get(path), fold(written.rpartition("#")[2])
    headings = note.body.headings if note else ()
    return next((each.anchor for each in headings if fold(each.text) == last), "")


def phrase(index: Index, value: Value) -> Phrase:
    """A front matter value as text and links."""
    targets = index.network.value_targets.get(value, ())
    if not value.links:
        whole = targets[0] if targets else None
        return (Piece(value.text, whole),) if whole else (Piece(value.text),)
    return tuple(_pieces(value, targets)) or (Piece(value.text),)


def _pieces(value: Value, targets: tuple[str | None, ...]) -> list[Piece]:
    pieces: list[Piece] = []
    position = number = 0
    for found in _LINK.finditer(value.text):
        if number >= len(value.links) or not _is_written_as(found, value.links[number]):
            continue
        if before := value.text[position : found.start()]:
            pieces.append(Piece(before))
        target = targets[number] if number < len(targets) else ""
        pieces.append(Piece(value.links[number].label, target or "", is_missing=target is None))
        position, number = found.end(), number + 1
    if rest := value.text[position:]:
        pieces.append(Piece(rest))
    if not number:
        return [Piece(value.text, (targets[0] if targets else None) or "")]
    return pieces


def _is_written_as(found: re.Match[str], link: Link) -> bool:
    """Whether a match is that link: an address in between is none."""
    if found["wiki"] is None:
        return link.style == "markdown" and link.label == found["label"]
    return (
        link.style != "markdown"
        and link.target == re.split(r"[|#]", found["wiki"].replace("\\|", "|"))[0].strip()
    )


def phrases(index: Index, values: tuple[Value, ...]) -> tuple[Phrase, ...]:
    """Front matter values as text and links."""
    return tuple(phrase(index, value) for value in values)


def located(index: Index, values: tuple[Value, ...]) -> tuple[Phrase, ...]:
    """Locations, each led by the place that it names."""
    return tuple(map(_placed, phrases(index, values)))


def _placed(words: Phrase) -> Phrase:
    text = plain(words).strip()
    found = place_of(text)
    if found is None or not text.startswith(found[1]):
        return words
    key, label = found
    rest = text[len(label) :]
    return (Piece(label, place=key), *((Piece(rest),) if rest else ()))


def plain(words: Phrase) -> str:
    """A phrase without its links."""
    return "".join(piece.text for piece in words)


def note_ref(index: Index, path: str) -> Ref:
    """A note by its name."""
    name = index.network.name_of(path)
    return Ref(path, None) if name is None else Ref(name, path)


def source_ref(index: Index, origin: Origin) -> Ref:
    """The note that something is written in."""
    return note_ref(index, origin.path)


def backlinks(index: Index, path: str) -> tuple[Ref, ...]:
    """The other notes that link to a note, by name."""
    found = (note_ref(index, each) for each in index.network.backlinks.get(path, ()) if each != path)
    return tuple(sorted(found, key=lambda ref: (ref.label.casefold(), ref.path or "")))


def tag_refs(index: Index, path: str) -> tuple[TagRef, ...]:
    """The tags of a note's front matter and body, as links to their pages."""
    return tuple(TagRef(tag, index.tag_key(tag)) for tag in index.network.tags_of.get(path, ()))
