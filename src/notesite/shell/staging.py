"""Files of a site on their way: they wait beside it, so that a build that fails has changed none of it.

Whichever process makes a file puts it there, and nobody holds the bytes of a whole site.
"""

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

OURS = ".notesite"
"""The folder in a site that marks it as ours."""
STAGED = "staged"
_IS_PART = re.compile(r"[0-9a-f]{32}").fullmatch


@dataclass(frozen=True, slots=True)
class Staged:
    """A file that waits under the name `part`, because the site has another or, where it `is_new`, none."""

    part: str
    is_new: bool


def stage(output: Path, route: str, data: bytes) -> Staged | None:
    """Put the bytes of a route where they wait; None where the site has these very bytes already."""
    old = bytes_of(output / route)
    if old == data:
        return None
    part = blake2b(route.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    path = output / OURS / STAGED / part
    path.unlink(missing_ok=True)
    with open(path, "xb", opener=for_owner) as file:
        file.write(data)
    return Staged(part, old is None)


def clear(output: Path) -> None:
    """Remove what a build that was killed left waiting."""
    for path in (output / OURS / STAGED).iterdir():
        if _IS_PART(path.name):
            with suppress(OSError):
                path.unlink()


def take(output: Path, staged: Staged, path: Path) -> None:
    """Put a file that waits in its place, where another is replaced whole."""
    (output / OURS / STAGED / staged.part).replace(path)


def bytes_of(path: Path) -> bytes | None:
    """The bytes of a regular file; None where there is none."""
    try:
        return path.read_bytes() if path.is_file() and not path.is_symlink() else None
    except OSError:
        return None


def for_owner(path: str, flags: int) -> int:
    """Open a file of ours for its owner only, never through a link that somebody put in its place."""
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0), 0o600)
