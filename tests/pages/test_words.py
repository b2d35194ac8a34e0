"""Dates and numbers in words, in both languages: names by index, patterns by form."""

from datetime import date

import pytest

from notesite.model.dates import PartialDate, Yearly
from notesite.pages.words import YEARLESS, capitalized, date_words, day_words, digits, number_words, tenths

DAY = date(2026, 11, 24)
LEAP_DAY = date(2028, 2, 29)

FORMS = [
    ("long", "24 November 2026", "24 novembre 2026"),
    ("short", "24 Nov 2026", "24 nov 2026"),
    ("weekday", "Tuesday, 24 November 2026", "martedì 24 novembre 2026"),
    ("day", "24 November", "24 novembre"),
    ("shortday", "24 Nov", "24 nov"),
    ("weekday-day", "Tuesday, 24 November", "martedì 24 novembre"),
]


@pytest.mark.parametrize(("form", "english", "italian"), FORMS)
def test_a_day_in_each_form(form: str, english: str, italian: str) -> None:
    assert day_words(DAY, form) == english
    assert day_words(DAY, form, language="it") == italian


@pytest.mark.parametrize(("form", "english", "italian"), FORMS)
def test_the_year_is_left_out_near_a_day_of_that_year_only(form: str, english: str, italian: str) -> None:
    near, far = date(2026, 1, 1), date(2027, 1, 1)
    assert day_words(DAY, form, near) == english.removesuffix(" 2026")
    assert day_words(DAY, form, near, "it") == italian.removesuffix(" 2026")
    assert day_words(DAY, form, far) == english
    assert day_words(DAY, form, far, "it") == italian


@pytest.mark.parametrize(
    ("day", "form", "english", "italian"),
    [
        (PartialDate(2026, 3), "long", "March 2026", "marzo 2026"),
        (PartialDate(2026, 3), "weekday", "March 2026", "marzo 2026"),
        (PartialDate(2026, 3), "short", "Mar 2026", "mar 2026"),
        (PartialDate(2026), "short", "2026", "2026"),
        (PartialDate(2026, 3, 1), "long", "1 March 2026", "1 marzo 2026"),
        (PartialDate(2026, 3, 1), "weekday", "Sunday, 1 March 2026", "domenica 1 marzo 2026"),
        (Yearly(7, 20), "long", "20 July", "20 luglio"),
        (Yearly(7, 20), "weekday", "20 July", "20 luglio"),
        (Yearly(7, 20, 1983), "long", "20 July 1983", "20 luglio 1983"),
        (Yearly(7, 20, 1983), "weekday", "20 July 1983", "20 luglio 1983"),
        (Yearly(7, 20, 1983), "short", "20 Jul 1983", "20 lug 1983"),
        (Yearly(7, 20, 1983), "shortday", "20 Jul", "20 lug"),
        (Yearly(2, 29), "long", "29 February", "29 febbraio"),
        (LEAP_DAY, "weekday", "Tuesday, 29 February 2028", "martedì 29 febbraio 2028"),
        (date(1, 1, 1), "weekday", "Monday, 1 January 1", "lunedì 1 gennaio 1"),
        (date(9999, 12, 31), "weekday", "Friday, 31 December 9999", "venerdì 31 dicembre 9999"),
        (PartialDate(1), "long", "1", "1"),
        (PartialDate(9999, 12), "short", "Dec 9999", "dic 9999"),
    ],
)
def test_what_is_known_of_a_date_is_written_and_no_more(
    day: date | PartialDate | Yearly, form: str, english: str, italian: str
) -> None:
    assert day_words(day, form) == english
    assert day_words(day, form, language="it") == italian


def test_a_month_or_a_year_keeps_its_year_near_a_day_of_that_year() -> None:
    assert day_words(PartialDate(2026, 3), "long", DAY) == "March 2026"
    assert day_words(PartialDate(2026), "long", DAY) == "2026"


def test_a_form_that_is_none_is_an_error() -> None:
    with pytest.raises(KeyError):
        day_words(DAY, "lnog")


@pytest.mark.parametrize("language", ["en", "it"])
def test_the_tables_are_whole(language: str) -> None:
    words = date_words(language)
    assert (len(words.months), len(words.short_months), len(words.weekdays)) == (12, 12, 7)
    assert all((*words.months, *words.short_months, *words.weekdays))
    assert {*YEARLESS, *YEARLESS.values(), "month", "shortmonth", "year"} == set(words.patterns)


def test_names_stand_from_january_and_monday_on() -> None:
    english, italian = date_words("en"), date_words("it")
    assert (english.months[0], english.months[11], english.weekdays[0]) == ("January", "December", "Monday")
    assert (italian.months[0], italian.months[11], italian.weekdays[0]) == ("gennaio", "dicembre", "lunedì")
    assert english.short_months[8] == "Sep"
    assert italian.short_months[8] == "set"


def test_a_language_that_the_site_does_not_speak_is_english() -> None:
    for language in ("fr", "xx", "", "not a language"):
        assert date_words(language) == date_words("en")
        assert day_words(DAY, "weekday", language=language) == "Tuesday, 24 November 2026"
        assert digits(1234, language) == "1,234"


def test_the_tables_of_a_language_are_made_once() -> None:
    assert date_words("it") is date_words("it")


@pytest.mark.parametrize(
    ("number", "english", "italian"),
    [(0, "0", "0"), (999, "999", "999"), (1234, "1,234", "1.234"), (1234567, "1,234,567", "1.234.567")],
)
def test_digits_stand_in_groups_of_three(number: int, english: str, italian: str) -> None:
    assert digits(number) == english
    assert digits(number, "it") == italian


@pytest.mark.parametrize(
    ("number", "english", "italian"),
    [(0, "0.0", "0,0"), (2.5, "2.5", "2,5"), (0.25, "0.3", "0,3"), (1234.96, "1,235.0", "1.235,0")],
)
def test_tenths_stand_after_the_language_s_own_sign(number: float, english: str, italian: str) -> None:
    assert tenths(number) == english
    assert tenths(number, "it") == italian


def test_a_count_is_a_word_as_far_as_there_are_words() -> None:
    assert [number_words(number) for number in (0, 1, 2, 12, 13, 1200)] == [
        *("no", "one", "two", "twelve", "13", "1,200")
    ]
    assert [number_words(number, "0 1 due tre", "it") for number in (1, 2, 3, 4, 1200)] == [
        *("1", "due", "tre", "4", "1.200")
    ]


def test_a_first_letter_in_upper_case_changes_nothing_else() -> None:
    assert capitalized("è Ana") == "È Ana"
    assert capitalized("") == ""
