"""Dates as people write them in notes, and the arithmetic of cadences."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from notesite.model.message import Message, say, say_many

Unit = Literal["days", "weeks", "months", "years"]

_ISO = re.compile(
    r"(?P<y>\d{4})(?:-(?P<m>\d{2})(?:-(?P<d>\d{2})"
    r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?)?)?"
)
_ITALIAN = re.compile(r"(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})")
_YEARLY = re.compile(r"(?:(?P<y>\d{4})|-)?-?(?P<m>\d{2})-(?P<d>\d{2})")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date with the precision it was written in: a day, a month or a year."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first_day(self) -> date:
        """The first day that the date may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def exact(self) -> date | None:
        """The day, when the date is precise to the day."""
        return self.first_day if self.day else None

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part]
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class Yearly:
    """A day that returns every year (a birthday), with the year it began where known."""

    month: int
    day: int
    year: int | None = None

    def in_year(self, year: int) -> date:
        """That year's occurrence; 29 February falls on the 28th in common years."""
        return date(year, self.month, min(self.day, calendar.monthrange(year, self.month)[1]))

    def __str__(self) -> str:
        return (
            f"{self.year:04}-{self.month:02}-{self.day:02}"
            if self.year
            else f"--{self.month:02}-{self.day:02}"
        )


@dataclass(frozen=True, slots=True)
class Cadence:
    """How often somebody is to be reached: a count of calendar units, or never."""

    count: int
    unit: Unit

    @property
    def is_never(self) -> bool:
        """Whether this is the cadence `never`, which ends the search for one."""
        return self.count == 0

    def after(self, day: date) -> date | None:
        """The day on which one such interval after `day` ends; None for never and beyond 9999."""
        if self.is_never:
            return None
        try:
            if self.unit in ("days", "weeks"):
                return day + timedelta(days=self.count * (7 if self.unit == "weeks" else 1))
            return add_months(day, self.count * (12 if self.unit == "years" else 1))
        except (OverflowError, ValueError):
            return None

    @property
    def days(self) -> float:
        """The length in days, for comparing cadences; never is longest."""
        return self.count * _DAYS[self.unit] if self.count else float("inf")

    @property
    def short(self) -> str:
        """The shortest way to write it in a note: `6w`."""
        return f"{self.count}{self.unit[0]}" if self.unit != "months" else f"{self.count} months"

    @property
    def words(self) -> Message:
        """The cadence in words."""
        if self.is_never:
            return say("never")
        match self.unit:
            case "days":
                return say_many("every day", "every %(num)s days", self.count)
            case "weeks":
                return say_many("every week", "every %(num)s weeks", self.count)
            case "months":
                return say_many("every month", "every %(num)s months", self.count)
        return say_many("every year", "every %(num)s years", self.count)

    def __str__(self) -> str:
        return str(self.words)


_DAYS: dict[Unit, float] = {"days": 1, "weeks": 7, "months": 30.436875, "years": 365.2425}

NEVER = Cadence(0, "days")


def days_after(day: date, days: int) -> date | None:
    """The day so many days later, or earlier below zero; None beyond the years 1 to 9999."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def is_within(day: date, since: date | None, until: date | None) -> bool:
    """Whether a day lies from one up to but not including another; None is open."""
    return (since is None or since <= day) and (until is None or day < until)


def add_months(day: date, months: int) -> date:
    """The same day so many months on, clamped to that month's last (31 January + 1 = 28 February).

    Raises ValueError outside the years 1 to 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise ValueError(f"no year {year}")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def parse_date(text: str, *, day_first: bool = False) -> PartialDate | None:
    """The date that a text writes: ISO to the day, month or year, or ISO with a time.

    With `day_first` (Italian notebooks) also `dd/mm/yyyy`. None when it is no such date or does
    not exist in the calendar.
    """
    found = _ISO.fullmatch(text.strip())
    if found is None and day_first:
        found = _ITALIAN.fullmatch(text.strip())
    if found is None:
        return None
    parsed = PartialDate(int(found["y"]), int(found["m"] or 0) or None, int(found["d"] or 0) or None)
    if "00" in (found["m"], found["d"]):
        return None
    try:
        _ = parsed.first_day
    except ValueError:
        return None
    return parsed


def parse_yearly(text: str, *, day_first: bool = False) -> Yearly | None:
    """The yearly day that a text writes: `1983-07-20`, `07-20` or `--07-20`; None when it is none."""
    text = text.strip()
    if found := _YEARLY.fullmatch(text):
        try:
            date(int(found["y"] or 2000), int(found["m"]), int(found["d"]))
        except ValueError:
            return None
        return Yearly(int(found["m"]), int(found["d"]), int(found["y"]) if found["y"] else None)
    parsed = parse_date(text, day_first=day_first)
    return Yearly(parsed.month, parsed.day, parsed.year) if parsed and parsed.month and parsed.day else None


_WORDS: dict[str, Cadence] = {
    "daily": Cadence(1, "days"),
    "giornaliero": Cadence(1, "days"),
    "giornaliera": Cadence(1, "days"),
    "weekly": Cadence(1, "weeks"),
    "settimanale": Cadence(1, "weeks"),
    "biweekly": Cadence(2, "weeks"),
    "fortnightly": Cadence(2, "weeks"),
    "quindicinale": Cadence(2, "weeks"),
    "monthly": Cadence(1, "months"),
    "mensile": Cadence(1, "months"),
    "bimestrale": Cadence(2, "months"),
    "quarterly": Cadence(3, "months"),
    "trimestrale": Cadence(3, "months"),
    "twice a year": Cadence(6, "months"),
    "semestrale": Cadence(6, "months"),
    "yearly": Cadence(1, "years"),
    "annually": Cadence(1, "years"),
    "annuale": Cadence(1, "years"),
    "a": Cadence(3, "weeks"),
    "b": Cadence(2, "months"),
    "c": Cadence(6, "months"),
    "d": Cadence(1, "years"),
    "never": NEVER,
    "mai": NEVER,
}
_UNIT_WORDS: dict[Unit, str] = {
    "days": "d day days g giorno giorni",
    "weeks": "w wk week weeks s settimana settimane",
    "months": "m mo month months mese mesi",
    "years": "y yr year years a anno anni",
}
_UNITS = {word: unit for unit, words in _UNIT_WORDS.items() for word in words.split()}
_INTERVAL = re.compile(r"(?:(?:every|ogni)\s+)?(?P<count>\d{1,5})?\s*(?P<unit>[a-z]+)?")
MOST_UNITS = 9999


def parse_cadence(text: str) -> Cadence | None:
    """The cadence that a text writes (`14`, `6w`, `every 2 months`, `monthly`, `B`, `never` …).

    None when it is unreadable; so is 0.
    """
    folded = " ".join(re.sub(r"(?<=\w)-(?=\w)", " ", text.casefold()).split())
    if word := _WORDS.get(folded):
        return word
    found = _INTERVAL.fullmatch(folded)
    if found is None or not (found["count"] or folded.startswith(("every ", "ogni "))):
        return None
    count = int(found["count"] or 1)
    unit = _UNITS.get(found["unit"]) if found["unit"] else "days"
    if unit is None or not 1 <= count <= MOST_UNITS:
        return None
    return Cadence(count, unit)
