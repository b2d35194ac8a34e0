"""The due list of the sample notebook, worked out by hand from the note format."""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypedDict

import pytest

from notesite.rules.ranking import select
from notesite.rules.registry import dues
from notesite.shell.notebooks import read_notebook
from notesite.shell.places import find_places

NOTES = Path(__file__).parent.parent / "notes"
TUESDAY = "2026-11-24"
DAYS = sorted((Path(__file__).parent / "sample_days").glob("*.md"))
"""Further days of which every row was worked out, a row a line: note, reason, due, state, last contact."""


class Row(TypedDict):
    """One row of the due list, as in `due --json`."""

    contact: str
    reason: str
    due: str
    state: str
    last_contact: str | None


class Case(NamedTuple):
    """One row expected on one day."""

    today: str
    contact: str
    reason: str
    due: str
    state: str
    last_contact: str | None


class Absent(NamedTuple):
    """A contact that has no row of that reason on that day."""

    today: str
    contact: str
    reason: str


Rows = Callable[[str], list[Row]]


@pytest.fixture(scope="session")
def rows() -> Rows:
    places = find_places(NOTES, NOTES)
    network = read_notebook(places).network
    every = dues(network, places.settings)

    @cache
    def on(today: str) -> list[Row]:
        return [
            Row(
                contact=row.due.contact,
                reason=row.due.reason,
                due=row.on.isoformat(),
                state=row.state,
                last_contact=row.last_contact.isoformat() if row.last_contact else None,
            )
            for row in select(every, network, date.fromisoformat(today))
        ]

    return on


