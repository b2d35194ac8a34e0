"""All contacts in one table, by name."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from notesite.model.network import Contact
from notesite.views.index import Index
from notesite.views.parts import ContactRow
from notesite.views.people import person, sort_key
from notesite.views.texts import phrases, tag_refs


@dataclass(frozen=True, slots=True)
class Letter:
    """The contacts whose names begin with a letter."""

    letter: str
    rows: tuple[ContactRow, ...]


@dataclass(frozen=True, slots=True)
class ContactsView:
    """The page of all contacts; archived and deceased ones stand apart."""

    day: date
    letters: tuple[Letter, ...]
    archived: tuple[ContactRow, ...]


def contact_row(index: Index, contact: Contact) -> ContactRow:
    """A contact as a table shows them."""
    if contact.path not in index.rows:
        index.rows[contact.path] = _row(index, contact)
    return index.rows[contact.path]


def _row(index: Index, contact: Contact) -> ContactRow:
    follow_ups = index.follow_ups_of.get(contact.path, ())
    following = next(
        (each for each in follow_ups if each.state != "snoozed" and each.due.yearly is None), None
    )
    return ContactRow(
        person=person(index, contact),
        circle=contact.circle,
        status=contact.card.status,
        locations=phrases(index, contact.card.locations),
        tags=tag_refs(index, contact.path),
        last=contact.last_contact(index.today),
        next=following.on if following else None,
        next_state=following.state if following else None,
        is_me=contact.note.is_me,
    )


def contacts_view(index: Index) -> ContactsView:
    """The page of all contacts."""
    rows = by_name(contact_row(index, contact) for contact in index.network.contacts.values())
    present = [row for row in rows if row.status in ("active", "dormant")]
    letters: dict[str, list[ContactRow]] = {}
    for row in present:
        letters.setdefault(first_letter(row.person.name), []).append(row)
    return ContactsView(
        day=index.today,
        letters=tuple(Letter(letter, tuple(found)) for letter, found in letters.items()),
        archived=tuple(row for row in rows if row.status not in ("active", "dormant")),
    )


def by_name(rows: Iterable[ContactRow]) -> list[ContactRow]:
    """Rows in alphabetical order: letters of the Latin alphabet first, then others, then signs."""
    return sorted(rows, key=lambda row: (*alphabet(row.person.name), row.person.path))


def alphabet(name: str) -> tuple[int, str]:
    """A key for alphabetical order."""
    letter = first_letter(name)
    rank = 0 if letter.isascii() and letter.isalpha() else 1 if letter.isalpha() else 2
    return (rank, sort_key(name))


def first_letter(name: str) -> str:
    """The letter under which a name is listed; `#` for one that begins with none."""
    folded = sort_key(name)
    letter = next((each for each in folded if each.isalnum()), "")
    if unicodedata.category(letter or "#") == "Lo" and not letter.isascii():
        return letter
    return letter.upper() if letter.isalpha() else "#"
