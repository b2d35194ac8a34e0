"""What the entries of a note tell of contacts, entry by entry."""

from collections import defaultdict

from notesite.model.network import Told
from notesite.model.note import Entry, Note
from notesite.model.origin import Origin
from notesite.reading.happenings import Happenings

GIVEN = ("gave", "shared", "received", "asked", "thanked", "intro")
"""The channels of what is given, asked and thanked for."""


def is_given(entry: Entry) -> bool:
    """Whether an entry is one of giving, asking, thanking or introducing."""
    return entry.channel in GIVEN


def told_entries(note: Note, happened: Happenings) -> tuple[Told, ...]:
    """Each entry of a note that concerns contacts, in the order of the note, given what happened in it."""
    people: dict[Origin, dict[str, None]] = defaultdict(dict)
    mentioned: dict[Origin, dict[str, None]] = defaultdict(dict)
    days = {}
    for path, interactions in happened.interactions.items():
        for each in interactions:
            if each.entry:
                days[each.origin] = each.day
                people[each.origin][path] = None
    for found, into in ((happened.facts, people), (happened.mentions, mentioned)):
        for path, dated in found.items():
            for day, entry in dated:
                days[entry.origin] = day
                into[entry.origin][path] = None
    return tuple(
        Told(each, days[each.origin], tuple(people[each.origin]), tuple(mentioned[each.origin]))
        for each in note.body.entries
        if each.origin in days
    )
