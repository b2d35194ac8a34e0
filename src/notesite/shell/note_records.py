"""Notes as bytes and back, each part as its type says."""

from dataclasses import fields, make_dataclass
from typing import Any, get_type_hints

import msgspec

from notesite.model.cards import ContactCard, EventCard, GoalCard, InteractionCard, PageCard, ResourceCard
from notesite.model.note import Note
from notesite.shell.packing import packed, restored, squeezed, unsqueezed

_CARDS = (ContactCard, EventCard, InteractionCard, GoalCard, ResourceCard, PageCard)
_NAMES = tuple(each.name for each in fields(Note))
_TYPES = {**get_type_hints(Note), "card": msgspec.Raw}
_BARE: Any = make_dataclass("_BARE", [(name, _TYPES[name]) for name in _NAMES], frozen=True, slots=True)
"""A note whose card is still in bytes: one type cannot say which of the cards it is."""

_bare: msgspec.msgpack.Decoder[tuple[int, Any]] = msgspec.msgpack.Decoder(tuple[int, _BARE])
_cards: tuple[msgspec.msgpack.Decoder[Any], ...] = tuple(map(msgspec.msgpack.Decoder, _CARDS))


def note_as_record(note: Note) -> bytes:
    """A note as bytes."""
    return squeezed(packed((_CARDS.index(type(note.card)), note)))


def note_in_record(data: bytes) -> Note:
    """The note of a record. Raises ValueError for bytes that are none."""
    return restored(_note, unsqueezed(data))


def _note(data: bytes) -> Note:
    number, bare = _bare.decode(data)
    parts = {name: getattr(bare, name) for name in _NAMES}
    return Note(**{**parts, "card": _cards[number].decode(bare.card)})
