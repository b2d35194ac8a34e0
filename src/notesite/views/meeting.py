"""Whom to meet at an event: a handful, each with its reasons, in an order that can be told."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from notesite.model.due import FollowUp
from notesite.model.network import Contact, Event, Ref
from notesite.model.values import Kind
from notesite.rules.ranking import standing
from notesite.views.aims import Aim, words_in_common
from notesite.views.briefs import Brief
from notesite.views.guests import Guest
from notesite.views.index import Index
from notesite.views.parts import FollowUpRow, OrgRef
from notesite.views.people import sort_key
from notesite.views.rows import window_row
from notesite.views.texts import note_ref

MOST = 5
SEVERAL = 2
"""So many who know somebody make a bridge of them."""
NAMED = 3

Sort = Literal["goal", "sought", "late", "bridge", "new"]
ORDER: tuple[Sort, ...] = ("goal", "sought", "late", "bridge", "new")
"""Kinds of reason, the weightiest first."""

NOT_LATE = ("birthday", "date", "prepare", "revive")


@dataclass(frozen=True, slots=True)
class Why:
    """A reason to meet somebody: a goal that names them, or looks for what they offer; what is due by then;
    that several whom you know know them; or that you have not spoken yet.

    `on` is since when something is due, `more` how many others there are beside `people`, `org` where you
    would know nobody else.
    """

    sort: Sort
    goal: Ref | None = None
    sought: str = ""
    offered: str = ""
    due: FollowUpRow | None = None
    people: tuple[Ref, ...] = ()
    more: int = 0
    org: OrgRef | None = None

    @property
    def on(self) -> date | None:
        """Since when it is due."""
        return self.due.due if self.due else None


@dataclass(frozen=True, slots=True)
class Proposal:
    """Somebody to meet, with what to know of them."""

    brief: Brief
    reasons: tuple[Why, ...]
    last: date | None = None

    @property
    def order(self) -> tuple[object, ...]:
        """More kinds of reason first; then the weightier ones, what is due for longest, the longest silence
        with none at all before any, and the name."""
        sorts = [each.sort for each in self.reasons]
        days = [each.on for each in self.reasons if each.on]
        return (
            -len(set(sorts)),
            [ORDER.index(each) for each in sorts],
            min(days, default=date.max),
            self.last or date.min,
            sort_key(self.brief.person.name),
            self.brief.person.path,
        )


def proposals_of(
    index: Index, event: Event, briefed: Iterable[tuple[Guest, Brief]], aims: Sequence[Aim]
) -> tuple[Proposal, ...]:
    """At most five of those expected, as of the day on which the event begins.

    That day, and not the reader's, says what is late by then: so the page stays right until it has come.
    """
    found = []
    for guest, brief in briefed:
        contact = guest.contact
        if contact.card.status not in ("active", "dormant"):
            continue
        reasons = tuple(_reasons(index, event, contact, aims))
        if reasons:
            last = contact.last_contact(event.start) if event.start else _latest(contact)
            found.append(Proposal(brief, reasons, last))
    return tuple(sorted(found, key=lambda each: each.order)[:MOST])


def _latest(contact: Contact) -> date | None:
    return contact.contact_days[-1] if contact.contact_days else None


def _reasons(index: Index, event: Event, contact: Contact, aims: Sequence[Aim]) -> Iterator[Why]:
    """Why to meet somebody, at most one reason of each kind, the weightiest first."""
    goal = next((each.goal for each in aims if _serves(index, contact, each)), None)
    if goal:
        yield Why("goal", goal=goal)
    if found := _sought(contact, aims):
        yield found
    if event.start and (late := _late(index, contact, event.start)):
        yield Why("late", due=window_row(index, late.window))
    known_by = _acquaintances(index, contact)
    if len(known_by) >= SEVERAL:
        refs = tuple(note_ref(index, path) for path in known_by[:NAMED])
        yield Why("bridge", people=refs, more=len(known_by) - len(refs))
    if not (contact.last_contact(event.start) if event.start else contact.contact_days):
        yield Why("new", org=_lone_org(index, contact))


def _serves(index: Index, contact: Contact, aim: Aim) -> bool:
    """Whether a goal names a contact, or the contact's own note that goal."""
    named = {path for value in contact.card.goals for path in index.network.value_targets.get(value, ())}
    return contact.path in aim.people or (aim.goal.path is not None and aim.goal.path in named)


def _sought(contact: Contact, aims: Sequence[Aim]) -> Why | None:
    """What a goal looks for, and the first thing of a contact that has a telling word of it."""
    card = contact.card
    offered = (*(each.text for each in card.offers), card.role, *card.industries)
    for aim in aims:
        for sought in aim.wanted:
            if text := next((each for each in offered if words_in_common(each, sought)), ""):
                return Why("sought", goal=aim.goal, sought=sought, offered=text)
    return None


def _late(index: Index, contact: Contact, day: date) -> FollowUp | None:
    """What is due for longest of all that is due by a day."""
    found = [
        each
        for each in standing(index.windows_of.get(contact.path, ()), day)
        if each.state in ("overdue", "today") and each.due.reason not in NOT_LATE
    ]
    return min(found, key=lambda each: each.on, default=None)


def _acquaintances(index: Index, contact: Contact) -> list[str]:
    """Those who know somebody, by either one's note."""
    network = index.network
    own = [path for value in contact.card.knows for path in network.value_targets.get(value, ()) if path]
    found = {*network.known_by.get(contact.path, ()), *own} - {contact.path, network.me}
    return sorted(path for path in found if network.is_(path, Kind.CONTACT))


def _lone_org(index: Index, contact: Contact) -> OrgRef | None:
    """An organisation of a contact of which one knows nobody else."""
    for ref in contact.orgs:
        org = index.org(ref.label, ref.path)
        if org.key and index.network.organisations[org.key].members == (contact.path,):
            return org
    return None
