"""Texts that many values share, held once: ten thousand notes name the same paths again and again."""

from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

T = TypeVar("T")


class Words:
    """All texts that were seen, each the first of those that are equal."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def within(self, value: T) -> T:
        """An equal value, made of texts that are held once."""
        found: T = self._shared(value)
        return found

    def _shared(self, value: Any) -> Any:
        if type(value) is str:
            return self._known.setdefault(value, value)
        if type(value) is tuple:
            return tuple(map(self._shared, value)) if value else value
        if is_dataclass(value) and not isinstance(value, type):
            return type(value)(*(self._shared(getattr(value, each.name)) for each in fields(value)))
        return value
