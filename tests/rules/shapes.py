"""The shapes in which a day with Ada Neri is written, those that count as contact and those that do not.

Each is a note's path and its text, in which `{day}` stands for the day; a text at Ada's own path follows
her front matter.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from tests.rules.tables import ADA, front

BEA = "contacts/Bea Dini.md"
FAIR = "events/Fair.md"
JOURNAL = "journal/{day}.md"
OTHER_JOURNAL = "journal/2031-01-01.md"
GROUP = "groups/Choir.md"
PAGE = "Ideas.md"

Shape = tuple[str, str]

_WORDS = """
met conosciuto call chiamata telefonata video email mail message messaggio whatsapp telegram sms linkedin chat
dm meeting incontro riunione coffee caffè lunch pranzo dinner cena event evento letter lettera gave dato
received ricevuto asked chiesto thanked ringraziato intro presentazione shared condiviso congratulated
congratulazioni
"""
_LOGS = """
Log, Interactions, Interaction log, Conversation notes, History, Meetings, Timeline, Contacts, Diario,
Registro, Cronologia, Contatti, Incontri, LOG, 📞 Log, 2. Log
"""
CHANNELS = _WORDS.split()
ARROWS = ["→", "->", "sent", "to", "inviato", "←", "<-", "got", "from", "ricevuto da"]
SEPARATORS = [":", " —", " –", " -", " ·", " |"]
HEADINGS = [heading.strip() for heading in _LOGS.split(",")]


def _own(*texts: str) -> Iterable[Shape]:
    return ((ADA, text) for text in texts)


def _there(path: str, *texts: str) -> Iterable[Shape]:
    return ((path, text) for text in texts)


CONTACT: list[Shape] = [
    *_own(*(f"- {{day}} {channel}: hello" for channel in CHANNELS)),
    *_own(*(f"- {{day}} {arrow} email: hello" for arrow in ARROWS)),
    *_own(*(f"- {{day}} {arrow}: hello" for arrow in ARROWS)),
    *_own(*(f"- {{day}} email {arrow}: hello" for arrow in ARROWS)),
    *_own(*(f"- {{day}} call{separator} hello" for separator in SEPARATORS)),
    *_own(*(f"## {heading}\n\n- {{day}}: hello" for heading in HEADINGS)),
    *_own(*(f"## {heading}\n\n{{day}} hello" for heading in HEADINGS)),
    *_own(
        "- {day} call",
        "* {day} call: hello",
        "+ {day} call: hello",
        "1. {day} call: hello",
        "- **{day}** call: hello",
        "- [{day}] call: hello",
        "- [[{day}]] call: hello",
        "- {day} 20:00 dinner: hello",
        "- {day} CALL: hello",
        "- {day} note →: a line to her",
        "- {day} ← note: a line from her",
        "- {day} call at [[Fair]] with [[Bea Dini]]: hello",
        "- In spring\n    - {day} call: hello",
        "- [ ] Ring her\n    - {day} call: hello",
        "> [!note] A word\n> - {day} call: hello",
        "## {day} call: hello\n\nAn hour.",
        "## {day}\n\nAn hour.",
        "#### {day} ← email",
        "## Log\n\n### Autumn\n\n- {day}: hello",
        "## Log\n\n{day} call: hello\nand what else was said",
        "| Date | What | Notes |\n|---|---|---|\n| {day} | call | hello |",
        "| Notes | Data | What |\n|---|---|---|\n| hello | {day} | → |",
        "## Log\n\n| Date | Notes |\n|---|---|\n| {day} | hello |",
        "- [x] Send the slides ✅ {day}",
        "- [X] Send the slides [completion:: {day}]",
        "last-contact:: {day}",
        "met:: {day}",
    ),
    *_there(
        JOURNAL,
        "- call with [[Ada Neri]]: hello",
        "- ← email [[Ada Neri]]: hello",
        "- → [[Ada Neri]]: hello",
        "- [[Ada Neri]] rang",
        "[[Ada Neri]] rang",
        "- 08:10 [[Ada Neri]] rang",
        "- A film, then met [[Ada Neri]]",
        "- Long walk with [[Ada Neri]]",
        "- Oggi ho visto [[Ada Neri]]",
        "- A pranzo con [[Ada Neri]]",
        "- Lunch with [[Bea Dini]] and [[Ada Neri]]",
        "## Video with [[Ada Neri]]",
    ),
    *_there(OTHER_JOURNAL, "- {day} call with [[Ada Neri]]: hello", "## {day} call with [[Ada Neri]]"),
    *_there(
        FAIR,
        "---\ndate: {day}\nmet: '[[Ada Neri]]'\n---\n",
        "---\ndate: 2020-01-01\nend: {day}\nmet: [Bea Dini, Ada Neri]\nstatus: attended\n---\n",
        "---\ndate: {day}\n---\n## People met\n\n- [[Ada Neri]]: in the queue",
        "---\ndata: {day}\n---\n## Persone incontrate\n\n- [[Ada Neri]], in fila",
        "---\ndate: 2020-01-01\nstatus: skipped\n---\n- {day} ← email [[Ada Neri]]: hello",
        "- [x] Send [[Ada Neri]] the photograph ✅ {day}",
        "### [[Ada Neri]]\n- [x] Send the photograph ✅ {day}",
    ),
    ("events/{day} Evening.md", "---\nmet: '[[Ada Neri]]'\n---\n"),
    *_there(BEA, "- {day} call with [[Ada Neri]]: hello", "- {day} dinner with Ada Neri and Carlo: hello"),
    *_there(BEA, "- {day} intro: [[Ada Neri]] + [[Carlo Gatti]]", "- {day} intro: [[Ada Neri]]"),
    *_there(GROUP, "## Registro\n\n- {day} chiamata con [[Ada Neri]]: l'affitto"),
    *_there(PAGE, "- {day} call [[Ada Neri]]: hello", "- {day} → email [[Ada Neri]]"),
    ("interactions/{day} call with Ada Neri.md", "An hour."),
    ("interactions/{day} Ada Neri.md", "An hour."),
    ("interactions/{day} Call.md", "---\npeople: '[[Ada Neri]]'\n---\n"),
    ("interactions/Call.md", "---\nperson: Ada Neri\ndate: {day}\nchannel: video\n---\n"),
    ("interactions/Call.md", "---\ncon: ['[[Bea Dini]]', '[[Ada Neri]]']\ndata: {day}\n---\n"),
    ("interactions/{day} Line.md", "---\npeople: Ada Neri\nchannel: note\ndirection: out\n---\n"),
    ("interactions/Call.md", "---\npeople: Ada Neri\n---\n- {day} → email: hello"),
]

NO_CONTACT: list[Shape] = [
    *_own(
        "- {day} note: thought of her",
        "- {day} nota: un pensiero",
        "## Log\n\n- {day} note: thought of her",
        "- {day}: her daughter was born",
        "{day} call: a paragraph under no heading of a log",
        "- [ ] Ring her 📅 {day}",
        "- [ ] {day} call: ring her",
        "- [-] Ring her 📅 {day} ❌ {day}",
        "- [x] Ring her 📅 {day}",
        "- [x] ← Ada sends the slides ✅ {day}",
        "- [x] ? how did it go ✅ {day}",
        "> - {day} call: somebody else's words",
        "> {day} call: somebody else's words",
        "> [!quote] Hers\n> - {day} call: hello",
        "```\n- {day} call: hello\n```",
        "~~~text\n- {day} call: hello\n~~~",
        "- an example:\n\n  ```\n  - {day} call: hello\n  ```",
        "## Log\n\n    - {day} call: indented code",
        "`- {day} call: hello`",
        "- `{day} call: hello`",
        "<!-- - {day} call: hello -->",
        "<!--\n- {day} call: hello\n-->",
        "%% - {day} call: hello %%",
        "%%\n- {day} call: hello\n%%",
        "- ~~{day} call: hello~~",
        "A footnote[^1].\n\n[^1]: Of old.\n\n    - {day} call: hello",
        "- we spoke on {day}, call her again",
        "## What happened on {day}",
        "| Month | What |\n|---|---|\n| {day} | call |",
        "| Date | What |\n|---|---|\n| {day} | note |",
        "birthday:: {day}",
        "snooze:: {day}",
    ),
    *_there(
        JOURNAL,
        "- Read an article by [[Ada Neri]]",
        "- note: heard that [[Ada Neri]] moved",
        "> [[Ada Neri]] would say so",
        "- ~~[[Ada Neri]] rang~~",
        "```\n- call with [[Ada Neri]]\n```",
        "- [ ] Ring [[Ada Neri]]",
        "- [x] Ring [[Ada Neri]]",
        "- call with [[Bea Dini]]: [[Ada Neri]] is well",
        "<!-- - call with [[Ada Neri]] -->",
    ),
    *_there(
        FAIR,
        "---\ndate: {day}\nattendees: '[[Ada Neri]]'\n---\n",
        "---\ndate: {day}\nstatus: idea\nmet: '[[Ada Neri]]'\n---\n",
        "---\ndate: {day}\nstatus: skipped\nmet: '[[Ada Neri]]'\n---\n",
        "---\ndate: {day}\n---\nThere with [[Ada Neri]].",
        "---\ndate: {day}\n---\n## People met\n\n- somebody from the firm of [[Ada Neri]]",
    ),
    *_there(BEA, "- {day} call: [[Ada Neri]] is well", "- {day} call at [[Fair]]: hello"),
    *_there(PAGE, "- {day}: [[Ada Neri]] opened a shop", "{day} call with [[Ada Neri]]"),
    ("interactions/{day} Thought.md", "---\npeople: '[[Ada Neri]]'\nchannel: note\n---\n"),
    ("interactions/{day} Bea Dini.md", "---\npeople: '[[Bea Dini]]'\n---\nOf [[Ada Neri]]."),
]


def notebook(card: Mapping[str, str], *written: tuple[Shape, date]) -> dict[str, str]:
    """Ada Neri with a front matter, two who know her, and each shape on its day, in this order."""
    notes = {
        ADA: front(*(f"{key}: {value}" for key, value in card.items())),
        BEA: "",
        "contacts/Carlo Gatti.md": "",
    }
    for (path, text), day in written:
        where = path.replace("{day}", day.isoformat())
        notes[where] = f"{notes.get(where, '')}\n{text.replace('{day}', day.isoformat())}\n"
    return notes
