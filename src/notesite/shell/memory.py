"""What the last build knew: what was read, what each note gave to the site, what each page asked for.

It lies beside the manifest. Whatever is wrong with it, or of another program or other settings, is forgotten:
then all is read and rendered anew.
"""

import os
import sqlite3
import sys
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from notesite.model.diagnostic import Diagnostic
from notesite.model.note import Note
from notesite.model.trace import Face, Trace
from notesite.shell.marks import Marks
from notesite.shell.note_records import note_in_record
from notesite.shell.packing import unpacked
from notesite.shell.publish import Written
from notesite.shell.records import from_record

T = TypeVar("T")

FILE = "memory.sqlite3"
_CTIME_TELLS = os.name != "nt"

Stat = tuple[int, int, int, int]
"""Size, times of change of content and of the file's entry in nanoseconds, and inode."""


def stat_of(found: os.stat_result) -> Stat:
    """What tells whether a file has changed."""
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def digest_of(data: bytes) -> bytes:
    """The digest of a file's bytes."""
    return blake2b(data, digest_size=16).digest()


class ForgottenError(Exception):
    """Something that the last build knew cannot be read any more: all is to be read anew."""


@dataclass(frozen=True, slots=True)
class Known:
    """A note as the last build found it."""

    stat: Stat
    digest: bytes


@dataclass(frozen=True, slots=True)
class Memory:
    """What the last build knew; empty where there was none.

    `key` is that of the program and the settings; `began` when that build began, in nanoseconds. `files` give
    size and time of each file of the site. `scene` stands for what all pages share, `rest` for all else that
    went in, `attachments` are the files beside the notes, `day` is that of the site, `report` what came out.
    """

    file: Path
    key: str = ""
    began: int = 0
    notes: Mapping[str, Known] = field(default_factory=dict)
    files: Mapping[str, Written] = field(default_factory=dict)
    scene: str = ""
    day: str = ""
    rest: str = ""
    report: bytes = b""
    attachments: frozenset[str] = frozenset()

    def is_same(self, path: str, found: os.stat_result) -> bool:
        """Whether a note is what it was, so that it need not be read again.

        As git does, a file that changed in the very moment of the last build is not trusted, and
        neither is any where the system does not tell when a file's entry changed.
        """
        known, stat = self.notes.get(path), stat_of(found)
        return (
            _CTIME_TELLS and known is not None and known.stat == stat and max(stat[1], stat[2]) < self.began
        )

    def told(self) -> dict[str, "Told"]:
        """What every note told the others. Raises ForgottenError where it cannot be read, as all do."""
        return {path: decoded(_TOLD, told) for path, told in self._rows("SELECT path, told FROM told")}

    def units(self) -> dict[str, "Unit"]:
        """What each note gave to the pages of many."""
        found = self._rows("SELECT path, marks, summary, entries FROM units")
        return {path: Unit(marks, summary, entries) for path, marks, summary, entries in found}

    def pages(self) -> dict[str, tuple[str, Marks]]:
        """What each page was given and what it asked for."""
        return {route: (given, marks) for route, given, marks in self._rows("SELECT * FROM pages")}

    def said(self, key: str) -> bytes:
        """Something else that was remembered; empty where it was not."""
        found = self._rows("SELECT value FROM said WHERE key = ?", key)
        return next((value for (value,) in found if isinstance(value, bytes)), b"")

    def _rows(self, query: str, *values: str) -> list[tuple[Any, ...]]:
        if not self.key:
            return []
        try:
            with closing(sqlite3.connect(self.file)) as store:
                return store.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise ForgottenError from error


def decoded(decoder: msgspec.msgpack.Decoder[T], data: bytes) -> T:
    """The value of some bytes. Raises ForgottenError where they are broken."""
    try:
        return unpacked(decoder, data)
    except ValueError as error:
        raise ForgottenError from error


