"""Random notes that link one another in every way that the note format knows."""

import random
from collections.abc import Callable, Sequence

from notesite.reading.channels import CHANNELS as KNOWN

PATHS = (
    "contacts/Ana.md",
    "contacts/ANA.md",
    "people/Ana.md",
    "contacts/Bea Ö.md",
    "contacts/cy-dee.md",
    "contacts/Eve.md",
    "contacts/old/Eve.md",
    "contacts/Flo.markdown",
    "contacts/Gus.md",
    "contacts/日本.md",
    "contacts/Me.md",
    "contacts/#Hash & <Tag>.md",
    "groups/Lumbre.md",
    "groups/lumbre.md",
    "companies/Alpha.md",
    "companies/Beta.md",
    "events/2026-11-27 Fair.md",
    "events/2026-10-01 Conf.md",
    "events/Someday.md",
    "journal/2026-11-20.md",
    "journal/2026-11-22.md",
    "2026-11-23.md",
    "interactions/2026-11-18 Ana.md",
    "meetings/Talk.md",
    "goals/Job.md",
    "resources/Graphs.md",
    "resources/Gardens.md",
    "pitch.md",
    "z.md",
    "Ana.md",
    "Archive/Old.md",
    "Page One.md",
)
NAMES = ("Ana", "Bea Ö", "Another", "Ida Berg", "Alpha", "Lumbre", "Eve", "Zoë", "alpha", "Fair", "Job", "")
WORDS = (
    *("Ana", "ana", "Bea Ö", "cy-dee", "Cy", "Eve", "Flo", "Gus", "日本", "Me", "Lumbre", "LUMBRE", "Alpha"),
    *("Beta", "Gamma", "2026-11-27 Fair", "Fair", "Conf", "Job", "Graphs", "Gardens", "z", "Nobody", "Old"),
    *(
        "Another",
        "Ida Berg",
        "Zoë",
        "contacts/Ana",
        "people/Ana",
        "contacts/old/Eve",
        "Page One",
        "2026-11-20",
    ),
)
TAGS = ("t", "T", "a", "a/b", "a/b/c", "A/B", "a//b", "warm", "investor", "client", "event", "x y", "ö")
TOPICS = ("graphs", "gardens", "Graphs", "a/b", "t", "[[Graphs]]", "[[Lumbre]]")
DAYS = (
    *("2026-11-24", "2026-11-23", "2026-11-20", "2026-11-10", "2026-10-01", "2026-08", "2025", "2026-11-26"),
    *("2026-12-01", "2027-03-01", "2024-02-29", "2026-11-21", "2026-11-22", "1990-11-27", "2026-02-30"),
)
CADENCES = ("weekly", "9000 years", "108000 months", "2m", "B", "never", "1 day", "0", "now and then", "14")
FILES = ("x.png", "photos/ana.png", "docs/cv.pdf", "X.png")
CHANNELS = (*KNOWN, "hum", "")
ARROWS = ("", "", "→ ", "← ", "-> ")
TYPES = ("person", "event", "company", "journal", "meeting", "goal", "article", "me", "nonsense", "call")


class Scribe:
    """Writes lines and whole notes at random."""

    def __init__(self, chance: random.Random) -> None:
        self.chance, self.one = chance, chance.choice

    def link(self) -> str:
        """A link, or a plain name, to something that may be there."""
        word = self.one(WORDS)
        forms = (
            f"[[{word}]]",
            f"[[{word}]]",
            f"[[{word}|{self.one(NAMES) or 'label'}]]",
            f"[[{word}#Log]]",
            f"[[{word}#Plans]]",
            f"[label]({self.one(PATHS).replace(' ', '%20')})",
            word,
        )
        return self.one(forms)

    def links(self) -> str:
        """A list of up to three links, as YAML."""
        return "[" + ", ".join(f"'{self.link()}'" for _ in range(self.chance.randint(1, 3))) + "]"

    def key(self) -> str:
        """A key of front matter with its value, in one line or more."""
        make, keys = self.one(_KEYS)
        return f"{self.one(keys)}: {make(self)}"

    def line(self) -> str:
        """A line of a body, or a few that belong together."""
        return self.one(_LINES)(self)

    def note(self) -> str:
        """A whole note."""
        if self.chance.random() < 0.08:
            return self.one(("", "---\n", "broken: [\n---\n", "---\norg: [\n---\n![[x.png]]\n", "hi\n"))
        keys = [self.key() for _ in range(self.chance.randint(0, 5))]
        lines = [self.line() for _ in range(self.chance.randint(0, 5))]
        head = ["---", *keys, "---"] if keys else []
        return "\n".join((*head, *lines, ""))

    def edited(self, text: str) -> str:
        """A note with one line added, taken away, or written anew."""
        lines = text.splitlines() or [""]
        end = next((at for at, each in enumerate(lines) if at and each == "---"), 0)
        at = self.chance.randrange(len(lines))
        new = self.key() if 0 < at <= end else self.line()
        how = self.chance.random()
        if how < 0.4:
            lines.insert(at, new)
        elif how < 0.6:
            lines[at] = new
        elif how < 0.85:
            del lines[at]
        elif how < 0.95:
            lines.insert(at, "")
        elif end:
            lines.insert(1, self.key())
        else:
            lines = ["---", self.key(), "---", *lines]
        return "\n".join((*lines, ""))

    def entry(self) -> str:
        """What happened on a day, as an item."""
        where = self.one(("", "", f"at {self.link()} "))
        whom = self.one(("", f"with {self.link()} ", f"with {self.link()}, {self.link()} and {self.link()} "))
        head = f"{self.one(ARROWS)}{self.one(CHANNELS)} {where}{whom}".rstrip()
        return f"- {self.one(DAYS)} {head}: {self.text()}"

    def task(self) -> str:
        """A promise."""
        box = self.one((" ", " ", "x", "-", "w", "/"))
        theirs = self.one(("", "", "← ", "? "))
        days = (f"{mark} {self.one(DAYS)}" for mark in "📅✅⏳" if self.chance.random() < 0.5)
        return f"- [{box}] {theirs}{self.text()} {' '.join(days)}{self.one(('', ' #intro', ' #waiting'))}"

    def text(self) -> str:
        """A few words with links in them."""
        said = (f"hello {self.link()}", "hello", f"{self.link()} and {self.link()}", f"#{self.one(TAGS)}")
        return self.one((*said, "[outcome:: met]", f"![[{self.one(FILES)}]]", f"![[{self.one(WORDS)}]]"))

    def positions(self) -> str:
        """Past positions, and present ones."""
        return "".join(
            f"\n  - org: '{self.link()}'\n    role: x" + self.one(("", "\n    to: 2020", "\n    from: 2024"))
            for _ in range(self.chance.randint(1, 2))
        )

    def journal(self) -> str:
        """A line of a journal that may name somebody."""
        return f"- {self.one(('', 'met ', 'with ', 'saw ', 'call with '))}{self.link()}: {self.text()}"

    def section(self) -> str:
        """A heading that says what stands under it, with something under it."""
        heads = ("Log", "Plans", "People met", "Waiting for", "Persone incontrate", self.link())
        return f"## {self.one(heads)}\n\n{self.one((self.entry, self.task, self.journal))()}"

    def table(self) -> str:
        """Entries in a table."""
        row = f"| {self.one(DAYS)} | {self.one(CHANNELS)} | {self.text()} | {self.link()} |"
        return f"\n| Date | How | What | With |\n|---|---|---|---|\n{row}\n"


