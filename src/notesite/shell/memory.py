"""What the last build knew: what was read, what each note gave to the site, what each page asked for.

It lies beside the manifest. Whatever is wrong with it, or of another program or other settings, is forgotten:
then all is read and rendered anew.
"""

import json
import os
import sqlite3
import sys
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from notesite.shell.marks import Marks
from notesite.shell.publish import Written

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

    def pages(self) -> dict[str, tuple[str, Marks]]:
        """What each page was given and what it asked for."""
        return {route: (given, marks) for route, given, marks in self.rows("SELECT * FROM pages")}

    def said(self, key: str) -> bytes:
        """Something else that was remembered; empty where it was not."""
        found = self.rows("SELECT value FROM said WHERE key = ?", key)
        return next((value for (value,) in found if isinstance(value, bytes)), b"")

    def rows(self, query: str, *values: str) -> list[tuple[Any, ...]]:
        """What the store answers to a query. Raises ForgottenError where it cannot be read."""
        if not self.key:
            return []
        try:
            with closing(sqlite3.connect(self.file)) as store:
                return store.execute(query, values).fetchall()
        except sqlite3.Error as error:
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
            attachments = frozenset(json.loads(said["attachments"]))
            began, scene, day = int(said["began"]), said["scene"], said["day"]
            rest, report = said["rest"], said["report"]
            return Memory(file, key, began, notes, files, scene, day, rest, report, attachments)
    except (sqlite3.Error, ValueError, TypeError, KeyError):
        return empty


@cache
def program() -> str:
    """What the results depend on beside notes, theme and settings: the program as it runs, and its Python."""
    found = blake2b(digest_size=8)
    found.update(sys.version.encode())
    package = Path(__file__).parent.parent
    for path in sorted((*package.rglob("*.py"), *package.rglob("*.mo"))):
        stat = path.stat()
        found.update(f"{path.relative_to(package)} {stat.st_size} {stat.st_mtime_ns}".encode())
    return found.hexdigest()


def key_of(*parts: Any) -> str:
    """One key for everything that it is made of."""
    return blake2b("\0".join(map(repr, parts)).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
