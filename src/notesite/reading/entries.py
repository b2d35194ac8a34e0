"""Entries: what one line, heading or table row of a body says that happened."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from markdown_it.token import Token

from notesite.markup.clean import cleaned
from notesite.markup.lines import Line, joined
from notesite.model.message import say
from notesite.model.note import Entry, Form, Question
from notesite.reading import grammar
from notesite.reading.asides import ASK, add_tags
from notesite.reading.channels import LOG_HEADINGS, heading_name
from notesite.reading.reading_state import BodyReading
from notesite.reading.tables import read_table


@dataclass(frozen=True, slots=True)
class Dated:
    """A dated line: its day, and its head."""

    day: date
    head: grammar.Head


def dated_entry(reading: BodyReading, line: Line) -> Dated | None:
    """The day and the head of a line with a date at its start."""
    found = _date_of(reading, line)
    return Dated(found[0], grammar.read_head(line, found[1])) if found else None


def _date_of(reading: BodyReading, line: Line) -> tuple[date, int] | None:
    """The date at a line's start and where it ends; reports the near misses."""
    found = grammar.read_date(line)
    if found is None:
        if grammar.is_other_date(line):
            message = say("this line has a date that starts no entry")
            reading.report("entry-date", message, line, say("write the date as YYYY-MM-DD"))
        return None
    day, end = found
    if day is None:
        message = say("the day of this entry does not exist")
        reading.report("entry-day", message, line, say("correct the day"))
        return None
    return day, end


def _entry(
    reading: BodyReading, line: Line, head: grammar.Head, day: date | None, form: Form, shown: Line
) -> Entry:
    """The entry that a line's head makes; `intro` is about everybody whom its line links."""
    is_intro = head.channel == "intro"
    people = tuple(index for index in line.links() if index != head.place) if is_intro else head.people
    mentions = line.links(head.separator + 1 if head.separator >= 0 else head.end)
    return Entry(
        date=day,
        origin=reading.origin(line),
        form=form,
        text=shown.plain,
        html=cleaned(shown.html),
        time=head.time,
        channel=head.channel,
        direction=head.direction,
        place=head.place,
        people=people,
        names=head.names,
        mentions=tuple(index for index in mentions if index not in people),
        under_log=reading.is_under(LOG_HEADINGS),
        fields=grammar.fields_in(line),
    )


def text_of(dated: Dated, line: Line) -> Line:
    """What a dated line says after its head."""
    return line.part(dated.head.end)


def add_entry(reading: BodyReading, dated: Dated, line: Line, form: Form, more: Sequence[Line]) -> None:
    """Add a dated line as an entry, with the lines that continue it; reports the near misses."""
    _report_near_misses(reading, dated.head, line, form)
    shown = joined([text_of(dated, line), *more])
    entry = _entry(reading, line, dated.head, dated.day, form, shown)
    reading.prefer_contacts(entry.people)
    reading.entries.append(entry)
    for key, value in entry.fields:
        if heading_name(key).replace(" ", "") in ASK and value:
            reading.questions.append(Question(value, cleaned(value), entry.origin))


def _report_near_misses(reading: BodyReading, head: grammar.Head, line: Line, form: Form) -> None:
    """Report a slip that would pass in silence: elsewhere than in an item, a first word may be plain text."""
    if head.channel_after_separator:
        message = say("a separator stands between the date and the channel, so the channel does not count")
        reading.report("entry-separator", message, line, say("leave the separator after the date out"))
    elif head.unknown and (form == "item" or head.is_word):
        near = grammar.near_channel(head.unknown)
        channels = say("begin with call, email, message, meeting, coffee, note …")
        hint = say("did you mean %(word)s?", word=near) if near else channels
        message = say("%(word)r is no channel, so it is read as text", word=head.unknown)
        reading.report("entry-word", message, line, hint)


def add_journal_line(reading: BodyReading, line: Line, more: Sequence[Line] = ()) -> bool:
    """A journal's line without a date: an entry by its head, else by its links; whether it is an entry."""
    if not line.text.strip():
        return False
    head = grammar.read_head(line, 0)
    is_entry = head.opens and (head.separator >= 0 or bool(head.people) or not line.links())
    if is_entry:
        entry = _entry(reading, line, head, None, "item", joined([line.part(head.end), *more]))
    else:
        people = grammar.people_of_line(line)
        others = tuple(index for index in line.links() if index not in people)
        if not people and not others:
            return False
        entry = _entry(reading, line, grammar.Head(), None, "journal", joined([line, *more]))
        entry = replace(entry, names=head.names, people=people, mentions=others)
    reading.prefer_contacts((*entry.people, *entry.mentions))
    reading.entries.append(entry)
    return is_entry


def add_table(reading: BodyReading, tokens: Sequence[Token]) -> None:
    """Add the rows of a table with a date column as entries."""
    table = read_table(tokens)
    for cells in table.rows:
        for cell in cells:
            add_tags(reading, cell)
    for row in table.dated_rows():
        found = _date_of(reading, row.date)
        if found is None:
            continue
        people = row.people
        mentions = row.text.links()
        if row.head.channel == "intro":
            people, mentions = (*people, *mentions), ()
        reading.prefer_contacts(people)
        reading.entries.append(
            Entry(
                date=found[0],
                origin=reading.origin(row.date),
                form="row",
                text=row.text.plain,
                html=cleaned(row.text.html),
                time=row.head.time,
                channel=row.head.channel,
                direction=row.head.direction,
                people=people,
                names=row.names,
                mentions=mentions,
                under_log=reading.is_under(LOG_HEADINGS),
                fields=grammar.fields_in(row.text),
            )
        )
