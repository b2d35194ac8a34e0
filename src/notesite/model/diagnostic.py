"""What is wrong in a notebook, as values."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from notesite.model.codes import CODES, Severity
from notesite.model.message import NOTHING, Message
from notesite.model.origin import Origin

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: its code (see `CODES`), what was found, where, and how to mend it.

    Both are told in the language of whoever reads them; `hint` may be empty.
    """

    code: str
    message: Message
    origin: Origin
    hint: Message = NOTHING

    @property
    def severity(self) -> Severity:
        """The severity that the code has wherever it occurs."""
        return CODES[self.code].severity

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Order of reports: by file, then by place in it."""
        return (self.origin.path, self.origin.line, self.origin.column, self.code, str(self.message))


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T_co]):
    """What a reader returns: a value that is always usable, and what was wrong on the way."""

    value: T_co
    diagnostics: tuple[Diagnostic, ...] = ()
