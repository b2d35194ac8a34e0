"""Compiled templates, kept from one run of the program to the next where the system has a private place."""

from contextlib import suppress
from hashlib import blake2b

from jinja2 import BytecodeCache, FileSystemBytecodeCache
from jinja2.bccache import Bucket


class Compiled(FileSystemBytecodeCache):
    """Jinja2's own cache, which trusts no folder but the user's; `key` is what templates depend on.

    A template that is read from it and one that is compiled are the same, so nobody needs to know of it.
    """

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The name of the file in the cache."""
        return blake2b(f"{self._key}\0{name}\0{filename}".encode("utf-8", "surrogatepass")).hexdigest()[:40]

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read a compiled template; what cannot be read is compiled anew."""
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template, where the disk has room."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def compiled(key: str) -> BytecodeCache | None:
    """A cache of compiled templates; None where the system has no private place for it."""
    try:
        return Compiled(key)
    except (RuntimeError, OSError):
        return None
