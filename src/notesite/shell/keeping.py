"""Remembering a build for the next one."""

import json
import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from notesite.shell.marks import Marks
from notesite.shell.memory import Memory, Stat
from notesite.shell.packing import packed
from notesite.shell.publish import Written
from notesite.shell.remembered import Told, Unit

_TABLES = """
CREATE TABLE IF NOT EXISTS said (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS notes
    (path TEXT PRIMARY KEY, size INT, mtime INT, ctime INT, inode INT, digest BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS told (path TEXT PRIMARY KEY, told BLOB);
CREATE TABLE IF NOT EXISTS records (path TEXT PRIMARY KEY, record BLOB);
CREATE TABLE IF NOT EXISTS units (path TEXT PRIMARY KEY, marks BLOB, summary BLOB);
CREATE TABLE IF NOT EXISTS given (name TEXT, path TEXT, data BLOB, PRIMARY KEY (name, path));
CREATE TABLE IF NOT EXISTS pages (route TEXT PRIMARY KEY, given TEXT, marks BLOB);
CREATE TABLE IF NOT EXISTS files (route TEXT PRIMARY KEY, size INT, mtime INT) WITHOUT ROWID;
"""
_FORGET_NOTE = (
    "DELETE FROM notes WHERE path = ?",
    "DELETE FROM told WHERE path = ?",
    "DELETE FROM records WHERE path = ?",
    "DELETE FROM units WHERE path = ?",
)
_FORGET_GIVEN = "DELETE FROM given WHERE name = ? AND path = ?"
_FORGET_FILE = ("DELETE FROM files WHERE route = ?", "DELETE FROM pages WHERE route = ?")
_SAID = "INSERT OR REPLACE INTO said VALUES (?, ?)"
_NOTE = "INSERT OR REPLACE INTO notes VALUES (?, ?, ?, ?, ?, ?)"
_TOLD = "INSERT OR REPLACE INTO told VALUES (?, ?)"
_RECORD = "INSERT OR REPLACE INTO records VALUES (?, ?)"
_UNIT = "INSERT OR REPLACE INTO units VALUES (?, ?, ?)"
_GIVEN = "INSERT OR REPLACE INTO given VALUES (?, ?, ?)"
_FILE = "INSERT OR REPLACE INTO files VALUES (?, ?, ?)"
_PAGE = "INSERT OR REPLACE INTO pages VALUES (?, ?, ?)"


@dataclass(frozen=True, slots=True)
class Row:
    """A note as it is to be remembered; None for what is remembered already."""

    stat: Stat
    digest: bytes
    told: Told | None = None


@dataclass(frozen=True, slots=True)
class Learnt:
    """What a build knows at its end: of each note and page only what was made anew."""

    key: str
    began: int
    notes: Mapping[str, Row]
    records: Mapping[str, bytes]
    files: Mapping[str, Written]
    rest: str
    report: bytes
    attachments: frozenset[str]
    scene: str = ""
    day: str = ""
    units: Mapping[str, Unit] = field(default_factory=dict)
    given: Mapping[str, Mapping[str, bytes]] = field(default_factory=dict)
    pages: Mapping[str, tuple[str, Marks]] = field(default_factory=dict)
    said: dict[str, bytes] = field(default_factory=dict)


def keep(memory: Memory, learnt: Learnt) -> None:
    """Remember a build for the next one; where that fails, the next one starts from nothing."""
    try:
        if memory.key != learnt.key:
            _forget(memory.file)
        with _written(memory.file) as store:
            _keep_notes(store, memory, learnt)
            _keep_files(store, memory, learnt)
            said = {"key": learnt.key, "began": learnt.began, "rest": learnt.rest, "report": learnt.report}
            said |= {
                "scene": learnt.scene,
                "day": learnt.day,
                "attachments": json.dumps(sorted(learnt.attachments)),
            }
            store.executemany(_SAID, ({**said, **learnt.said}).items())
    except (sqlite3.Error, OSError, UnicodeEncodeError):
        _forget(memory.file)


def _keep_notes(store: sqlite3.Connection, memory: Memory, learnt: Learnt) -> None:
    gone = [(path,) for path in memory.notes if path not in learnt.notes]
    for statement in _FORGET_NOTE:
        store.executemany(statement, gone)
    store.executemany(_FORGET_GIVEN, ((name, path) for name in learnt.given for (path,) in gone))
    rows = learnt.notes.items()
    known = {path: (each.stat, each.digest) for path, each in memory.notes.items()}
    changed = ((path, row) for path, row in rows if known.get(path) != (row.stat, row.digest))
    store.executemany(_NOTE, ((path, *row.stat, row.digest) for path, row in changed))
    store.executemany(_TOLD, ((path, packed(row.told)) for path, row in rows if row.told is not None))
    store.executemany(_RECORD, learnt.records.items())
    units = learnt.units.items()
    store.executemany(_UNIT, ((path, each.marks, each.summary) for path, each in units))
    for name, given in learnt.given.items():
        store.executemany(_GIVEN, ((name, path, data) for path, data in given.items()))


def _keep_files(store: sqlite3.Connection, memory: Memory, learnt: Learnt) -> None:
    gone = [(route,) for route in memory.files if route not in learnt.files]
    for statement in _FORGET_FILE:
        store.executemany(statement, gone)
    changed = ((route, each) for route, each in learnt.files.items() if memory.files.get(route) != each)
    store.executemany(_FILE, ((route, *each) for route, each in changed))
    store.executemany(_PAGE, ((route, *each) for route, each in learnt.pages.items()))


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
