"""The language of the terminal: what the program prints goes through here, and click's own words as well.

`speaking` sets the language for as long as a command runs, and everything is translated when it is printed.
"""

import gettext as system
import inspect
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from gettext import NullTranslations
from itertools import pairwise
from pathlib import Path

from notesite.model.message import Message, marked
from notesite.shell.catalogues import DOMAIN, LOCALE, catalogue
from notesite.shell.settings_file import settings_file

_ENVIRONMENT = ("LC_ALL", "LC_MESSAGES", "LANG")
_LANGUAGE = re.compile(r"""^[ \t]*language[ \t]*=[ \t]*["']([A-Za-z]+)["']""", re.MULTILINE)
_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)
_KEPT = "\b\n"
_NUMBER = marked("1,000.5")

_language: ContextVar[str] = ContextVar("language", default="en")


def _spoken() -> NullTranslations:
    return catalogue(_language.get())


def ngettext_noop(one: str, many: str) -> tuple[str, str]:
    """The two forms themselves, marked for the catalogue."""
    return one, many


def _(message: str, **parts: object) -> str:
    """A sentence in the language spoken, with its parts filled in."""
    text = _spoken().gettext(message) if message else ""
    return text % parts if parts else text


def ngettext(one: str, many: str, number: int, **parts: object) -> str:
    """The form of a sentence for a number, which stands in it as `num`, in the language spoken."""
    return _spoken().ngettext(one, many, number) % {"num": grouped(number), **parts}


def grouped(number: int) -> str:
    """A number in digits, with its thousands as the language spoken separates them."""
    return f"{number:,}".replace(",", _(_NUMBER)[1])


def tenths(number: float) -> str:
    """A number with one digit after the sign that the language spoken puts there."""
    return f"{number:.1f}".replace(".", _(_NUMBER)[5])


def told(message: Message) -> str:
    """A message in the language spoken."""
    return message.told(_spoken().gettext, _spoken().ngettext)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Within it the program and click speak a language; afterwards all is as it was."""
    token = _language.set(language)
    # click asks the system's gettext, which knows its language by this variable.
    domain, before = system.textdomain(), os.environ.get("LANGUAGE")
    system.bindtextdomain(DOMAIN, str(LOCALE))
    system.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language
    try:
        yield
    finally:
        system.textdomain(domain)
        os.environ.pop("LANGUAGE", None)
        if before is not None:
            os.environ["LANGUAGE"] = before
        _language.reset(token)


def language_of(arguments: Sequence[str], start: Path, environment: Mapping[str, str]) -> str:
    """The language to speak: that of the notebook's settings; where there are none, the system's.

    The settings are only glanced at: what is wrong in them is said by whoever reads them, and by then in some
    language.
    """
    try:
        file = settings_file(start, _notes_of(arguments))
        text = file.read_text("utf-8-sig") if file else None
    except (OSError, ValueError):  # also what is not in UTF-8, and a path that cannot be one
        return "en"
    if text is None:
        return _language_of_system(environment)
    found = _LANGUAGE.search(_TABLE.split(text, maxsplit=1)[0])
    return found[1] if found else "en"


def _notes_of(arguments: Sequence[str]) -> Path | None:
    """The folder given with `--notes`."""
    for each, following in pairwise((*arguments, "")):
        if each == "--notes" and following:
            return Path(following)
        if each.startswith("--notes="):
            return Path(each.removeprefix("--notes="))
    return None


def _language_of_system(environment: Mapping[str, str]) -> str:
    """`it` for it_IT.UTF-8, as the first of the system's variables that is set has it."""
    named = next((value for name in _ENVIRONMENT if (value := environment.get(name))), "en")
    found = re.match("[a-z]*", named)
    return (found[0] if found else "") or "en"


def paragraphs(text: str) -> Iterator[tuple[bool, str]]:
    """The paragraphs of a help text: whether its lines are to stay as they are, and its words."""
    for paragraph in inspect.cleandoc(text).split("\n\n"):
        if paragraph.startswith(_KEPT):
            yield True, paragraph.removeprefix(_KEPT)
        elif paragraph:
            yield False, " ".join(paragraph.split())


def translated_help(text: str) -> str:
    """A help text as click takes it, each of its paragraphs in the language spoken."""
    found = (f"{_KEPT if kept else ''}{_(words)}" for kept, words in paragraphs(text))
    return "\n\n".join(found)


CLICK = (
    marked("Usage:"),
    marked("Options"),
    marked("Commands"),
    marked("Positional arguments"),
    marked("[OPTIONS]"),
    marked("COMMAND [ARGS]..."),
    marked("Show this message and exit."),
    marked("default: {default}"),
    marked("directory"),
    marked("Aborted!"),
    marked("Error: {message}"),
    marked("Try '{command} {option}' for help."),
    marked("Missing command."),
    marked("Missing argument"),
    marked("Missing option"),
    marked("Missing parameter"),
    marked("No such option: {name}"),
    marked("No such option {name!r}."),
    marked("No such command {name!r}."),
    marked("Invalid value: {message}"),
    marked("Invalid value for {param_hint}: {message}"),
    marked("Choose from:\n\t{choices}"),
    marked("Option {name!r} does not take a value."),
    marked("{value!r} is not a valid {number_type}."),
    marked("{value} is not in the range {range}."),
    marked("{name} {filename!r} is a file."),
    ngettext_noop("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    ngettext_noop("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    ngettext_noop("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    ngettext_noop("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    ngettext_noop(
        "{value!r} does not match the format {format}.", "{value!r} does not match the formats {formats}."
    ),
)
"""What click says by itself; it asks gettext for these, and says in English what is not among them."""
