"""What all screens look things up in: the network on a day."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property

from notesite.model.dates import days_after
from notesite.model.diagnostic import Diagnostic
from notesite.model.due import HORIZON_DAYS, FollowUp, Window
from notesite.model.lookup import Lookup, Made, Reads
from notesite.model.network import Network
from notesite.model.settings import Settings
from notesite.model.summary import Line, Standing, Summary
from notesite.model.tally import Tally
from notesite.model.text import fold, tag_levels
from notesite.model.values import Kind
from notesite.rules.ranking import standing, windows
from notesite.rules.registry import dues_of
from notesite.views.found import Found
from notesite.views.parts import FollowUpRow, NoteRows, OrgRef

KEPT = 64
"""How many contacts' reasons are kept in memory: a page asks for those of its own again and again."""


class Index:
    """The network on a day, with the findings of each note.

    `windows_of` are the reasons of a contact or event up to the last day that the site knows of. Pages of
    many notes ask for `summaries`, `rows`, `found`, `tallies` and the `lines` of a day, and look into none of
    these notes.
    """

    summaries: Mapping[str, Summary]
    lines: Callable[[str, int], Sequence[Line]]
    rows: Mapping[str, NoteRows]
    found: Mapping[str, Found]
    tallies: Mapping[str, Tally | None]

    def __init__(
        self,
        network: Network,
        diagnostics: Sequence[Diagnostic],
        today: date,
        settings: Settings,
        reads: Reads | None = None,
    ) -> None:
        self.network, self.today, self.settings = network, today, settings
        self.last_day = days_after(today, HORIZON_DAYS) or date.max
        self.reads = reads = reads or Reads()
        self.windows_of = Made((*network.contacts, *network.events), self._windows, KEPT)
        problems = Counter(each.origin.path for each in diagnostics)
        self.problems_in: Mapping[str, int] = Lookup(problems, "problems", reads)
        self._follow_ups: tuple[FollowUp, ...] | None = None
        self.org_keys: Mapping[str, str] = Lookup(_org_keys(network), "org_keys", reads)

    @cached_property
    def orders(self) -> Mapping[str, tuple[tuple[int, str, str], str]]:
        """What each note is sorted by; what is sorted by it is not looked up, but given to a page."""
        with self.reads.recorded():
            return {path: (each.order, path) for path, each in self.summaries.items()}

    def standing(self, path: str) -> Standing:
        """How the contact at a path stands."""
        return self.summaries[path].standing or Standing()

    def standings(self) -> list[Standing]:
        """How every contact but the user's own card stands."""
        found = (each.standing for each in self.summaries.values())
        return [each for each in found if each and not each.is_me]

    @property
    def follow_ups(self) -> tuple[FollowUp, ...]:
        """The follow-ups of the day, in order."""
        found = self.summaries.values()
        if self._follow_ups is None:
            self._follow_ups = standing((each for one in found for each in one.windows), self.today)
        return self._follow_ups

    def row(self, window: Window) -> FollowUpRow:
        """A reason as a row."""
        path = window.due.contact
        return self.rows[path].windows[self.summaries[path].windows.index(window)]

    def org(self, label: str, path: str | None) -> OrgRef:
        """An organisation by its note, or by its name where it has none."""
        key = self.org_keys.get(path) if path else None
        return OrgRef(label, key or self.org_keys.get(fold(label), ""))

    def tag_key(self, tag: str) -> str:
        """The key of a tag in the network, empty where it has none."""
        levels = tag_levels(tag)
        return levels[-1][0] if levels else ""

    def _windows(self, path: str) -> tuple[Window, ...]:
        found = dues_of(path, self.network, self.settings)
        return tuple(windows(found, self.network, self.today, self.last_day))


def _org_keys(network: Network) -> dict[str, str]:
    """Keys of organisations by themselves, and by the folded name of a group: a bare name is its own."""
    keys = list(network.organisations)
    groups = {fold(network.name_of(key) or ""): key for key in keys if network.is_(key, Kind.GROUP)}
    return {**groups, **{key: key for key in keys}}
