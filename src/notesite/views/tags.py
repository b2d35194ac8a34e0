"""Tags, nested: who and what carries each, and how warm it is kept."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from notesite.model.network import Ref, Tag
from notesite.views.contacts import by_name, contact_rows
from notesite.views.index import Index
from notesite.views.parts import ContactRow, TagRef
from notesite.views.people import sort_key
from notesite.views.portions import Part, Place, parts
from notesite.views.texts import note_ref

TOGETHER = 8


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag in the tree of tags: how many people, how many of them due, when one was last reached."""

    tag: TagRef
    depth: int
    people: int
    due: int
    others: int
    last: date | None = None


@dataclass(frozen=True, slots=True)
class TagsView:
    """All tags as a tree, in reading order."""

    rows: tuple[TagRow, ...]


@dataclass(frozen=True, slots=True)
class TagView:
    """A page of a tag: with all that carries it or a tag below it, on so many pages as that takes.

    What is said of the tag as a whole is on the first: elsewhere `row` is None and the tags are left out.
    """

    tag: TagRef
    place: Place
    people: tuple[ContactRow, ...]
    events: tuple[Ref, ...]
    notes: tuple[Ref, ...]
    row: TagRow | None = None
    above: tuple[TagRef, ...] = ()
    below: tuple[TagRow, ...] = ()
    together: tuple[tuple[TagRef, int], ...] = ()


def tags_view(index: Index) -> TagsView:
    """The page of all tags."""
    keys = sorted(index.network.tags, key=lambda key: [sort_key(part) for part in key.split("/")])
    return TagsView(tuple(_row(index, key) for key in keys))


def tag_parts(index: Index, tag: Tag) -> tuple[Part, ...]:
    """What each page of a tag lists: contacts, events, and other notes."""
    return parts([by_name(index, paths) for paths in (tag.people, tag.events, tag.others)])


def tag_view(index: Index, key: str, part: Part) -> TagView:
    """A page of a tag."""
    tag = index.network.tags[key]
    people, events, notes = part.lists
    view = TagView(
        tag=TagRef(tag.name, key),
        place=part.place,
        people=contact_rows(index, people),
        events=tuple(note_ref(index, path) for path in events),
        notes=tuple(note_ref(index, path) for path in notes),
    )
    if not part.place.is_first:
        return view
    return replace(
        view,
        row=_row(index, key),
        above=tuple(_above(index, key)),
        below=tuple(_row(index, child) for child in _below(index, tag)),
        together=_together(index, key, tag),
    )


def _row(index: Index, key: str) -> TagRow:
    tag = index.network.tags[key]
    standings = [index.standing(path) for path in tag.people]
    return TagRow(
        tag=TagRef(tag.name, key),
        depth=key.count("/"),
        people=len(tag.people),
        due=sum(each.is_late for each in standings),
        others=len(tag.events) + len(tag.others),
        last=max((each.last for each in standings if each.last), default=None),
    )


def _above(index: Index, key: str) -> Iterable[TagRef]:
    parts = key.split("/")
    for count in range(1, len(parts)):
        above = "/".join(parts[:count])
        if above in index.network.tags:
            yield TagRef(index.network.tags[above].name, above)


def _below(index: Index, tag: Tag) -> list[str]:
    keys = (index.tag_key(name) for name in tag.below)
    return sorted((key for key in keys if key), key=sort_key)


def _together(index: Index, key: str, tag: Tag) -> tuple[tuple[TagRef, int], ...]:
    """The tags that most often stand beside a tag, without those above and below it."""
    counts: Counter[str] = Counter()
    for path in tag.notes:
        for other in dict.fromkeys(map(index.tag_key, index.network.tags_of.get(path, ()))):
            if other and not _is_kin(other, key):
                counts[other] += 1
    most = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:TOGETHER]
    return tuple((TagRef(index.network.tags[other].name, other), count) for other, count in most if count > 1)


def _is_kin(one: str, other: str) -> bool:
    return one == other or one.startswith(f"{other}/") or other.startswith(f"{one}/")
