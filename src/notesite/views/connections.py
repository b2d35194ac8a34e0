"""Who stands around a contact: as lists of names, and as a drawing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from notesite.model.network import Contact, Ref
from notesite.views.ego import Ego, Neighbour, ego
from notesite.views.index import Index
from notesite.views.parts import OrgRef, Phrase
from notesite.views.texts import note_ref, phrases
from notesite.views.timeline import Moment, Year

COLLEAGUES = 8
COMPANIONS = 12


@dataclass(frozen=True, slots=True)
class Colleagues:
    """Others at one organisation; `more` counts those who are not listed."""

    org: OrgRef
    people: tuple[Ref, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Connections:
    """Who stands around a contact.

    `introduced_to` are those to whom you introduced the contact, `together` others whom you met together,
    the latest first and without those whom the contact knows anyway; `more` counts those not listed.
    """

    through: tuple[Phrase, ...] = ()
    knows: tuple[Phrase, ...] = ()
    known_by: tuple[Ref, ...] = ()
    intro_paths: tuple[Phrase, ...] = ()
    introduced: tuple[Ref, ...] = ()
    introduced_to: tuple[Ref, ...] = ()
    together: tuple[Ref, ...] = ()
    more: int = 0
    colleagues: tuple[Colleagues, ...] = ()
    around: Ego | None = None

    def __bool__(self) -> bool:
        return self != Connections()


def connections(
    index: Index, contact: Contact, years: Iterable[Year], orgs: tuple[OrgRef, ...], events: tuple[Ref, ...]
) -> Connections:
    """Who stands around a contact, given the timeline, the organisations and the events of the contact."""
    card = contact.card
    through, knows = phrases(index, card.introduced_by), phrases(index, card.knows)
    named = {path for path, _ in _linked(knows)}
    known = [path for path in index.network.known_by.get(contact.path, ()) if path not in named]
    moments = [each for year in years for each in year.moments if each.people]
    introduced, introduced_to, together = _from(moments, contact)
    together = {path: ref for path, ref in together.items() if path not in {*named, *known}}
    introduced = {**{path: note_ref(index, path) for path in contact.introduced}, **introduced}
    found = Connections(
        through=through,
        knows=knows,
        known_by=tuple(note_ref(index, path) for path in known),
        intro_paths=phrases(index, card.intro_paths),
        introduced=tuple(introduced.values()),
        introduced_to=tuple(introduced_to.values()),
        together=tuple(together.values())[:COMPANIONS],
        more=max(len(together) - COMPANIONS, 0),
    )
    return replace(
        found,
        colleagues=tuple(_colleagues(index, contact, orgs)),
        around=ego(_neighbours(found, together.values(), orgs, events)),
    )


def _from(
    moments: Iterable[Moment], contact: Contact
) -> tuple[dict[str, Ref], dict[str, Ref], dict[str, Ref]]:
    """Whom the contact introduced to you, whom you introduced to the contact, and whom you met together."""
    introduced: dict[str, Ref] = {}
    introduced_to: dict[str, Ref] = {}
    together: dict[str, Ref] = {}
    for each in moments:
        found = together
        if each.channel == "intro":
            is_theirs = each.direction == "in" and each.origin.path == contact.path
            found = introduced if is_theirs else introduced_to
        if each.sort == "interaction" and not (each.direction == "in" and found is introduced_to):
            found.update((ref.path, ref) for ref in each.people if ref.path and ref.path not in found)
    return introduced, introduced_to, together


def _neighbours(
    found: Connections, together: Iterable[Ref], orgs: Iterable[OrgRef], events: Iterable[Ref]
) -> Iterator[Neighbour]:
    """All of them, those who matter most first."""
    for words in (found.through, found.knows):
        yield from (Neighbour(label, path) for path, label in _linked(words))
    yield from (Neighbour(each.label, each.key, "org") for each in orgs if each.key)
    for refs in (found.known_by, found.introduced, found.introduced_to):
        yield from (Neighbour(ref.label, ref.path) for ref in refs if ref.path)
    yield from (Neighbour(ref.label, ref.path, "event") for ref in events if ref.path)
    yield from (Neighbour(ref.label, ref.path) for ref in together if ref.path)


def _linked(many: Iterable[Phrase]) -> Iterator[tuple[str, str]]:
    """The notes that phrases lead to, each by its path and the words that lead there."""
    return ((piece.path, piece.text) for words in many for piece in words if piece.path)


def _colleagues(index: Index, contact: Contact, orgs: Iterable[OrgRef]) -> Iterator[Colleagues]:
    """A handful at each organisation, so that a firm of thousands costs no more than one of ten."""
    for org in dict.fromkeys(orgs):
        members = index.network.organisations[org.key].members if org.key else ()
        others = [path for path in members[: COLLEAGUES + 1] if path != contact.path][:COLLEAGUES]
        if others:
            people = tuple(note_ref(index, path) for path in others)
            yield Colleagues(org, people, len(members) - 1 - len(others))
