"""What a page says on one day and no longer on another, found on the days on which it can change."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from notesite.views.index import Index
from notesite.views.parts import Stretch, T


def stretches(
    index: Index, changes: Iterable[date | None], value_on: Callable[[date], T]
) -> tuple[Stretch[T], ...]:
    """A value on all of the site's days, given those on which it may change; equal neighbours are one."""
    found: list[Stretch[T]] = [Stretch(value_on(index.today))]
    for day in sorted({day for day in changes if day and index.today < day <= index.last_day}):
        value = value_on(day)
        if value != found[-1].value:
            found[-1] = replace(found[-1], until=day)
            found.append(Stretch(value, since=day, is_now=False))
    return tuple(found)


def each_stretch(found: Iterable[Stretch[tuple[T, ...]]]) -> tuple[Stretch[T], ...]:
    """The members of a changing group, each for as long as it stays."""
    members: list[Stretch[T]] = []
    for group in found:
        for value in group.value:
            stays = next((n for n, each in enumerate(members) if _is_continued(each, value, group)), None)
            if stays is None:
                members.append(Stretch(value, group.since, group.until, group.is_now))
            else:
                members[stays] = replace(members[stays], until=group.until)
    return tuple(members)


def _is_continued(member: Stretch[T], value: T, group: Stretch[tuple[T, ...]]) -> bool:
    return member.until is not None and member.until == group.since and member.value == value
