"""What the contacts have in common: which words are rare enough to tell something, and who speaks of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from notesite.model.profile import Profile

COMMON = 50
"""A word that more people share says nothing."""


@dataclass(frozen=True, slots=True)
class Shared:
    """Whose profiles have a word: among the needs, and among the offers."""

    seekers: list[str] = field(default_factory=list)
    givers: list[str] = field(default_factory=list)

    @property
    def rarity(self) -> int:
        """How many look for it or offer it."""
        return len({*self.seekers, *self.givers})


class Words:
    """The words of profiles, each with those who have it."""

    def __init__(self, profiles: Mapping[str, Profile]) -> None:
        self.profiles = profiles
        self._shared: dict[str, Shared] = defaultdict(Shared)
        for path, profile in profiles.items():
            for word in profile.needs.split():
                self._shared[word].seekers.append(path)
            for word in profile.offers.split():
                self._shared[word].givers.append(path)

    @cached_property
    def _doers(self) -> Mapping[str, list[str]]:
        """By word those who do what it says."""
        found: dict[str, list[str]] = defaultdict(list)
        for path, profile in self.profiles.items():
            for word in profile.work.split():
                found[word].append(path)
        return found

    def of(self, word: str) -> Shared:
        """Who has a word."""
        return self._shared.get(word, _NOBODY)

    def met(self) -> Iterator[tuple[int, list[str]]]:
        """The words that one looks for and another offers, the rarest first: all those that so many share."""
        by_rarity: dict[int, list[str]] = defaultdict(list)
        for word, shared in self._shared.items():
            if shared.seekers and shared.givers and (count := shared.rarity) <= COMMON:
                by_rarity[count].append(word)
        yield from sorted(by_rarity.items())

    def who_could(self, words: Iterable[str]) -> tuple["Could", ...]:
        """Who has to do with some words, the best first.

        First who shares more of them, then of rarer ones, then who offers them before who does, and who does
        before who looks for them.
        """
        found: dict[str, Could] = {}
        for word in words:
            count = self._count(word)
            if count > COMMON:
                continue
            shared = self.of(word)
            for number, paths in enumerate((shared.givers, self._doers.get(word, ()), shared.seekers)):
                for path in paths:
                    found.setdefault(path, Could(path)).add(word, number, count)
        return tuple(sorted(found.values(), key=lambda each: each.rank))

    def too_common(self, words: Iterable[str]) -> tuple[tuple[str, int], ...]:
        """The words that too many share to say something, each with how many these are."""
        counts = ((word, self._count(word)) for word in words)
        return tuple((word, count) for word, count in counts if count > COMMON)

    def _count(self, word: str) -> int:
        shared = self.of(word)
        return len({*shared.seekers, *shared.givers, *self._doers.get(word, ())})


@dataclass(slots=True)
class Could:
    """A contact who has to do with some words, and how at best: 0 offers, 1 does, 2 looks for them."""

    path: str
    words: list[str] = field(default_factory=list)
    how: int = 2
    rarest: int = COMMON

    def add(self, word: str, how: int, count: int) -> None:
        """They have a word that so many share."""
        if word not in self.words:
            self.words.append(word)
        self.how, self.rarest = min(self.how, how), min(self.rarest, count)

    @property
    def rank(self) -> tuple[int, int, int]:
        """What they are sorted by."""
        return (-len(self.words), self.rarest, self.how)


_NOBODY = Shared()
