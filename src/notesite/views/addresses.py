"""Addresses from front matter that may become links: mail, telephone and web, by an allow-list."""

import re
from functools import lru_cache
from urllib.parse import quote

from notesite.model.cards import ContactCard

_DOMAIN = re.compile(r"[\w-]+(\.[\w-]+)+(:\d+)?(/\S*)?")
_WEB = re.compile(r"https?://[^\s<>\"\\]+", re.IGNORECASE)
_MAIL = re.compile(r"[^\s@<>\",;:]+@[^\s@<>\",;:]+")


@lru_cache(maxsize=1024)
def mail_address(text: str) -> str:
    """A `mailto:` address with everything percent-encoded but `@`; empty for what is no address."""
    text = text.strip().removeprefix("mailto:")
    return f"mailto:{quote(text, safe='@')}" if _MAIL.fullmatch(text) else ""


def phone_address(text: str) -> str:
    """A `tel:` address of the digits and a leading plus; empty where a text has fewer than three digits."""
    kept = re.sub(r"[^\d+]", "", text)
    digits = kept.replace("+", "")
    return f"tel:{'+' if kept.startswith('+') else ''}{digits}" if len(digits) > 2 else ""


def web_address(text: str, *, bare: bool = False) -> str:
    """An http or https address; with `bare` also of a domain alone. Empty for anything else."""
    text = text.strip()
    if _WEB.fullmatch(text):
        return text
    return f"https://{text}" if bare and "@" not in text and _DOMAIN.fullmatch(text) else ""


def any_address(text: str) -> str:
    """The address that a free text as a whole is: web or mail."""
    return web_address(text) or mail_address(text)


def reach(card: ContactCard) -> tuple[tuple[str, str], ...]:
    """The first address of each way to reach a contact, by the name of the way."""
    ways = (
        ("email", next(iter(card.emails), ""), mail_address),
        ("phone", next(iter(card.phones), ""), phone_address),
        (
            "linkedin",
            next((text for name, text in card.links if name.casefold() == "linkedin"), ""),
            web_address,
        ),
    )
    return tuple((name, address) for name, text, address_of in ways if (address := address_of(text)))
