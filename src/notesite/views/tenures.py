"""Who was at an organisation when, and with whom at the same time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import heappop, heappush
from itertools import islice

from notesite.model.dates import PartialDate
from notesite.model.network import Contact, Ref
from notesite.views.index import Index
from notesite.views.parts import Tenure
from notesite.views.texts import phrase

MOST = 20
SHOWN = 5


@dataclass(frozen=True, slots=True)
class TenureRow:
    """A position of somebody, with a few of those who were there at the same time for certain."""

    person: Ref
    role: str
    start: PartialDate | None
    end: PartialDate | None
    beside: tuple[Ref, ...] = ()


def tenures_of(index: Index, contact: Contact) -> tuple[Tenure, ...]:
    """The positions of a contact of which a date is known, each with the key of its organisation."""
    return tuple(_tenures(index, contact))


def _tenures(index: Index, contact: Contact) -> Iterator[Tenure]:
    for each in contact.card.positions:
        if each.start or each.end:
            words = phrase(index, each.org)
            path = next((piece.path for piece in words if piece.path), None)
            org = index.org("".join(piece.text for piece in words), path)
            yield Tenure(org.key, each.role, each.start, each.end)


def tenure_rows(index: Index, key: str, paths: Iterable[str]) -> tuple[TenureRow, ...]:
    """The latest positions that some people had at an organisation, the latest first."""
    rows = ((path, index.rows[path]) for path in dict.fromkeys(paths))
    found = [
        (Ref(each.contact.person.name, path), tenure)
        for path, each in rows
        if each.contact
        for tenure in each.tenures
        if tenure.org == key
    ]
    beside = _beside(found)
    order = sorted(range(len(found)), key=lambda at: (_sort_key(found[at][1]), found[at][0].path or ""))
    return tuple(_row(*found[at], beside[at]) for at in order[:MOST])


def _row(person: Ref, tenure: Tenure, beside: tuple[Ref, ...]) -> TenureRow:
    return TenureRow(person, tenure.role, tenure.start, tenure.end, beside)


def _sort_key(tenure: Tenure) -> tuple[int, int]:
    end = tenure.end.first_day if tenure.end else date.max
    start = tenure.start.first_day if tenure.start else date.min
    return (-end.toordinal(), -start.toordinal())


def _beside(found: Sequence[tuple[Ref, Tenure]]) -> list[tuple[Ref, ...]]:
    """Of each position those who were there meanwhile, whatever days their dates mean.

    One sweep over the positions by their beginning: each meets a few of those that have not ended, and is met
    by later ones until it has met as many.
    """
    met: list[list[Ref]] = [[] for _ in found]
    begins = [(last_day(each.start), at) for at, (_, each) in enumerate(found) if each.start]
    there: dict[int, None] = {}
    hungry: dict[int, None] = {}
    ends: list[tuple[date, int]] = []
    for begin, at in sorted(begins):
        person, tenure = found[at]
        while ends and ends[0][0] < begin:
            gone = heappop(ends)[1]
            there.pop(gone)
            hungry.pop(gone, None)
        met[at] += [found[other][0] for other in islice(there, SHOWN) if found[other][0] != person]
        for other in list(hungry):
            if found[other][0] != person:
                met[other].append(person)
            if len(met[other]) >= SHOWN:
                hungry.pop(other)
        there[at] = hungry[at] = None
        heappush(ends, (tenure.end.first_day if tenure.end else date.max, at))
    return [tuple(dict.fromkeys(each[:SHOWN])) for each in met]


def last_day(on: PartialDate) -> date:
    """The last day that a date may mean."""
    if on.day:
        return on.first_day
    months = on.year * 12 + (on.month or 12)
    if months // 12 > date.max.year:
        return date.max
    following = date(months // 12, months % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)
