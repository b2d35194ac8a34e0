"""What the last build knew: notes by the digest of their bytes, pages by their fingerprint, and its report.

It lies beside the manifest. Whatever is wrong with it, or of another program or other settings, is forgotten:
then all is read and rendered anew.
"""

import os
import sqlite3
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any

from notesite.model.diagnostic import Outcome
from notesite.model.note import Note
from notesite.shell.publish import Written
from notesite.shell.records import as_record, from_record

FILE = "memory.sqlite3"
_TABLES = """
CREATE TABLE IF NOT EXISTS said (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS notes
    (path TEXT PRIMARY KEY, size INT, mtime INT, ctime INT, inode INT, digest BLOB, record BLOB);
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
    else that went in, and `report` is what came out.
    """

    file: Path
    key: str = ""
    began: int = 0
    notes: Mapping[str, Known] = field(default_factory=dict)
    files: Mapping[str, Written] = field(default_factory=dict)
    rest: str = ""
    report: bytes = b""

    def is_same(self, path: str, found: os.stat_result) -> bool:
        """Whether a note is what it was, so that it need not be read again.

        As git does, a file that changed in the very moment of the last build is not trusted, and
        neither is any where the system does not tell when a file's entry changed.
        """
        known, stat = self.notes.get(path), stat_of(found)
        return (
            _CTIME_TELLS and known is not None and known.stat == stat and max(stat[1], stat[2]) < self.began
        )

    def outcomes(self, paths: Iterable[str]) -> dict[str, Outcome[Note | None]]:
        """What was read from some notes; a record that is broken is left out."""
        wanted = set(paths)
        found: dict[str, Outcome[Note | None]] = {}
        if not wanted:
            return found
        with suppress(sqlite3.Error, ValueError), closing(sqlite3.connect(self.file)) as store:
            for path, record in store.execute("SELECT path, record FROM notes"):
                if path in wanted:
                    with suppress(ValueError):
                        found[path] = from_record(record)
        return {path: each for path, each in found.items() if isinstance(each, Outcome)}


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
            return Memory(file, key, int(said["began"]), notes, files, said["rest"], said["report"])
    except (sqlite3.Error, ValueError, TypeError, KeyError):
        return empty


@dataclass(frozen=True, slots=True)
class Learnt:
    """What a build knows at its end: of each note stat, digest and, where it was read anew, the outcome."""

    key: str
    began: int
    notes: Mapping[str, tuple[Stat, bytes, Outcome[Note | None] | None]]
    files: Mapping[str, Written]
    rest: str
    report: bytes


def keep(memory: Memory, learnt: Learnt) -> None:
    """Remember a build for the next one; where that fails, the next one starts from nothing."""
    fresh = memory.key != learnt.key
    try:
        if fresh:
            _forget(memory.file)
        with _written(memory.file) as store:
            _keep(store, memory, learnt)
    except (sqlite3.Error, OSError):
        _forget(memory.file)


def _keep(store: sqlite3.Connection, memory: Memory, learnt: Learnt) -> None:
    gone = [(path,) for path in memory.notes if path not in learnt.notes]
    store.executemany("DELETE FROM notes WHERE path = ?", gone)
    store.executemany(
        "INSERT OR REPLACE INTO notes VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (path, *stat, digest, as_record(outcome))
            for path, (stat, digest, outcome) in learnt.notes.items()
            if outcome is not None
        ),
    )
    store.executemany(
        "UPDATE notes SET size = ?, mtime = ?, ctime = ?, inode = ? WHERE path = ?",
        (
            (*stat, path)
            for path, (stat, _, outcome) in learnt.notes.items()
            if outcome is None and memory.notes[path].stat != stat
        ),
    )
    old = {(route, *row) for route, row in memory.files.items()}
    new = {(route, *row) for route, row in learnt.files.items()}
    store.executemany("DELETE FROM files WHERE route = ?", [(each[0],) for each in old - new])
    store.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", sorted(new - old))
    said = {"key": learnt.key, "began": learnt.began, "rest": learnt.rest, "report": learnt.report}
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
