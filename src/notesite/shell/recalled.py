"""What notes gave to the pages of many, out of the bytes in which it is remembered."""

from collections.abc import Iterator, Mapping

import msgspec

from notesite.model.summary import Summary
from notesite.model.tally import Tally
from notesite.shell.memory import ForgottenError
from notesite.shell.packing import unsqueezed
from notesite.shell.remembered import Unit, decoded
from notesite.views.parts import NoteRows

_SUMMARY = msgspec.msgpack.Decoder(Summary)
_TALLY = msgspec.msgpack.Decoder(Tally)
_ROWS = msgspec.msgpack.Decoder(NoteRows)


def summary_in(data: bytes) -> Summary:
    """A summary. Raises ForgottenError where it is broken, as the other does."""
    return decoded(_SUMMARY, data)


class Tallies(Mapping[str, Tally | None]):
    """What each note gives to the figures, None where it is no contact; decoded when asked for."""

    def __init__(self, units: Mapping[str, Unit]) -> None:
        self._units = units

    def __getitem__(self, path: str) -> Tally | None:
        data = self._units[path].tally
        return decoded(_TALLY, data) if data else None

    def __iter__(self) -> Iterator[str]:
        return iter(self._units)

    def __len__(self) -> int:
        return len(self._units)


def rows_in(data: bytes) -> NoteRows:
    """The rows of a note."""
    try:
        return decoded(_ROWS, unsqueezed(data))
    except ValueError as error:
        raise ForgottenError from error
