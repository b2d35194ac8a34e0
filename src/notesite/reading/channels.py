"""The words of the log: channels, arrows, and the names of sections, in English and Italian."""

import re
from functools import lru_cache

from notesite.model.text import fold

CHANNELS: dict[str, tuple[str, ...]] = {
    "met": ("met", "conosciuto", "conosciuta"),
    "call": ("call", "chiamata", "telefonata"),
    "video": ("video",),
    "email": ("email", "e-mail", "mail"),
    "message": ("message", "messaggio", "whatsapp", "telegram", "sms", "linkedin", "chat", "dm"),
    "meeting": ("meeting", "incontro", "riunione"),
    "coffee": ("coffee", "caffè", "caffe"),
    "lunch": ("lunch", "pranzo"),
    "dinner": ("dinner", "cena"),
    "event": ("event", "evento"),
    "letter": ("letter", "lettera"),
    "gave": ("gave", "dato"),
    "received": ("received", "ricevuto"),
    "asked": ("asked", "chiesto"),
    "thanked": ("thanked", "ringraziato"),
    "intro": ("intro", "presentazione"),
    "shared": ("shared", "condiviso"),
    "congratulated": ("congratulated", "congratulazioni"),
    "note": ("note", "nota"),
}
CHANNEL_OF = {word: channel for channel, words in CHANNELS.items() for word in words}

OUT = ("→", "->", "sent", "to", "inviato")
IN = ("←", "<-", "got", "from", "ricevuto da")

LOG_HEADINGS = (
    *("log", "interactions", "interaction log", "conversation notes", "history", "meetings", "timeline"),
    *("contacts", "diario", "registro", "cronologia", "contatti", "incontri"),
)
PEOPLE_MET_HEADINGS = ("people met", "persone incontrate")
WAITING_HEADINGS = ("waiting for", "in attesa", "in attesa di")


@lru_cache(maxsize=1024)
def heading_name(text: str) -> str:
    """A heading for comparing: without case, leading numbers, emoji and punctuation."""
    kept = "".join(letter if letter.isalnum() or letter.isspace() else " " for letter in text)
    return re.sub(r"^(?:\d+\s*)+(?=\D)", "", fold(kept)).strip()


def channel_of(word: str) -> str | None:
    """The canonical channel that a word names; None for any other."""
    return CHANNEL_OF.get(fold(word))
