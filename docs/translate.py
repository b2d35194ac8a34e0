"""Bring the catalogues of src/notesite/locale up to date with the sentences in the code and the templates.

python docs/translate.py            writes notesite.po and notesite.mo of every language
python docs/translate.py --check    writes nothing; 1 where they differ or a sentence is not translated

Translations stay as they are; a new sentence is added without one, one that is gone is dropped. To translate,
fill in the empty `msgstr` in the .po and run the script again.
"""

import ast
import sys
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from notesite.cli.speech import paragraphs

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "notesite"
TEMPLATES = ROOT / "templates"
LOCALE = SOURCE / "locale"

Sentence = str | tuple[str, ...]

_IN_TEMPLATES = {"_": None, "ngettext": (1, 2)}
_IN_CODE = {**_IN_TEMPLATES, "marked": None, "ngettext_noop": (1, 2), "say": None, "say_many": (1, 2)}
_TEMPLATE_OPTIONS = {
    "extensions": "jinja2.ext.do",
    "trim_blocks": "true",
    "lstrip_blocks": "true",
    "silent": "false",
}
_HEADER = "# The sentences of notesite (%s): brought up to date by docs/translate.py, translated by hand."
_MIME = (
    ("MIME-Version", "1.0"),
    ("Content-Type", "text/plain; charset=utf-8"),
    ("Content-Transfer-Encoding", "8bit"),
)


class Steady(Catalog):
    """A catalogue whose header tells nothing that changes by itself: no dates, no versions."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """Language, plural forms and encoding."""
        return [
            ("Language", str(self.locale_identifier)),
            ("Plural-Forms", self.plural_forms),
            *_MIME,
        ]

    @mime_headers.setter
    def mime_headers(self, _headers: Iterable[tuple[str, str]]) -> None:
        """Nothing: a file's own header is not asked."""


def sentences() -> dict[Sentence, set[str]]:
    """Every sentence to translate, one with plurals as a pair, with the files that say it."""
    found: dict[Sentence, set[str]] = {}
    for sentence, path in (*_of_code(), *_of_templates()):
        found.setdefault(sentence, set()).add(path.relative_to(ROOT).as_posix())
    return found


def _of_code() -> Iterator[tuple[Sentence, Path]]:
    for path in sorted(SOURCE.rglob("*.py")):
        data = path.read_bytes()
        yield from ((each, path) for each in _extracted("python", data, _IN_CODE, {}))
        if path.parent.name == "cli":
            yield from ((each, path) for each in _helps(ast.parse(data)))


def _of_templates() -> Iterator[tuple[Sentence, Path]]:
    for path in sorted((*TEMPLATES.rglob("*.html"), *(TEMPLATES / "data").glob("*.js"))):
        found = _extracted("jinja2.ext:babel_extract", path.read_bytes(), _IN_TEMPLATES, _TEMPLATE_OPTIONS)
        yield from ((each, path) for each in found)


def _extracted(
    method: str, data: bytes, keywords: Mapping[str, Any], options: dict[str, Any]
) -> Iterator[Sentence]:
    for _line, sentence, _comments, _context in extract(method, BytesIO(data), keywords, options=options):
        yield sentence


def _helps(tree: ast.Module) -> Iterator[Sentence]:
    """The paragraphs of each command's help, which is the docstring of its function."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and any(map(_is_command, node.decorator_list)):
            for _kept, words in paragraphs(ast.get_docstring(node) or ""):
                yield words


def _is_command(decorator: ast.expr) -> bool:
    match decorator:
        case ast.Call(func=ast.Attribute(attr="command" | "group")):
            return True
    return False


def languages() -> list[str]:
    """The languages that have a catalogue."""
    return sorted(path.name for path in LOCALE.iterdir() if path.is_dir())


def files_of(language: str) -> tuple[Path, Path]:
    """Where a language's .po and .mo lie."""
    folder = LOCALE / language / "LC_MESSAGES"
    return folder / "notesite.po", folder / "notesite.mo"


def renewed(language: str, old: Catalog | None = None) -> Catalog:
    """The catalogue of all sentences, with the translations that the old one has of them."""
    new = Steady(language, charset="utf-8", fuzzy=False)
    new.header_comment = _HEADER % language
    for sentence, files in sentences().items():
        known = old.get(sentence) if old else None
        same = known is not None and isinstance(known.id, tuple) == isinstance(sentence, tuple)
        locations = [(file, None) for file in sorted(files)]
        message = new.add(sentence, known.string if known and same else None, locations)
        message.flags = {"python-format"} if "%(" in str(sentence) else set()
    return new


def as_po(catalog: Catalog) -> bytes:
    """The catalogue as the text that translators edit: sorted, with files but no line numbers."""
    data = BytesIO()
    write_po(data, catalog, width=100, sort_output=True, include_lineno=False)
    return data.getvalue()


def as_mo(catalog: Catalog) -> bytes:
    """The catalogue compiled, as gettext reads it."""
    data = BytesIO()
    write_mo(data, catalog)
    return data.getvalue()


def read(language: str) -> Catalog | None:
    """The catalogue of a language as its .po has it; None where there is none yet."""
    po, _mo = files_of(language)
    return read_po(BytesIO(po.read_bytes()), locale=language) if po.is_file() else None


def untranslated(catalog: Catalog) -> list[Message]:
    """The sentences that lack a translation, or a plural of it."""
    return [each for each in catalog if each.id and not all(_forms(each))]


def _forms(message: Message) -> tuple[str, ...]:
    if isinstance(message.string, str):
        return (message.string,)
    return tuple(message.string or ("",))


def main(arguments: list[str]) -> int:
    """Write the catalogues, or check them; 1 where a check fails."""
    wrong = 0
    for language in languages():
        catalog = renewed(language, read(language))
        for path, data in zip(files_of(language), (as_po(catalog), as_mo(catalog)), strict=True):
            if path.is_file() and path.read_bytes() == data:
                continue
            wrong += 1
            if "--check" in arguments:
                sys.stderr.write(f"{path.relative_to(ROOT)} is not up to date: python docs/translate.py\n")
            else:
                path.write_bytes(data)
        for message in untranslated(catalog):
            wrong += 1
            sys.stderr.write(f"{language}: not translated: {message.id!r}\n")
    return 1 if wrong and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
