"""Writing a site: changed files only, each replaced whole, and nothing removed that is not ours.

The folder is marked as ours before anything is written into it, and `.notesite/manifest.json` in
it lists every file that we wrote: the only ones that are ever removed.
"""

import json
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from notesite.model.errors import NotesiteError
from notesite.model.message import say
from notesite.shell.disk import reason
from notesite.shell.staging import OURS, STAGED, Staged, bytes_of, clear, for_owner, stage, take

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

MANIFEST = f"{OURS}/manifest.json"
_PART = f"{OURS}/part"
_LOCK = f"{OURS}/lock"
MOST_BYTES = 255
_PLAIN = re.compile(r"(?:[a-z0-9][a-z0-9-]{0,199}/){0,3}[a-z0-9][a-z0-9-]{0,199}\.[a-z]{2,4}").fullmatch

Written = tuple[int, int]
"""Of a file that was written: its size, and its time in nanoseconds."""


@dataclass(frozen=True, slots=True)
class Published:
    """The routes that were new, changed, the same as before, and removed."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: int = 0
    removed: tuple[str, ...] = ()


def check_output(output: Path, notes: Path) -> None:
    """Raise NotesiteError where a site must not be built into a folder."""
    hint = say("choose another folder with --output DIR")
    if output.is_symlink():
        raise NotesiteError(say("the output folder %(folder)s is a symbolic link", folder=output), hint)
    real, real_notes = Path(os.path.realpath(output)), Path(os.path.realpath(notes))
    if real in (Path(real.anchor), Path(os.path.realpath(Path.home()))):
        message = say("the output folder %(folder)s is your home folder or the root of a disk", folder=output)
        raise NotesiteError(message, hint)
    if real_notes.is_relative_to(real):
        message = say("the output folder %(folder)s is the notes folder, or holds it", folder=output)
        raise NotesiteError(message, hint)
    if real.is_relative_to(real_notes):
        message = say("the output folder %(folder)s lies inside the notes folder", folder=output)
        raise NotesiteError(message, hint)
    if not output.exists():
        return
    if not output.is_dir():
        raise NotesiteError(say("%(path)s is a file", path=output), hint)
    if not _is_ours_or_empty(output):
        message = say("the output folder %(folder)s holds files that notesite did not write", folder=output)
        hint = say("choose an empty folder, or one that notesite built, with --output DIR")
        raise NotesiteError(message, hint)


def _is_ours_or_empty(output: Path) -> bool:
    """Whether a folder is marked as ours, or holds nothing but what a killed first build leaves."""
    names = {path.name for path in output.iterdir()}
    marker = output / OURS
    if marker.is_symlink():
        return False
    if (output / MANIFEST).is_file():
        return True
    begun = {path.name for path in marker.iterdir()} if marker.is_dir() else set()
    return names <= {OURS} and begun <= {"lock", "part", STAGED}


@contextmanager
def opened(output: Path) -> Iterator[int]:
    """Hold a folder for a build of ours, and tell when it began, in nanoseconds of the folder's own clock.

    Raises NotesiteError where another build holds it, or where the disk refuses now or while it is held.
    """
    try:
        output.mkdir(parents=True, exist_ok=True, mode=0o700)
        for folder in (OURS, f"{OURS}/{STAGED}"):
            if (output / folder).is_symlink():
                raise _is_link(folder)
            (output / folder).mkdir(exist_ok=True)
        with _locked(output) as began:
            clear(output)
            yield began
    except OSError as error:
        message = say("the site cannot be written: %(reason)s", reason=reason(error))
        if error.filename:
            message = say(
                "the site cannot be written: %(reason)s %(file)s",
                reason=reason(error),
                file=Path(error.filename).name,
            )
        raise NotesiteError(message, say("the pages that are there stay as they were; try again")) from error


def _is_link(name: str) -> NotesiteError:
    message = say("%(name)s in the output folder is a symbolic link", name=name)
    return NotesiteError(message, say("remove it, and build again"))


def publish(output: Path, files: Mapping[str, bytes]) -> Published:
    """Bring a folder to hold exactly these files beside whatever is not ours.

    Raises NotesiteError where the disk refuses; every file is then whole, old or new.
    """
    with opened(output):
        return settle(output, {route: stage(output, route, data) for route, data in files.items()})


def wipe(output: Path, notes: Path) -> None:
    """Remove from a folder every file that we wrote. Raises NotesiteError where it is not ours."""
    check_output(output, notes)
    publish(output, {})


def settle(output: Path, files: Mapping[str, Staged | None]) -> Published:
    """Bring an opened folder to hold exactly these files; those of which none waits stay as they are."""
    before = _manifest(output)
    _write_manifest(output, {*before, *files})
    new: list[str] = []
    changed: list[str] = []
    folders: set[PurePosixPath] = set()
    for route, staged in files.items():
        if staged is not None:
            _make_folders(output, PurePosixPath(route).parent, folders)
            take(output, staged, output / route)
            (new if staged.is_new else changed).append(route)
    removed = [route for route in sorted(before - set(files)) if _remove(output, route)]
    _write_manifest(output, files)
    unchanged = len(files) - len(new) - len(changed)
    return Published(tuple(new), tuple(changed), unchanged, tuple(removed))


def routes_in(output: Path) -> set[str]:
    """The routes that the last build wrote."""
    return _manifest(output)


def is_manifest_of(output: Path, routes: Iterable[str]) -> bool:
    """Whether the manifest is, byte for byte, the one that lists these."""
    return bytes_of(output / MANIFEST) == _manifest_text(routes)


def intact(output: Path, files: Mapping[str, Written]) -> set[str]:
    """Those files that still have the size and the time that they were written with."""
    return {route for route, written in files.items() if _stat(f"{output}/{route}") == written}


def written_as(
    output: Path, files: Mapping[str, Staged | None], before: Mapping[str, Written]
) -> dict[str, Written]:
    """What tells of each file whether it is still what was written: of one that stayed, what did `before`."""
    known = ((route, before.get(route) if staged is None else None) for route, staged in files.items())
    found = ((route, stat or _stat(f"{output}/{route}")) for route, stat in known)
    return {route: stat for route, stat in found if stat}


def _stat(path: str) -> Written | None:
    try:
        found = os.lstat(path)
    except (OSError, ValueError):  # a memory that was cut short may name a file with a NUL in it
        return None
    return (found.st_size, found.st_mtime_ns) if stat.S_ISREG(found.st_mode) else None


def _make_folders(output: Path, folder: PurePosixPath, made: set[PurePosixPath]) -> None:
    """The folders of a route; a link in the place of one could lead out of the site."""
    if folder in made or not folder.parts:
        return
    _make_folders(output, folder.parent, made)
    path = output / folder
    if path.is_symlink():
        raise _is_link(str(folder))
    path.mkdir(exist_ok=True)
    made.add(folder)


def _replace(output: Path, path: Path, data: bytes) -> None:
    part = output / _PART
    part.unlink(missing_ok=True)
    with open(part, "xb", opener=for_owner) as file:
        file.write(data)
    part.replace(path)


def _remove(output: Path, route: str) -> bool:
    """Remove a file of ours, and the folders that it leaves empty."""
    path = output / route
    try:
        if any(parent.is_symlink() for parent in [path, *path.parents][: len(PurePosixPath(route).parts)]):
            return False
        path.unlink()
    except OSError:
        return False
    for parent in list(path.parents)[: len(PurePosixPath(route).parts) - 1]:
        try:
            parent.rmdir()
        except OSError:
            break
    return True


def _manifest(output: Path) -> set[str]:
    """The routes that the last build wrote; a broken manifest lists none, so nothing is removed."""
    try:
        listed = json.loads((output / MANIFEST).read_text("utf-8"))["files"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return set()
    return (
        {route for route in listed if isinstance(route, str) and _is_ours(route)}
        if isinstance(listed, list)
        else set()
    )


def _is_ours(route: str) -> bool:
    if _PLAIN(route):
        return True
    parts = PurePosixPath(route).parts
    if not route.isprintable() or any(len(part.encode()) > MOST_BYTES for part in parts):
        return False
    return bool(parts) and not PurePosixPath(route).is_absolute() and ".." not in parts and parts[0] != OURS


def _manifest_text(routes: Iterable[str]) -> bytes:
    text = json.dumps({"version": 1, "files": sorted(routes)}, ensure_ascii=False, indent=0)
    return f"{text}\n".encode()


def _write_manifest(output: Path, routes: Iterable[str]) -> None:
    data = _manifest_text(routes)
    if bytes_of(output / MANIFEST) != data:
        _replace(output, output / MANIFEST, data)


@contextmanager
def _locked(output: Path) -> Iterator[int]:
    """Hold the folder, so that two builds never write into it at once; a killed one leaves no lock."""
    with open(output / _LOCK, "wb", opener=for_owner) as file:
        try:
            _lock(file.fileno())
        except OSError as error:
            message = say("another build is writing this site")
            raise NotesiteError(message, say("wait for it to end, then build again")) from error
        os.utime(output / _LOCK)
        yield os.fstat(file.fileno()).st_mtime_ns


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