# The pinned day, a Tuesday. Every row of that day is here, and in OTHERS_ON_TUESDAY.
ON_TUESDAY = [
    # -- overdue
    # 6w, from the call of 5 October: 26 days to 31 October, 16 more. The struck call of 16 November, the
    # dated fact of 1 November, the quotation in the journal and Kenji's own promise do not count.
    Case(TUESDAY, "contacts/Kenji Watanabe.md", "cadence", "2026-11-16", "overdue", "2026-10-05"),
    # every 2 months, from my task ticked with ✅ 2026-09-18; attending a skipped summit is nothing.
    Case(TUESDAY, "contacts/olga-sokolova.md", "cadence", "2026-11-18", "overdue", "2026-09-18"),
    # circle wide, 1 year, from `last-contact`, which lies after the log (2024). The comment of 15 November,
    # the code, the struck line, the mention in the journal and the interaction `channel: note` do not count.
    Case(TUESDAY, "contacts/sofia-conti.md", "cadence", "2026-09-19", "overdue", "2025-09-19"),
    # twice a year, from the first day of the partial `met: 2026-05`; a ticked promise of his is no contact.
    Case(TUESDAY, "contacts/tomasz-wojcik.md", "cadence", "2026-11-01", "overdue", "2026-05-01"),
    # C, 6 months, from the video of 22 April. The intro of 20 June links two others and is theirs alone; the
    # note of 10 November, the struck call, the two quotations and the open task in the journal do not count.
    Case(TUESDAY, "contacts/samuel-abebe.md", "cadence", "2026-10-22", "overdue", "2026-04-22"),
    # `reminder`; the coffee of 3 November (journal, `caffè con`) lies before it, a later one is in a comment.
    Case(TUESDAY, "contacts/rosa-benedetti.md", "explicit", "2026-11-20", "overdue", "2026-11-03"),
    # in the event of 19 November, a task with no link under the heading that links her; [due:: ].
    Case(TUESDAY, "contacts/Lucía Fernández.md", "promise", "2026-11-23", "overdue", "2026-11-19"),
    # -- today
    # the tag mentor, 6 weeks, from the call in his association's note: 13 October, 18 days, 24 more. At the
    # evening of 19 November he was an attendee, not met.
    Case(TUESDAY, "contacts/paolo-ferretti.md", "cadence", "2026-11-24", "today", "2026-10-13"),
    # follow-up on the day itself; met on the 19th, which lies before it.
    Case(TUESDAY, "contacts/chiara-bellandi.md", "explicit", "2026-11-24", "today", "2026-11-19"),
    # in the journal, owed to the contact that the task links; a trailing (date).
    Case(TUESDAY, "contacts/Ana Pérez.md", "promise", "2026-11-24", "today", "2026-11-12"),
    # -- this week, 1 to 7 days
    # quarterly, from the interaction note of 25 August; the call of 22 November is in a footnote.
    Case(TUESDAY, "contacts/yusuf-al-najjar.md", "cadence", "2026-11-25", "week", "2026-08-25"),
    # one task links two contacts: a row for each.
    Case(TUESDAY, "contacts/Kenji Watanabe.md", "promise", "2026-11-25", "week", "2026-10-05"),
    Case(TUESDAY, "contacts/niamh-o-sullivan.md", "promise", "2026-11-25", "week", "2026-09-29"),
    # a task in the contact's own file; the one with ← (1 December) is theirs.
    Case(TUESDAY, "contacts/giulia-rossi.md", "promise", "2026-11-26", "week", "2026-11-12"),
    # follow-up ahead; last contact in an interaction note that names its person in the file name.
    Case(TUESDAY, "contacts/Eleni Papadaki.md", "explicit", "2026-11-27", "week", "2026-10-21"),
    # cadence-days 28, from the interaction of 30 October; the call of 2 December is still ahead.
    Case(TUESDAY, "contacts/Amara Diallo.md", "cadence", "2026-11-27", "week", "2026-10-30"),
    # tier inner, 3 weeks, from the dinner with a bold date; private notes are due like others.
    Case(TUESDAY, "contacts/omar-haddad.md", "cadence", "2026-11-28", "week", "2026-11-07"),
    # closeness close, 2 months, from a table row; the row of 10 November is a note.
    Case(TUESDAY, "contacts/niamh-o-sullivan.md", "cadence", "2026-11-29", "week", "2026-09-29"),
    # the front matter tag warm is her circle, 6 months, from the `end` of the event where she was met.
    Case(TUESDAY, "contacts/Marta Lindqvist.md", "cadence", "2026-11-30", "week", "2026-05-30"),
    # mensile, from 31 October, clamped to the last day of November.
    Case(TUESDAY, "contacts/caterina-dell-orto.md", "cadence", "2026-11-30", "week", "2026-10-31"),
    # a task in an interaction note that links nobody is owed to its people.
    Case(TUESDAY, "contacts/Eleni Papadaki.md", "promise", "2026-11-30", "week", "2026-10-21"),
    # in an event ahead; an empty file is a contact, with no contact recorded; exactly 7 days.
    Case(TUESDAY, "contacts/Tunde Okafor.md", "promise", "2026-12-01", "week", None),
    # -- later, from 8 days on
    # biweekly, from the journal line that her link opens (18 November); exactly 8 days.
    Case(TUESDAY, "contacts/@Zoe Lambert.md", "cadence", "2026-12-02", "later", "2026-11-18"),
    # circle inner, 3 weeks, from the call of 12 November; attending on the 19th is no contact.
    Case(TUESDAY, "contacts/giulia-rossi.md", "cadence", "2026-12-03", "later", "2026-11-12"),
    # circle close, 2 months, from the head of an entry in Kenji's file (her own log ends on 2 September).
    Case(TUESDAY, "contacts/giulia-d-amico.md", "cadence", "2026-12-05", "later", "2026-10-05"),
    # monthly beats the circle inner (which would say 3 December); lunch in the journal of 12 November.
    Case(TUESDAY, "contacts/Ana Pérez.md", "cadence", "2026-12-12", "later", "2026-11-12"),
    # my promise that returns every month.
    Case(TUESDAY, "contacts/yusuf-al-najjar.md", "promise", "2026-12-15", "later", "2026-08-25"),
    # circle close, 2 months, from an entry inside a callout that is no quotation, a day after the event.
    Case(TUESDAY, "contacts/佐藤 美咲.md", "cadence", "2026-12-16", "later", "2026-10-16"),
    # `cadence::` in the body, 6 weeks, from a heading of the journal: 10 days to 30 November, 31, 1 more.
    Case(TUESDAY, "contacts/elif-yilmaz.md", "cadence", "2027-01-01", "later", "2026-11-20"),
    # a promise with a leading date.
    Case(TUESDAY, "contacts/olga-sokolova.md", "promise", "2027-01-10", "later", "2026-09-18"),
    # dormant stops the rhythm, not what he was promised.
    Case(TUESDAY, "contacts/Henrik Dahl.md", "explicit", "2027-01-15", "later", "2026-03-10"),
    # 2m, from `met` and the event of 19 November.
    Case(TUESDAY, "contacts/Lucía Fernández.md", "cadence", "2027-01-19", "later", "2026-11-19"),
    # circle wide, 1 year, from the day of `met`, the only contact.
    Case(TUESDAY, "contacts/Nguyễn Thị Lan.md", "cadence", "2027-01-28", "later", "2026-01-28"),
    # ogni 3 mesi: the call on the very day of prossimo-contatto settled it.
    Case(TUESDAY, "contacts/lorenzo-bianchi.md", "cadence", "2027-02-11", "later", "2026-11-11"),
    # the cadence is a circle's name, warm: 6 months from a dated heading, 31 August, clamped.
    Case(TUESDAY, "contacts/Jonas Weber.md", "cadence", "2027-02-28", "later", "2026-08-31"),
    # circle warm, 6 months, from `gave` of 20 November (after the lunch of the 5th).
    Case(TUESDAY, "contacts/matteo-fabbri.md", "cadence", "2027-05-20", "later", "2026-11-20"),
    # -- snoozed
    # circle close, 2 months, from a dated entry in the note of a skipped event; snooze until 1 December.
    Case(TUESDAY, "contacts/ingrid-haugen.md", "cadence", "2026-11-25", "snoozed", "2026-09-25"),
    # prossimo-contatto under rimanda (11 January); last contact a paragraph line of her log.
    Case(TUESDAY, "contacts/Francesca De Santis.md", "explicit", "2026-12-05", "snoozed", "2026-08-28"),
    # scheduled ⏳ for 10 December; last contact a journal line with a clock time before her link.
    Case(TUESDAY, "contacts/priya-raman.md", "promise", "2026-12-18", "snoozed", "2026-10-06"),
    # starts 🛫 on 5 December; what she owes (18 November) makes no row.
    Case(TUESDAY, "contacts/rosa-benedetti.md", "promise", "2026-12-20", "snoozed", "2026-11-03"),
]

