"""What something cost: amounts of money as people write them, and their sums."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

_SIGNS = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "euro": "EUR", "euros": "EUR", "eur": "EUR"}
_NUMBER = r"(?P<number>\d{1,3}(?:[.,' ]\d{3}){1,3}(?:[.,]\d{1,2})?|\d{1,12}(?:[.,]\d{1,2})?)(?!\d)"
_UNIT = r"[€$£¥]|[A-Z]{3}\b|(?i:euros?|eur|usd|gbp|chf)\b"
_BEFORE = re.compile(rf"(?P<unit>{_UNIT})?\s*{_NUMBER}")
_AFTER = re.compile(rf"{_NUMBER}\s*(?P<unit>{_UNIT})")
_FREE = frozenset(("0", "free", "gratis", "gratuito", "-", "–", "none", "niente"))


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money in hundredths; the currency is empty where none is written."""

    hundredths: int
    currency: str = ""

    @property
    def words(self) -> str:
        """The amount as it is written in tables: 1234.50 EUR."""
        whole, rest = divmod(self.hundredths, 100)
        number = f"{whole}.{rest:02}" if rest else str(whole)
        return f"{number} {self.currency}".strip()


def amount(text: str) -> Amount | None:
    """The first amount that a text begins with, such as "600 EUR with the boat" or "€ 45"; None for none."""
    text = text.strip()
    if text.casefold() in _FREE:
        return Amount(0)
    found = _AFTER.match(text) or _BEFORE.match(text)
    if found is None:
        return None
    unit = found["unit"] or ""
    number = _decimal(found["number"])
    return Amount(int(number * 100), _SIGNS.get(unit.casefold(), unit.upper()))


def _decimal(number: str) -> Decimal:
    """A number whose last sign is that of decimals where one or two digits follow it."""
    whole, sign, rest = number.rpartition("," if number.rfind(",") > number.rfind(".") else ".")
    if sign and len(rest) < 3:  # a group of thousands has three digits
        return Decimal(f"{_digits(whole)}.{rest}")
    return Decimal(_digits(number))


def _digits(number: str) -> str:
    return "".join(letter for letter in number if letter.isdigit())


def sums(texts: Iterable[str]) -> tuple[Amount, ...]:
    """What some texts say together, a sum for each currency; what is free or no amount is left out."""
    found: dict[str, int] = {}
    for text in texts:
        if each := amount(text):
            found[each.currency] = found.get(each.currency, 0) + each.hundredths
    return tuple(Amount(value, currency) for currency, value in sorted(found.items()) if value)
