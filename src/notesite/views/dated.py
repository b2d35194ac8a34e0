"""What each note gives to the timeline: a line for each day on which it says that something happened."""

from array import array
from collections.abc import Iterator, Sequence

from notesite.model.network import Contact, Event, Interaction
from notesite.model.note import Task
from notesite.model.origin import Origin
from notesite.model.summary import Line, Lines, Named
from notesite.model.text import shortened
from notesite.model.values import Kind
from notesite.views.index import Index
from notesite.views.timeline import arrow_of, verb_of

MOST_LETTERS = 150


def lines_of(index: Index, path: str) -> Lines:
    """What the note at a path gives."""
    found: dict[int, list[Line]] = {}
    for day, line in _lines(index, path):
        found.setdefault(day, []).append(line)
    return {day: tuple(lines) for day, lines in found.items()}


def days_of(lines: Lines) -> bytes:
    """The day of each line, in order, as a summary holds them."""
    return array("I", [day for day in sorted(lines) for _ in lines[day]]).tobytes()


def days_in(dated: bytes) -> Sequence[int]:
    """The days that summaries hold."""
    return array("I", dated)


def _lines(index: Index, path: str) -> Iterator[tuple[int, Line]]:
    network = index.network
    contact, event = network.contacts.get(path), network.events.get(path)
    if contact:
        yield from _interactions(index, contact)
    elif event:
        yield from _event(event)
    else:
        yield from _note(index, path)
    for promise in network.promises_in.get(path, ()):
        task = promise.task
        if task.is_done and task.done:
            people = tuple((network.name_of(each) or each, each) for each in promise.contacts)
            yield task.done.toordinal(), _promise(task, people)


def _interactions(index: Index, contact: Contact) -> Iterator[tuple[int, Line]]:
    """Each interaction once for a day and channel: the one that tells most."""
    best: dict[tuple[int, str | None], Interaction] = {}
    for each in contact.interactions:
        key = each.day.toordinal(), each.channel
        if (each.entry or not each.task) and (key not in best or _tells(each) > _tells(best[key])):
            best[key] = each
    for (day, channel), each in best.items():
        yield day, _interaction(index, each, channel or "")


def _interaction(index: Index, each: Interaction, channel: str) -> Line:
    return Line(
        verb=verb_of("interaction", channel, each.direction),
        arrow=arrow_of("interaction", channel, each.direction),
        text=shortened(each.entry.text, MOST_LETTERS) if each.entry else "",
        source=each.origin.path,
        number=each.origin.line,
        place=_place(index, each),
    )


def _place(index: Index, each: Interaction) -> Named | None:
    """The event where it happened, or the note that is about it."""
    network, written = index.network, each.origin.path
    path = each.event or (written if network.is_(written, Kind.INTERACTION) else "")
    return (network.name_of(path) or path, path) if path else None


def _tells(each: Interaction) -> int:
    return len(each.entry.text) if each.entry else -1


def _event(event: Event) -> Iterator[tuple[int, Line]]:
    """An event on its first day, unless it remained an idea or was skipped."""
    if event.start and event.card.status not in ("idea", "skipped"):
        yield event.start.toordinal(), _own("event", event.note.path)


def _note(index: Index, path: str) -> Iterator[tuple[int, Line]]:
    face = index.network.faces.get(path)
    if face and face.day:
        yield face.day.toordinal(), _own("journal" if face.kind is Kind.JOURNAL else "note", path)


def _own(verb: str, path: str) -> Line:
    """The line of a note that is itself what happened."""
    return Line(verb, source=path)


def _promise(task: Task, people: tuple[Named, ...]) -> Line:
    origin: Origin = task.origin
    verb, text = "promise in" if task.theirs else "promise", shortened(task.text, MOST_LETTERS)
    return Line(verb, text=text, source=origin.path, number=origin.line, people=people)