# Neither a rhythm, nor a date of one's own, nor what I promised.
OTHERS_ON_TUESDAY = [
    # -- first follow-ups: two days after the first meeting
    # an entry under no heading, with the channel `met`, of 22 November.
    Case(TUESDAY, "contacts/Davide Colombo.md", "first-follow-up", "2026-11-24", "today", "2026-11-22"),
    # both met at the evening of the 19th; day 5 of 14, and nothing was written since.
    Case(TUESDAY, "contacts/Lucía Fernández.md", "first-follow-up", "2026-11-21", "overdue", "2026-11-19"),
    Case(TUESDAY, "contacts/chiara-bellandi.md", "first-follow-up", "2026-11-21", "overdue", "2026-11-19"),
    # -- what returns every year
    # 6 days ahead; the other two of his have no day this year any more.
    Case(TUESDAY, "contacts/omar-haddad.md", "birthday", "2026-11-30", "week", "2026-11-07"),
    Case(TUESDAY, "contacts/omar-haddad.md", "date", "2027-01-12", "later", "2026-11-07"),
    Case(TUESDAY, "contacts/omar-haddad.md", "date", "2027-09-12", "later", "2026-11-07"),
    Case(TUESDAY, "contacts/Ana Pérez.md", "birthday", "2027-08-09", "later", "2026-11-12"),
    Case(TUESDAY, "contacts/giulia-d-amico.md", "birthday", "2027-02-18", "later", "2026-10-05"),
    Case(TUESDAY, "contacts/giulia-rossi.md", "birthday", "2027-04-27", "later", "2026-11-12"),
    Case(TUESDAY, "contacts/lorenzo-bianchi.md", "birthday", "2027-09-03", "later", "2026-11-11"),
    # -- thanks: she introduced Chiara, met on the 19th; three days later. Her tickets were thanked.
    Case(TUESDAY, "contacts/giulia-rossi.md", "thanks", "2026-11-22", "overdue", "2026-11-12"),
    # -- events to which I go: three days before; those that are ideas are not prepared.
    Case(TUESDAY, "events/Data Craft Milano 2026.md", "prepare", "2026-11-24", "today", None),
    Case(TUESDAY, "events/tavolo-dati-2026-12.md", "prepare", "2026-12-07", "later", None),
    # -- no reply: ten days after the mail of 16 October. Zoe's message of the 5th was answered on the 18th.
    Case(TUESDAY, "contacts/佐藤 美咲.md", "no-reply", "2026-10-26", "overdue", "2026-10-16"),
    # -- what they promised: ← in her own note, under Waiting for, [w] with a (date), [owner:: them]
    Case(TUESDAY, "contacts/giulia-rossi.md", "promised-to-me", "2026-12-01", "week", "2026-11-12"),
    Case(TUESDAY, "contacts/Kenji Watanabe.md", "promised-to-me", "2026-11-20", "overdue", "2026-10-05"),
    Case(TUESDAY, "contacts/matteo-fabbri.md", "promised-to-me", "2026-11-15", "overdue", "2026-11-20"),
    Case(TUESDAY, "contacts/rosa-benedetti.md", "promised-to-me", "2026-11-18", "overdue", "2026-11-03"),
]

