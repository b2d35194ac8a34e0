"""A contact's card for an address book: what one may hand on, as a vCard and as an address that saves it."""

import re
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from urllib.parse import quote

from notesite.exchange.vcard import Card, vcard
from notesite.model.network import Contact
from notesite.model.values import Value
from notesite.views.addresses import mail_address, phone_address, web_address
from notesite.views.index import Index
from notesite.views.texts import phrase, plain

_UNSAFE = re.compile(r"[^\w%.!$'()*+,/:;=?@~-]", re.ASCII)


def card_of(index: Index, contact: Contact) -> Card:
    """What an address book takes of a contact: no key that is private, and nothing that you think of them."""
    card, hidden = contact.card, contact.card.private_keys
    found = Card(
        uid=blake2b(contact.path.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest(),
        name=contact.name,
        org=next((ref.label for ref in contact.orgs), ""),
        role=card.role,
        emails=tuple(each.strip() for each in card.emails if mail_address(each)),
        phones=tuple(each.strip() for each in card.phones if phone_address(each)),
        addresses=card.addresses,
        place=_place(index, card.locations),
        urls=tuple(address for _, text in card.links if (address := web_address(text, bare=True))),
        birthday=card.birthday,
        categories=index.network.tags_of.get(contact.path, ()),
    )
    return _without(found, hidden) if hidden else found


_FIELDS = {
    "org": "org",
    "role": "role",
    "email": "emails",
    "phone": "phones",
    "address": "addresses",
    "location": "place",
    "links": "urls",
    "birthday": "birthday",
    "tags": "categories",
}
"""The field of a card that each key fills."""


def _without(card: Card, hidden: Iterable[str]) -> Card:
    """The card without what its keys hide."""
    left = {name: getattr(card, name) for key, name in _FIELDS.items() if key not in hidden}
    return Card(card.uid, card.name, **left)


def card_address(index: Index, contact: Contact) -> str:
    """A `data:` address of the vCard; empty for a private contact, whose card nobody is to hand on."""
    if is_kept_back(contact):
        return ""
    text = vcard(card_of(index, contact)).replace("%", "%25").replace("\r\n", "%0D%0A").replace(" ", "%20")
    return f"data:text/vcard;charset=utf-8,{_UNSAFE.sub(_quoted, text)}"


def is_kept_back(contact: Contact) -> bool:
    """Whether a contact is private as a whole."""
    return contact.note.private or contact.card.private


def _quoted(found: re.Match[str]) -> str:
    return _encoded(found[0])


@lru_cache(maxsize=1024)
def _encoded(letter: str) -> str:
    return quote(letter, safe="", errors="replace")


def _place(index: Index, locations: tuple[Value, ...]) -> str:
    return ", ".join(plain(phrase(index, each)) for each in locations)
