"""The goals that an event serves: what each looks for, and who belongs to it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from notesite.model.cards import GoalCard
from notesite.model.dates import PartialDate
from notesite.model.network import Event, Ref
from notesite.model.text import fold
from notesite.model.values import Kind
from notesite.views.index import Index
from notesite.views.parts import Phrase
from notesite.views.texts import note_ref, phrases, plain

_WORD = re.compile(r"[^\W\d_]{4,}")
_COMMON = frozenset(
    _WORD.findall("""
    about also another anyone been could every first from good have into just know more most much near need
    next people person some somebody someone something than that their them there they this those very want
    well what when where which while with would your
    alla alle anche avere chiunque come cosa dalla dalle degli della delle dove essere nella nelle ogni
    persona persone prima primo qualche qualcosa qualcuno quando quella quello questa questo sono sulla
    sulle tutti tutto
    """)
)


@dataclass(frozen=True, slots=True)
class Aim:
    """A goal of an event; `people` are the paths of those whom its note names or who name it."""

    goal: Ref
    by: PartialDate | None = None
    looking_for: tuple[Phrase, ...] = ()
    people: frozenset[str] = frozenset()

    @property
    def wanted(self) -> tuple[str, ...]:
        """What it looks for, in plain words."""
        return tuple(map(plain, self.looking_for))


def aims_of(index: Index, event: Event) -> tuple[Aim, ...]:
    """The goals of an event, each once; one without a note is only its name."""
    return tuple({each.goal: each for each in _aims(index, event)}.values())


def _aims(index: Index, event: Event) -> Iterator[Aim]:
    for value in event.card.goals:
        targets = [path for path in index.network.value_targets.get(value, ()) if path]
        goals = [path for path in targets if index.network.is_(path, Kind.GOAL)]
        yield from (_aim(index, path) for path in goals)
        if not goals:
            yield Aim(note_ref(index, targets[0]) if targets else Ref(value.text))


def _aim(index: Index, path: str) -> Aim:
    card, network = index.network.notes[path].card, index.network
    if not isinstance(card, GoalCard):
        return Aim(note_ref(index, path))
    named = {each for value in card.people for each in network.value_targets.get(value, ()) if each}
    named |= {each for each in network.backlinks.get(path, ()) if network.is_(each, Kind.CONTACT)}
    return Aim(note_ref(index, path), card.by, phrases(index, card.looking_for), frozenset(named))


def words_in_common(one: str, other: str) -> frozenset[str]:
    """The words of four letters and more that two texts share, but such as every text has."""
    return _telling(one) & _telling(other)


def _telling(text: str) -> frozenset[str]:
    """The words of a text that tell something; a plural in s counts as its singular."""
    found = (word.removesuffix("s") for word in _WORD.findall(fold(text)))
    return frozenset(word for word in found if word not in _COMMON and f"{word}s" not in _COMMON)
