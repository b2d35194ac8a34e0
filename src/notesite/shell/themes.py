"""Where a theme's files lie: the notebook's own first, then those that come with notesite."""

import os
from collections.abc import Iterator
from pathlib import Path

from notesite.model.errors import NotesiteError
from notesite.model.message import say
from notesite.shell.disk import reason

OVERRIDES = ".notesite/templates"
CUSTOM_CSS = ".notesite/custom.css"
ASSETS = "assets"
STATIC = "static"


def shipped(name: str, in_checkout: str) -> Path:
    """A folder that comes with notesite: inside the installed package, or in the checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / name
    return installed if installed.is_dir() else package.parent.parent / in_checkout


def theme_folders(notes: Path) -> list[Path]:
    """The folders to look for templates in, the notebook's first.

    Raises NotesiteError where a file of the notebook's theme is a link that leads out of the notes: it would
    bring a stranger's choice of your files into the site.
    """
    own = notes / OVERRIDES
    root = Path(os.path.realpath(notes))
    for path in (own, *own.rglob("*"), notes / CUSTOM_CSS):
        if not Path(os.path.realpath(path)).is_relative_to(root):
            name = path.relative_to(notes).as_posix()
            message = say("%(file)s is a link that leads out of the notes folder", file=name)
            raise NotesiteError(message, say("put the file itself there"))
    return [*([own] if own.is_dir() else []), shipped("templates", "templates")]


def theme_files(notes: Path) -> Iterator[Path]:
    """Every file of the theme, and the notebook's style sheet where it has one."""
    for folder in theme_folders(notes):
        yield from (path for path in sorted(folder.rglob("*")) if path.is_file())
    if (notes / CUSTOM_CSS).is_file():
        yield notes / CUSTOM_CSS


def assets(notes: Path) -> dict[str, bytes]:
    """The theme's static files under their routes, and the notebook's style sheet where it has one."""
    found: dict[str, bytes] = {}
    for folder in reversed(theme_folders(notes)):
        found |= {f"{ASSETS}/{name}": data for name, data in _files(folder / STATIC)}
    custom = notes / CUSTOM_CSS
    if custom.is_file():
        found[f"{ASSETS}/custom.css"] = _read(custom)
    return found


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    if folder.is_dir():
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                yield path.relative_to(folder).as_posix(), _read(path)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        message = say(
            "%(file)s of the theme cannot be read: %(reason)s", file=path.name, reason=reason(error)
        )
        raise NotesiteError(message) from error
