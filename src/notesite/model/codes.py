"""Every diagnostic code with its severity and its manual page; `notesite explain` prints these."""

from dataclasses import dataclass
from enum import StrEnum

from notesite.model.message import N_


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
        N_("A file could not be read."),
        N_("Its permissions, the disk or a sync tool kept notesite out, so the note has no page."),
        "contacts/giulia.md with no read permission",
        N_("Make the file readable for you (on Linux and macOS: chmod u+r FILE), then build again."),
    ),
    "skipped-symlink": Code(
        _W,
        N_("A symbolic link leads out of the notes folder, nowhere, or in a circle."),
        N_(
            "Only files inside the notes folder are read, so that a note from elsewhere cannot pull private "
            "files into the site."
        ),
        "contacts/old.md -> ../../archive/old.md",
        N_("Move the file itself into the notes folder, or remove the link."),
    ),
    "skipped-special": Code(
        _W,
        N_("Something that is not a regular file is named like a note."),
        N_("Pipes, sockets and devices have no end, and reading one could stop the build."),
        "a named pipe called contacts/inbox.md",
        N_("Remove it from the notes folder."),
    ),
    "file-twins": Code(
        _W,
        N_("Two paths differ only by case or by Unicode form."),
        N_("On macOS and Windows they are one file, and one of the two would be lost in a clone."),
        "contacts/Ana Perez.md beside contacts/ana perez.md",
        N_("Rename one of the two, or merge them."),
    ),
    # the text of a file
    "not-text": Code(
        _E,
        N_("A note is not text."),
        N_("The file holds binary data, of which nothing can be shown."),
        "a picture saved as contacts/giulia.md",
        N_("Give the file its proper extension, or remove it."),
    ),
    "encoding": Code(
        _W,
        N_("A note is not in UTF-8."),
        N_("It was read in the encoding that fits best; a letter with an accent may be wrong."),
        "a file saved as Latin-1 or UTF-16 by an old editor",
        N_("Save the file as UTF-8 in your editor."),
    ),
    "control-characters": Code(
        _W,
        N_("A note holds control characters."),
        N_("NUL and its like cannot be shown; each is replaced by a mark."),
        "a NUL byte that a crash left at the end of a file",
        N_("Delete the characters; many editors show them in another colour."),
    ),
    "too-large": Code(
        _W,
        N_("A note is over 1 MB."),
        N_("Its page shows the front matter and the first 64 KB, so that one file cannot slow every build."),
        "a chat export pasted into a contact",
        N_("Split the note, or keep the long text in a file of another type beside it."),
    ),
    "too-tangled": Code(
        _W,
        N_("A paragraph is too long or too deeply nested to be read as Markdown."),
        N_("It is shown as plain text; links and tags in it are not read."),
        "a line of 60,000 opening brackets",
        N_("Break the paragraph up, or put it in a code block."),
    ),
    "comment-unclosed": Code(
        _W,
        N_("A comment is opened and never closed."),
        N_("Everything from there to the end of the note is hidden, and counts for nothing."),
        "%% remember to ask about the move",
        N_("Close the comment with %% (or --> where it began with <!--)."),
    ),
    # front matter
    "front-matter-unclosed": Code(
        _W,
        N_("The front matter is opened with --- and never closed."),
        N_("The lines that look like `key: value` were read as front matter, the rest as the note."),
        "---\nname: Giulia Rossi\n\nWe met in Turin.",
        N_("Add a line with --- after the last key."),
    ),
    "front-matter-line": Code(
        _W,
        N_("A line of the front matter is not valid YAML."),
        N_(
            "Its text was kept as it is written, which is probably what was meant; other programs may refuse "
            "the whole note."
        ),
        "hook: she said: call me",
        N_('Put quotes around the value: hook: "she said: call me".'),
    ),
    "front-matter-shape": Code(
        _E,
        N_("The front matter is not a set of `key: value` lines."),
        N_("A list or a bare text has no keys, so nothing could be read from it."),
        "---\n- Giulia\n- Rossi\n---",
        N_("Write one `key: value` a line."),
    ),
    "front-matter-limit": Code(
        _E,
        N_("The front matter is over 64 KB, or nested too deeply."),
        N_(
            "What lies beyond the limit was not read; such a block usually comes from an accident or an "
            "attack."
        ),
        "tags: [[[[[[[[[[[[[[[[[[[[[[[[…",
        N_("Move long texts below the front matter."),
    ),
    "yaml-alias": Code(
        _W,
        N_("A YAML alias or merge key is not followed."),
        N_(
            "Aliases make a note depend on a distant line, and can be nested into huge texts; the value is "
            "kept as it is written."
        ),
        "company: *employer",
        N_("Write the value itself, or put quotes around a text that begins with *."),
    ),
    "key-twice": Code(
        _W,
        N_("A front matter key is written twice."),
        N_("The last value counts; the others are not used."),
        "cadence: monthly\ncadence: yearly",
        N_("Delete one of the two, or make one list of both."),
    ),
    "key-unknown": Code(
        _N,
        N_("A front matter key is one letter away from one that notesite knows."),
        N_("As it is written it is shown on the page, but means nothing."),
        "cadense: monthly",
        N_("Correct the spelling."),
    ),
    "value-shape": Code(
        _W,
        N_("A value has another shape than its key expects."),
        N_(
            "A single value was expected and a set of keys was found, or the other way round; it is shown as "
            "written and not used."
        ),
        "email: {work: giulia@example.org}",
        N_("Write a single value, or a list where several are allowed."),
    ),
    "value-several": Code(
        _N,
        N_("Several values stand where one is expected."),
        N_("All are shown and the first is used."),
        "circle: [inner, warm]",
        N_("Keep the value that should count."),
    ),
    "value-unreadable": Code(
        _E,
        N_("A value is none of those that its key takes."),
        N_("It is shown as written and does not count."),
        "linkedin-ok: perhaps",
        N_("Use one of the values that the message names."),
    ),
    "date-unreadable": Code(
        _E,
        N_("A date could not be read."),
        N_(
            "Dates are written year first, so that 03/04 is never taken for the wrong month; Italian "
            'notebooks (language = "it") also read dd/mm/yyyy.'
        ),
        "follow-up: next Tuesday",
        N_("Write YYYY-MM-DD, such as 2026-11-24."),
    ),
    "date-imprecise": Code(
        _W,
        N_("A date needs its day here."),
        N_("A month or a year cannot be due, so the value is shown and does not count."),
        "follow-up: 2026-11",
        N_("Write the day too: 2026-11-24."),
    ),
    "date-range": Code(
        _W,
        N_("A date falls outside the years 1 to 9999."),
        N_("Adding the cadence to the last contact leaves the calendar, so nothing is due."),
        "cadence: 9000 years",
        N_("Write a shorter cadence, or never."),
    ),
    "cadence-unreadable": Code(
        _E,
        N_("A cadence could not be read."),
        N_("The next level counts instead: the circle's cadence, then the tags'."),
        "cadence: now and then",
        N_("Write 14, 6w, 2m, 1y, every 2 months, monthly, quarterly, a circle's name, or never."),
    ),
    # the log, tasks
    "entry-date": Code(
        _N,
        N_("A line of the log has a date that is not YYYY-MM-DD."),
        N_("It is shown, but it is no entry: the contact does not count."),
        "- 12/11/2026 call: the January opening",
        N_("Write the date as 2026-11-12."),
    ),
    "entry-day": Code(
        _E,
        N_("An entry's day does not exist."),
        N_("The entry is shown, but does not count."),
        "- 2026-02-30 call: the January opening",
        N_("Correct the day."),
    ),
    "entry-word": Code(
        _N,
        N_("An entry begins with a word that is no channel."),
        N_("The word is text; outside a log such an entry is no contact."),
        "- 2026-11-12 phoned: the January opening",
        N_("Begin with a channel: call, email, message, meeting, coffee, note …"),
    ),
    "entry-separator": Code(
        _N,
        N_("A separator stands between an entry's date and its channel."),
        N_("The separator ends the head, so the word after it is text and no channel."),
        "- 2026-11-12 - call: the January opening",
        N_("Leave the separator out: - 2026-11-12 call: the January opening."),
    ),
    "task-date": Code(
        _E,
        N_("A task's date could not be read."),
        N_("The promise counts as one without that date."),
        "- [ ] Send the slides 📅 2026-02-30",
        N_("Write YYYY-MM-DD, a day that exists."),
    ),
    "interaction-undated": Code(
        _W,
        N_("An interaction note has no day."),
        N_("Without one it cannot count as contact."),
        "interactions/call with Giulia.md without `date`",
        N_("Add date: 2026-11-12, or begin the file name with the date."),
    ),
    "met-undated": Code(
        _W,
        N_("A note lists people met, but has no day."),
        N_("A meeting needs its day to count as contact; an event without one brings no meetings."),
        "met: [[Giulia Rossi]] in an event without `date`",
        N_("Add date: 2026-05-28 to the front matter."),
    ),
    # links and names
    "link-unknown": Code(
        _N,
        N_("A link leads to a note that does not exist."),
        N_("Often that is a note still to be written; the Problems page lists them with their sources."),
        "[[Giulia Rosi]]",
        N_("Correct the name, or create the note."),
    ),
    "link-ambiguous": Code(
        _W,
        N_("A link fits several notes."),
        N_("The first in alphabetical order is taken."),
        "[[Anna]] where two notes are called so",
        N_("Write more of the path, such as [[contacts/anna-bianchi]]."),
    ),
    "name-twice": Code(
        _W,
        N_("Two contacts have the same name."),
        N_("A link by that name can mean either, and both look alike in lists."),
        "name: Anna Bianchi in two files",
        N_("Add something that tells them apart to one name, or merge the two notes."),
    ),
    "attachment-missing": Code(
        _W,
        N_("A picture or document that a note shows does not exist."),
        N_("The page has a gap where it should be."),
        "photo: giulia.png",
        N_("Put the file into the notes folder, or correct its name."),
    ),
    "attachment-large": Code(
        _W,
        N_("An attachment is over 20 MB, and was not copied."),
        N_("The site stays light; the link on the page leads nowhere."),
        "![[conference-video.pdf]]",
        N_("Make the file smaller, or keep it outside and link to where it is."),
    ),
}
