"""Who opened doors to me: who introduced me to whom, as a tree."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from notesite.views.dealings import Dealings, person_of
from notesite.views.parts import FollowUpRow, Person, Stretch
from notesite.views.portions import MOST_ROWS, Portion


@dataclass(frozen=True, slots=True)
class DoorRow:
    """Somebody in the tree: `opened` counts those whom one owes to them, near and far.

    `has_more` says whether the next row is one of these, `ends` how many levels end after this row. `thanks`
    are the reasons to thank them.
    """

    person: Person
    depth: int
    opened: int
    has_more: bool = False
    ends: tuple[int, ...] = ()
    thanks: tuple[Stretch[FollowUpRow], ...] = ()


def doors(dealings: Dealings) -> Portion[DoorRow]:
    """The tree of those who introduced me to somebody, with whom they introduced.

    First who opened more doors, then by name. Somebody introduced by several stands with the first of them;
    a ring of introductions is cut at the first of its people.
    """
    tree, order = _tree(dealings), dealings.order
    introduced = {path for paths in tree.values() for path in paths}
    heads = (*(path for path in tree if path not in introduced), *sorted(tree, key=order))
    sizes = _sizes(_lines(tree, heads))
    lines = _lines(
        tree, sorted(dict.fromkeys(heads), key=lambda path: (path in introduced, -sizes[path], order(path)))
    )
    depths = [depth for _, depth in lines[1:MOST_ROWS]] + [0]
    rows = tuple(
        _row(dealings, path, depth, following, sizes[path])
        for (path, depth), following in zip(lines[:MOST_ROWS], depths, strict=False)
    )
    return Portion(rows, len(lines))


def _tree(dealings: Dealings) -> Mapping[str, list[str]]:
    """By whoever introduced, those whom they introduced first of all, by name."""
    order, first = dealings.order, dict[str, str]()
    for path, each in sorted(dealings.summaries.items()):
        for by in each.introduced_by:
            first.setdefault(path, by)
    for _, deed in sorted(dealings.deeds.items()):
        if deed.kind == "introduced-me" and deed.people:
            for path in deed.about:
                if path in dealings.summaries and dealings.summaries[path].standing:
                    first.setdefault(path, deed.people[0])
    tree: dict[str, list[str]] = defaultdict(list)
    for path in sorted(first, key=order):
        if first[path] != path:
            tree[first[path]].append(path)
    return dict(tree)


def _lines(tree: Mapping[str, list[str]], heads: Iterable[str]) -> list[tuple[str, int]]:
    """Everybody with their depth, below these heads, in the order of the tree."""
    seen: set[str] = set()
    return [line for head in heads for line in _below(tree, head, seen)]


def _sizes(lines: Sequence[tuple[str, int]]) -> dict[str, int]:
    """How many stand below each."""
    sizes: dict[str, int] = {}
    unfinished: list[tuple[str, int, int]] = []
    for number, (path, depth) in enumerate((*lines, ("", 0))):
        while unfinished and unfinished[-1][1] >= depth:
            above, _, start = unfinished.pop()
            sizes[above] = number - start - 1
        unfinished.append((path, depth, number))
    return sizes


def _below(tree: Mapping[str, list[str]], root: str, seen: set[str]) -> Iterator[tuple[str, int]]:
    """Somebody and all below them, each with the depth, in the order of the tree."""
    waiting = [(root, 0)]
    while waiting:
        path, depth = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        yield path, depth
        waiting += [(each, depth + 1) for each in reversed(tree.get(path, ()))]


def _row(dealings: Dealings, path: str, depth: int, following: int, opened: int) -> DoorRow:
    index = dealings.index
    thanks = (each for each in dealings.summaries[path].windows if each.due.reason == "thanks")
    return DoorRow(
        person=person_of(index, path),
        depth=depth,
        opened=opened,
        has_more=following > depth,
        ends=tuple(range(max(depth - following, 0))),
        thanks=tuple(
            Stretch(index.row(each), each.since, each.until, each.stands_on(index.today)) for each in thanks
        ),
    )
