"""The site's own sentences in its language, with what stands in them filled in."""

from collections.abc import Callable
from functools import cache
from gettext import NullTranslations

from notesite.markup.html import SafeHtml, filled
from notesite.model.message import Message

Sentence = Callable[..., str | SafeHtml]


def sentences(catalogue: NullTranslations, digits: Callable[[int], str] = str) -> tuple[Sentence, Sentence]:
    """The functions that a template calls `_` and `ngettext`.

    `_("Next: %(name)s", name=…)` is the sentence in the catalogue's language, as HTML with its parts
    escaped where they are none. `ngettext(one, many, number, …)` is the form for a number, which stands in it
    as `num`, in digits unless the call says it otherwise. Without parts, `_` gives the plain text.
    """
    translated = cache(catalogue.gettext)
    counted_form = cache(catalogue.ngettext)

    def sentence(message: str, /, **parts: object) -> str | SafeHtml:
        text = translated(message)
        return filled(text, parts) if parts else text

    def counted(one: str, many: str, number: int, /, **parts: object) -> SafeHtml:
        return filled(counted_form(one, many, number), {"num": digits(number), **parts})

    return sentence, counted


def told(catalogue: NullTranslations, message: Message) -> str:
    """A message in the catalogue's language, as plain text."""
    return message.told(catalogue.gettext, catalogue.ngettext)