def _of(values: Sequence[str]) -> Callable[[Scribe], str]:
    return lambda scribe: scribe.one(values)


_KEYS: tuple[tuple[Callable[[Scribe], str], tuple[str, ...]], ...] = (
    (
        lambda each: f"'{each.link()}'",
        ("org", "org", "company", "met-at", "introduced-by", "via", "how-we-met"),
    ),
    (Scribe.links, ("org", "org", "knows", "knows", "intro-paths", "introduced-by", "goals", "people")),
    (Scribe.links, ("attendees", "met", "people-met", "with", "looking-for", "interests", "location")),
    (Scribe.positions, ("positions",)),
    (_of(NAMES), ("name", "title", "aliases", "nickname", "role", "industry", "hook", "next-step")),
    (lambda each: f"[{each.one(NAMES)}, {each.one(NAMES)}]", ("aliases",)),
    (lambda each: f"[{each.one(TAGS)}, {each.one(TAGS)}]", ("tags", "tags", "interests", "needs", "offers")),
    (lambda each: f"['{each.one(TOPICS)}', '{each.one(TOPICS)}']", ("interests", "tags", "needs", "offers")),
    (_of(CADENCES), ("cadence",)),
    (_of(("inner", "close", "warm", "mentors", "odd")), ("circle", "category", "tier")),
    (_of(DAYS), ("met", "last-contact", "follow-up", "snooze", "date", "date", "end", "by", "congratulate")),
    (_of(("1990-11-30", "11-26", "--12-01", "02-29", "1984-11-24")), ("birthday", "anniversary")),
    (_of(("active", "dormant", "archived", "deceased", "idea", "going", "attended", "skipped")), ("status",)),
    (_of(("true", "false", "[org, birthday]", "[name]")), ("private", "publish", "active", "online")),
    (_of(("x.png", "'[[x.png]]'", "'[[photos/ana.png]]'", "photos/ana.png", "docs/cv.pdf")), ("photo",)),
    (_of(TYPES), ("type", "kind", "category")),
    (_of(("call", "email", "note", "in", "out")), ("channel", "direction")),
    (_of(("Europe/Rome", "Mars", "it", "en", "10:30")), ("timezone", "language", "time")),
    (_of(("a@x.org", "https://example.org", "yes", "no", "mentor")), ("email", "url", "relation", "nmae")),
)
_LINES: tuple[Callable[[Scribe], str], ...] = (
    Scribe.entry,
    Scribe.entry,
    Scribe.entry,
    Scribe.task,
    Scribe.task,
    Scribe.task,
    Scribe.journal,
    Scribe.section,
    Scribe.section,
    Scribe.text,
    Scribe.text,
    Scribe.table,
    lambda each: f"knows:: {each.link()}",
    lambda each: f"needs:: {each.one(TOPICS)}",
    lambda each: f"# {each.one(NAMES)}",
    lambda each: f"#{each.one(TAGS)} {each.link()}",
    lambda each: f"> [!note] {each.link()}\n> {each.entry()}",
    lambda each: f"- {each.link()}\n    {each.task()}\n    - ask-about:: {each.text()}",
    lambda each: f"%% {each.link()}",
)
