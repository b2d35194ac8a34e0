"""The theme: templates, looked for in the notebook, the package and the checkout, in that order."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from gettext import NullTranslations
from hashlib import blake2b
from pathlib import Path

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    select_autoescape,
)
from jinja2.sandbox import SandboxedEnvironment

from notesite.markup.html import SafeHtml
from notesite.model.lookup import Read, Reads
from notesite.pages.drafts import message, openings, stop, texts_of
from notesite.pages.finding import finding_words, found_record, named_record
from notesite.pages.hrefs import Hrefs, problem_id
from notesite.pages.lean import LeanEnvironment
from notesite.pages.scripts import item_record, literal, reasons_record, script_words
from notesite.pages.sentences import sentences, told
from notesite.pages.words import COUNTS, capitalized, day_words, digits, iso, number_words, tenths


@dataclass(frozen=True, slots=True)
class Theme:
    """A compiled theme; `fingerprint` changes with any of its templates.

    `say` puts the site's own words into its language. `kept` holds rows of the pages of one build, and is to
    be cleared before another.
    """

    environment: Environment
    fingerprint: str
    kept: "Kept"
    say: Callable[[str], str] = str

    def compile(self) -> None:
        """Compile every template of a page now, and not when it is first needed; one that fails waits."""
        for name in self.environment.list_templates(extensions=["html"]):
            with suppress(TemplateError, UnicodeDecodeError):
                self.environment.get_template(name)


def load_theme(
    folders: Sequence[Path],
    catalogue: NullTranslations | None = None,
    *,
    language: str = "en",
    compiled: BytecodeCache | None = None,
) -> Theme:
    """The theme of some folders; a template in an earlier one hides its namesake in a later one.

    Its sentences are those of the catalogue, its dates and numbers those of the language. `compiled` keeps
    the templates that come with notesite from one run of the program to the next.

    With several folders, of which the first came with the notes, templates run in Jinja2's sandbox: they are
    a stranger's code as soon as notes are shared. Raises jinja2.TemplateNotFound when rendering a page
    whose template is in none of them.
    """
    is_ours = len(folders) == 1
    kind = LeanEnvironment if is_ours else SandboxedEnvironment
    environment = kind(
        bytecode_cache=compiled if is_ours else None,
        loader=FileSystemLoader([str(folder) for folder in folders]),
        autoescape=select_autoescape(disabled_extensions=("js",), default_for_string=True, default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=["jinja2.ext.do"],
    )
    # Jinja2's own extension asks for the context, which costs a copy of it at every call.
    catalogue = catalogue or NullTranslations()
    in_digits = partial(digits, language=language)
    environment.globals["_"], environment.globals["ngettext"] = sentences(catalogue, in_digits)
    environment.filters.update(
        day=cache(partial(day_words, language=language)),
        number=partial(number_words, counts=catalogue.gettext(COUNTS), language=language),
        digits=in_digits,
        tenths=partial(tenths, language=language),
    )
    environment.globals["kept"] = kept = Kept()
    environment.globals["script_words"] = partial(script_words, catalogue, language)
    environment.filters.update(iso=cache(iso), problem_id=problem_id, json=literal)
    environment.globals["finding_words"] = partial(finding_words, catalogue)
    environment.filters.update(found=found_record, named=named_record)
    environment.filters.update(reasons=reasons_record, item=item_record)
    environment.filters["capitalize_first"] = capitalized
    texts = texts_of(environment)
    environment.filters.update(stop=stop, message=partial(message, texts), openings=partial(openings, texts))
    environment.filters["told"] = partial(told, catalogue)
    return Theme(environment, _fingerprint(environment), kept, cache(catalogue.gettext))


MOST_KEPT = 200


class Kept:
    """What a macro made of a row, kept for a while for the other pages of a folder that show the row."""

    def __init__(self) -> None:
        self._found: dict[tuple[int, str, date | None], tuple[SafeHtml, set[Read]]] = {}
        self.reads = Reads()
        self._rows: list[object] = []

    def clear(self) -> None:
        """Forget the rows."""
        self._found.clear()
        self._rows.clear()

    def __call__(self, macro: Callable[..., SafeHtml], to: Hrefs, row: object, near: date | None) -> SafeHtml:
        """What the macro makes of the row on a page."""
        key = (id(row), to.folder, near)
        if key not in self._found:
            if len(self._rows) >= MOST_KEPT:
                self.clear()
            with self.reads.recorded() as asked:
                html = macro(to, row, near)
            self._found[key] = html, asked
            self._rows.append(row)  # an id is a name only as long as the row lives
        html, asked = self._found[key]
        self.reads.update(asked)  # each of these pages has asked for what the first was told
        return html


def _fingerprint(environment: Environment) -> str:
    found = blake2b(digest_size=16)
    loader = environment.loader
    names = environment.list_templates(extensions=["html", "txt", "js"])
    for name in sorted(names):
        source = loader.get_source(environment, name)[0] if loader else ""
        found.update(f"{name}\0{source}\0".encode())
    return found.hexdigest()
