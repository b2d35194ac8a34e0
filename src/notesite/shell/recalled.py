"""What notes gave to the pages of many, out of the bytes in which it is remembered."""

import msgspec

from notesite.model.summary import Line, Summary
from notesite.model.tally import Tally
from notesite.shell.memory import ForgottenError
from notesite.shell.packing import unsqueezed
from notesite.shell.remembered import decoded
from notesite.views.found import Found
from notesite.views.parts import NoteRows

_TALLY = msgspec.msgpack.Decoder(Tally)
_SUMMARY = msgspec.msgpack.Decoder(Summary)
_DAYS = msgspec.msgpack.Decoder(dict[int, bytes])
_LINES = msgspec.msgpack.Decoder(tuple[Line, ...])
_FOUND = msgspec.msgpack.Decoder(Found)
_ROWS = msgspec.msgpack.Decoder(NoteRows)


def summary_in(data: bytes) -> Summary:
    """A summary. Raises ForgottenError where it is broken, as the other does."""
    return decoded(_SUMMARY, data)


def tally_in(data: bytes) -> Tally | None:
    """What a note gives to the figures; None where it is no contact."""
    return decoded(_TALLY, data) if data else None


def rows_in(data: bytes) -> NoteRows:
    """The rows of a note."""
    try:
        return decoded(_ROWS, unsqueezed(data))
    except ValueError as error:
        raise ForgottenError from error


def days_in(data: bytes) -> dict[int, bytes]:
    """The lines of a note by day, still encoded."""
    return decoded(_DAYS, data)


def lines_in(data: bytes, day: int) -> tuple[Line, ...]:
    """The lines of a note on a day."""
    found = days_in(data).get(day)
    return decoded(_LINES, found) if found else ()


def found_in(data: bytes) -> Found:
    """What can be searched for of a note."""
    try:
        return decoded(_FOUND, unsqueezed(data))
    except ValueError as error:
        raise ForgottenError from error
