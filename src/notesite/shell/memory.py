"""What the last build knew: notes by the digest of their bytes, pages by their fingerprint, and its report.

It lies beside the manifest. Whatever is wrong with it, or of another program or other settings, is forgotten:
then all is read and rendered anew.
"""

import os
import sqlite3
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any

import msgspec

from notesite.model.diagnostic import Diagnostic
from notesite.model.note import Note
from notesite.model.trace import Face, Trace
from notesite.shell.publish import Written
from notesite.shell.records import from_record

FILE = "memory.sqlite3"
_TABLES = """
CREATE TABLE IF NOT EXISTS said (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS notes
    (path TEXT PRIMARY KEY, size INT, mtime INT, ctime INT, inode INT, digest BLOB, told BLOB, record BLOB);
CREATE TABLE IF NOT EXISTS files (route TEXT PRIMARY KEY, digest TEXT, size INT, mtime INT) WITHOUT ROWID;
"""
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
    the fingerprint of each page, empty for other files, with size and time of the file. `rest` stands for all
    else that went in, `attachments` are the files beside the notes, and `report` is what came out.
    """

    file: Path
    key: str = ""
    began: int = 0
    notes: Mapping[str, Known] = field(default_factory=dict)
    files: Mapping[str, Written] = field(default_factory=dict)
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
        """What every note told the others. Raises ForgottenError where that cannot be read."""
        try:
            with closing(sqlite3.connect(self.file)) as store:
                return {
                    path: _TOLD.decode(told) for path, told in store.execute("SELECT path, told FROM notes")
                }
        except (sqlite3.Error, msgspec.MsgspecError, TypeError) as error:
            raise ForgottenError from error


class Records:
    """What was read from notes, each from the store when it is asked for, or from what is newer than that."""

    def __init__(self, file: Path, fresh: Mapping[str, bytes]) -> None:
        self._file, self._fresh = file, fresh
        self._store: tuple[int, sqlite3.Connection] | None = None

    def note(self, path: str) -> Note:
        """The note at a path. Raises ForgottenError where it cannot be had."""
        try:
            found = from_record(self._fresh.get(path) or self._stored(path))
        except (sqlite3.Error, ValueError) as error:
            raise ForgottenError from error
        if not isinstance(found, Note):
            raise ForgottenError
        return found

    def _stored(self, path: str) -> bytes:
        if self._store is None or self._store[0] != os.getpid():  # a forked process needs a door of its own
            self._store = (os.getpid(), sqlite3.connect(self._file))
        row = self._store[1].execute("SELECT record FROM notes WHERE path = ?", (path,)).fetchone()
        return row[0] if row else b""


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
            rows = store.execute("SELECT route, digest, size, mtime FROM files")
            files = {route: (digest, size, mtime) for route, digest, size, mtime in rows}
            attachments = _FILES.decode(said["attachments"])
            return Memory(
                file, key, int(said["began"]), notes, files, said["rest"], said["report"], attachments
            )
    except (sqlite3.Error, msgspec.MsgspecError, ValueError, TypeError, KeyError):
        return empty


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
        try:
            return tuple(
                each for record in (self.found, self.reports) if record for each in from_record(record)
            )
        except (ValueError, TypeError) as error:
            raise ForgottenError from error


@dataclass(frozen=True, slots=True)
class Row:
    """A note as it is to be remembered; None for what is remembered already."""

    stat: Stat
    digest: bytes
    told: Told | None = None
    record: bytes | None = None


_FILES = msgspec.msgpack.Decoder(frozenset[str])
_TOLD = msgspec.msgpack.Decoder(Told)
_encoder = msgspec.msgpack.Encoder()


@dataclass(frozen=True, slots=True)
class Learnt:
    """What a build knows at its end."""

    key: str
    began: int
    notes: Mapping[str, Row]
    files: Mapping[str, Written]
    rest: str
    report: bytes
    attachments: frozenset[str]


def keep(memory: Memory, learnt: Learnt) -> None:
    """Remember a build for the next one; where that fails, the next one starts from nothing."""
    fresh = memory.key != learnt.key
    try:
        if fresh:
            _forget(memory.file)
        with _written(memory.file) as store:
            _keep(store, memory, learnt)
    except (sqlite3.Error, OSError, UnicodeEncodeError):
        _forget(memory.file)


def _keep(store: sqlite3.Connection, memory: Memory, learnt: Learnt) -> None:
    gone = [(path,) for path in memory.notes if path not in learnt.notes]
    store.executemany("DELETE FROM notes WHERE path = ?", gone)
    for path, row in learnt.notes.items():
        told = None if row.told is None else _encoder.encode(row.told)
        if row.record is not None:
            values = (path, *row.stat, row.digest, told, row.record)
            store.execute("INSERT OR REPLACE INTO notes VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)
        elif told is not None:
            store.execute("UPDATE notes SET told = ? WHERE path = ?", (told, path))
        if row.record is None and memory.notes[path].stat != row.stat:
            change = "UPDATE notes SET size = ?, mtime = ?, ctime = ?, inode = ? WHERE path = ?"
            store.execute(change, (*row.stat, path))
    old = {(route, *row) for route, row in memory.files.items()}
    new = {(route, *row) for route, row in learnt.files.items()}
    store.executemany("DELETE FROM files WHERE route = ?", [(each[0],) for each in old - new])
    store.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", sorted(new - old))
    said = {"key": learnt.key, "began": learnt.began, "rest": learnt.rest, "report": learnt.report}
    said["attachments"] = _encoder.encode(sorted(learnt.attachments))
    store.executemany("INSERT OR REPLACE INTO said VALUES (?, ?)", said.items())


@contextmanager
def _written(file: Path) -> Iterator[sqlite3.Connection]:
    """The store, of which all changes are kept or none; readable by its owner only."""
    if file.is_symlink():
        file.unlink()
    os.close(os.open(file, os.O_CREAT | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0), 0o600))
    with closing(sqlite3.connect(file)) as store:
        store.executescript(_TABLES)
        with store:
            yield store


def _forget(file: Path) -> None:
    for each in (file, file.with_name(f"{file.name}-journal")):
        with suppress(OSError):
            each.unlink(missing_ok=True)


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
