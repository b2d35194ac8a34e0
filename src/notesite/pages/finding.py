"""What the search, the tables and the keyboard are told: short records, and the words that they say."""

from collections.abc import Mapping, Sequence
from gettext import NullTranslations
from typing import Any

from notesite.model.message import marked
from notesite.pages.scripts import translated
from notesite.pages.words import iso
from notesite.views.finding import Named
from notesite.views.found import Found, Span

SENTENCES: tuple[str, ...] = (
    marked("Search"),
    marked("Search people, events, tags, notes"),
    marked("Close"),
    marked("Nothing found for %(query)s"),
    marked("Try fewer letters, or a part of a name."),
    marked("Also search the words in all notes"),
    marked("Searching the words in all notes"),
    marked("%(first)s to %(last)s of %(all)s"),
    marked("The search could not read its data. Build the site again."),
    marked("Page"),
    marked("inner"),
    marked("close"),
    marked("warm"),
    marked("wide"),
    marked("you"),
    marked("dormant"),
    marked("archived"),
    marked("deceased"),
    marked("Enter"),
    marked("Search anything"),
    marked("Next row, previous row"),
    marked("Open the row"),
    marked("Go to Today"),
    marked("Go to Contacts"),
    marked("Go to Events"),
    marked("Go to Follow-ups"),
    marked("This help"),
    marked("Person"),
    marked("Event"),
    marked("Organisation"),
    marked("Tag"),
    marked("Place"),
    marked("Goal"),
    marked("Note"),
    marked("due"),
    marked("in the text"),
    marked("Previous page"),
    marked("Next page"),
    marked("No contact fits"),
    marked("Keyboard"),
    marked("Keys of one letter"),
    marked("Switch them off where they get in the way of a screen reader or of voice control."),
)
"""The sentences of the scripts that are read on first use."""

COUNTED: tuple[tuple[str, str], ...] = (
    ("%(num)s result", "%(num)s results"),
    ("%(num)s contact", "%(num)s contacts"),
    ("%(num)s row", "%(num)s rows"),
    ("%(num)s person", "%(num)s people"),
)
"""Those of which the form depends on a number."""

_LETTERS = {
    "contact": "c",
    "event": "e",
    "organisation": "o",
    "tag": "t",
    "place": "l",
    "goal": "g",
    "note": "n",
}
_CONTACTS = "contacts/"


def finding_words(catalogue: NullTranslations) -> Mapping[str, Any]:
    """The sentences in a language, as `words.js` takes them."""
    return translated(catalogue, SENTENCES, COUNTED)


def found_record(found: Found, route: str, photo: str) -> list[Any]:
    """A note as `search.js` reads it: empty values at the end are left out, lists are lines of a text."""
    day, following = (iso(each) if each else "" for each in (found.on, found.next))
    address = route.removesuffix(".html")
    record: Sequence[Any] = (
        _LETTERS[found.sort],
        address.removeprefix(_CONTACTS) if found.sort == "contact" else address,
        found.name,
        day,
        following,
        "=" if found.next and found.late == ((found.next, None),) else " ".join(map(_span, found.late)),
        found.role,
        "\n".join(found.orgs),
        "\n".join(found.places),
        found.circle,
        "\n".join(found.tags),
        "\n".join(found.more),
        found.tone,
        ("you" if found.is_me else "", "" if found.status == "active" else found.status),
        photo,
    )
    return _trimmed([" ".join(filter(None, each)) if isinstance(each, tuple) else each for each in record])


def named_record(named: Named, route: str) -> list[Any]:
    """A tag or an organisation without a note as `search.js` reads it."""
    return [_LETTERS[named.sort], route.removesuffix(".html"), named.name]


def _trimmed(record: list[Any]) -> list[Any]:
    while record and not record[-1]:
        record.pop()
    return record


def _span(span: Span) -> str:
    since, until = span
    return f"{iso(since) if since else '0001-01-01'}{f'/{iso(until)}' if until else ''}"
