"""Where the settings of a notebook lie; a module that loads at once, for who must know first."""

from pathlib import Path

SETTINGS = "notesite.toml"
NOTES = "notes"


def settings_file(start: Path, notes: Path | None = None) -> Path | None:
    """The settings of the notes folder given, else the nearest above `start`; None where there are none."""
    return _settings_of(notes) if notes else _nearest_settings(start)


def _settings_of(notes: Path) -> Path | None:
    """The settings that belong to a notes folder: inside it, else beside it."""
    for folder in (notes, Path(notes).absolute().parent):
        if (folder / SETTINGS).is_file():
            return folder / SETTINGS
    return None


def _nearest_settings(start: Path) -> Path | None:
    for folder in (start, *start.absolute().parents):
        for file in (folder / SETTINGS, folder / NOTES / SETTINGS):
            if file.is_file():
                return file
    return None
