"""What all screens look things up in, built once a build by walking the network once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from notesite.model.dates import days_after
from notesite.model.diagnostic import Diagnostic
from notesite.model.due import HORIZON_DAYS, FollowUp, Window
from notesite.model.network import Network, Promise
from notesite.model.origin import Origin
from notesite.model.settings import Settings
from notesite.model.text import fold
from notesite.rules.ranking import standing, windows
from notesite.rules.registry import dues
from notesite.views.parts import ContactRow, Last, OrgRef, Person

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Index:
    """The network on a day, with its follow-ups, promises and findings by what they are about.

    `windows` are the reasons of every day up to `last_day`, `windows_of` those by contact or event.
    `people`, `rows` and `lasts` hold each contact as rows show them, and their last
    contact, from when one first does: most stand in many rows.
    """

    network: Network
    today: date
    last_day: date
    settings: Settings
    windows: tuple[Window, ...]
    windows_of: Mapping[str, tuple[Window, ...]]
    follow_ups: tuple[FollowUp, ...]
    follow_ups_of: Mapping[str, tuple[FollowUp, ...]]
    promises: tuple[Promise, ...]
    promises_in: Mapping[str, tuple[Promise, ...]]
    problems_in: Mapping[str, int]
    org_keys: Mapping[str, str]
    pictures: Mapping[str, str]
    people: dict[str, Person] = field(default_factory=dict)
    rows: dict[str, ContactRow] = field(default_factory=dict)
    lasts: dict[tuple[str, date], Last] = field(default_factory=dict)

    def org(self, label: str, path: str | None) -> OrgRef:
        """An organisation by its note, or by its name where it has none."""
        key = self.org_keys.get(path) if path else None
        return OrgRef(label, key or self.org_keys.get(fold(label), ""))

    def tag_key(self, tag: str) -> str:
        """The key of a tag in the network, empty where it has none."""
        folded = fold(tag)
        return folded if folded in self.network.tags else tag if tag in self.network.tags else ""


def index_of(network: Network, diagnostics: Sequence[Diagnostic], today: date, settings: Settings) -> Index:
    """The index of a network on a day."""
    last_day = days_after(today, HORIZON_DAYS) or date.max
    found = tuple(windows(dues(network, settings), network, today, last_day))
    follow_ups = standing(found, today)
    promises = tuple(_unique_promises(network))
    return Index(
        network=network,
        today=today,
        last_day=last_day,
        settings=settings,
        windows=found,
        windows_of=_grouped((each.due.contact, each) for each in found),
        follow_ups=follow_ups,
        follow_ups_of=_grouped((each.due.contact, each) for each in follow_ups),
        promises=promises,
        promises_in=_grouped((each.task.origin.path, each) for each in promises),
        problems_in={
            path: len(found) for path, found in _grouped((d.origin.path, d) for d in diagnostics).items()
        },
        org_keys=_org_keys(network),
        pictures=_pictures(network.attachments),
    )


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    groups: dict[str, list[T]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}


def _unique_promises(network: Network) -> Iterable[Promise]:
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


def _pictures(attachments: Iterable[str]) -> dict[str, str]:
    """Attachments by path, and by file name where that is not taken."""
    found: dict[str, str] = {}
    for path in attachments:
        found.setdefault(path.rpartition("/")[2], path)
    found.update((path, path) for path in attachments)
    return found
