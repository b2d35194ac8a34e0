"""How far each introduction is: an idea, asked on one side, asked on both, made, and what came of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from notesite.model.dates import days_after
from notesite.model.deed import INTRODUCTIONS, Deed
from notesite.model.text import fold

State = Literal["idea", "asked-one", "asked-both", "made", "done", "dismissed"]

NO = frozenset(
    (
        *("no", "dismissed", "declined", "dropped", "not now"),
        *("rifiutata", "rifiutato", "scartata", "scartato", "lasciata perdere", "non ora"),
    )
)
"""The outcomes of an introduction that is not to be, folded."""
LAPSES_AFTER = 90
"""So many days after it was made one no longer asks what came of an introduction."""

Place = tuple[str, int]
"""Where a deed is told: the path of the note, and its number among the deeds there."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """An introduction of two or more people, as far as it is.

    `asked` are those whom I asked, in the order of days. `day` is that of the last step; `place` is where the
    entry or task stands that says most, not the asks on the way.
    """

    people: tuple[str, ...]
    state: State
    place: Place
    asked: tuple[str, ...] = ()
    day: date | None = None
    outcome: str = ""

    @property
    def unasked(self) -> tuple[str, ...]:
        """Those whom I have yet to ask."""
        return tuple(each for each in self.people if each not in self.asked)

    @property
    def lapses(self) -> date | None:
        """The day from which on one that was made no longer waits for an outcome."""
        return days_after(self.day, LAPSES_AFTER) if self.state == "made" and self.day else None


def introductions(deeds: Mapping[Place, Deed], day: date) -> tuple[Introduction, ...]:
    """Every introduction of mine on a day, those of the same people as one.

    An `intro` entry makes it, with an `outcome` it is done; a task with `#intro` is an idea, once ticked
    made, and dismissed when dropped. An `asked` entry with one that names the other asks that side. An
    outcome like `no` on any of these dismisses it; one that was dismissed is open again with another task.
    """
    about: dict[frozenset[str], dict[Place, Deed]] = defaultdict(dict)
    for place, deed in deeds.items():
        is_ahead = deed.kind == "introduced" and deed.day is not None and deed.day > day
        if deed.kind in INTRODUCTIONS and deed.people and not is_ahead:
            about[frozenset(deed.people)][place] = deed
    asks = _asks(deeds, day)
    return tuple(_introduction(found, asks) for found in about.values())


def _asks(deeds: Mapping[Place, Deed], day: date) -> Mapping[str, Sequence[tuple[date, Place, Deed]]]:
    """The asks up to a day that name somebody beside, by whom I asked, in the order of days."""
    dated = ((deed.day, place, deed) for place, deed in deeds.items() if deed.kind == "asked" and deed.day)
    found: dict[str, list[tuple[date, Place, Deed]]] = defaultdict(list)
    for on, place, deed in sorted(dated, key=lambda each: each[:2]):
        for person in deed.people if on <= day else ():
            found[person].append((on, place, deed))
    return found


def _introduction(
    found: Mapping[Place, Deed], asks: Mapping[str, Sequence[tuple[date, Place, Deed]]]
) -> Introduction:
    place, deed = max(found.items(), key=lambda each: (_weight(each[1]), each[1].day or date.min, each[0]))
    base = Introduction(deed.people, "idea", place, (), deed.day, deed.outcome)
    if deed.kind == "introduction-dropped" or _is_no(deed):
        return replace(base, state="dismissed")
    if deed.kind != "to-introduce":
        return replace(base, state="done" if deed.outcome else "made")
    return _asked(base, list(_asks_of(base, asks)))


def _asks_of(
    base: Introduction, asks: Mapping[str, Sequence[tuple[date, Place, Deed]]]
) -> Iterator[tuple[date, Place, Deed, str]]:
    """The asks of these people that name another of them, since the introduction was thought of."""
    for person in base.people:
        others = {*base.people} - {person}
        for on, place, deed in asks.get(person, ()):
            if others & {*deed.people, *deed.about} and (base.day is None or on >= base.day):
                yield on, place, deed, person


def _asked(base: Introduction, asks: Sequence[tuple[date, Place, Deed, str]]) -> Introduction:
    """The introduction once these were asked."""
    if not asks:
        return base
    on, place, deed, _ = max(asks, key=lambda each: each[:2])
    asked = tuple(dict.fromkeys(person for *_, person in sorted(asks, key=lambda each: each[:2])))
    if any(_is_no(each) for _, _, each, _ in asks):
        return replace(base, state="dismissed", asked=asked, day=on, place=place, outcome=deed.outcome)
    state: State = "asked-both" if len(asked) == len(base.people) else "asked-one"
    return replace(base, state=state, asked=asked, day=on)


def _weight(deed: Deed) -> int:
    """How much a deed says of how far an introduction is: what was made before what one means to do."""
    if deed.kind == "introduced":
        return 0 if _is_no(deed) else 3
    return 2 if deed.kind == "to-introduce" else 1 if deed.kind == "introduction-kept" else 0


def _is_no(deed: Deed) -> bool:
    return fold(deed.outcome) in NO
