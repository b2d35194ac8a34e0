"""Mappings whose values are worked out when they are asked for, and such as tell what they were asked."""

from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping, ValuesView
from contextlib import contextmanager
from functools import cache, lru_cache, partial
from typing import Generic, TypeVar

T = TypeVar("T")

Read = str
"""What was asked: the name of a lookup, and a key, `KEYS` for all its keys, or `EVERY` for all its values."""

KEYS, EVERY = "\0keys", "\0every"


def read(name: str, key: str) -> Read:
    """That a lookup was asked for a key."""
    return f"{name}\0{key}"


class Reads:
    """What is asked of lookups while something is worked out, whether or not they have it."""

    def __init__(self) -> None:
        self._found: set[Read] | None = None

    def add(self, name: str, key: str) -> None:
        """Somebody asks a lookup for a key."""
        if self._found is not None:
            self._found.add(read(name, key))

    def update(self, asked: Iterable[Read]) -> None:
        """All of these are asked, as somebody else did who found the same."""
        if self._found is not None:
            self._found.update(asked)

    @contextmanager
    def recorded(self) -> Iterator[set[Read]]:
        """Everything that is asked meanwhile, and that nobody else records by then."""
        before, found = self._found, set[Read]()
        self._found = found
        try:
            yield found
        finally:
            self._found = before


class Made(Mapping[str, T], Generic[T]):
    """Values by key, each worked out when it is first asked for.

    With `most`, only so many are kept, those asked for last. What is asked of lookups in order to work one
    out is hidden from `reads`, where they are given.
    """

    def __init__(
        self,
        keys: Iterable[str],
        make: Callable[[str], T],
        most: int | None = None,
        reads: Reads | None = None,
    ) -> None:
        self._keys = dict.fromkeys(keys)
        self._value = lru_cache(most)(make if reads is None else partial(_hidden, make, reads))

    def __getitem__(self, key: str) -> T:
        if key not in self._keys:
            raise KeyError(key)
        return self._value(key)

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


class Late(Mapping[str, T], Generic[T]):
    """A mapping that is made when it is first asked for anything."""

    def __init__(self, make: Callable[[], Mapping[str, T]]) -> None:
        self._found = cache(make)

    def __getitem__(self, key: str) -> T:
        return self._found()[key]

    def __contains__(self, key: object) -> bool:
        return key in self._found()

    def __iter__(self) -> Iterator[str]:
        return iter(self._found())

    def __len__(self) -> int:
        return len(self._found())

    def items(self) -> ItemsView[str, T]:
        """Every key with its value."""
        return self._found().items()

    def values(self) -> ValuesView[T]:
        """Every value."""
        return self._found().values()


def _hidden(make: Callable[[str], T], reads: Reads, key: str) -> T:
    with reads.recorded():
        return make(key)


class Lookup(Mapping[str, T], Generic[T]):
    """A mapping with a name that notes what it is asked for, whether or not it has it."""

    def __init__(self, found: Mapping[str, T], name: str, reads: Reads) -> None:
        self._found, self._name, self._reads = found, name, reads

    def __getitem__(self, key: str) -> T:
        self._reads.add(self._name, key)
        return self._found[key]

    def __contains__(self, key: object) -> bool:
        self._reads.add(self._name, str(key))
        return key in self._found

    def __iter__(self) -> Iterator[str]:
        self._reads.add(self._name, KEYS)
        return iter(self._found)

    def __len__(self) -> int:
        self._reads.add(self._name, KEYS)
        return len(self._found)

    def items(self) -> ItemsView[str, T]:
        """Every key with its value."""
        self._reads.add(self._name, EVERY)
        return self._found.items()

    def values(self) -> ValuesView[T]:
        """Every value."""
        self._reads.add(self._name, EVERY)
        return self._found.values()
