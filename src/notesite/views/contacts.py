"""All contacts in one table, by name; where they are many, a page for each letter."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from notesite.model.network import Contact
from notesite.rules.ranking import standing
from notesite.views.index import Index
from notesite.views.parts import ContactRow
from notesite.views.people import person, sort_key
from notesite.views.portions import Place, places, portion_at
from notesite.views.texts import located, tag_refs

MOST_ON_A_PAGE = 200
ARCHIVED = "archived"
"""What stands for a letter where archived contacts have pages of their own."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What a page of the table lists: the paths of contacts, by letter where it holds all of them.

    `letter` is empty for a page of all contacts.
    """

    letter: str
    place: Place
    present: tuple[tuple[str, tuple[str, ...]], ...]
    archived: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """The contacts whose names begin with a letter."""

    letter: str
    rows: tuple[ContactRow, ...]


@dataclass(frozen=True, slots=True)
class ContactsView:
    """A page of the table of contacts; archived and deceased ones stand apart.

    `others` are the letters that have pages of their own, this one's among them; empty where one page holds
    all contacts. `letter` and `place` say which page of which letter this is.
    """

    day: date
    letters: tuple[Letter, ...]
    archived: tuple[ContactRow, ...]
    letter: str
    place: Place
    others: tuple[str, ...]


def contact_row(index: Index, contact: Contact) -> ContactRow:
    """A contact as a table shows them; one to revive is offered, and not due."""
    windows = (each for each in index.windows_of.get(contact.path, ()) if each.due.reason != "revive")
    ahead = (each for each in standing(windows, index.today) if each.state != "snoozed")
    following = next((each for each in ahead if not each.due.yearly), None)
    return ContactRow(
        person=person(index, contact),
        circle=contact.circle,
        status=contact.card.status,
        locations=located(index, contact.card.locations),
        tags=tag_refs(index, contact.path),
        last=contact.last_contact(index.today),
        next=following.on if following else None,
        next_state=following.state if following else None,
        is_me=contact.note.is_me,
    )


def contact_rows(index: Index, paths: Iterable[str]) -> tuple[ContactRow, ...]:
    """Contacts as a table shows them, in the order given."""
    return tuple(row for path in paths if (row := index.rows[path].contact))


def listings(index: Index) -> tuple[Listing, ...]:
    """The pages of the table of contacts: one, or the pages of each letter and then of those archived."""
    paths = by_name(index, (path for path, each in index.summaries.items() if each.standing))
    archived: list[str] = []
    letters: dict[str, list[str]] = {}
    for path in paths:
        is_here = index.standing(path).is_here
        group = letters.setdefault(index.summaries[path].order[1], []) if is_here else archived
        group.append(path)
    if len(paths) <= MOST_ON_A_PAGE:
        present = tuple((letter, tuple(found)) for letter, found in letters.items())
        return (Listing("", Place(), present, tuple(archived)),)
    return (*_by_letter(letters), *_of_archived(archived))


def _by_letter(letters: dict[str, list[str]]) -> Iterator[Listing]:
    for letter, paths in letters.items():
        for place in places((len(paths),), MOST_ON_A_PAGE):
            shown = tuple(portion_at(paths, place, MOST_ON_A_PAGE))
            yield Listing(letter, place, ((letter, shown),))


def _of_archived(paths: Sequence[str]) -> Iterator[Listing]:
    if paths:
        for place in places((len(paths),), MOST_ON_A_PAGE):
            yield Listing(ARCHIVED, place, (), tuple(portion_at(paths, place, MOST_ON_A_PAGE)))


def contacts_view(index: Index, listing: Listing, others: tuple[str, ...]) -> ContactsView:
    """A page of the table of contacts, given the letters that have pages."""
    return ContactsView(
        day=index.today,
        letters=tuple(Letter(letter, contact_rows(index, paths)) for letter, paths in listing.present),
        archived=contact_rows(index, listing.archived),
        letter=listing.letter,
        place=listing.place,
        others=others if listing.letter else (),
    )


def by_name(index: Index, paths: Iterable[str]) -> list[str]:
    """Paths of notes in alphabetical order: Latin letters first, then others, then signs."""
    return sorted(paths, key=index.orders.__getitem__)


def alphabet(name: str) -> tuple[int, str, str]:
    """A key for alphabetical order, in which names with one letter stand together."""
    letter = first_letter(name)
    rank = 0 if letter.isascii() and letter.isalpha() else 1 if letter.isalpha() else 2
    return (rank, letter, sort_key(name))


def first_letter(name: str) -> str:
    """The letter under which a name is listed; `#` for one that begins with none."""
    folded = sort_key(name)
    letter = next((each for each in folded if each.isalnum()), "")
    if unicodedata.category(letter or "#") == "Lo" and not letter.isascii():
        return letter
    return letter.upper() if letter.isalpha() else "#"
