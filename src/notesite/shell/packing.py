"""Values of known types as bytes and back."""

import zlib
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")

_encoder = msgspec.msgpack.Encoder()
_HALVES = b"\xc1"
"""What opens bytes with halves of surrogate pairs, which the name of a file may hold."""
_AWAY = {0xD800 + number: 0xF0000 + number for number in range(0x800)}
_BACK = {other: half for half, other in _AWAY.items()}


def packed(value: object) -> bytes:
    """A value as bytes."""
    try:
        return _encoder.encode(value)
    except UnicodeEncodeError:
        return _HALVES + _encoder.encode(_translated(value, _AWAY))


def squeezed(data: bytes) -> bytes:
    """The same in a third of the room: ten thousand notes wait in memory until the build ends."""
    return zlib.compress(data, 1)


def unsqueezed(data: bytes) -> bytes:
    """What was squeezed. Raises ValueError where that is broken."""
    try:
        return zlib.decompress(data)
    except zlib.error as error:
        raise ValueError("these bytes are broken") from error


def unpacked(decoder: msgspec.msgpack.Decoder[T], data: bytes) -> T:
    """The value of some bytes. Raises ValueError where they are broken."""
    return restored(decoder.decode, data)


def restored(decode: Callable[[bytes], T], data: bytes) -> T:
    """What a function makes of the bytes of a value. Raises ValueError where they are broken."""
    try:
        if data.startswith(_HALVES):
            whole: T = _translated(decode(data[1:]), _BACK)
            return whole
        return decode(data)
    except (msgspec.MsgspecError, TypeError, IndexError) as error:
        raise ValueError("this is no such value") from error


def _translated(value: Any, table: Mapping[int, int]) -> Any:
    """The same value with other letters in all of its texts."""
    if isinstance(value, str):
        return str.translate(value, table) if type(value) is str else value
    if isinstance(value, Mapping):
        return {_translated(key, table): _translated(each, table) for key, each in value.items()}
    if isinstance(value, tuple) and hasattr(value, "_make"):
        return value._make(_translated(each, table) for each in value)
    if isinstance(value, (tuple, frozenset)):
        return type(value)(_translated(each, table) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = {each.name: getattr(value, each.name) for each in fields(value)}
        return type(value)(**{name: _translated(each, table) for name, each in parts.items()})
    return value
