"""A contact's page: who this is, why now, what to talk about, what happened."""

from collections.abc import Iterator
from dataclasses import dataclass

from notesite.model.cards import ContactStatus
from notesite.model.dates import PartialDate
from notesite.model.network import Contact, Ref
from notesite.views.addresses import reach
from notesite.views.connections import Connections, connections
from notesite.views.drafts import DraftView, draft_views
from notesite.views.facts import Fact, contact_facts
from notesite.views.giving import Balance, Ledger, balance, ledger
from notesite.views.index import Index
from notesite.views.parts import FollowUpRow, Last, Person, Phrase, PromiseRow, Prose, Stretch, TagRef
from notesite.views.people import last, person
from notesite.views.rows import follow_up_rows, open_promises, promise_row
from notesite.views.stretches import stretches
from notesite.views.texts import backlinks, body, located, note_ref, phrase, phrases, prose, tag_refs
from notesite.views.timeline import Moment, Year, timeline
from notesite.views.vcards import card_address


@dataclass(frozen=True, slots=True)
class Talk:
    """What to talk about."""

    hook: Phrase = ()
    last: tuple[Stretch[Last], ...] = ()
    questions: tuple[Prose, ...] = ()
    interests: tuple[Phrase, ...] = ()
    needs: tuple[Phrase, ...] = ()
    offers: tuple[Phrase, ...] = ()

    def __bool__(self) -> bool:
        return any(
            (
                self.hook,
                self.last,
                self.questions,
                self.interests,
                self.needs,
                self.offers,
            )
        )


@dataclass(frozen=True, slots=True)
class Met:
    """How we met: when, where, through whom."""

    on: PartialDate | None = None
    at: tuple[Phrase, ...] = ()
    through: tuple[Phrase, ...] = ()

    def __bool__(self) -> bool:
        return any((self.on, self.at, self.through))


@dataclass(frozen=True, slots=True)
class ContactView:
    """Everything that a contact's page shows."""

    person: Person
    path: str
    status: ContactStatus
    is_me: bool
    is_private: bool
    circle: str
    locations: tuple[Phrase, ...]
    timezone: str
    reach: tuple[tuple[str, str], ...]
    follow_ups: tuple[FollowUpRow, ...]
    met: Met
    talk: Talk
    drafts: tuple[Stretch[DraftView], ...]
    mine: tuple[PromiseRow, ...]
    theirs: tuple[PromiseRow, ...]
    settled: tuple[PromiseRow, ...]
    years: tuple[Year, ...]
    ledger: tuple[tuple[Ledger, tuple[Moment, ...]], ...]
    balance: tuple[Stretch[Balance], ...]
    facts: tuple[Fact, ...]
    tags: tuple[TagRef, ...]
    connections: Connections
    events: tuple[Ref, ...]
    notes: Prose
    log: Prose
    backlinks: tuple[Ref, ...]
    unread: str
    problems: int
    vcard: str = ""


def contact_view(index: Index, contact: Contact) -> ContactView:
    """The page of a contact."""
    card, note = contact.card, contact.note
    settled = (promise_row(index, each) for each in contact.promises if not each.task.is_open)
    who, years = person(index, contact), timeline(index, contact)
    gifts = ledger(index, contact)
    events = tuple(note_ref(index, path) for path in contact.events)
    return ContactView(
        person=who,
        path=contact.path,
        status=card.status,
        is_me=note.is_me,
        is_private=note.private or card.private,
        circle=contact.circle,
        locations=located(index, card.locations),
        timezone=card.timezone,
        reach=reach(card),
        follow_ups=follow_up_rows(index, contact),
        met=Met(contact.met, phrases(index, card.met_at), phrases(index, card.introduced_by)),
        talk=_talk(index, contact),
        drafts=draft_views(index, contact),
        mine=open_promises(index, contact, mine=True),
        theirs=open_promises(index, contact, mine=False),
        settled=tuple(settled),
        years=years,
        ledger=gifts,
        balance=balance(index, gifts),
        facts=contact_facts(index, contact),
        tags=tag_refs(index, note.path),
        connections=connections(index, contact, years, who.orgs, events),
        events=events,
        notes=body(index, note),
        log=prose(index, note.path, note.body.log),
        backlinks=backlinks(index, note.path),
        unread=note.unread,
        problems=index.problems_in.get(note.path, 0) + len(contact.reports),
        vcard=card_address(index, contact),
    )


def _talk(index: Index, contact: Contact) -> Talk:
    card = contact.card
    return Talk(
        hook=phrase(index, card.hook) if card.hook else (),
        last=tuple(_told(index, contact)),
        questions=tuple(
            prose(index, each.origin.path, each.html) for each in contact.questions if each.is_open
        ),
        interests=phrases(index, card.interests),
        needs=phrases(index, card.needs),
        offers=phrases(index, card.offers),
    )


def _told(index: Index, contact: Contact) -> Iterator[Stretch[Last]]:
    """The last contact of which something is told; another once a contact that lies ahead has come."""
    for each in stretches(index, contact.contact_days, lambda day: last(index, contact, day)):
        if each.value and each.value.topic:
            yield Stretch(each.value, each.since, each.until, each.is_now)
