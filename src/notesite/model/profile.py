"""What a contact looks for, offers and does: what others may have in common with them, in compared words."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Profile:
    """A contact who may be introduced, or asked for something; archived, deceased and private ones have none.

    `needs`, `offers` and `work` (role, industries and tags) are significant words with a space between each;
    `fields` (industries and tags), `places` and `orgs` are folded, a line each: ten thousand of these are to
    be small. `is_strong` says whether the tie is. `only_asked` is the day of the last ask, where in the year
    before the day every contact from my side was one.
    """

    needs: str = ""
    offers: str = ""
    work: str = ""
    fields: str = ""
    places: str = ""
    orgs: str = ""
    is_strong: bool = False
    only_asked: date | None = None
