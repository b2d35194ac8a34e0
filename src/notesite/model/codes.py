"""Every diagnostic code with its severity and its manual page; `notesite explain` prints these."""

from dataclasses import dataclass
from enum import StrEnum

from notesite.model.message import marked


class Severity(StrEnum):
    """How much a diagnostic matters; `check` and `build --strict` exit 1 on errors and warnings."""

    ERROR = "error"
    """Something could not be read."""
    WARNING = "warning"
    """It was read, but probably not as meant."""
    NOTE = "note"
    """Worth knowing."""


@dataclass(frozen=True, slots=True)
class Code:
    """A diagnostic code's manual page: what it says, why it matters, an example and how to mend it.

    All but the example is translated where it is shown.
    """

    severity: Severity
    title: str
    why: str
    example: str
    fix: str


_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

CODES: dict[str, Code] = {
    # the folder
    "skipped-unreadable": Code(
        _E,
        marked("A file could not be read."),
        marked("Its permissions, the disk or a sync tool kept notesite out, so the note has no page."),
        "contacts/giulia.md with no read permission",
        marked("Make the file readable for you (on Linux and macOS: chmod u+r FILE), then build again."),
    ),
    "skipped-symlink": Code(
        _W,
        marked("A symbolic link leads out of the notes folder, nowhere, or in a circle."),
        marked(
            "Only files inside the notes folder are read, so that a note from elsewhere cannot pull private "
            "files into the site."
        ),
        "contacts/old.md -> ../../archive/old.md",
        marked("Move the file itself into the notes folder, or remove the link."),
    ),
    "skipped-special": Code(
        _W,
        marked("Something that is not a regular file is named like a note."),
        marked("Pipes, sockets and devices have no end, and reading one could stop the build."),
        "a named pipe called contacts/inbox.md",
        marked("Remove it from the notes folder."),
    ),
    "file-twins": Code(
        _W,
        marked("Two paths differ only by case or by Unicode form."),
        marked("On macOS and Windows they are one file, and one of the two would be lost in a clone."),
        "contacts/Ana Perez.md beside contacts/ana perez.md",
        marked("Rename one of the two, or merge them."),
    ),
    # the text of a file
    "not-text": Code(
        _E,
        marked("A note is not text."),
        marked("The file holds binary data, of which nothing can be shown."),
        "a picture saved as contacts/giulia.md",
        marked("Give the file its proper extension, or remove it."),
    ),
    "encoding": Code(
        _W,
        marked("A note is not in UTF-8."),
        marked("It was read in the encoding that fits best; a letter with an accent may be wrong."),
        "a file saved as Latin-1 or UTF-16 by an old editor",
        marked("Save the file as UTF-8 in your editor."),
    ),
    "control-characters": Code(
        _W,
        marked("A note holds control characters."),
        marked("NUL and its like cannot be shown; each is replaced by a mark."),
        "a NUL byte that a crash left at the end of a file",
        marked("Delete the characters; many editors show them in another colour."),
    ),
    "too-large": Code(
        _W,
        marked("A note is over 1 MB."),
        marked(
            "Its page shows the front matter and the first 64 KB, so that one file cannot slow every build."
        ),
        "a chat export pasted into a contact",
        marked("Split the note, or keep the long text in a file of another type beside it."),
    ),
    "too-tangled": Code(
        _W,
        marked("A paragraph is too long or too deeply nested to be read as Markdown."),
        marked("It is shown as plain text; links and tags in it are not read."),
        "a line of 60,000 opening brackets",
        marked("Break the paragraph up, or put it in a code block."),
    ),
    "comment-unclosed": Code(
        _W,
        marked("A comment is opened and never closed."),
        marked("Everything from there to the end of the note is hidden, and counts for nothing."),
        "%% remember to ask about the move",
        marked("Close the comment with %% (or --> where it began with <!--)."),
    ),
    # front matter
    "front-matter-unclosed": Code(
        _W,
        marked("The front matter is opened with --- and never closed."),
        marked("The lines that look like `key: value` were read as front matter, the rest as the note."),
        "---\nname: Giulia Rossi\n\nWe met in Turin.",
        marked("Add a line with --- after the last key."),
    ),
    "front-matter-line": Code(
        _W,
        marked("A line of the front matter is not valid YAML."),
        marked(
            "Its text was kept as it is written, which is probably what was meant; other programs may refuse "
            "the whole note."
        ),
        "hook: she said: call me",
        marked('Put quotes around the value: hook: "she said: call me".'),
    ),
    "front-matter-shape": Code(
        _E,
        marked("The front matter is not a set of `key: value` lines."),
        marked("A list or a bare text has no keys, so nothing could be read from it."),
        "---\n- Giulia\n- Rossi\n---",
        marked("Write one `key: value` a line."),
    ),
    "front-matter-limit": Code(
        _E,
        marked("The front matter is over 64 KB, or nested too deeply."),
        marked(
            "What lies beyond the limit was not read; such a block usually comes from an accident or an "
            "attack."
        ),
        "tags: [[[[[[[[[[[[[[[[[[[[[[[[…",
        marked("Move long texts below the front matter."),
    ),
    "yaml-alias": Code(
        _W,
        marked("A YAML alias or merge key is not followed."),
        marked(
            "Aliases make a note depend on a distant line, and can be nested into huge texts; the value is "
            "kept as it is written."
        ),
        "company: *employer",
        marked("Write the value itself, or put quotes around a text that begins with *."),
    ),
    "key-twice": Code(
        _W,
        marked("A front matter key is written twice."),
        marked("The last value counts; the others are not used."),
        "cadence: monthly\ncadence: yearly",
        marked("Delete one of the two, or make one list of both."),
    ),
    "key-unknown": Code(
        _N,
        marked("A front matter key is one letter away from one that notesite knows."),
        marked("As it is written it is shown on the page, but means nothing."),
        "cadense: monthly",
        marked("Correct the spelling."),
    ),
    "value-shape": Code(
        _W,
        marked("A value has another shape than its key expects."),
        marked(
            "A single value was expected and a set of keys was found, or the other way round; it is shown as "
            "written and not used."
        ),
        "email: {work: giulia@example.org}",
        marked("Write a single value, or a list where several are allowed."),
    ),
    "value-several": Code(
        _N,
        marked("Several values stand where one is expected."),
        marked("All are shown and the first is used."),
        "circle: [inner, warm]",
        marked("Keep the value that should count."),
    ),
    "value-unreadable": Code(
        _E,
        marked("A value is none of those that its key takes."),
        marked("It is shown as written and does not count."),
        "linkedin-ok: perhaps",
        marked("Use one of the values that the message names."),
    ),
    "date-unreadable": Code(
        _E,
        marked("A date could not be read."),
        marked(
            "Dates are written year first, so that 03/04 is never taken for the wrong month; Italian "
            'notebooks (language = "it") also read dd/mm/yyyy.'
        ),
        "follow-up: next Tuesday",
        marked("Write YYYY-MM-DD, such as 2026-11-24."),
    ),
    "date-imprecise": Code(
        _W,
        marked("A date needs its day here."),
        marked("A month or a year cannot be due, so the value is shown and does not count."),
        "follow-up: 2026-11",
        marked("Write the day too: 2026-11-24."),
    ),
    "date-range": Code(
        _W,
        marked("A date falls outside the years 1 to 9999."),
        marked("Adding the cadence to the last contact leaves the calendar, so nothing is due."),
        "cadence: 9000 years",
        marked("Write a shorter cadence, or never."),
    ),
    "cadence-unreadable": Code(
        _E,
        marked("A cadence could not be read."),
        marked("The next level counts instead: the circle's cadence, then the tags'."),
        "cadence: now and then",
        marked("Write 14, 6w, 2m, 1y, every 2 months, monthly, quarterly, a circle's name, or never."),
    ),
    # the log, tasks
    "entry-date": Code(
        _N,
        marked("A line of the log has a date that is not YYYY-MM-DD."),
        marked("It is shown, but it is no entry: the contact does not count."),
        "- 12/11/2026 call: the January opening",
        marked("Write the date as 2026-11-12."),
    ),
    "entry-day": Code(
        _E,
        marked("An entry's day does not exist."),
        marked("The entry is shown, but does not count."),
        "- 2026-02-30 call: the January opening",
        marked("Correct the day."),
    ),
    "entry-word": Code(
        _N,
        marked("An entry begins with a word that is no channel."),
        marked("The word is text; outside a log such an entry is no contact."),
        "- 2026-11-12 phoned: the January opening",
        marked("Begin with a channel: call, email, message, meeting, coffee, note …"),
    ),
    "entry-separator": Code(
        _N,
        marked("A separator stands between an entry's date and its channel."),
        marked("The separator ends the head, so the word after it is text and no channel."),
        "- 2026-11-12 - call: the January opening",
        marked("Leave the separator out: - 2026-11-12 call: the January opening."),
    ),
    "task-date": Code(
        _E,
        marked("A task's date could not be read."),
        marked("The promise counts as one without that date."),
        "- [ ] Send the slides 📅 2026-02-30",
        marked("Write YYYY-MM-DD, a day that exists."),
    ),
    "interaction-undated": Code(
        _W,
        marked("An interaction note has no day."),
        marked("Without one it cannot count as contact."),
        "interactions/call with Giulia.md without `date`",
        marked("Add date: 2026-11-12, or begin the file name with the date."),
    ),
    "met-undated": Code(
        _W,
        marked("A note lists people met, but has no day."),
        marked("A meeting needs its day to count as contact; an event without one brings no meetings."),
        "met: [[Giulia Rossi]] in an event without `date`",
        marked("Add date: 2026-05-28 to the front matter."),
    ),
    # links and names
    "link-unknown": Code(
        _N,
        marked("A link leads to a note that does not exist."),
        marked("Often that is a note still to be written; the Problems page lists them with their sources."),
        "[[Giulia Rosi]]",
        marked("Correct the name, or create the note."),
    ),
    "link-ambiguous": Code(
        _W,
        marked("A link fits several notes."),
        marked("The first in alphabetical order is taken."),
        "[[Anna]] where two notes are called so",
        marked("Write more of the path, such as [[contacts/anna-bianchi]]."),
    ),
    "name-twice": Code(
        _W,
        marked("Two contacts have the same name."),
        marked("A link by that name can mean either, and both look alike in lists."),
        "name: Anna Bianchi in two files",
        marked("Add something that tells them apart to one name, or merge the two notes."),
    ),
    "attachment-missing": Code(
        _W,
        marked("A picture or document that a note shows does not exist."),
        marked("The page has a gap where it should be."),
        "photo: giulia.png",
        marked("Put the file into the notes folder, or correct its name."),
    ),
    "attachment-large": Code(
        _W,
        marked("An attachment is over 20 MB, and was not copied."),
        marked("The site stays light; the link on the page leads nowhere."),
        "![[conference-video.pdf]]",
        marked("Make the file smaller, or keep it outside and link to where it is."),
    ),
}
