"""What a note tells the other notes: names only, so that those of ten thousand notes are a small thing."""

from dataclasses import dataclass
from datetime import date

from notesite.model.values import Kind

Target = str | None
"""The path that a link leads to; None for one that leads nowhere."""


@dataclass(frozen=True, slots=True)
class Face:
    """What a note is known by, read from its file alone."""

    path: str
    kind: Kind
    name: str
    aliases: tuple[str, ...] = ()
    is_me: bool = False
    is_private: bool = False
    day: date | None = None

    @property
    def stem(self) -> str:
        """The file's name without folder and extension."""
        return self.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]


@dataclass(frozen=True, slots=True)
class Trace:
    """Where the links and names of a note lead, and what follows from that for others.

    `targets` are those of its links, `values` those of each front matter value that may name notes, None
    where it names none. `told` are the contacts of whom it tells something. `orgs`, `past` and `places` are
    the keys and labels of organisations and of locations, `topics` what a resource is about, `interests` what
    a contact cares for, `photo` and `files` attachments. `ties` are pairs, one after the other, of those who
    did something together or were at an event, the note itself as an empty path. `missing` are names without
    a note, with line and column. Lists of paths name each once, in the order of the note. `asked` are the
    words that notes were looked for by: as long as no other note comes to answer to one, all of this stays.
    """

    targets: tuple[Target, ...] = ()
    values: tuple[tuple[Target, ...] | None, ...] = ()
    leads_to: tuple[str, ...] = ()
    missing: tuple[tuple[str, int, int], ...] = ()
    told: tuple[str, ...] = ()
    orgs: tuple[tuple[str, str], ...] = ()
    past: tuple[tuple[str, str], ...] = ()
    tags: tuple[str, ...] = ()
    places: tuple[tuple[str, str], ...] = ()
    knows: tuple[str, ...] = ()
    introduced_by: tuple[str, ...] = ()
    ties: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    photo: str = ""
    files: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
