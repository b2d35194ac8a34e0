"""Bytes that wait on the disk until a build ends, so that those of ten thousand notes need no memory."""

import os
import sys
from collections.abc import Iterator, MutableMapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO
from weakref import finalize


class Spool(MutableMapping[str, bytes]):
    """Bytes by key, in a file without a name that goes when nobody needs it any more.

    It lies in a folder where there is one, else where temporary files do. A process that was forked from
    this one reads what was there by then.
    """

    def __init__(self, folder: Path) -> None:
        opened = ExitStack()
        finalize(self, opened.close)
        self._file = opened.enter_context(_nameless(folder))
        self._places: dict[str, tuple[int, int]] = {}
        self._end = 0

    def __setitem__(self, key: str, value: bytes) -> None:
        self._file.seek(self._end)
        self._file.write(value)
        self._places[key] = (self._end, len(value))
        self._end += len(value)

    def __getitem__(self, key: str) -> bytes:
        start, length = self._places[key]
        if sys.platform == "win32":
            self._file.seek(start)
            return self._file.read(length)
        return os.pread(self._file.fileno(), length, start)  # forked processes share the place of a seek

    def __delitem__(self, key: str) -> None:
        del self._places[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


@contextmanager
def _nameless(folder: Path) -> Iterator[IO[bytes]]:
    with TemporaryFile(buffering=0, dir=folder if folder.is_dir() else None) as file:
        yield file
