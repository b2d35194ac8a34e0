"""What all screens look things up in: the network on a day."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TypeVar

from notesite.model.dates import days_after
from notesite.model.diagnostic import Diagnostic
from notesite.model.due import HORIZON_DAYS, FollowUp, Window
from notesite.model.lookup import Lookup, Reads
from notesite.model.network import Network, Promise
from notesite.model.origin import Origin
from notesite.model.settings import Settings
from notesite.model.text import fold
from notesite.rules.ranking import standing, windows
from notesite.rules.registry import dues_of
from notesite.views.parts import ContactRow, OrgRef

T = TypeVar("T")


class Index:
    """The network on a day, with the findings of each note.

    `windows_of` are the reasons of a contact or event up to the last day that the site knows of. Whatever
    concerns many contacts is worked out when it is first asked for.
    """

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
        self.windows_of = Lookup((*network.contacts, *network.events), self._windows)
        self.problems_in = _looked_up(Counter(each.origin.path for each in diagnostics), "problems", reads)
        self.org_keys = _looked_up(_org_keys(network), "org_keys", reads)
        self.rows: dict[str, ContactRow] = {}

    @cached_property
    def windows(self) -> tuple[Window, ...]:
        """The reasons of everybody on all days."""
        return tuple(each for found in self.windows_of.values() for each in found)

    @cached_property
    def follow_ups(self) -> tuple[FollowUp, ...]:
        """The follow-ups of the day, in order."""
        return standing(self.windows, self.today)

    @cached_property
    def follow_ups_of(self) -> Mapping[str, tuple[FollowUp, ...]]:
        """The follow-ups of the day by contact or event."""
        return _grouped((each.due.contact, each) for each in self.follow_ups)

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        """All promises, each once."""
        return tuple(_unique_promises(self.network))

    def org(self, label: str, path: str | None) -> OrgRef:
        """An organisation by its note, or by its name where it has none."""
        key = self.org_keys.get(path) if path else None
        return OrgRef(label, key or self.org_keys.get(fold(label), ""))

    def tag_key(self, tag: str) -> str:
        """The key of a tag in the network, empty where it has none."""
        return fold("/".join(part for part in tag.split("/") if part))

    def _windows(self, path: str) -> tuple[Window, ...]:
        found = dues_of(path, self.network, self.settings)
        return tuple(windows(found, self.network, self.today, self.last_day))


def _looked_up(found: Mapping[str, T], name: str, reads: Reads | None) -> Lookup[T]:
    return Lookup(found, found.__getitem__, name, reads)


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    groups: dict[str, list[T]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}


def _unique_promises(network: Network) -> Iterator[Promise]:
    """Each promise once, though every contact that shares it holds it."""
    seen: set[Origin] = set()
    for contact in network.contacts.values():
        for promise in contact.promises:
            if promise.task.origin not in seen:
                seen.add(promise.task.origin)
                yield promise


def _org_keys(network: Network) -> dict[str, str]:
    """Keys of organisations by folded name and by the path of their note."""
    names = {fold(org.name): key for key, org in network.organisations.items()}
    paths = {org.path: key for key, org in network.organisations.items() if org.path}
    return {**names, **paths}
