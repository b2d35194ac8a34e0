"""What a search knows of a note."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from notesite.model.cards import ContactStatus

Sort = Literal["contact", "event", "organisation", "tag", "goal", "note"]
"""What a result of the search is."""

Span = tuple[date | None, date | None]
"""From a day up to but not including another; None is open."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search knows of a note.

    `more` are other names and addresses. `on` is the day of an event or a note, and of a contact the last day
    of contact. A contact is due next on `next`, and due or overdue on the days of `late`, of those that
    the site knows of. `words` are those of the text, folded, each once.
    """

    sort: Sort
    name: str
    more: tuple[str, ...] = ()
    role: str = ""
    orgs: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    circle: str = ""
    tags: tuple[str, ...] = ()
    on: date | None = None
    next: date | None = None
    late: tuple[Span, ...] = ()
    tone: int = 0
    status: ContactStatus = "active"
    is_me: bool = False
    photo: str = ""
    words: str = ""
