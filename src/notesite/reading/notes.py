"""One file read as one note."""

from collections.abc import Iterable, Iterator
from datetime import date

from rapidfuzz.distance.Levenshtein import distance

from notesite.model.cards import Card, ContactCard, EventCard, InteractionCard, PageCard
from notesite.model.diagnostic import Diagnostic, Outcome
from notesite.model.message import say
from notesite.model.note import Body, Note
from notesite.model.origin import Origin
from notesite.model.settings import Settings
from notesite.model.text import fold, key_of
from notesite.model.values import Field, Kind, Link, Value
from notesite.reading.body import read_body
from notesite.reading.cards import card_of, is_private
from notesite.reading.comments import without_comments
from notesite.reading.fields import KIND_KEYS, LINK_KEYS, specs_by_key
from notesite.reading.header import read_header, split
from notesite.reading.kinds import kind_of, kind_of_word, singular
from notesite.reading.names import name_of
from notesite.reading.sources import SHOWN_BYTES, Source, text_of
from notesite.reading.typed import TypedHeader
from notesite.reading.wikilinks import without_links

_OTHER_KEYS = frozenset(map(key_of, (*LINK_KEYS, *KIND_KEYS)))


def read_note(source: Source, settings: Settings) -> Outcome[Note | None]:
    """The note in a file; None where the file is no text at all. Reports whatever was not as it should be."""
    text = text_of(source)
    if text.value is None:
        return Outcome(None, text.diagnostics)
    reports = list(text.diagnostics)
    parts = split(text.value)
    header = read_header(parts, source.path)
    reports += header.diagnostics
    body_text = parts.body
    if source.is_large:
        body_text = body_text[:SHOWN_BYTES].rpartition("\n")[0] or body_text[:SHOWN_BYTES]
        message = say("the note is over 1 MB; its page shows the first 64 KB")
        reports.append(Diagnostic("too-large", message, Origin(source.path), say("split the note")))
    without = without_comments(body_text, source.path, parts.body_line)
    reports += without.diagnostics
    kind = _kind(header.fields, source.path, settings)
    body, links, inline, found = read_body(without.value, source.path, kind, parts.body_line)
    if inline and (again := _kind([*header.fields, *inline], source.path, settings)) is not kind:
        kind = again
        body, links, inline, found = read_body(without.value, source.path, kind, parts.body_line)
    typed = TypedHeader(kind, header.fields, inline, settings.day_first)
    note = _note(typed, source.path, body, tuple(links), "\n".join(header.unread), settings)
    return Outcome(note, (*reports, *found, *typed.diagnostics, *_near_misses(note)))


def _note(
    typed: TypedHeader, path: str, body: Body, links: tuple[Link, ...], unread: str, settings: Settings
) -> Note:
    """The note that a typed header and a body make; takes every key that means something."""
    types = tuple(_take_types(typed, settings))
    heading = next((each.text for each in body.headings if each.level == 1), "")
    aliases = typed.texts("aliases")
    name = name_of(typed, path, heading, aliases)
    tags = tags_of(typed.values("tags"))
    card = card_of(typed, path, types, settings)
    private = card.private if isinstance(card, ContactCard) else is_private(typed)[0]
    return Note(
        path=path,
        kind=typed.kind,
        name=name,
        card=card,
        is_me=any(singular(word) == "me" for word in types),
        aliases=aliases,
        tags=tags,
        extra=typed.extra(),
        unread=unread,
        links=links,
        body=body,
        day=_day(card),
        private=private,
    )


def _kind(fields: Iterable[Field], path: str, settings: Settings) -> Kind:
    """The kind that the keys, the folder and the file name give together."""
    by_key: dict[str, list[Field]] = {}
    for each in fields:
        by_key.setdefault(key_of(each.key), []).append(each)
    types = [value.text for key in KIND_KEYS for each in by_key.get(key, ()) for value in each.values]
    tag_keys = ("tags", "tag", "labels", "etichette")
    tags = (tag for key in tag_keys for each in by_key.get(key, ()) for tag in tags_of(each.values))
    return kind_of(path, types, tags, settings)


def _take_types(typed: TypedHeader, settings: Settings) -> Iterator[str]:
    """The words that say what the note is; they mean nothing else."""
    for found in typed.candidates(*KIND_KEYS):
        words = [value.text for value in found.values]
        if any(kind_of_word(word, settings) for word in words):
            typed.take(found)
            yield from (without_links(word) for word in words)


def tags_of(values: Iterable[Value]) -> tuple[str, ...]:
    """Tags from a list, or from one string split at spaces and commas; each once, without its `#`."""
    written = list(values)
    texts = [without_links(value.text) for value in written]
    if len(written) == 1:
        texts = texts[0].replace(",", " ").split()
    cleaned = (text.strip().lstrip("#").strip("/ ") for text in texts)
    return tuple({fold(tag): tag for tag in cleaned if tag}.values())


def _day(card: Card) -> date | None:
    """The day that the note is about, where it is precise to the day."""
    dated = card.date if isinstance(card, (EventCard, InteractionCard, PageCard)) else None
    return dated.exact if dated else None


def _near_misses(note: Note) -> Iterator[Diagnostic]:
    """An unknown key that is one letter away from a known one, and an interaction without its day."""
    known = specs_by_key(note.kind)
    for each in note.extra:
        folded = key_of(each.key)
        if folded in known or len(folded) < 4 or folded in _OTHER_KEYS:
            continue
        near = next(
            (key for key in known if len(key) > 3 and distance(folded, key, score_cutoff=1) <= 1), None
        )
        if near:
            message = say("the key %(key)s is not known", key=each.key)
            hint = say("did you mean %(word)s?", word=known[near].key)
            yield Diagnostic("key-unknown", message, each.origin, hint)
    if isinstance(note.card, InteractionCard) and note.day is None:
        message = say("this interaction has no day, so it does not count as contact")
        yield Diagnostic("interaction-undated", message, Origin(note.path), say("add `date: YYYY-MM-DD`"))
    has_met = bool(note.body.met) or (isinstance(note.card, EventCard) and bool(note.card.met))
    undated = note.day is None and note.kind not in (Kind.CONTACT, Kind.JOURNAL)
    if has_met and undated:
        message = say("this note lists people met, but has no day")
        yield Diagnostic("met-undated", message, Origin(note.path), say("add `date: YYYY-MM-DD`"))
