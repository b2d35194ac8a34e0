"""Which messages a contact could do with on a day, and the facts that each of them speaks of."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, get_args

from notesite.model.dates import days_after
from notesite.model.due import WEEK, Due, FollowUp, Reason, Window
from notesite.model.network import Contact, Network
from notesite.model.note import Entry
from notesite.model.settings import Settings
from notesite.model.text import fold, key_of
from notesite.model.values import Value

DraftName = Literal[
    "first-follow-up",
    "thank",
    "congratulate",
    "birthday",
    "reconnect",
    "linkedin",
    "introduction-question",
    "introduction",
]
DRAFTS: tuple[DraftName, ...] = get_args(DraftName)
MOST = 7
INTRODUCTION = "intro"
"""The tag of a task to introduce two people."""
WORD = 4
"""Shorter words than this say nothing of what a need and an offer have in common."""
RECENT = 365

ANSWERS: Mapping[Reason, DraftName] = {
    "first-follow-up": "first-follow-up",
    "thanks": "thank",
    "congratulate": "congratulate",
    "birthday": "birthday",
}
"""The draft that a reason asks for; every other reason is served by the one to reconnect."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One message to a contact, and the facts for it; empty where the notes do not have them.

    `place` is where you met as the front matter says it, `meeting` what the log says of it. `promise`
    is what you owe, `interest` one that you share, `news` what changed, `favour` what you thank for.
    `introduced` are the paths of those whom the contact introduced, `resource` the path of what they
    might like. `other` is the path of whom they are to meet, `need` what the contact looks for and
    `offer` what the other has of it. With a `limit` the body has at most so many characters; 0 is none.
    """

    name: DraftName
    contact: str
    language: str
    place: Value | None = None
    meeting: str = ""
    hook: Value | None = None
    promise: str = ""
    interest: Value | None = None
    news: str = ""
    favour: str = ""
    is_introduction: bool = False
    introduced: tuple[str, ...] = ()
    resource: str = ""
    other: str = ""
    need: str = ""
    offer: str = ""
    limit: int = 0


def drafts(
    contact: Contact,
    follow_ups: Iterable[FollowUp],
    network: Network,
    day: date,
    settings: Settings,
) -> tuple[Draft, ...]:
    """The drafts that the contact's follow-ups of a day ask for, the one to reconnect, and an invitation.

    At most seven. An open task of mine with `#intro` that names two contacts asks for an introduction:
    first the question to each, then the introduction itself. An invitation to LinkedIn only where
    `linkedin-ok` is yes. Archived and deceased contacts, and the user's own card, have none.
    """
    card = contact.card
    if card.status in ("archived", "deceased") or contact.note.is_me:
        return ()
    base = Draft(
        name="reconnect",
        contact=contact.path,
        language=language_of(card.language, settings.language),
        place=next(iter(card.met_at), None),
        meeting=_meeting(contact, network),
    )
    found = {draft.name: draft for draft in _asked_for(base, contact, follow_ups, network)}
    found["reconnect"] = replace(
        base,
        interest=_shared_interest(contact, network),
        news="" if "congratulate" in found else _news(contact, day),
        resource=_resource(contact, network),
    )
    if card.linkedin_ok == "yes":
        found["linkedin"] = replace(base, name="linkedin", hook=card.hook, limit=settings.linkedin_limit)
    found |= {draft.name: draft for draft in _introductions(base, contact, network)}
    return tuple(sorted(found.values(), key=lambda draft: DRAFTS.index(draft.name))[:MOST])


def language_of(written: str, otherwise: str) -> str:
    """`it` or `en`, as a contact's `language` says in any of its spellings; else the site's."""
    text = fold(written)
    if text.startswith("it"):
        return "it"
    return "en" if text.startswith(("en", "ingl")) else otherwise


def _asked_for(
    base: Draft, contact: Contact, follow_ups: Iterable[FollowUp], network: Network
) -> Iterator[Draft]:
    """A draft for each reason that has one of its own; the first of a kind counts."""
    seen: set[DraftName] = set()
    for each in follow_ups:
        name = ANSWERS.get(each.due.reason)
        if name is None or name in seen or (each.due.yearly and each.state not in ("today", "week")):
            continue
        seen.add(name)
        match name:
            case "first-follow-up":
                yield replace(base, name=name, hook=contact.card.hook, promise=_promise(contact))
            case "thank":
                yield _thanks(base, each.due, contact, network)
            case "congratulate":
                yield replace(base, name=name, news=each.due.what)
            case _:
                yield replace(base, name=name)


def _thanks(base: Draft, due: Due, contact: Contact, network: Network) -> Draft:
    if due.about:
        return replace(base, name="thank", is_introduction=True, introduced=(due.about,))
    favour = next((each for each in contact.note.body.entries if each.origin == due.origin), None)
    if favour is None or favour.channel != "intro":
        return replace(base, name="thank", favour=due.what)
    return replace(base, name="thank", is_introduction=True, introduced=_named(favour, contact, network))


def _introductions(base: Draft, contact: Contact, network: Network) -> Iterator[Draft]:
    """What the first introduction that I promised asks for; both are asked before they are introduced."""
    for promise in sorted(contact.promises, key=lambda each: each.task.origin):
        targets = network.targets.get(promise.task.origin.path, ())
        linked = (targets[number] for number in promise.task.links if number < len(targets))
        named = (path for path in (*promise.contacts, *linked) if path in network.contacts)
        others = [path for path in named if path and path not in (contact.path, network.me)]
        tags = {fold(tag) for tag in promise.task.tags}
        if not (promise.is_mine and promise.task.is_open and others and INTRODUCTION in tags):
            continue
        need, offer = _in_common(contact.card.needs, network.contacts[others[0]].card.offers)
        draft = replace(base, other=others[0], need=need, offer=offer)
        yield replace(draft, name="introduction-question")
        yield replace(draft, name="introduction")
        return


def _in_common(needs: Iterable[Value], offers: Iterable[Value]) -> tuple[str, str]:
    """The first need and offer that share a word; empty where none do."""
    offered = [(each.text, _words(each)) for each in offers]
    for need in needs:
        for text, words in offered:
            if words & _words(need):
                return need.text, text
    return "", ""


def _words(value: Value) -> set[str]:
    return {word for word in re.findall(r"\w+", fold(value.text)) if len(word) >= WORD}


def _named(entry: Entry, contact: Contact, network: Network) -> tuple[str, ...]:
    """The other contacts that an entry names."""
    targets = network.targets.get(entry.origin.path, ())
    numbers = sorted({*entry.people, *entry.mentions})
    paths = (targets[number] for number in numbers if number < len(targets))
    others = (path for path in paths if path in network.contacts and path not in (contact.path, network.me))
    return tuple(dict.fromkeys(path for path in others if path))


def _meeting(contact: Contact, network: Network) -> str:
    """The name of what we met at, as the log tells it."""
    for each in contact.interactions:
        if each.channel == "met":
            if each.event:
                return network.notes[each.event].name
            if each.entry and each.entry.place is not None:
                return network.notes[each.origin.path].links[each.entry.place].label
    return ""


def _promise(contact: Contact) -> str:
    """What I owe them first."""
    tasks = [each.task for each in contact.promises if each.is_mine and each.task.is_open]
    first = min(tasks, key=lambda task: (task.due or date.max, task.origin), default=None)
    return first.text if first else ""


def _shared_interest(contact: Contact, network: Network) -> Value | None:
    me = network.contacts.get(network.me) if network.me else None
    mine = {key_of(value.text) for value in me.card.interests} if me else set()
    return next((value for value in contact.card.interests if key_of(value.text) in mine), None)


def _news(contact: Contact, day: date) -> str:
    """What they do since their last change of position, where that was in the year before a day."""
    recent = [(on, words) for on, words in _changes(contact) if words and 0 <= (day - on).days <= RECENT]
    return max(recent, default=(day, ""))[1]


def turning_days(contact: Contact, windows: Iterable[Window]) -> Iterator[date | None]:
    """The days on which the drafts of a contact may become others."""
    for window in windows:
        if window.due.reason in ANSWERS:
            yield from (window.since, window.until)
            if window.due.yearly and window.on:
                yield days_after(window.on, -WEEK)
    for on, _ in _changes(contact):
        yield on
        yield days_after(on, RECENT + 1)


def _changes(contact: Contact) -> Iterator[tuple[date, str]]:
    """The changes of position that are told: one that began, or that the card names after another ended."""
    card, org = contact.card, next((each.label for each in contact.orgs), "")
    for each in card.positions:
        if each.start and each.start.month and not each.end:
            yield each.start.first_day, _joined(each.role, _name(each.org))
        if each.end and each.end.month and card.role:
            yield each.end.first_day, _joined(card.role, org)


def _joined(*words: str) -> str:
    return ", ".join(word for word in words if word)


def _name(value: Value) -> str:
    return value.links[0].label if value.links else value.text


def _resource(contact: Contact, network: Network) -> str:
    """The resource that has most in common with them, and that their note does not name already."""
    common: dict[str, int] = {}
    for topic in dict.fromkeys(_topics(contact)):
        for path in network.topics.get(topic, ()):
            if contact.path not in network.backlinks.get(path, ()):
                common[path] = common.get(path, 0) + 1
    return min(common, key=lambda path: (-common[path], path), default="")


def _topics(contact: Contact) -> Iterator[str]:
    yield from (topic for value in contact.card.interests if (topic := key_of(value.text)))
    yield from (topic for tag in contact.note.tags if (topic := key_of(tag)))
