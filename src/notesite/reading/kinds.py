"""What kind a note is of: by its type, its folder, a tag, or its file name."""

import re
from collections.abc import Iterable

from notesite.model.settings import Settings
from notesite.model.text import fold
from notesite.model.values import Kind

FOLDERS: dict[Kind, tuple[str, ...]] = {
    Kind.CONTACT: ("contacts", "people", "persone", "contatti"),
    Kind.EVENT: ("events", "eventi"),
    Kind.INTERACTION: ("interactions", "meetings", "incontri"),
    Kind.JOURNAL: ("journal", "daily", "diario"),
    Kind.GROUP: ("groups", "organizations", "companies", "communities", "gruppi", "aziende"),
    Kind.GOAL: ("goals", "obiettivi"),
    Kind.RESOURCE: ("resources", "links", "risorse"),
}

WORDS: dict[Kind, tuple[str, ...]] = {
    Kind.CONTACT: ("contact", "person", "contatto", "persona", "me"),
    Kind.EVENT: ("event", "conference", "meetup", "evento", "conferenza"),
    Kind.INTERACTION: ("interaction", "meeting", "call", "activity", "incontro", "riunione"),
    Kind.JOURNAL: ("journal", "daily", "diario"),
    Kind.GROUP: (
        *("group", "organization", "organisation", "company", "community", "association"),
        *("gruppo", "azienda", "associazione"),
    ),
    Kind.GOAL: ("goal", "obiettivo"),
    Kind.RESOURCE: ("resource", "article", "link", "risorsa", "articolo"),
}

_TAGS: dict[Kind, tuple[str, ...]] = {
    Kind.CONTACT: ("person", "contact"),
    Kind.EVENT: ("event",),
    Kind.GOAL: ("goal",),
}

_PLURALS = {
    "people": "person",
    "persone": "persona",
    "contatti": "contatto",
    "eventi": "evento",
    "conferenze": "conferenza",
    "incontri": "incontro",
    "riunioni": "riunione",
    "diari": "diario",
    "dailies": "daily",
    "gruppi": "gruppo",
    "aziende": "azienda",
    "associazioni": "associazione",
    "obiettivi": "obiettivo",
    "risorse": "risorsa",
    "articoli": "articolo",
}

DAY = re.compile(r"(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)")


def singular(word: str) -> str:
    """A kind's word without case, brackets and plural, English or Italian."""
    word = fold(word.strip().removeprefix("[[").removesuffix("]]").rsplit("/", 1)[-1])
    if word in _PLURALS:
        return _PLURALS[word]
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word.removesuffix("s")


def kind_of_word(word: str, settings: Settings) -> Kind | None:
    """The kind that a `type` names; None for any other word."""
    wanted = singular(word)
    for kind, words in WORDS.items():
        more = settings.kinds[kind].types if kind in settings.kinds else ()
        if wanted in words or wanted in map(singular, more):
            return kind
    return None


def kind_of(path: str, types: Iterable[str], tags: Iterable[str], settings: Settings) -> Kind:
    """The kind of the note at `path` with these `type` values and front matter tags."""
    for word in types:
        if kind := kind_of_word(word, settings):
            return kind
    *folders, name = path.split("/")
    for folder in reversed(folders):
        for kind, words in FOLDERS.items():
            more = settings.kinds[kind].folders if kind in settings.kinds else ()
            if fold(folder) in (*words, *map(fold, more)):
                return kind
    for tag in tags:
        for kind in Kind:
            more = settings.kinds[kind].tags if kind in settings.kinds else ()
            if singular(tag) in _TAGS.get(kind, ()) or fold(tag) in map(fold, more):
                return kind
    return Kind.JOURNAL if DAY.fullmatch(name.rsplit(".", 1)[0]) else Kind.PAGE
