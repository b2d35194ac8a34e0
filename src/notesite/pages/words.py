"""Dates and numbers in words, in the one place that formats them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from math import floor

from babel import Locale

from notesite.model.dates import PartialDate, Yearly
from notesite.model.message import marked

COUNTS = marked("no one two three four five six seven eight nine ten eleven twelve")
"""The words for 0, 1, 2 and so on, in one line as the catalogue translates it."""

_SHARED = {
    "long": "{day} {month} {year}",
    "short": "{day} {short_month} {year}",
    "day": "{day} {month}",
    "shortday": "{day} {short_month}",
    "month": "{month} {year}",
    "shortmonth": "{short_month} {year}",
    "year": "{year}",
}
_PATTERNS: Mapping[str, Mapping[str, str]] = {
    "en": {
        **_SHARED,
        "weekday": "{weekday}, {day} {month} {year}",
        "weekday-day": "{weekday}, {day} {month}",
    },
    "it": {
        **_SHARED,
        "weekday": "{weekday} {day} {month} {year}",
        "weekday-day": "{weekday} {day} {month}",
    },
}
_DECIMAL = {"en": ".", "it": ","}
_THOUSANDS = {"en": ",", "it": "."}

LANGUAGES = tuple(_PATTERNS)
"""The languages in which dates and numbers are written; any other is English."""

YEARLESS = {"long": "day", "short": "shortday", "weekday": "weekday-day"}
"""The form without a year that stands for each form with one."""

UNDATED = {"weekday": "long", "weekday-day": "day"}
"""The form without a day of the week for each form with one: a yearly day falls on another every year."""


@dataclass(frozen=True, slots=True)
class DateWords:
    """How a language writes dates: names from January and from Monday on, and a pattern for each form.

    A pattern holds `{weekday}`, `{day}`, `{month}`, `{short_month}` and `{year}`. All of it is data, so that
    the site's script writes the same words from the same tables.
    """

    months: tuple[str, ...]
    short_months: tuple[str, ...]
    weekdays: tuple[str, ...]
    patterns: Mapping[str, str]


@cache
def date_words(language: str) -> DateWords:
    """The names and patterns of a language; those of English for one that the site does not speak."""
    known = language if language in _PATTERNS else "en"
    locale = Locale(known)
    months, weekdays = locale.months["format"], locale.days["format"]
    return DateWords(
        months=tuple(months["wide"][number] for number in range(1, 13)),
        short_months=tuple(months["abbreviated"][number] for number in range(1, 13)),
        weekdays=tuple(weekdays["wide"][number] for number in range(7)),
        patterns=_PATTERNS[known],
    )


def day_words(
    day: date | PartialDate | Yearly, form: str = "long", near: date | None = None, language: str = "en"
) -> str:
    """A date in the words of a language; raises KeyError for a form that is none.

    `long` is 24 November 2026, `short` 24 Nov 2026, `weekday` Tuesday, 24 November 2026; `day`,
    `shortday` and `weekday-day` leave the year out, and so does every form for a day in the year of `near`.
    A month or a year alone is written as such.
    """
    words = date_words(language)
    form = _form_of(day, form, near)
    if isinstance(day, PartialDate):
        day = day.exact or day
    return words.patterns[form].format(
        weekday=words.weekdays[day.weekday()] if isinstance(day, date) else "",
        day=day.day,
        month=words.months[day.month - 1] if day.month else "",
        short_month=words.short_months[day.month - 1] if day.month else "",
        year=day.year,
    )


def _form_of(day: date | PartialDate | Yearly, form: str, near: date | None) -> str:
    """The form that fits what is known of a date."""
    if not day.month:
        return "year"
    if not day.day:
        return "shortmonth" if form.startswith("short") else "month"
    if isinstance(day, Yearly):
        form = UNDATED.get(form, form)
    if not day.year or (near and near.year == day.year):
        form = YEARLESS.get(form, form)
    return form


def digits(number: int, language: str = "en") -> str:
    """A number in digits, in groups of thousands as a language separates them."""
    return f"{number:,}".replace(",", _THOUSANDS.get(language, ","))


def tenths(number: float, language: str = "en") -> str:
    """A number with one digit after the sign that a language puts there, a half rounded up: 2.5."""
    rounded = floor(number * 10 + 0.5)
    return f"{digits(rounded // 10, language)}{_DECIMAL.get(language, '.')}{rounded % 10}"


def number_words(number: int, counts: str = COUNTS, language: str = "en") -> str:
    """A count in words as far as `counts` names them, else in digits."""
    words = counts.split()
    return words[number] if 0 <= number < len(words) else digits(number, language)


def capitalized(text: str) -> str:
    """The text with its first letter in upper case; what is marked as safe stays so."""
    return text[:1].upper() + text[1:]


def iso(day: date | PartialDate | Yearly) -> str:
    """A date as the `datetime` attribute of HTML takes it; a yearly day without a year is `07-20`."""
    if isinstance(day, Yearly) and not day.year:
        return f"{day.month:02}-{day.day:02}"
    return day.isoformat() if isinstance(day, date) else str(day)
