"""Where a notebook lies: its notes, its settings, and the folder for its site."""

from dataclasses import dataclass
from pathlib import Path

from notesite.model.errors import NotesiteError
from notesite.model.message import say
from notesite.model.settings import Settings
from notesite.reading.config import read_settings
from notesite.shell.disk import reason
from notesite.shell.settings_file import NOTES, settings_file


@dataclass(frozen=True, slots=True)
class Places:
    """A notebook's folders and its settings."""

    notes: Path
    output: Path
    settings: Settings


def find_places(start: Path, notes: Path | None = None, output: Path | None = None) -> Places:
    """The notebook that `start` lies in, or the one whose notes folder is given.

    Settings lie inside the notes folder or beside it. Without a given folder, the nearest
    `notesite.toml` above decides; else `./notes`; else `start` where it is an Obsidian vault. Raises
    NotesiteError where there is no notebook.
    """
    file = settings_file(start, notes)
    settings = _read(file) if file else Settings()
    if notes is None:
        notes = _notes_of(file, settings) if file else _usual_notes(start)
    if not notes.is_dir():
        hint = say("give it with --notes DIR, or start a notebook with: notesite init DIR")
        raise NotesiteError(say("there is no notes folder %(folder)s", folder=notes), hint)
    if output is None:
        output = file.parent / settings.output if file and settings.output else _usual_output(notes)
    return Places(notes, output, settings)


def _read(file: Path) -> Settings:
    try:
        text = file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = reason(error) if isinstance(error, OSError) else say("it is not in UTF-8")
        raise NotesiteError(say("%(path)s cannot be read: %(reason)s", path=file, reason=why)) from error
    return read_settings(text, str(file))


def _notes_of(file: Path, settings: Settings) -> Path:
    if settings.notes:
        return file.parent / settings.notes
    beside = file.parent / NOTES
    return beside if beside.is_dir() else file.parent


def _usual_notes(start: Path) -> Path:
    if (start / NOTES).is_dir():
        return start / NOTES
    return start if (start / ".obsidian").is_dir() else start / NOTES


def _usual_output(notes: Path) -> Path:
    """`notes` → `site` beside it; a vault called Life → `Life-site` beside it."""
    folder = notes.absolute()
    return folder.parent / ("site" if folder.name == NOTES else f"{folder.name}-site")
