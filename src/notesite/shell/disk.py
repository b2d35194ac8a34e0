"""Gathering a notes folder: its notes, its attachments, and what had to be left out."""

import errno
import os
import re
import stat
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch, translate
from pathlib import Path

from notesite.model.diagnostic import Diagnostic
from notesite.model.errors import NotesiteError
from notesite.model.message import Message, say
from notesite.model.origin import Origin
from notesite.reading.sources import MOST_BYTES, Source

NOTE_ENDINGS = (".md", ".markdown")
ATTACHMENT_ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".bmp", ".pdf")
MOST_ATTACHMENT_BYTES = 20_000_000
BEGINNING_BYTES = 256 * 1024

_LEFT_BEHIND = ("*~", ".#*", "#*#", "*.swp", "*.tmp", ".*", "*.sync-conflict-*")
_IS_LEFT_BEHIND = re.compile("|".join(map(translate, _LEFT_BEHIND))).match
_TEMPLATE_FOLDERS = ("templates", "_templates")
_REFUSALS = {
    errno.EACCES: say("Permission denied"),
    errno.EPERM: say("Operation not permitted"),
    errno.ENOENT: say("No such file or directory"),
    errno.ENOTDIR: say("Not a directory"),
    errno.EISDIR: say("Is a directory"),
    errno.ENAMETOOLONG: say("File name too long"),
    errno.ENOSPC: say("No space left on device"),
    errno.EROFS: say("Read-only file system"),
    errno.EIO: say("Input/output error"),
}
"""What a system refuses with most often, in the words of Linux."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a notes folder holds; attachments as paths relative to it, those too large apart.

    `same` are the notes that need not be read, `stats` what the system says of notes and attachments.
    """

    sources: tuple[Source, ...]
    same: tuple[str, ...]
    stats: Mapping[str, os.stat_result]
    attachments: tuple[str, ...]
    large: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def files(self) -> frozenset[str]:
        """The attachments, those that are too large under another name."""
        return frozenset((*self.attachments, *(f"{path}/" for path in self.large)))


def never(_path: str, _found: os.stat_result) -> bool:
    """No note is known to be what it was."""
    return False


def gather(
    root: Path, ignore: tuple[str, ...] = (), is_same: Callable[[str, os.stat_result], bool] = never
) -> Gathered:
    """Every note and attachment below a folder, in the order of their paths; what is the same is not read.

    Reports `skipped-unreadable`, `skipped-symlink` and `skipped-special`. Raises NotesiteError where
    the folder itself cannot be read.
    """
    check_notes(root)
    walk = _Walk(root, Path(os.path.realpath(root)), ignore, is_same)
    while walk.folders:
        walk.folder(walk.folders.pop())
    return Gathered(
        tuple(sorted(walk.sources, key=lambda source: source.path)),
        tuple(sorted(walk.same)),
        walk.stats,
        tuple(sorted(walk.attachments)),
        tuple(sorted(walk.large)),
        tuple(walk.diagnostics),
    )


def check_notes(root: Path) -> None:
    """Raise NotesiteError where a notes folder cannot be read."""
    try:
        next(root.iterdir(), None)
    except OSError as error:
        raise _unreadable(root, error) from error


def _unreadable(root: Path, error: OSError) -> NotesiteError:
    message = say("the notes folder %(folder)s cannot be read: %(reason)s", folder=root, reason=reason(error))
    hint = say("give the notes folder with --notes DIR, or start one with: notesite init DIR")
    return NotesiteError(message, hint)


def read_source(root: Path, path: str) -> Source:
    """One note of a folder. Raises NotesiteError where it vanished meanwhile."""
    try:
        size = (root / path).stat().st_size
        return Source(path, _read(root / path, MOST_BYTES if size <= MOST_BYTES else BEGINNING_BYTES), size)
    except OSError as error:
        message = say("the file cannot be read: %(reason)s", reason=reason(error))
        raise NotesiteError(message, say("build again")) from error


def reason(error: OSError) -> Message:
    """Why the system refused, in words and without a path; what is rare is told as the system says it."""
    if error.errno in _REFUSALS:
        return _REFUSALS[error.errno]
    return Message("%(text)s", (("text", os.strerror(error.errno) if error.errno else str(error)),))


