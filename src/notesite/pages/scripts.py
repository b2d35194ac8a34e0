"""What the site's scripts are told: the words that they say, and the windows that they choose from."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from gettext import NullTranslations
from typing import Any

from notesite.model.due import Window
from notesite.model.message import marked
from notesite.pages.words import COUNTS, YEARLESS, date_words, digits, number_words, tenths
from notesite.views.chunks import Reasons
from notesite.views.upcoming import Item

SENTENCES: tuple[str, ...] = (
    marked("today"),
    marked("tomorrow"),
    marked("All clear"),
    marked("All follow-ups"),
    marked("%(people)s to reach"),
    marked("%(clear)s: nobody is waiting for you"),
    marked("%(event)s is on"),
    marked("%(event)s is %(when)s"),
    marked("%(shown)s of %(all)s"),
    marked("Next: %(name)s, %(when)s (%(day)s)."),
    marked(
        "Your rhythms ask for %(asked)s contacts a week; in the last twelve weeks there were %(done)s a week."
    ),
    marked("Due since %(day)s"),
    marked("Due on %(day)s"),
    marked("Snoozed until %(until)s, due on %(day)s"),
)
"""The sentences of the scripts."""

COUNTED: tuple[tuple[str, str], ...] = (
    ("in %(num)s day", "in %(num)s days"),
    ("in %(num)s week", "in %(num)s weeks"),
    ("in %(num)s month", "in %(num)s months"),
    ("%(num)s day late", "%(num)s days late"),
    ("%(num)s week late", "%(num)s weeks late"),
    ("%(num)s month late", "%(num)s months late"),
    ("%(num)s person", "%(num)s people"),
    ("%(num)s promise is due within a week", "%(num)s promises are due within a week"),
    ("%(num)s more follow-up", "%(num)s more follow-ups"),
    ("All of the %(num)s", "All %(num)s follow-ups"),
    (
        "%(num)s more: the table of contacts has the next day of everybody",
        "%(num)s more: the table of contacts has the next day of everybody",
    ),
    ("%(num)s more, on the page of the person", "%(num)s more, on the pages of the people"),
)
"""Those of which the form depends on a number, as templates say them too."""


def script_words(catalogue: NullTranslations, language: str) -> Mapping[str, Any]:
    """Names, patterns and sentences in a language, as `words.js` takes them."""
    words = date_words(language)
    counts = catalogue.gettext(COUNTS)
    return {
        "months": words.months,
        "short_months": words.short_months,
        "weekdays": words.weekdays,
        "patterns": dict(words.patterns),
        "yearless": YEARLESS,
        "numbers": [number_words(number, counts, language) for number in range(len(counts.split()))],
        "thousands": digits(1000, language)[1:-3],
        "decimal": tenths(0, language)[1:-1],
        "sentences": translated(catalogue, SENTENCES, COUNTED),
    }


def translated(
    catalogue: NullTranslations, sentences: Iterable[str], counted: Iterable[tuple[str, str]]
) -> Mapping[str, Any]:
    """Those of these sentences that a language says otherwise, as `words.js` looks them up."""
    single = {message: catalogue.gettext(message) for message in sentences}
    plural = {
        one: [catalogue.ngettext(one, many, 1), catalogue.ngettext(one, many, 2)] for one, many in counted
    }
    return {key: words for key, words in {**single, **plural}.items() if key != words}


def reasons_record(reasons: Reasons) -> list[Any]:
    """The windows of a contact or event as `select.js` reads them: its path, what its name is sorted by,
    its bucket, and what each needs to be chosen and sorted."""
    records = [window_record(number, window) for number, window in reasons.windows]
    return [reasons.path, reasons.key, reasons.bucket, records]


def window_record(number: int, window: Window) -> list[Any]:
    """A window as `select.js` reads it: its number among those of its contact, and what sorts it."""
    due = window.due
    return [
        number,
        due.reason,
        _day(window.on),
        _day(window.since),
        _day(window.until),
        _day(due.hidden_until),
        [[_day(since), hue] for since, hue in due.bands],
        _day(due.last),
        due.weight,
        int(due.reason == "revive" and due.what == "drifting"),
        due.origin.path if due.origin.path != due.contact else "",
        due.origin.line,
        due.origin.column,
    ]


def item_record(item: Item, bucket: int) -> list[Any]:
    """What comes up beside the follow-ups, as `chunks.js` reads it."""
    days = map(_day, (item.on, item.since, item.until, item.hidden))
    return [item.path, bucket, item.number, *days, item.name, item.line]


def literal(value: object) -> str:
    """A value as JavaScript writes it, for the site's own script files; a page escapes it as any text."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
