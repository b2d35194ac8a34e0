"""What a person can set in notesite.toml, with the defaults."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from notesite.model.dates import Cadence, parse_cadence
from notesite.model.text import fold
from notesite.model.values import Kind


def _default_circles() -> dict[str, Cadence]:
    named = {"inner": "A", "close": "B", "warm": "C", "wide": "D"}
    return {name: cadence for name, letter in named.items() if (cadence := parse_cadence(letter))}


@dataclass(frozen=True, slots=True)
class KindWords:
    """Further folders, tags and types that make a note a kind."""

    folders: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Me:
    """The owner of the notebook."""

    name: str = ""
    emails: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """A notebook's settings; `circles` and `tags` map folded names to cadences.

    `notes` and `output` are folders relative to the settings file, empty for the usual ones.
    """

    title: str = "Notesite"
    notes: str = ""
    output: str = ""
    language: str = "en"
    today: date | None = None
    today_rows: int = 5
    ignore: tuple[str, ...] = ()
    circles: Mapping[str, Cadence] = field(default_factory=_default_circles)
    tags: Mapping[str, Cadence] = field(default_factory=dict)
    kinds: Mapping[Kind, KindWords] = field(default_factory=dict)
    journal_contact_any: bool = False
    no_reply_days: int = 10
    thanks_days: int = 3
    prepare_days: int = 3
    announce_days: int = 7
    linkedin_limit: int = 200
    me: Me = field(default_factory=Me)

    def weight(self, circle: str) -> int:
        """How much the lateness of a circle's rhythm counts: 1 for the slowest and for none."""
        own = self.circles.get(fold(circle))
        return 1 + sum(other.days > own.days for other in self.circles.values()) if own else 1

    @property
    def day_first(self) -> bool:
        """Whether dd/mm/yyyy is read, as Italian notebooks write it."""
        return self.language == "it"
