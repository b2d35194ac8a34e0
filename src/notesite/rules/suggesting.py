"""Whom one could introduce to whom: a need that meets an offer, or two close ties of one field and place."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, combinations

from notesite.model.profile import Profile
from notesite.rules.acquaintance import Acquaintance
from notesite.rules.matching import COMMON, Words

MOST = 20
MOST_A_PERSON = 3

Pair = frozenset[str]
Order = Callable[[str], tuple[object, ...]]
"""A contact's place in the alphabet."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two contacts to introduce to each other.

    With `words`, the first looks for what the other offers, and these words say so; else both are close
    ties of one `field` and one `place`.
    """

    one: str
    other: str
    words: tuple[str, ...] = ()
    field: str = ""
    place: str = ""


def suggestions(
    words: Words, known: Acquaintance, settled: Collection[Pair], order: Order
) -> tuple[Suggestion, ...]:
    """The introductions to suggest, at most twenty, and at most three of one person.

    A need that meets an offer comes first: of the rarest word in common, then with more words in common,
    then of more close ties, then by name. Two close ties follow: of the smaller field and place, by name.
    There is none for two who know each other or are of one organisation, nor for a pair among the `settled`,
    whose introduction is under way, made or dismissed.
    """
    counts: Counter[str] = Counter()
    found: dict[Pair, Suggestion] = {}
    for each in chain(_met(words, order), _close(words.profiles, order)):
        pair = frozenset((each.one, each.other))
        is_open = (
            pair not in settled and pair not in found and not known.know_each_other(each.one, each.other)
        )
        if not is_open or max(counts[path] for path in pair) >= MOST_A_PERSON:
            continue
        if not _are_colleagues(words.profiles, each):
            found[pair] = each
            counts.update(pair)
        if len(found) == MOST:
            break
    return tuple(found.values())


def _met(words: Words, order: Order) -> Iterator[Suggestion]:
    """Every need that meets an offer, the best first, one rarity after another."""
    profiles = words.profiles

    def rank(pair: tuple[str, str]) -> tuple[object, ...]:
        common = len(_in_common(profiles, *pair))
        return (-common, -sum(profiles[path].is_strong for path in pair), *map(order, pair))

    for _, level in words.met():
        pairs = {
            (one, other): None
            for word in level
            for one in words.of(word).seekers
            for other in words.of(word).givers
            if one != other
        }
        for one, other in sorted(pairs, key=rank):
            common = _in_common(profiles, one, other)
            rare = sorted((words.of(word).rarity, word) for word in common)
            yield Suggestion(one, other, tuple(word for count, word in rare if count <= COMMON))


def _in_common(profiles: Mapping[str, Profile], one: str, other: str) -> frozenset[str]:
    return frozenset(profiles[one].needs.split()).intersection(profiles[other].offers.split())


def _close(profiles: Mapping[str, Profile], order: Order) -> Iterator[Suggestion]:
    """Every two close ties of one field and place."""
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path, profile in profiles.items():
        if profile.is_strong and profile.fields and profile.places:
            for field in profile.fields.split("\n"):
                for place in profile.places.split("\n"):
                    groups[field, place].append(path)
    small = [(len(paths), key) for key, paths in groups.items() if 1 < len(paths) <= COMMON]
    for _, (field, place) in sorted(small):
        for one, other in combinations(sorted(groups[field, place], key=order), 2):
            yield Suggestion(one, other, field=field, place=place)


def _are_colleagues(profiles: Mapping[str, Profile], each: Suggestion) -> bool:
    """Whether both are of one organisation, where people find each other."""
    orgs = (set(filter(None, profiles[path].orgs.split("\n"))) for path in (each.one, each.other))
    return bool(set.intersection(*orgs))
