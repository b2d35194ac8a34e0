"""Files as they were gathered, and the text in their bytes."""

from dataclasses import dataclass

from notesite.model.diagnostic import Diagnostic, Outcome
from notesite.model.message import say, say_many
from notesite.model.origin import Origin
from notesite.model.text import control_characters, marked_controls

MOST_BYTES = 1_000_000
SHOWN_BYTES = 64 * 1024

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Source:
    """A note's file: path relative to the notes folder with `/`, its bytes, and its whole size.

    Of a file over `MOST_BYTES` only the beginning need be in `data`.
    """

    path: str
    data: bytes
    size: int = -1

    @property
    def is_large(self) -> bool:
        """Whether the file is over the limit, so that only its beginning is read."""
        return max(self.size, len(self.data)) > MOST_BYTES


def text_of(source: Source) -> Outcome[str | None]:
    """The text of a file with `\\n` line ends and without a BOM; None where it is not text.

    Reports `encoding` where it is not UTF-8, `control-characters` where some had to be replaced,
    `not-text` where the file is binary.
    """
    origin = Origin(source.path)
    text, encoding = _decoded(source.data, is_cut=source.is_large)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = control_characters(text)
    if not found:
        return Outcome(text, _encoding_report(encoding, origin))
    first, count = found[0], len(found)
    if count * 10 > len(text) and len(text) > count:
        message = say("this is no text: one character in ten cannot be shown")
        return Outcome(None, (Diagnostic("not-text", message, origin, say("remove the file, or rename it")),))
    line = text.count("\n", 0, first) + 1
    column = first - text.rfind("\n", 0, first)
    report = Diagnostic(
        "control-characters",
        say_many(
            "%(num)s character that cannot be shown, the first here",
            "%(num)s characters that cannot be shown, the first here",
            count,
        ),
        Origin(source.path, line, column),
        say("delete them in your editor"),
    )
    return Outcome(marked_controls(text), (*_encoding_report(encoding, origin), report))


def _decoded(data: bytes, *, is_cut: bool) -> tuple[str, str]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, errors="replace"), encoding
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")) if b"\0" in data else ():
        if data[offset::2].count(0) * 2 > len(data) // 2:
            return data.decode(encoding, errors="replace"), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if is_cut and error.start >= len(data) - 3:
            return data[: error.start].decode("utf-8"), "utf-8"
    try:
        return data.decode("cp1252"), "Windows-1252"
    except UnicodeDecodeError:
        return data.decode("latin-1"), "Latin-1"


def _encoding_report(encoding: str, origin: Origin) -> tuple[Diagnostic, ...]:
    if encoding == "utf-8":
        return ()
    message = say("the file is not in UTF-8; it was read as %(encoding)s", encoding=encoding)
    return (Diagnostic("encoding", message, origin, say("save it as UTF-8")),)