class _Walk:
    def __init__(
        self,
        root: Path,
        real_root: Path,
        ignore: tuple[str, ...],
        is_same: Callable[[str, os.stat_result], bool],
    ) -> None:
        self._root, self._real_root, self._ignore, self._is_same = root, real_root, ignore, is_same
        self.same: list[str] = []
        self.stats: dict[str, os.stat_result] = {}
        self.sources: list[Source] = []
        self.attachments: list[str] = []
        self.large: list[str] = []
        self.diagnostics: list[Diagnostic] = []
        self.folders = [""]

    def folder(self, folder: str) -> None:
        try:
            with os.scandir(self._root / folder) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            if not folder:  # it vanished a moment ago: an empty notebook would empty the site
                raise _unreadable(self._root, error) from error
            message = say("the folder cannot be read: %(reason)s", reason=reason(error))
            self._skip("skipped-unreadable", folder, message)
            return
        for entry in entries:
            path = f"{folder}/{entry.name}" if folder else entry.name
            if not self._is_ignored(entry.name, path):
                self._entry(entry, path)

    def _is_ignored(self, name: str, path: str) -> bool:
        if _IS_LEFT_BEHIND(os.path.normcase(name)):
            return True
        return any(
            fnmatch(path, each.rstrip("/")) or fnmatch(name, each.rstrip("/")) for each in self._ignore
        )

    def _entry(self, entry: os.DirEntry[str], path: str) -> None:
        try:
            if entry.is_symlink() and not self._may_follow(entry, path):
                return
            if entry.is_dir(follow_symlinks=False):
                if entry.name.casefold() not in _TEMPLATE_FOLDERS:
                    self.folders.append(path)
                return
            self._file(path, entry.stat())
        except OSError as error:
            message = say("the file cannot be read: %(reason)s", reason=reason(error))
            self._skip("skipped-unreadable", path, message)

    def _may_follow(self, entry: os.DirEntry[str], path: str) -> bool:
        """A link to a file inside the folder may be read; one out of it, or to a folder, may not."""
        is_note = path.lower().endswith(NOTE_ENDINGS) or entry.is_dir()
        target = Path(os.path.realpath(self._root / path))
        if not target.exists() or target.is_symlink():
            message = say("this link leads nowhere, or in a circle")
        elif not target.is_relative_to(self._real_root):
            message = say("this link leads out of the notes folder")
        elif target.is_dir():
            message = say("this link leads to a folder that is read anyway")
        else:
            return True
        if is_note:
            self._skip("skipped-symlink", path, message)
        return False

    def _file(self, path: str, found: os.stat_result) -> None:
        lowered = path.lower()
        if lowered.endswith(NOTE_ENDINGS):
            if stat.S_ISREG(found.st_mode):
                self._note(path, found)
            else:
                self._skip("skipped-special", path, say("this is no regular file"))
        elif lowered.endswith(ATTACHMENT_ENDINGS) and stat.S_ISREG(found.st_mode):
            self.stats[path] = found
            (self.attachments if found.st_size <= MOST_ATTACHMENT_BYTES else self.large).append(path)

    def _note(self, path: str, found: os.stat_result) -> None:
        name, size = _printable(path), found.st_size
        if name == path and self._is_same(name, found):
            self.same.append(name)
        else:
            most = MOST_BYTES if size <= MOST_BYTES else BEGINNING_BYTES
            self.sources.append(Source(name, _read(self._root / path, most), size))
        self.stats[name] = found

    def _skip(self, code: str, path: str, message: Message) -> None:
        self.diagnostics.append(Diagnostic(code, message, Origin(_printable(path))))


def _read(path: Path, most: int) -> bytes:
    """The beginning of a regular file; opened so that a pipe put in its place cannot block."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        return file.read(most)


def read_attachment(root: Path, path: str) -> bytes:
    """The bytes of an attachment."""
    return _read(root / path, MOST_ATTACHMENT_BYTES)


def _printable(path: str) -> str:
    """A path as text, also where its bytes are not UTF-8."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def folders(root: Path) -> Iterator[str]:
    """The names of the folders directly below a folder, in order."""
    with os.scandir(root) as found:
        yield from sorted(entry.name for entry in found if entry.is_dir(follow_symlinks=False))
