"""Dates and numbers in words, in the one place that formats them."""

from datetime import date

from notesite.model.dates import PartialDate, Yearly

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


def day_words(day: date | PartialDate | Yearly, form: str = "long", near: date | None = None) -> str:
    """A date in words.

    `long` is 24 November 2026, `short` 24 Nov 2026, `weekday` Tuesday, 24 November 2026; `day` and
    `shortday` leave the year out, and so does every form for a day in the year of `near`.
    """
    if isinstance(day, Yearly):
        return _joined(day.day, _month(day.month, form), day.year)
    if isinstance(day, PartialDate) and day.exact is None:
        return f"{_month(day.month, form)} {day.year}" if day.month else str(day.year)
    exact = day.first_day if isinstance(day, PartialDate) else day
    no_year = form in ("day", "shortday", "weekday-day") or (near is not None and near.year == exact.year)
    words = _joined(exact.day, _month(exact.month, form), None if no_year else exact.year)
    return f"{WEEKDAYS[exact.weekday()]}, {words}" if form.startswith("weekday") else words


def number_words(number: int) -> str:
    """A count in words up to twelve, else in digits."""
    return NUMBERS[number] if 0 <= number < len(NUMBERS) else f"{number:,}"


def capitalized(text: str) -> str:
    """The text with its first letter in upper case; what is marked as safe stays so."""
    return text[:1].upper() + text[1:]


def iso(day: date | PartialDate | Yearly) -> str:
    """A date as the `datetime` attribute of HTML takes it; a yearly day without a year is `07-20`."""
    if isinstance(day, Yearly) and not day.year:
        return f"{day.month:02}-{day.day:02}"
    return day.isoformat() if isinstance(day, date) else str(day)


def _month(month: int, form: str) -> str:
    name = MONTHS[month - 1]
    return name[:3] if form.startswith("short") else name


def _joined(day: int, month: str, year: int | None) -> str:
    return f"{day} {month} {year}" if year else f"{day} {month}"
