"""What the last build knew of a notebook, and whether anything has changed since."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from notesite.model.settings import Settings
from notesite.shell.disk import Gathered
from notesite.shell.memory import Memory, Stat, key_of, program, recall, stat_of
from notesite.shell.places import Places
from notesite.shell.publish import Published, is_manifest_of
from notesite.shell.report import Report, told_again
from notesite.shell.staging import OURS
from notesite.shell.themes import theme_files


def key_for(settings: Settings) -> str:
    """What a memory must have been made with to be of use."""
    return key_of(program(), settings)


def memory_of(places: Places, key: str) -> Memory:
    """What the last build of a notebook knew, if it was made under this key."""
    return recall(places.output / OURS, key)


@dataclass(frozen=True, slots=True)
class Rest:
    """What goes into a site beside its notes, as one key, with the files of the theme.

    `latest` is when the last of it changed, in nanoseconds.
    """

    key: str
    latest: int
    theme: tuple[tuple[Path, Stat], ...]


def rest_of(places: Places, today: date, gathered: Gathered) -> Rest:
    """The day, the theme, the attachments, and what was left out."""
    attachments = [(path, stat_of(gathered.stats[path])) for path in gathered.attachments]
    theme = tuple((path, stat_of(path.stat())) for path in theme_files(places.notes))
    latest = max((max(stat[1], stat[2]) for _, stat in (*attachments, *theme)), default=0)
    key = key_of(today, attachments, gathered.large, gathered.diagnostics, theme)
    return Rest(key, latest, theme)


def unchanged(
    output: Path, memory: Memory, gathered: Gathered, rest: Rest, whole: Collection[str]
) -> Report | None:
    """The last build's report where nothing has changed since, neither what went in nor what came out.

    `whole` are the files that are still as they were written.
    """
    if gathered.sources or len(gathered.same) != len(memory.notes):
        return None
    if memory.rest != rest.key or rest.latest >= memory.began:
        return None
    if len(whole) < len(memory.files) or not is_manifest_of(output, memory.files):
        return None
    try:
        return told_again(memory.report, Published(unchanged=len(memory.files)))
    except ValueError:
        return None
