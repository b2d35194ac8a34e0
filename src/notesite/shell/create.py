"""New notes and new notebooks; a file that exists is never written over."""

import json
import os
import re
from datetime import date
from pathlib import Path

from notesite.model.errors import NotesiteError
from notesite.model.message import say
from notesite.model.text import fold, marked_controls
from notesite.model.values import Kind
from notesite.reading.kinds import FOLDERS
from notesite.shell.disk import folders, reason
from notesite.shell.places import Places
from notesite.shell.settings_file import NOTES
from notesite.shell.themes import OVERRIDES, shipped

MOST_BYTES = 120
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f#^\[\]]+')
_NOT_TEXT = ("null", "true", "false", "yes", "no", "on", "off", "y", "n")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


def create_note(places: Places, kind: str, name: str, today: date) -> Path:
    """Write a note for a new contact or event and return its path.

    It goes to the folder that the notebook has for its kind, after a template that the notebook may
    override. Raises NotesiteError where a note of that name exists or the disk refuses.
    """
    name = " ".join(marked_controls(name).replace("\ufffd", " ").split())
    stem = file_stem(name)
    if kind == "event":
        stem = f"{today.isoformat()} {stem}"
    path = places.notes / _folder_for(Kind(kind), places) / f"{stem}.md"
    template = next(
        each
        for each in (
            places.notes / OVERRIDES / "new" / f"{kind}.md",
            shipped("templates", "templates") / f"new/{kind}.md",
        )
        if each.is_file()
    )
    words = {"{name}": _yaml(name), "{today}": today.isoformat()}
    text = re.sub(r"\{name\}|\{today\}", lambda found: words[found[0]], template.read_text("utf-8"))
    _write_new(path, text.encode())
    return path


def create_notebook(folder: Path, *, with_sample: bool) -> int:
    """Start a notebook in a new or empty folder; returns how many files were written."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        message = say("%(folder)s exists and is not empty", folder=folder)
        raise NotesiteError(message, say("choose a new folder"))
    source = shipped("sample", NOTES) if with_sample else shipped("templates", "templates") / "new/notebook"
    count = 0
    for path in sorted(source.rglob("*")):
        if path.is_file():
            _write_new(folder / NOTES / path.relative_to(source), path.read_bytes())
            count += 1
    return count


def file_stem(name: str) -> str:
    """A file name for a note's name that every system takes. Raises NotesiteError where none is left."""
    stem = _UNSAFE.sub(" ", name)
    stem = " ".join(stem.split()).strip(". ").encode()[:MOST_BYTES].decode(errors="ignore").strip(". ")
    if not stem:
        message = say("%(name)r cannot be a file name", name=name)
        raise NotesiteError(message, say("use letters or digits in the name"))
    return f"{stem} note" if _RESERVED.fullmatch(stem) else stem


def _folder_for(kind: Kind, places: Places) -> str:
    """The folder that the notebook has for a kind, else the usual one."""
    own = places.settings.kinds[kind].folders if kind in places.settings.kinds else ()
    known = {fold(word) for word in (*own, *FOLDERS[kind])}
    return next((name for name in folders(places.notes) if fold(name) in known), FOLDERS[kind][0])


def _yaml(text: str) -> str:
    """A text as a YAML value, in quotes only where it needs them."""
    if re.fullmatch(r"[^\W\d_][\w .'’-]*", text) and fold(text) not in _NOT_TEXT:
        return text
    return json.dumps(text, ensure_ascii=False)


def _write_new(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o644)
    except FileExistsError as error:
        message = say("%(path)s exists already", path=path)
        raise NotesiteError(message, say("open it, or choose another name")) from error
    except OSError as error:
        message = say("%(path)s cannot be written: %(reason)s", path=path, reason=reason(error))
        raise NotesiteError(message) from error
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