ON_OTHER_DAYS = [
    # the day before the call in the association's note: his own log's 2 September + 6 weeks.
    Case("2026-10-12", "contacts/paolo-ferretti.md", "cadence", "2026-10-14", "week", "2026-09-02"),
    # the day before: the follow-up still stands, the last contact is the mail of September.
    Case("2026-11-10", "contacts/lorenzo-bianchi.md", "explicit", "2026-11-11", "week", "2026-09-04"),
    # contact on the day of the follow-up settles it: the rhythm is back.
    Case("2026-11-11", "contacts/lorenzo-bianchi.md", "cadence", "2027-02-11", "later", "2026-11-11"),
    # 8 days ahead, then 7.
    Case("2026-11-10", "contacts/olga-sokolova.md", "cadence", "2026-11-18", "later", "2026-09-18"),
    Case("2026-11-11", "contacts/olga-sokolova.md", "cadence", "2026-11-18", "week", "2026-09-18"),
    # first met on the 19th: the day before only the promise (already written) is there.
    Case("2026-11-18", "contacts/Lucía Fernández.md", "promise", "2026-11-23", "week", None),
    Case("2026-11-19", "contacts/Lucía Fernández.md", "cadence", "2027-01-19", "later", "2026-11-19"),
    # before the journal of the 20th, the mail of 8 November counts: 22 days to the 30th, 20 more.
    Case("2026-11-19", "contacts/elif-yilmaz.md", "cadence", "2026-12-20", "later", "2026-11-08"),
    # -- the day after
    Case("2026-11-25", "contacts/paolo-ferretti.md", "cadence", "2026-11-24", "overdue", "2026-10-13"),
    Case("2026-11-25", "contacts/chiara-bellandi.md", "explicit", "2026-11-24", "overdue", "2026-11-19"),
    Case("2026-11-25", "contacts/Ana Pérez.md", "promise", "2026-11-24", "overdue", "2026-11-12"),
    Case("2026-11-25", "contacts/yusuf-al-najjar.md", "cadence", "2026-11-25", "today", "2026-08-25"),
    Case("2026-11-25", "contacts/Kenji Watanabe.md", "promise", "2026-11-25", "today", "2026-10-05"),
    # her day has come, but she is snoozed.
    Case("2026-11-25", "contacts/ingrid-haugen.md", "cadence", "2026-11-25", "snoozed", "2026-09-25"),
    # 7 and 8 days ahead.
    Case("2026-11-25", "contacts/@Zoe Lambert.md", "cadence", "2026-12-02", "week", "2026-11-18"),
    Case("2026-11-25", "contacts/giulia-rossi.md", "cadence", "2026-12-03", "later", "2026-11-12"),
    Case("2026-11-26", "contacts/giulia-rossi.md", "cadence", "2026-12-03", "week", "2026-11-12"),
    # a promise on its day, and after.
    Case("2026-11-26", "contacts/giulia-rossi.md", "promise", "2026-11-26", "today", "2026-11-12"),
    Case("2026-11-27", "contacts/giulia-rossi.md", "promise", "2026-11-26", "overdue", "2026-11-12"),
    # an explicit follow-up on its day.
    Case("2026-11-27", "contacts/Eleni Papadaki.md", "explicit", "2026-11-27", "today", "2026-10-21"),
    # the clamped day, and the last day of a snooze.
    Case("2026-11-30", "contacts/caterina-dell-orto.md", "cadence", "2026-11-30", "today", "2026-10-31"),
    Case("2026-11-30", "contacts/ingrid-haugen.md", "cadence", "2026-11-25", "snoozed", "2026-09-25"),
    # -- a week on
    # on its day a snooze is over.
    Case("2026-12-01", "contacts/ingrid-haugen.md", "cadence", "2026-11-25", "overdue", "2026-09-25"),
    # the call of tomorrow does not count yet …
    Case("2026-12-01", "contacts/Amara Diallo.md", "cadence", "2026-11-27", "overdue", "2026-10-30"),
    # … and then it does: 2 December + 28 days.
    Case("2026-12-02", "contacts/Amara Diallo.md", "cadence", "2026-12-30", "later", "2026-12-02"),
    # attending Data Craft Milano (27 and 28 November, `going`) brings no contact.
    Case("2026-12-01", "contacts/Kenji Watanabe.md", "cadence", "2026-11-16", "overdue", "2026-10-05"),
    Case("2026-12-01", "contacts/giulia-d-amico.md", "cadence", "2026-12-05", "week", "2026-10-05"),
    Case("2026-12-01", "contacts/Marta Lindqvist.md", "cadence", "2026-11-30", "overdue", "2026-05-30"),
    Case("2026-12-01", "contacts/Tunde Okafor.md", "promise", "2026-12-01", "today", None),
    # one row only: what Giulia owes is due on this very day, but by her.
    Case("2026-12-01", "contacts/giulia-rossi.md", "promise", "2026-11-26", "overdue", "2026-11-12"),
    # -- December: a promise before and from its start, before and from its scheduled day
    Case("2026-12-04", "contacts/rosa-benedetti.md", "promise", "2026-12-20", "snoozed", "2026-11-03"),
    Case("2026-12-05", "contacts/rosa-benedetti.md", "promise", "2026-12-20", "later", "2026-11-03"),
    Case("2026-12-09", "contacts/priya-raman.md", "promise", "2026-12-18", "snoozed", "2026-10-06"),
    Case("2026-12-10", "contacts/priya-raman.md", "promise", "2026-12-18", "later", "2026-10-06"),
    Case("2026-12-11", "contacts/priya-raman.md", "promise", "2026-12-18", "week", "2026-10-06"),
    # -- the new year
    Case("2027-01-01", "contacts/elif-yilmaz.md", "cadence", "2027-01-01", "today", "2026-11-20"),
    Case("2027-01-10", "contacts/Francesca De Santis.md", "explicit", "2026-12-05", "snoozed", "2026-08-28"),
    Case("2027-01-11", "contacts/Francesca De Santis.md", "explicit", "2026-12-05", "overdue", "2026-08-28"),
    Case("2027-02-28", "contacts/Jonas Weber.md", "cadence", "2027-02-28", "today", "2026-08-31"),
    # the day after 28 February is 1 March.
    Case("2027-03-01", "contacts/Jonas Weber.md", "cadence", "2027-02-28", "overdue", "2026-08-31"),
    Case("2027-03-01", "contacts/Nguyễn Thị Lan.md", "cadence", "2027-01-28", "overdue", "2026-01-28"),
    Case("2027-03-01", "contacts/Henrik Dahl.md", "explicit", "2027-01-15", "overdue", "2026-03-10"),
    Case("2027-03-01", "contacts/matteo-fabbri.md", "cadence", "2027-05-20", "later", "2026-11-20"),
    # taking part in an event that stayed an idea (13 February) brings no contact.
    Case("2027-03-01", "contacts/lorenzo-bianchi.md", "cadence", "2027-02-11", "overdue", "2026-11-11"),
]

