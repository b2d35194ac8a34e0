"""Introductions: whom one could connect, those under way and those made, and who opened doors to me."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from notesite.model.words import significant, written
from notesite.rules.drafts import DraftName
from notesite.rules.introductions import Introduction, Place, State
from notesite.rules.suggesting import Suggestion
from notesite.views.dealings import Dealings, deed_row, person_of
from notesite.views.doors import DoorRow, doors
from notesite.views.index import Index
from notesite.views.parts import DeedRow, Person, Phrase, Stretch
from notesite.views.portions import Portion, portion
from notesite.views.texts import plain

STEPS: tuple[State, ...] = ("asked-both", "asked-one", "idea", "made")
"""Those that are under way, in their order on the page."""


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    """Two people to introduce, and why: what one looks for and the other offers, or their field and place.

    `word` is what both speak of.
    """

    one: Person
    other: Person
    need: Phrase = ()
    offer: Phrase = ()
    word: str = ""
    field: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class IntroductionRow:
    """An introduction as far as it is.

    `next` is who is to be asked first of those who are not asked yet. The `draft` is that on the page of the
    person at `draft_of`, empty where there is none of this introduction.
    """

    people: tuple[Person, ...]
    state: State
    told: DeedRow
    day: date | None
    outcome: str
    asked: tuple[Person, ...] = ()
    next: Person | None = None
    draft: DraftName | None = None
    draft_of: str = ""


@dataclass(frozen=True, slots=True)
class IntroductionsView:
    """The page of introductions; `has_contacts` says whether there is anybody to introduce."""

    day: date
    has_contacts: bool
    suggested: tuple[SuggestionRow, ...]
    open: Portion[Stretch[IntroductionRow]]
    done: Portion[Stretch[IntroductionRow]]
    doors: Portion[DoorRow]


def introductions_view(index: Index, dealings: Dealings) -> IntroductionsView:
    """The page of introductions."""
    found, drafted = dealings.introductions, _drafted(dealings)
    under_way = sorted(
        (each for each in found if each.state in STEPS),
        key=lambda each: (STEPS.index(each.state), each.day or date.max, each.place),
    )
    ended = sorted(
        (each for each in found if each.state not in STEPS or each.lapses),
        key=lambda each: (-(each.day or date.min).toordinal(), each.place),
    )
    return IntroductionsView(
        day=index.today,
        has_contacts=bool(dealings.words.profiles),
        suggested=tuple(_suggestion(index, each) for each in dealings.suggestions),
        open=portion(under_way, lambda each: _under_way(index, each, drafted)),
        done=portion(ended, lambda each: _ended(index, each, drafted)),
        doors=doors(dealings),
    )


def _suggestion(index: Index, each: Suggestion) -> SuggestionRow:
    one, other = person_of(index, each.one), person_of(index, each.other)
    if not each.words:
        return SuggestionRow(one, other, field=each.field.rpartition("/")[2], place=_place(index, each))
    word = each.words[0]
    need = _with_word(index.rows[each.one].needs, each.words)
    return SuggestionRow(
        one=one,
        other=other,
        need=need,
        offer=_with_word(index.rows[each.other].offers, each.words),
        word=written(plain(need), word).casefold(),
    )


def _place(index: Index, each: Suggestion) -> str:
    """The place that both have, as the first of them writes it."""
    row = index.rows[each.one].contact
    written_so = (plain(words) for words in (row.locations if row else ()))
    return next((text for text in written_so if " ".join(text.casefold().split()) == each.place), each.place)


def _with_word(phrases: Iterable[Phrase], words: Iterable[str]) -> Phrase:
    """The phrase that has most of some words; the first of several."""
    wanted = set(words)
    return max(phrases, key=lambda each: len(wanted.intersection(significant(plain(each)))), default=())


def _under_way(index: Index, each: Introduction, drafted: Mapping[str, Place]) -> Stretch[IntroductionRow]:
    row = _row(index, each, drafted)
    return Stretch(row, until=each.lapses, is_now=each.lapses is None or index.today < each.lapses)


def _ended(index: Index, each: Introduction, drafted: Mapping[str, Place]) -> Stretch[IntroductionRow]:
    row = _row(index, each, drafted)
    return Stretch(row, since=each.lapses, is_now=each.lapses is None or each.lapses <= index.today)


def _row(index: Index, each: Introduction, drafted: Mapping[str, Place]) -> IntroductionRow:
    draft: DraftName = "introduction" if each.state == "asked-both" else "introduction-question"
    is_open = each.state != "made" and each.state in STEPS
    writes_to = each.unasked or each.people
    draft_of = next((path for path in writes_to if is_open and drafted.get(path) == each.place), "")
    return IntroductionRow(
        people=tuple(person_of(index, path) for path in each.people),
        state=each.state,
        told=deed_row(index, each.place),
        day=each.day,
        outcome=each.outcome,
        asked=tuple(person_of(index, path) for path in each.asked),
        next=person_of(index, draft_of or each.unasked[0]) if is_open and each.unasked else None,
        draft=draft if draft_of else None,
        draft_of=draft_of,
    )


def _drafted(dealings: Dealings) -> Mapping[str, Place]:
    """Of which task a contact's page has the drafts: the first that is owed to them and names another."""
    found: dict[str, Place] = {}
    tasks = (each for each in dealings.deeds.items() if each[1].kind == "to-introduce")
    for place, deed in sorted(tasks, key=lambda each: (each[0][0], each[1].line)):
        summary = dealings.summaries[place[0]]
        is_of_a_contact = summary.standing is not None and not summary.standing.is_me
        for path in (place[0],) if is_of_a_contact else deed.people:
            standing = dealings.summaries[path].standing
            if len(deed.people) > 1 and standing and standing.is_here:
                found.setdefault(path, place)
    return found
