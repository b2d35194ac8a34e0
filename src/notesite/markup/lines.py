"""Inline text as lines of plain text, in which every link, code span or embed is one opaque character."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token

from notesite.markup.marks import mark
from notesite.markup.parser import text_html

LINK_CHAR = "\ufdd5"
OTHER_CHAR = "\ufdd6"
_OPAQUE = re.compile(f"[{LINK_CHAR}{OTHER_CHAR}]")


@dataclass(frozen=True, slots=True)
class Atom:
    """What one opaque character stands for; `index` is the note's link, for a link to a note."""

    kind: Literal["link", "code", "external", "struck", "embed", "reference"]
    plain: str
    html: str
    index: int = -1

    @property
    def char(self) -> str:
        """The character that stands for it: one for links that name somebody, one for all else."""
        return LINK_CHAR if self.kind == "link" else OTHER_CHAR


@dataclass(frozen=True, slots=True)
class Line:
    """One line of inline text with its atoms in order; `number` is its line in the body, from 0."""

    text: str
    atoms: tuple[Atom, ...]
    number: int

    def part(self, start: int, end: int | None = None) -> "Line":
        """The part of the line between two places."""
        return Line(self.text[start:end], self._between(start, end), self.number)

    def links(self, start: int = 0, end: int | None = None) -> tuple[int, ...]:
        """The indexes of the links between two places."""
        if not self.atoms:
            return ()
        return tuple([atom.index for atom in self._between(start, end) if atom.kind == "link"])

    def link_at(self, place: int) -> int:
        """The index of the link whose character stands at a place."""
        return self.atoms[_count(self.text, 0, place)].index

    @property
    def plain(self) -> str:
        """The text with the words of its atoms."""
        if not self.atoms:
            return self.text.strip()
        return "".join(each if isinstance(each, str) else each.plain for each in self._pieces()).strip()

    @property
    def html(self) -> str:
        """The line as inline HTML with link marks."""
        if not self.atoms:
            return text_html(self.text).strip()
        pieces = (text_html(each) if isinstance(each, str) else each.html for each in self._pieces())
        return "".join(pieces).strip()

    def _between(self, start: int, end: int | None) -> tuple[Atom, ...]:
        """The atoms between two places."""
        if not self.atoms:
            return ()
        first = _count(self.text, 0, start)
        return self.atoms[first : first + _count(self.text, start, end)]

    def _pieces(self) -> Iterator[str | Atom]:
        """The text between the atoms, and the atoms, in turn."""
        pieces = _OPAQUE.split(self.text)
        yield pieces[0]
        for atom, piece in zip(self.atoms, pieces[1:], strict=True):
            yield atom
            yield piece


def _count(text: str, start: int, end: int | None) -> int:
    return text.count(LINK_CHAR, start, end) + text.count(OTHER_CHAR, start, end)


def joined(lines: Iterable[Line]) -> Line:
    """Several lines as one, with a space between them."""
    every = list(lines)
    if len(every) == 1:
        return every[0]
    atoms = tuple(atom for line in every for atom in line.atoms)
    return Line(" ".join(line.text for line in every), atoms, every[0].number if every else 0)


def lines_of(inline: Token, number: int) -> list[Line]:
    """The lines of an inline token whose first line is `number` of the body."""
    children = inline.children or []
    if len(children) == 1 and children[0].type == "text":
        return [Line(children[0].content, (), number)]
    lines: list[Line] = []
    text: list[str] = []
    atoms: list[Atom] = []
    index = 0
    while index < len(children):
        token = children[index]
        if token.type in ("softbreak", "hardbreak", "callout_title_close"):
            if token.type != "callout_title_close":
                lines.append(Line("".join(text), tuple(atoms), number + len(lines)))
                text, atoms = [], []
        elif token.type == "text":
            text.append(token.content)
        elif token.type in ("link_open", "s_open"):
            end = _closing(children, index)
            atom = _enclosed(token, children[index + 1 : end])
            text.append(atom.char)
            atoms.append(atom)
            index = end
        elif atom_ := _atom(token):
            text.append(atom_.char)
            atoms.append(atom_)
        index += 1
    lines.append(Line("".join(text), tuple(atoms), number + len(lines)))
    return lines


def _closing(children: Sequence[Token], start: int) -> int:
    wanted = children[start].type.replace("_open", "_close")
    for index in range(start + 1, len(children)):
        if children[index].type == wanted and children[index].level == children[start].level:
            return index
    return len(children) - 1


def _enclosed(opening: Token, inside: Sequence[Token]) -> Atom:
    """A link with a label, or struck-through text, as one atom."""
    plain = "".join(
        token.meta.get("label", token.content) if token.meta else token.content for token in inside
    )
    html = escapeHtml(plain)
    if opening.type == "s_open":
        return Atom("struck", plain, f"<s>{html}</s>")
    if "link" in opening.meta:
        return Atom("link", plain, mark(opening.meta["link"], html), opening.meta["link"])
    href = escapeHtml(str(opening.attrGet("href")))
    return Atom("external", plain, f'<a href="{href}" rel="noreferrer">{html}</a>')


def _atom(token: Token) -> Atom | None:
    match token.type:
        case "wikilink":
            is_embed = token.markup.startswith("!")
            label, index = str(token.meta["label"]), int(token.meta["link"])
            html = mark(index, escapeHtml(label), embed=is_embed)
            return Atom("embed" if is_embed else "link", label, html, index)
        case "code_inline":
            return Atom("code", token.content, f"<code>{escapeHtml(token.content)}</code>")
        case "image":
            return Atom("embed", token.content, escapeHtml(token.content))
        case "footnote_ref":
            return Atom("reference", "", "")
    return None