NO_ROW = [
    # contact on the day of the follow-up settled it.
    Absent(TUESDAY, "contacts/lorenzo-bianchi.md", "explicit"),
    Absent("2026-11-11", "contacts/lorenzo-bianchi.md", "explicit"),
    # while a follow-up stands, it replaces the rhythm, also when it is late or snoozed.
    Absent("2026-11-10", "contacts/lorenzo-bianchi.md", "cadence"),
    Absent(TUESDAY, "contacts/Eleni Papadaki.md", "cadence"),
    Absent("2027-03-01", "contacts/Eleni Papadaki.md", "cadence"),
    Absent(TUESDAY, "contacts/Francesca De Santis.md", "cadence"),
    # no cadence anywhere.
    Absent(TUESDAY, "contacts/rosa-benedetti.md", "cadence"),
    Absent(TUESDAY, "contacts/chiara-bellandi.md", "cadence"),
    # met two days ago, but a nested tag (mentor/of-many) and an inline #mentor carry no cadence.
    Absent(TUESDAY, "contacts/Davide Colombo.md", "cadence"),
    # dormant: no rhythm.
    Absent(TUESDAY, "contacts/Henrik Dahl.md", "cadence"),
    Absent("2027-03-01", "contacts/Henrik Dahl.md", "cadence"),
    # never ends the search, before the circle warm.
    Absent(TUESDAY, "contacts/priya-raman.md", "cadence"),
    Absent("2027-03-01", "contacts/priya-raman.md", "cadence"),
    # no contact recorded: an empty file, and a circle without a single entry.
    Absent(TUESDAY, "contacts/Tunde Okafor.md", "cadence"),
    Absent(TUESDAY, "contacts/Wanjiru Kamau.md", "cadence"),
    # nor after the event that she attends.
    Absent("2026-12-01", "contacts/Wanjiru Kamau.md", "cadence"),
    # met tomorrow.
    Absent("2026-11-18", "contacts/Lucía Fernández.md", "cadence"),
    # archived: nothing, though follow-up, circle and an open promise are all late.
    Absent(TUESDAY, "contacts/beatrice-galli.md", "explicit"),
    Absent(TUESDAY, "contacts/beatrice-galli.md", "cadence"),
    Absent(TUESDAY, "contacts/beatrice-galli.md", "promise"),
    # deceased: nothing.
    Absent(TUESDAY, "contacts/Aldo Nannini.md", "cadence"),
    Absent("2027-03-01", "contacts/Aldo Nannini.md", "cadence"),
    # the user's own card.
    Absent(TUESDAY, "contacts/me.md", "cadence"),
    Absent(TUESDAY, "contacts/me.md", "promise"),
    # what they owe, dated 15 November by [w] under In attesa; mine has no date.
    Absent(TUESDAY, "contacts/matteo-fabbri.md", "promise"),
    # theirs and kept, and mine but dropped.
    Absent(TUESDAY, "contacts/tomasz-wojcik.md", "promise"),
    # mine, without a date.
    Absent(TUESDAY, "contacts/samuel-abebe.md", "promise"),
    Absent(TUESDAY, "contacts/elif-yilmaz.md", "promise"),
    Absent(TUESDAY, "contacts/Henrik Dahl.md", "promise"),
    Absent(TUESDAY, "contacts/Nguyễn Thị Lan.md", "promise"),
    # no `follow-up` was written.
    Absent(TUESDAY, "contacts/giulia-rossi.md", "explicit"),
    # dead: no birthday, though it is in eight days.
    Absent(TUESDAY, "contacts/Aldo Nannini.md", "birthday"),
    # theirs and dropped, theirs without a date.
    Absent(TUESDAY, "contacts/tomasz-wojcik.md", "promised-to-me"),
    Absent(TUESDAY, "contacts/yusuf-al-najjar.md", "promised-to-me"),
    # the tickets, the numerals and the hours in the hall were thanked on the next day, the budget as well.
    Absent(TUESDAY, "contacts/matteo-fabbri.md", "thanks"),
    Absent(TUESDAY, "contacts/lorenzo-bianchi.md", "thanks"),
    Absent(TUESDAY, "contacts/Ana Pérez.md", "thanks"),
    # that her position of 2021 ended is no news of one that began.
    Absent(TUESDAY, "contacts/Marta Lindqvist.md", "congratulate"),
    # written to on the day after the forum.
    Absent(TUESDAY, "contacts/佐藤 美咲.md", "first-follow-up"),
    # events that are over, skipped, or an idea.
    Absent(TUESDAY, "events/tavolo-dati-2026-11.md", "prepare"),
    Absent(TUESDAY, "events/2026-09-24 Ponte Summit.md", "prepare"),
    Absent(TUESDAY, "events/Fjord Data Days 2027.md", "prepare"),
    # answered on 30 October.
    Absent(TUESDAY, "contacts/Amara Diallo.md", "no-reply"),
    # without a rhythm, but met two days ago.
    Absent(TUESDAY, "contacts/Davide Colombo.md", "revive"),
]

