"""What is remembered of notes, out of the bytes in which it is remembered."""

import os
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from notesite.model.diagnostic import Diagnostic
from notesite.model.note import Note
from notesite.model.summary import Summary
from notesite.model.trace import Face, Trace
from notesite.shell.marks import Marks
from notesite.shell.memory import ForgottenError, Memory
from notesite.shell.note_records import note_in_record
from notesite.shell.packing import unpacked
from notesite.shell.records import from_record

T = TypeVar("T")


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
    """What a note is to the pages of many, encoded, and what it asked for in order to be that."""

    marks: Marks
    summary: bytes


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


def told_in(memory: Memory, recalled: "Recalled") -> dict[str, Told]:
    """What every note told the others. Raises ForgottenError where it cannot be read, as all do."""
    return recalled.told.all(memory.rows("SELECT path, told FROM told"))


def units_in(memory: Memory) -> dict[str, Unit]:
    """What each note gave to the pages of many."""
    found = memory.rows("SELECT path, marks, summary FROM units")
    return {path: Unit(marks, summary) for path, marks, summary in found}


def given_in(memory: Memory, name: str) -> dict[str, bytes]:
    """What each note gave under a name."""
    return dict(memory.rows("SELECT path, data FROM given WHERE name = ?", name))


class Again(Generic[T]):
    """Values of one type by path: where the bytes of one are those of before, it is not decoded again."""

    def __init__(self, kind: type[T]) -> None:
        self._decoder, self._found = msgspec.msgpack.Decoder(kind), dict[str, tuple[bytes, T]]()

    def all(self, records: Iterable[tuple[str, bytes]]) -> dict[str, T]:
        """The values of these bytes, and no others. Raises ForgottenError where they are broken."""
        before, self._found = self._found, {}
        for path, data in records:
            found = before.get(path)
            is_same = found is not None and found[0] == data
            self._found[path] = found if found and is_same else (data, decoded(self._decoder, data))
        return {path: value for path, (_, value) in self._found.items()}


@dataclass(frozen=True, slots=True)
class Recalled:
    """What was decoded already, for the next build in the same process."""

    told: Again[Told] = field(default_factory=lambda: Again(Told))
    summaries: Again[Summary] = field(default_factory=lambda: Again(Summary))


def decoded(decoder: msgspec.msgpack.Decoder[T], data: bytes) -> T:
    """The value of some bytes. Raises ForgottenError where they are broken."""
    try:
        return unpacked(decoder, data)
    except ValueError as error:
        raise ForgottenError from error


class Stored:
    """What is large of each note, from the store when it is asked for, or from what is newer than that.

    `name` is that of what notes gave, or none for their records.
    """

    def __init__(self, file: Path, name: str, fresh: Mapping[str, bytes]) -> None:
        self._file, self._name, self._fresh = file, name, fresh
        self._store: tuple[int, sqlite3.Connection] | None = None

    def __call__(self, path: str) -> bytes:
        """What is stored of a note. Raises ForgottenError where it cannot be had."""
        if (fresh := self._fresh.get(path)) is not None:
            return fresh
        try:
            if self._store is None or self._store[0] != os.getpid():  # a forked process needs its own door
                self._store = (os.getpid(), sqlite3.connect(self._file, check_same_thread=False))
            row = self._asked(self._store[1], path)
        except sqlite3.Error as error:
            raise ForgottenError from error
        if row is None:
            raise ForgottenError
        return bytes(row[0])

    def _asked(self, store: sqlite3.Connection, path: str) -> Any:
        if not self._name:
            return store.execute("SELECT record FROM records WHERE path = ?", (path,)).fetchone()
        query = "SELECT data FROM given WHERE name = ? AND path = ?"
        return store.execute(query, (self._name, path)).fetchone()


def note_of(record: bytes) -> Note:
    """The note of a record. Raises ForgottenError where it is none."""
    try:
        return note_in_record(record)
    except ValueError as error:
        raise ForgottenError from error
