"""What was found and reported, as bytes and back: plain lists, of which only our own data can come."""

from collections.abc import Callable
from dataclasses import MISSING, fields
from datetime import date
from typing import Any

import msgspec

from notesite.model import dates, diagnostic, message, origin

CLASSES: tuple[type, ...] = (
    origin.Origin,
    dates.PartialDate,
    dates.Yearly,
    dates.Cadence,
    message.Message,
    diagnostic.Diagnostic,
)
"""Every class that a record may hold, by its number."""

_TUPLE, _DATE, _TEXT, _FIRST = 0, 1, 2, 3
_PLAIN = (str, int, bool, float, type(None))


def as_record(value: object) -> bytes:
    """A value as bytes; raises TypeError for one of a class that is not listed."""
    plain = _plain(value)
    try:
        return _encoder.encode(plain)
    except UnicodeEncodeError:  # half a surrogate pair, which a file's name may hold
        return _encoder.encode(_spelled(plain))


def from_record(data: bytes) -> Any:
    """The value of a record; raises ValueError for bytes that are none."""
    try:
        return _value(_decoder.decode(data))
    except (msgspec.MsgspecError, TypeError, IndexError, OverflowError, RecursionError) as error:
        raise ValueError("this is no record") from error


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder()


def _default(each: Any) -> object:
    return each.default_factory() if each.default_factory is not MISSING else each.default


_NUMBERS = {each: number for number, each in enumerate(CLASSES, start=_FIRST)}
_NAMES = {each: tuple(field.name for field in fields(each)) for each in CLASSES}
_DEFAULTS = {each: tuple(_default(field) for field in fields(each)) for each in CLASSES}


def _plain(value: object) -> Any:
    kind = type(value)
    if kind in _PLAIN:
        return value
    if isinstance(value, tuple):
        return [_TUPLE, *map(_plain, value)]
    if isinstance(value, date):
        return [_DATE, value.toordinal()]
    if kind not in _NUMBERS:
        raise TypeError(f"no record of {kind.__name__}")
    parts = [getattr(value, name) for name in _NAMES[kind]]
    defaults = _DEFAULTS[kind]
    while parts and parts[-1] == defaults[len(parts) - 1]:
        parts.pop()
    return [_NUMBERS[kind], *map(_plain, parts)]


def _spelled(plain: Any) -> Any:
    if isinstance(plain, list):
        return [_spelled(each) for each in plain]
    return [_TEXT, plain.encode("utf-8", "surrogatepass")] if isinstance(plain, str) else plain


def _value(plain: Any) -> Any:
    if type(plain) is not list:
        return plain
    tag = plain[0]
    parts = [_value(each) if type(each) is list else each for each in plain[1:]]
    if tag == _TUPLE:
        return tuple(parts)
    if tag >= _FIRST:
        return _MAKERS[tag - _FIRST](*parts)
    if tag == _TEXT:
        return str(parts[0], "utf-8", "surrogatepass")
    return date.fromordinal(parts[0])


_MAKERS: tuple[Callable[..., Any], ...] = CLASSES