LATE_OR_TODAY = {
    ("contacts/Kenji Watanabe.md", "cadence", "2026-11-16"),
    ("contacts/olga-sokolova.md", "cadence", "2026-11-18"),
    ("contacts/sofia-conti.md", "cadence", "2026-09-19"),
    ("contacts/tomasz-wojcik.md", "cadence", "2026-11-01"),
    ("contacts/samuel-abebe.md", "cadence", "2026-10-22"),
    ("contacts/rosa-benedetti.md", "explicit", "2026-11-20"),
    ("contacts/Lucía Fernández.md", "promise", "2026-11-23"),
    ("contacts/paolo-ferretti.md", "cadence", "2026-11-24"),
    ("contacts/chiara-bellandi.md", "explicit", "2026-11-24"),
    ("contacts/Ana Pérez.md", "promise", "2026-11-24"),
    ("contacts/Davide Colombo.md", "first-follow-up", "2026-11-24"),
    ("contacts/Lucía Fernández.md", "first-follow-up", "2026-11-21"),
    ("contacts/chiara-bellandi.md", "first-follow-up", "2026-11-21"),
    ("contacts/giulia-rossi.md", "thanks", "2026-11-22"),
    ("events/Data Craft Milano 2026.md", "prepare", "2026-11-24"),
    ("contacts/佐藤 美咲.md", "no-reply", "2026-10-26"),
    ("contacts/Kenji Watanabe.md", "promised-to-me", "2026-11-20"),
    ("contacts/matteo-fabbri.md", "promised-to-me", "2026-11-15"),
    ("contacts/rosa-benedetti.md", "promised-to-me", "2026-11-18"),
}


