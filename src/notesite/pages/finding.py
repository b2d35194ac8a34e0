"""What the search, the tables and the keyboard are told: short records, and the words that they say."""

from collections.abc import Mapping, Sequence
from gettext import NullTranslations
from typing import Any

from notesite.model.message import N_
from notesite.pages.scripts import translated
from notesite.pages.words import iso
from notesite.views.finding import Named
from notesite.views.found import Found, Span

SENTENCES: tuple[str, ...] = (
    N_("Search"),
    N_("Search people, events, tags, notes"),
    N_("Close"),
    N_("Nothing found for %(query)s"),
    N_("Try fewer letters, or a part of a name."),
    N_("Also search the words in all notes"),
    N_("Searching the words in all notes"),
    N_("%(first)s to %(last)s of %(all)s"),
    N_("The search could not read its data. Build the site again."),
    N_("Page"),
    N_("inner"),
    N_("close"),
    N_("warm"),
    N_("wide"),
    N_("you"),
    N_("dormant"),
    N_("archived"),
    N_("deceased"),
    N_("Enter"),
    N_("Search anything"),
    N_("Next row, previous row"),
    N_("Open the row"),
    N_("Go to Today"),
    N_("Go to Contacts"),
    N_("Go to Events"),
    N_("Go to Follow-ups"),
    N_("This help"),
    N_("Person"),
    N_("Event"),
    N_("Organisation"),
    N_("Tag"),
    N_("Place"),
    N_("Goal"),
    N_("Note"),
    N_("due"),
    N_("in the text"),
    N_("Previous page"),
    N_("Next page"),
    N_("No contact fits"),
    N_("Keyboard"),
    N_("Keys of one letter"),
    N_("Switch them off where they get in the way of a screen reader or of voice control."),
)
"""The sentences of the scripts that are read on first use."""

COUNTED: tuple[tuple[str, str], ...] = (
    ("%(num)s result", "%(num)s results"),
    ("%(num)s contact", "%(num)s contacts"),
    ("%(num)s row", "%(num)s rows"),
    ("%(num)s person", "%(num)s people"),
)
"""Those of which the form depends on a number."""

_LETTERS = {"contact": "c", "event": "e", "organisation": "o", "tag": "t", "goal": "g", "note": "n"}
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
