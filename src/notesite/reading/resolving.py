"""Where a link leads: the notes and attachments of a notebook under every name they answer to."""

import posixpath
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from notesite.model.text import fold
from notesite.model.trace import Face
from notesite.model.values import Kind, Link
from notesite.reading.wikilinks import stem_of


@dataclass(frozen=True, slots=True)
class Resolved:
    """The path that a link leads to, and the others that it fits as well."""

    path: str | None
    others: tuple[str, ...] = ()


_NOWHERE = Resolved(None)


class Resolver:
    """Finds the note that a link or a plain name means, in the order that docs/note-format.md gives:
    exact path, same folder, file name with the fewest segments, name, alias."""

    def __init__(self, faces: Iterable[Face], attachments: Sequence[str]) -> None:
        self._kinds: dict[str, Kind] = {}
        self._by_path: dict[str, list[str]] = defaultdict(list)
        self._by_file: dict[str, list[str]] = defaultdict(list)
        self._by_name: dict[str, list[str]] = defaultdict(list)
        self._by_alias: dict[str, list[str]] = defaultdict(list)
        self._found: dict[tuple[str, str, str, Kind | None], Resolved] = {}
        self._asked: dict[str, None] = {}
        for face in faces:
            self._kinds[face.path] = face.kind
            whole = fold(stem_of(face.path))
            self._by_path[whole].append(face.path)
            self._by_file[whole.rpartition("/")[2]].append(face.path)
            self._by_name[fold(face.name)].append(face.path)
            for alias in face.aliases:
                self._by_alias[fold(alias)].append(face.path)
        for path in attachments:
            self._by_path[fold(path)].append(path)
            self._by_file[fold(path).rpartition("/")[2]].append(path)

    def asked(self) -> tuple[str, ...]:
        """The words that notes were looked for by since this was last asked."""
        found = tuple(self._asked)
        self._asked = {}
        return found

    def kind(self, path: str | None) -> Kind | None:
        """What the note at a path is about; None where there is none."""
        return self._kinds.get(path) if path else None

    def link(self, link: Link, folder: str, own_path: str, prefers: Kind | None = None) -> Resolved:
        """Where a link of the note at `own_path` leads."""
        if not link.target:
            return Resolved(own_path)
        return self._resolve(link.target, folder, link.style, prefers or link.prefers)

    def name(self, name: str, folder: str, prefers: Kind | None = None) -> Resolved:
        """The note that a plain name means, where one is known by it."""
        return self._resolve(name, folder, "name", prefers)

    def _resolve(self, target: str, folder: str, style: str, prefers: Kind | None) -> Resolved:
        key = (target, folder, style, prefers)
        self._asked.update(dict.fromkeys(_words(target, folder, style)))
        if key not in self._found:
            only = self._steps(target, folder, style, prefers) if prefers else _NOWHERE
            self._found[key] = only if only.path else self._steps(target, folder, style, None)
        return self._found[key]

    def _steps(self, target: str, folder: str, style: str, only: Kind | None) -> Resolved:
        wanted = _wanted(target)
        here = fold(folder)
        if style == "markdown":
            relative = _relative(target, folder)
            if found := self._first(self._by_path.get(relative, ()), only):
                return found
        for path in (wanted, f"{here}/{wanted}" if here else wanted):
            if found := self._first(self._by_path.get(path, ()), only):
                return found
        named = self._by_file.get(wanted.rpartition("/")[2], ())
        files = [path for path in named if f"/{fold(stem_of(path))}".endswith(f"/{wanted}")]
        files += [path for path in named if path not in files and f"/{fold(path)}".endswith(f"/{wanted}")]
        if found := self._first(files, only, by_depth=True):
            return found
        return (
            self._first(self._by_name.get(wanted, ()), only)
            or self._first(self._by_alias.get(wanted, ()), only)
            or _NOWHERE
        )

    def _first(self, paths: Sequence[str], only: Kind | None, *, by_depth: bool = False) -> Resolved | None:
        """The first of the paths: the least deep where that counts, else alphabetically."""
        fitting = [path for path in paths if only is None or self._kinds.get(path) is only]
        if not fitting:
            return None
        if by_depth:
            depth = min(path.count("/") for path in fitting)
            fitting = [path for path in fitting if path.count("/") == depth]
        first, *others = sorted(dict.fromkeys(fitting))
        return Resolved(first, tuple(others))


def words_of(face: Face) -> set[str]:
    """The words by which a note is found."""
    return {_last(fold(stem_of(face.path))), fold(face.name), *map(fold, face.aliases)}


def words_of_file(path: str) -> set[str]:
    """The words by which an attachment is found."""
    return {_last(fold(path.rstrip("/")))}


@lru_cache(maxsize=4096)
def _words(target: str, folder: str, style: str) -> frozenset[str]:
    """The words that a question asks for: whatever answers to it is found by one of them."""
    wanted = _wanted(target)
    words = {wanted, _last(wanted)}
    return frozenset(words | {_last(_relative(target, folder))} if style == "markdown" else words)


def _wanted(target: str) -> str:
    return fold(stem_of(target.strip().removeprefix("./").strip("/")))


def _relative(target: str, folder: str) -> str:
    return fold(posixpath.normpath(posixpath.join(folder, stem_of(target))))


def _last(path: str) -> str:
    return path.rpartition("/")[2]