def is_of(row: Row, case: Case | Absent) -> bool:
    return (row["contact"], row["reason"]) == (case.contact, case.reason)


def name_of(path: str) -> str:
    """The name of a note's file."""
    return path.rpartition("/")[2].removesuffix(".md")


def _id(case: Case | Absent) -> str:
    stem = name_of(case.contact)
    return f"{case.today} {stem} {case.reason} {case.state if isinstance(case, Case) else 'none'}"


@pytest.mark.parametrize("case", ON_TUESDAY + OTHERS_ON_TUESDAY + ON_OTHER_DAYS, ids=_id)
def test_a_contact_is_due_as_worked_out_by_hand(case: Case, rows: Rows) -> None:
    found = [row for row in rows(case.today) if is_of(row, case)]
    if case.reason == "date":  # of which a contact may have several
        found = [row for row in found if row["due"] == case.due]
    expected = Row(
        contact=case.contact,
        reason=case.reason,
        due=case.due,
        state=case.state,
        last_contact=case.last_contact,
    )
    assert found == [expected]


@pytest.mark.parametrize("case", NO_ROW, ids=_id)
def test_a_contact_is_not_due_for_that_reason(case: Absent, rows: Rows) -> None:
    assert [row for row in rows(case.today) if is_of(row, case)] == []


def test_nobody_else_is_late_or_due_on_the_pinned_day(rows: Rows) -> None:
    found = [
        (row["contact"], row["reason"], row["due"])
        for row in rows(TUESDAY)
        if row["state"] in ("overdue", "today")
    ]
    assert sorted(found) == sorted(LATE_OR_TODAY)


def test_the_pinned_day_has_these_rows_and_no_others(rows: Rows) -> None:
    found = [(row["contact"], row["reason"], row["due"]) for row in rows(TUESDAY)]
    expected = [(case.contact, case.reason, case.due) for case in ON_TUESDAY + OTHERS_ON_TUESDAY]
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize("path", DAYS, ids=lambda path: path.stem)
def test_a_day_has_exactly_the_rows_worked_out_by_hand(path: Path, rows: Rows) -> None:
    expected = path.read_text(encoding="utf-8").partition("```due\n")[2].partition("\n```")[0].splitlines()
    found = [
        " | ".join(
            (name_of(row["contact"]), row["reason"], row["due"], row["state"], row["last_contact"] or "-")
        )
        for row in rows(path.stem)
    ]
    assert sorted(found) == sorted(expected)
