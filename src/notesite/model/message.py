"""Words to people, kept as a pattern and its parts until the language of their reader is known."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Union

Part = Union[str, "Message"]


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence with what stands in it: `str` gives it in English, `told` in a language.

    `pattern` is in English and holds `%(name)s` for each part, `%(name)r` for one in quotes. A `%` of its own
    is written `%%` where there are parts or a plural, and plainly where there are none. With a `plural`,
    `pattern` is what is said of one, and `number`, how many there are, stands in both as `%(num)s`.
    A message without a pattern says nothing and is false.
    """

    pattern: str = ""
    parts: tuple[tuple[str, Part], ...] = ()
    plural: str = ""
    number: int = 1

    def __bool__(self) -> bool:
        return bool(self.pattern)

    def __str__(self) -> str:
        return self.told(str, _in_english)

    def told(self, gettext: Callable[[str], str], ngettext: Callable[[str, str, int], str]) -> str:
        """The text in the language of a catalogue, whose two functions these are."""
        if not self.pattern:
            return ""
        parts = {
            name: part.told(gettext, ngettext) if isinstance(part, Message) else part
            for name, part in self.parts
        }
        if self.plural:
            return ngettext(self.pattern, self.plural, self.number) % {"num": str(self.number), **parts}
        text = gettext(self.pattern)
        return text % parts if parts else text


NOTHING = Message()


def say(pattern: str, /, **parts: object) -> Message:
    """A sentence with its parts, kept as text; one that is a message is told in the same language."""
    return Message(pattern, _kept(parts))


def say_many(one: str, many: str, number: int, /, **parts: object) -> Message:
    """The sentence for a number of things: `one`, or `many` with `%(num)s` in it."""
    return Message(one, _kept(parts), many, number)


def marked(message: str) -> str:
    """The text itself, marked for the catalogue: it is translated where it is shown (gettext calls it N_)."""
    return message


def _kept(parts: dict[str, object]) -> tuple[tuple[str, Part], ...]:
    return tuple((name, part if isinstance(part, Message) else str(part)) for name, part in parts.items())


def _in_english(one: str, many: str, number: int) -> str:
    return one if number == 1 else many
