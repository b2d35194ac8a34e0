"""The catalogues that come with notesite: its sentences in the languages that it speaks beside English."""

from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

DOMAIN = "notesite"
LOCALE = Path(__file__).resolve().parent.parent / "locale"
"""The folder of the catalogues, as gettext wants it: `it/LC_MESSAGES/notesite.mo`."""


@cache
def catalogue(language: str) -> NullTranslations:
    """The catalogue of a language; the one that translates nothing for English and what is not spoken."""
    file = LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
    if not language.isalpha() or not file.is_file():
        return NullTranslations()
    with file.open("rb") as data:
        return GNUTranslations(data)
