"""A mapping whose values are worked out when they are first asked for, and that can tell what was asked."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from typing import Generic, TypeVar

T = TypeVar("T")

Read = tuple[str, str]
"""The name of a lookup, and the key that was asked for; `EVERY` for all of them."""

EVERY = "*"


class Reads:
    """What is asked of lookups while something is worked out, whether or not they have it."""

    def __init__(self) -> None:
        self._found: set[Read] | None = None

    def add(self, name: str, key: str) -> None:
        """Somebody asks a lookup for a key."""
        if self._found is not None:
            self._found.add((name, key))

    @contextmanager
    def recorded(self) -> Iterator[set[Read]]:
        """Everything that is asked meanwhile; what a lookup asks in order to answer does not count."""
        before, found = self._found, set[Read]()
        self._found = found
        try:
            yield found
        finally:
            self._found = before


class Lookup(Mapping[str, T], Generic[T]):
    """Values by key, each worked out once, when it is first asked for.

    Told a name and where to note it, it notes every key that it is asked for. With `most`, it keeps only
    so many values, those asked for last.
    """

    def __init__(
        self,
        keys: Iterable[str],
        make: Callable[[str], T],
        name: str = "",
        reads: Reads | None = None,
        most: int | None = None,
    ) -> None:
        self._keys = dict.fromkeys(keys)
        self._name, self._reads = name, reads
        self._made = lru_cache(most)(make)

    def __getitem__(self, key: str) -> T:
        if self._reads is not None:
            self._reads.add(self._name, key)
        if key not in self._keys:
            raise KeyError(key)
        if self._reads is None:
            return self._made(key)
        with self._reads.recorded():
            return self._made(key)

    def __contains__(self, key: object) -> bool:
        if self._reads is not None and isinstance(key, str):
            self._reads.add(self._name, key)
        return key in self._keys

    def __iter__(self) -> Iterator[str]:
        if self._reads is not None:
            self._reads.add(self._name, EVERY)
        return iter(self._keys)

    def __len__(self) -> int:
        if self._reads is not None:
            self._reads.add(self._name, EVERY)
        return len(self._keys)

    def __repr__(self) -> str:
        return f"Lookup({self._name}, {len(self._keys)} keys)"
