"""The drafts of messages on a contact's page: for each the words that its text is made of."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from notesite.model.cards import ResourceCard
from notesite.model.due import Window
from notesite.model.network import Contact
from notesite.model.values import Value
from notesite.rules.drafts import DRAFTS, Draft, DraftName, drafts, turning_days
from notesite.rules.ranking import standing
from notesite.views.addresses import mail_address, web_address
from notesite.views.index import Index
from notesite.views.parts import Stretch
from notesite.views.stretches import each_stretch, stretches
from notesite.views.texts import note_ref, phrase, plain

_WHOLE = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO")
_OPEN_ENDED = " ,;:-–—"


@dataclass(frozen=True, slots=True)
class Parts:
    """The words that a draft's text may use, each of them a line of plain text; empty where unknown.

    `event` names what you met at, where that has a name of its own; `place` says it in other words,
    and only one of them is there. `other`, `need` and `offer` are those of an introduction.
    """

    name: str = ""
    first_name: str = ""
    me: str = ""
    event: str = ""
    place: str = ""
    hook: str = ""
    promise: str = ""
    interest: str = ""
    news: str = ""
    favour: str = ""
    introduced: str = ""
    is_introduction: bool = False
    resource: str = ""
    url: str = ""
    other: str = ""
    other_first_name: str = ""
    need: str = ""
    offer: str = ""


@dataclass(frozen=True, slots=True)
class DraftView:
    """A draft as the page needs it: which text in which language, its parts, the addresses that it goes to.

    `limit` is how many characters the body may have, 0 where nothing limits it.
    """

    name: DraftName
    language: str
    parts: Parts
    emails: tuple[str, ...] = ()
    limit: int = 0


def draft_views(index: Index, contact: Contact) -> tuple[Stretch[DraftView], ...]:
    """The drafts of a contact's page, each on the days that ask for it, in the order of their kinds."""
    windows = index.windows_of.get(contact.path, ())
    found = stretches(
        index, turning_days(contact, windows), lambda day: _on_day(index, contact, windows, day)
    )
    order = {name: place for place, name in enumerate(DRAFTS)}
    return tuple(sorted(each_stretch(found), key=lambda each: order[each.value.name]))


def _on_day(index: Index, contact: Contact, windows: tuple[Window, ...], day: date) -> tuple[DraftView, ...]:
    follow_ups = standing(windows, day)
    found = drafts(contact, follow_ups, index.network, day, index.settings)
    return tuple(
        DraftView(
            name=each.name,
            language=each.language,
            parts=_parts(index, contact, each),
            emails=_emails(index, contact, each),
            limit=each.limit,
        )
        for each in found
    )


def first_name(name: str) -> str:
    """What one calls somebody: the first word of the name, or the whole of one in a CJK script."""
    words = name.split()
    letter = next((each for each in name if each.isalpha()), "")
    if letter and unicodedata.name(letter, "").startswith(_WHOLE):
        return " ".join(words)
    return words[0].strip(",;:") if words else ""


def _parts(index: Index, contact: Contact, draft: Draft) -> Parts:
    event, place = _meeting(index, draft)
    resource = index.network.notes.get(draft.resource)
    card = resource.card if resource else None
    other = index.network.contacts.get(draft.other)
    return Parts(
        name=line(contact.name),
        first_name=first_name(contact.name),
        me=_me(index),
        event=event,
        place=place,
        hook=_words(index, draft.hook),
        promise=line(draft.promise),
        interest=_words(index, draft.interest),
        news=line(draft.news),
        favour=line(draft.favour),
        introduced=_names(index, draft.introduced),
        is_introduction=draft.is_introduction,
        resource=line(resource.name) if resource else "",
        url=web_address(card.url) if isinstance(card, ResourceCard) else "",
        other=line(other.name) if other else "",
        other_first_name=first_name(other.name) if other else "",
        need=line(draft.need),
        offer=line(draft.offer),
    )


def _emails(index: Index, contact: Contact, draft: Draft) -> tuple[str, ...]:
    """The address of the contact, and of the other where one writes to both; none for what is no mail."""
    if draft.name == "linkedin":
        return ()
    both = (contact, index.network.contacts[draft.other]) if draft.name == "introduction" else (contact,)
    first = (next((each for each in one.card.emails if mail_address(each)), "") for one in both)
    return tuple(each for each in first if each)


def _meeting(index: Index, draft: Draft) -> tuple[str, str]:
    """What one met at, as a name or in other words."""
    if draft.place is None:
        return line(draft.meeting), ""
    words = phrase(index, draft.place)
    text = line(plain(words))
    has_name = len(words) == 1 and (words[0].path or words[0].is_missing)
    return (text, "") if has_name else ("", text)


def _me(index: Index) -> str:
    own = index.network.contacts.get(index.network.me or "")
    return line(index.settings.me.name) or (line(own.name) if own else "")


def _names(index: Index, paths: Iterable[str]) -> str:
    return ", ".join(line(note_ref(index, path).label) for path in paths)


def _words(index: Index, value: Value | None) -> str:
    return line(plain(phrase(index, value))) if value else ""


def line(text: str) -> str:
    """A text of a note as one line that a sentence can go on after."""
    return " ".join(text.split()).replace(" ,", ",").rstrip(_OPEN_ENDED)
