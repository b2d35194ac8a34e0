"""What to know of a person before meeting them."""

from dataclasses import dataclass
from typing import TypeVar

from notesite.model.network import Contact
from notesite.views.guests import LISTED, Guest, Source
from notesite.views.index import Index
from notesite.views.parts import Last, Person, Phrase, PromiseRow, Prose, Stretch
from notesite.views.people import last, person
from notesite.views.rows import open_promises
from notesite.views.stretches import stretches
from notesite.views.texts import phrase, phrases, prose

T = TypeVar("T")

MOST_OF_A_LIST = 3
MOST_QUESTIONS = 2


@dataclass(frozen=True, slots=True)
class Brief:
    """What to know of a person before meeting them: in short, for it is read at the door.

    `source` says why they may be there. Of questions there are two, those of their own note first; of lists
    the first few.
    """

    person: Person
    source: Source = LISTED
    circle: str = ""
    last: tuple[Stretch[Last | None], ...] = ()
    hook: Phrase = ()
    mine: tuple[PromiseRow, ...] = ()
    theirs: tuple[PromiseRow, ...] = ()
    questions: tuple[Prose, ...] = ()
    interests: tuple[Phrase, ...] = ()
    needs: tuple[Phrase, ...] = ()
    offers: tuple[Phrase, ...] = ()


def brief_of(index: Index, guest: Guest) -> Brief:
    """The brief on a guest."""
    contact = guest.contact
    return Brief(
        person=person(index, contact),
        source=guest.source,
        circle=contact.circle,
        last=stretches(index, contact.contact_days, lambda day: last(index, contact, day)),
        hook=phrase(index, contact.card.hook) if contact.card.hook else (),
        mine=_few(open_promises(index, contact, mine=True)),
        theirs=_few(open_promises(index, contact, mine=False)),
        questions=_questions(index, contact),
        interests=phrases(index, _few(contact.card.interests)),
        needs=phrases(index, _few(contact.card.needs)),
        offers=phrases(index, _few(contact.card.offers)),
    )


def _questions(index: Index, contact: Contact) -> tuple[Prose, ...]:
    asked = [each for each in contact.questions if each.is_open]
    asked.sort(key=lambda each: each.origin.path != contact.path)
    return tuple(prose(index, each.origin.path, each.html) for each in asked[:MOST_QUESTIONS])


def _few(found: tuple[T, ...]) -> tuple[T, ...]:
    return found[:MOST_OF_A_LIST]
