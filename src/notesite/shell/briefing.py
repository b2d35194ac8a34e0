"""What to know before an event, in plain words: for a terminal, or another program."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from html import unescape

from notesite.markup.html import resolve_marks
from notesite.model.dates import PartialDate
from notesite.model.due import Due
from notesite.model.errors import NotesiteError
from notesite.model.message import say
from notesite.model.network import Network
from notesite.shell.naming import named
from notesite.shell.notebooks import read_notebook
from notesite.shell.parallel import Progress, silent
from notesite.shell.places import Places
from notesite.views.briefs import Brief
from notesite.views.derive import derive
from notesite.views.event import Preparation, preparation
from notesite.views.event_days import is_past
from notesite.views.meeting import Sort, Why
from notesite.views.parts import Person, Phrase, PromiseRow, Prose
from notesite.views.texts import plain

_TAGS = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Owed:
    """A promise in words, with its day where it has one."""

    what: str
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What to know of somebody: `at` is the organisation, `in_place` the town for which they are expected."""

    path: str
    name: str
    role: str
    orgs: tuple[str, ...]
    at: str
    in_place: str
    last: date | None
    topic: str
    hook: str
    mine: tuple[Owed, ...]
    theirs: tuple[Owed, ...]
    questions: tuple[str, ...]
    interests: tuple[str, ...]
    needs: tuple[str, ...]
    offers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cause:
    """A reason to meet somebody: its kind, and what it speaks of as far as it does."""

    sort: Sort
    goal: str = ""
    sought: str = ""
    offered: str = ""
    due: Due | None = None
    on: date | None = None
    people: tuple[str, ...] = ()
    more: int = 0
    org: str = ""


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal of the event, with its last day and what it looks for."""

    name: str
    by: PartialDate | None
    looking_for: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Briefing:
    """What to know before an event; `names` are those of whom there is no brief."""

    path: str
    name: str
    start: date | None
    end: date | None
    time: str
    locations: tuple[str, ...]
    goals: tuple[Goal, ...]
    pitch: str
    meet: tuple[tuple[str, tuple[Cause, ...]], ...]
    people: tuple[Told, ...]
    names: tuple[str, ...]


def briefing(places: Places, day: date, name: str, progress: Progress = silent, jobs: int = 1) -> Briefing:
    """What to know before the event of a name, alias or path; without a name, before the next one.

    Raises NotesiteError where there is no such event.
    """
    notebook = read_notebook(places, progress, jobs)
    network = notebook.network
    path = _named(network, name) if name else _next(network, day)
    event = network.events[path]
    views = derive(network, notebook.diagnostics, day, places.settings, notebook.reads)
    found = preparation(views.index, event)
    return Briefing(
        path=path,
        name=event.name,
        start=event.start,
        end=event.end,
        time=event.card.time,
        locations=tuple(each.text for each in event.card.locations),
        goals=tuple(Goal(each.goal.label, each.by, each.wanted) for each in found.aims),
        pitch=_words(found.pitch_words),
        meet=tuple((each.brief.person.name, tuple(map(_cause, each.reasons))) for each in found.proposals),
        people=tuple(_told(each, day) for each in found.briefs),
        names=_names(found),
    )


def _next(network: Network, day: date) -> str:
    """The next event to which one goes, or at which one is."""
    ahead = [
        (event.start, path)
        for path, event in network.events.items()
        if event.start and not is_past(event, day) and event.card.status not in ("idea", "skipped")
    ]
    if not ahead:
        raise NotesiteError(say("no event is ahead"), say("name one: notesite brief NAME"))
    return min(ahead)[1]


def _named(network: Network, name: str) -> str:
    missing = say("no event is called %(name)r", name=name)
    return named((network.faces[path] for path in network.events), name, missing).path


def _names(found: Preparation) -> tuple[str, ...]:
    return tuple(ref.label for ref in (*found.listed, *found.names))


def _told(brief: Brief, day: date) -> Told:
    person, source = brief.person, brief.source
    last = next((each.value for each in brief.last if each.lasts_on(day)), None)
    return Told(
        path=person.path,
        name=person.name,
        role=person.role,
        orgs=_orgs(person),
        at=source.org.label if source.org else "",
        in_place=source.place.label if source.place else "",
        last=last.day if last else None,
        topic=_words(last.topic) if last else "",
        hook=plain(brief.hook),
        mine=_owed(brief.mine),
        theirs=_owed(brief.theirs),
        questions=tuple(map(_words, brief.questions)),
        interests=_texts(brief.interests),
        needs=_texts(brief.needs),
        offers=_texts(brief.offers),
    )


def _orgs(person: Person) -> tuple[str, ...]:
    return tuple(each.label for each in person.orgs)


def _owed(rows: Iterable[PromiseRow]) -> tuple[Owed, ...]:
    return tuple(Owed(each.plain, each.due) for each in rows)


def _texts(many: Iterable[Phrase]) -> tuple[str, ...]:
    return tuple(map(plain, many))


def _cause(why: Why) -> Cause:
    return Cause(
        sort=why.sort,
        goal=why.goal.label if why.goal else "",
        sought=why.sought,
        offered=why.offered,
        due=why.due.window.due if why.due and why.due.window else None,
        on=why.on,
        people=tuple(ref.label for ref in why.people),
        more=why.more,
        org=why.org.label if why.org else "",
    )


def _words(prose: Prose) -> str:
    """Rich text as words, with single spaces."""
    return " ".join(unescape(_TAGS.sub("", resolve_marks(prose.html, lambda _: None))).split())
