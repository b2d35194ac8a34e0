"""What a page asked for, as small numbers: for ten thousand pages they are a few megabytes."""

from array import array
from collections.abc import Iterable
from zlib import crc32

from notesite.model.lookup import Read

Marks = bytes
"""A number of 32 bits for each thing asked for, in the order of numbers."""


def marks_of(reads: Iterable[Read]) -> Marks:
    """The numbers of what was asked for."""
    return array("I", sorted({_mark(each) for each in reads})).tobytes()


class Changed:
    """What would be answered otherwise than before; of two reads with one number, both count as such."""

    def __init__(self, reads: Iterable[Read]) -> None:
        self._marks = {_mark(each) for each in reads}

    def add(self, reads: Iterable[Read]) -> None:
        """These would be, too."""
        self._marks.update(map(_mark, reads))

    def touches(self, marks: Marks) -> bool:
        """Whether something of what was asked for is among them; raises ValueError for a broken record."""
        return not self._marks.isdisjoint(array("I", marks))


def _mark(read: Read) -> int:
    return crc32(read.encode("utf-8", "surrogatepass"))
