"""Notebooks made up at random, with everything in them that makes somebody due."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from notesite.model.network import Network
from notesite.model.settings import Settings
from notesite.reading.linking import link
from notesite.reading.notes import read_note
from notesite.reading.sources import Source

NAMES = ("Ana", "ana", "Bea Ö", "Zoë", "ß", "佐藤 美咲", "𝒜da", "Ｚara", "Ugo", "Élan")
CHANNELS = (
    "call",
    "email",
    "met",
    "gave",
    "received",
    "asked",
    "thanked",
    "congratulated",
    "intro",
    "note",
    "",
)
CADENCES = ("weekly", "10", "6w", "monthly", "2 months", "yearly", "never", "B")
CIRCLES = ("inner", "close", "warm", "wide")
REACH = 900
SOON = 500


def notebook(random: Random, around: date) -> Network:
    """A network of a few contacts and events, with dates on both sides of a day."""
    names = random.sample(NAMES, random.randint(1, 4))
    events = [f"Event {number}" for number in range(random.randint(0, 2))]
    notes = {f"contacts/{name}.md": _contact(random, around, names) for name in names}
    notes |= {f"events/{name}.md": _event(random, around, names) for name in events}
    outcomes = [read_note(Source(path, text.encode()), Settings()) for path, text in notes.items()]
    return link([each.value for each in outcomes if each.value], Settings()).value


def _day(random: Random, around: date) -> date:
    """A day that is often near, on the edges of what lies around it, and now and then far."""
    near = random.choice((0, 1, 2, 3, 7, 8, 10, 14, 15, 30, 60, 61, 365, 366, 400, 401))
    offset = random.choice((near, -near, random.randint(-REACH, SOON)))
    return date.fromordinal(min(max(around.toordinal() + offset, 1), date.max.toordinal()))


def _contact(random: Random, around: date, names: list[str]) -> str:
    def day() -> date:
        return _day(random, around)

    keys: dict[str, Callable[[], str]] = {
        "cadence": lambda: random.choice(CADENCES),
        "circle": lambda: random.choice(CIRCLES),
        "follow-up": lambda: f"{day()}",
        "next-step": lambda: "ask",
        "snooze": lambda: f"{day()}",
        "met": lambda: f"{day()}",
        "last-contact": lambda: f"{day()}",
        "birthday": lambda: random.choice((f"{day()}", f"{day():%m-%d}", "02-29", "2000-02-29")),
        "dates": lambda: f"{{first talk: {day()}}}",
        "status": lambda: random.choice(("active", "dormant", "archived")),
        "congratulate": lambda: f"{day()} the prize",
        "introduced-by": lambda: f"'[[{random.choice(names)}]]'",
        "positions": lambda: f"[{{role: Lead, org: Acme, from: {day()}}}]",
    }
    lines = [f"{key}: {value()}" for key, value in keys.items() if random.random() < 0.25]
    log = [_entry(random, day()) for _ in range(random.choice((0, 1, 2, 5, 8)))]
    tasks = [_task(random, day) for _ in range(random.choice((0, 0, 1, 2)))]
    return "\n".join(["---", *lines, "---", "", "## Log", "", *log, "", *tasks, ""])


def _entry(random: Random, day: date) -> str:
    arrow = random.choice(("", "→ ", "← "))
    more = random.choice(("", "", "\n    - congratulate:: the move"))
    channel = random.choice(CHANNELS)
    return f"- {day} {arrow}{channel}: hello{more}" if channel else f"- {day} hello{more}"


def _task(random: Random, day: Callable[[], date]) -> str:
    whose = random.choice(("", "← "))
    hidden = random.choice(("", f" 🛫 {day()}"))
    return f"- [{random.choice(' x-')}] {whose}send it 📅 {day()}{hidden}"


def _event(random: Random, around: date, names: list[str]) -> str:
    start = _day(random, around)
    end = (
        min(start + timedelta(days=random.choice((0, 2))), date.max)
        if start < date.max - timedelta(3)
        else start
    )
    people = random.choice(("attendees", "met"))
    return (
        f"---\ndate: {start}\nend: {end}\nstatus: {random.choice(('going', 'idea', 'attended'))}\n"
        f"{people}: ['[[{random.choice(names)}]]']\n---\n"
    )