class Stored:
    """What is large of each note, from the store when it is asked for, or from what is newer than that."""

    def __init__(self, file: Path, table: str, fresh: Mapping[str, bytes]) -> None:
        self._file, self._fresh = file, fresh
        self._query = _LARGE[table]
        self._store: tuple[int, sqlite3.Connection] | None = None

    def __call__(self, path: str) -> bytes:
        """What is stored of a note. Raises ForgottenError where it cannot be had."""
        if (fresh := self._fresh.get(path)) is not None:
            return fresh
        try:
            if self._store is None or self._store[0] != os.getpid():  # a forked process needs its own door
                self._store = (os.getpid(), sqlite3.connect(self._file, check_same_thread=False))
            row = self._store[1].execute(self._query, (path,)).fetchone()
        except sqlite3.Error as error:
            raise ForgottenError from error
        if row is None:
            raise ForgottenError
        return bytes(row[0])


_LARGE = {
    "records": "SELECT record FROM records WHERE path = ?",
    "rows": "SELECT rows FROM rows WHERE path = ?",
}


def note_of(record: bytes) -> Note:
    """The note of a record. Raises ForgottenError where it is none."""
    try:
        return note_in_record(record)
    except ValueError as error:
        raise ForgottenError from error


def recall(folder: Path, key: str) -> Memory:
    """What the last build of the site with this marker folder knew; nothing under another key."""
    file = folder / FILE
    empty = Memory(file)
    if file.is_symlink() or not file.is_file():
        return empty
    try:
        with closing(sqlite3.connect(file)) as store:
            said = dict(store.execute("SELECT key, value FROM said"))
            if said.get("key") != key:
                return empty
            notes = {
                path: Known((size, mtime, ctime, inode), digest)
                for path, size, mtime, ctime, inode, digest in store.execute(
                    "SELECT path, size, mtime, ctime, inode, digest FROM notes"
                )
            }
            rows = store.execute("SELECT route, size, mtime FROM files")
            files = {route: (size, mtime) for route, size, mtime in rows}
            attachments = unpacked(_FILES, said["attachments"])
            began, scene, day = int(said["began"]), said["scene"], said["day"]
            rest, report = said["rest"], said["report"]
            return Memory(file, key, began, notes, files, scene, day, rest, report, attachments)
    except (sqlite3.Error, ValueError, TypeError, KeyError):
        return empty


def diagnostics_in(record: bytes) -> tuple[Diagnostic, ...]:
    """The diagnostics of a record. Raises ForgottenError where it is broken."""
    try:
        found = from_record(record) if record else ()
    except ValueError as error:
        raise ForgottenError from error
    if not isinstance(found, tuple):
        raise ForgottenError
    return found


@dataclass(frozen=True, slots=True)
class Unit:
    """What a note gives to the pages of many, encoded, and what it asked for in order to be what it is."""

    marks: Marks
    summary: bytes
    entries: bytes


@dataclass(frozen=True, slots=True)
class Told:
    """What a note told the others; without a face, it is none.

    `found` is what was wrong with it when it was read, `reports` when it was linked; both are records.
    """

    face: Face | None
    trace: Trace = field(default_factory=Trace)
    found: bytes = b""
    reports: bytes = b""

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong with it. Raises ForgottenError where that cannot be read."""
        return (*diagnostics_in(self.found), *diagnostics_in(self.reports))


_FILES = msgspec.msgpack.Decoder(frozenset[str])
_TOLD = msgspec.msgpack.Decoder(Told)


def program() -> str:
    """What the results depend on beside notes, theme and settings: the program itself and its Python."""
    found = blake2b(digest_size=8)
    found.update(f"{version('notesite')} {sys.version}".encode())
    package = Path(__file__).parent.parent
    for path in sorted((*package.rglob("*.py"), *package.rglob("*.mo"))):
        stat = path.stat()
        found.update(f"{path.relative_to(package)} {stat.st_size} {stat.st_mtime_ns}".encode())
    return found.hexdigest()


def key_of(*parts: Any) -> str:
    """One key for everything that it is made of."""
    return blake2b("\0".join(map(repr, parts)).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
