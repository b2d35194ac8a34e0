"""A generated notebook of any size: the same contacts and events every time.

python benchmarks/corpus.py FOLDER --contacts 10000
"""

import argparse
import random
from datetime import date, timedelta
from pathlib import Path

FIRST = [
    "Giulia",
    "Kenji",
    "Ana",
    "Marta",
    "Tunde",
    "Olga",
    "Yusuf",
    "Niamh",
    "Lorenzo",
    "Paolo",
    "Sofia",
    "Beatrice",
    "Priya",
    "Tomasz",
    "Omar",
    "Matteo",
    "Ingrid",
    "Caterina",
    "Rosa",
    "Samuel",
    "Elif",
    "Chiara",
    "Eleni",
    "Francesca",
    "Henrik",
    "Aldo",
    "Lucía",
    "Davide",
    "Amara",
    "Lan",
    "Jonas",
    "Wanjiru",
]
LAST = [
    "Rossi",
    "Watanabe",
    "Pérez",
    "Lindqvist",
    "Okafor",
    "Sokolova",
    "Najjar",
    "Brennan",
    "Bianchi",
    "Ferretti",
    "Conti",
    "Galli",
    "Raman",
    "Wójcik",
    "Haddad",
    "Fabbri",
    "Haugen",
    "Moretti",
    "Benedetti",
    "Abebe",
    "Yılmaz",
    "Bellandi",
    "Papadaki",
    "Santis",
    "Dahl",
    "Nannini",
    "Fernández",
    "Colombo",
]
ORGS = [
    f"{a} {b}"
    for a in ["Officine", "Bottega", "Studio", "Atelier", "Ponte", "Fjord", "Lumbre", "Norra"]
    for b in ["Dati", "Nord", "Sud", "Labs", "Works"]
]
CITIES = [
    "Florence",
    "Turin",
    "Milan",
    "Rome",
    "Bologna",
    "Berlin",
    "Osaka",
    "Lagos",
    "Oslo",
    "Madrid",
    "Dublin",
    "Athens",
]
TAGS = [
    "data",
    "design",
    "hiring",
    "italy/florence",
    "italy/turin",
    "climbing",
    "writing",
    "python",
    "open-data",
    "speaker",
    "investor",
    "mentor",
]
CHANNELS = ("call", "email", "coffee", "lunch", "message", "meeting", "video")
WORDS = [
    "ledger",
    "garden",
    "opening",
    "draft",
    "review",
    "team",
    "question",
    "budget",
    "workshop",
    "river",
    "library",
    "bicycle",
    "archive",
    "printing",
    "museum",
    "lesson",
    "translation",
    "survey",
    "kitchen",
    "railway",
    "paper",
    "community",
    "school",
    "typography",
    "forecast",
    "harbour",
]
DAY = date(2026, 11, 24)


def sentence(rng: random.Random, length: int) -> str:
    """A sentence of so many words."""
    return " ".join(rng.choices(WORDS, k=length)).capitalize() + "."


def contact(rng: random.Random, number: int, names: list[str]) -> str:
    """A contact's note, of about 1.5 KB."""
    day = DAY - timedelta(days=rng.randrange(1, 900))
    lines = [
        "---",
        f"name: {names[number]}",
        f"org: {rng.choice(ORGS)}",
        f"role: {rng.choice(('Engineer', 'Designer', 'Head of Data', 'Editor', 'Founder'))}",
        f"email: contact{number}@example.org",
        f"location: {rng.choice(CITIES)}",
        f"circle: {rng.choice(('inner', 'close', 'warm', 'wide'))}",
        f"tags: [{', '.join(rng.sample(TAGS, 3))}]",
        f"met: {day.isoformat()}",
        f"hook: {sentence(rng, 6)}",
        f"interests: [{rng.choice(WORDS)}, {rng.choice(WORDS)}]",
        "---",
        "",
        sentence(rng, 40),
        "",
        f"Knows [[{rng.choice(names)}]]. {sentence(rng, 30)} #{rng.choice(WORDS)}",
        "",
        "## Log",
        "",
    ]
    ago = (DAY - day).days
    for day in sorted(DAY - timedelta(days=rng.randrange(ago + 1)) for _ in range(6)):
        other = f" with [[{rng.choice(names)}]]" if rng.random() < 0.2 else ""
        lines.append(f"- {day.isoformat()} {rng.choice(CHANNELS)}{other}: {sentence(rng, 14)}")
    due = DAY + timedelta(days=rng.randrange(-30, 90))
    lines += ["", "## Promises", "", f"- [ ] {sentence(rng, 5)} 📅 {due.isoformat()}", ""]
    return "\n".join(lines)


def event(rng: random.Random, number: int, names: list[str]) -> str:
    """An event's note."""
    day = DAY + timedelta(days=rng.randrange(-800, 100))
    met = ", ".join(f'"[[{name}]]"' for name in rng.sample(names, min(5, len(names))))
    return f"""---
name: Meetup {number}
date: {day.isoformat()}
location: {rng.choice(CITIES)}
status: {"attended" if day < DAY else "going"}
{"met" if day < DAY else "attendees"}: [{met}]
---

{sentence(rng, 60)}

## Notes

{sentence(rng, 40)}
"""


def names_of(count: int) -> list[str]:
    """So many different names."""
    pairs = [f"{first} {last}" for first in FIRST for last in LAST]
    return [
        pairs[at % len(pairs)] + (f" {at // len(pairs) + 1}" if at >= len(pairs) else "")
        for at in range(count)
    ]


def write_corpus(folder: Path, contacts: int) -> int:
    """Write a notebook with so many contacts and a twentieth as many events; returns the number of notes."""
    rng = random.Random(20261124)
    names = names_of(contacts)
    (folder / "contacts").mkdir(parents=True)
    (folder / "events").mkdir()
    for number in range(contacts):
        (folder / "contacts" / f"{names[number]}.md").write_text(contact(rng, number, names), "utf-8")
    events = max(contacts // 20, 1)
    for number in range(events):
        (folder / "events" / f"meetup-{number}.md").write_text(event(rng, number, names), "utf-8")
    return contacts + events


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--contacts", type=int, default=10_000)
    arguments = parser.parse_args()
    print(write_corpus(arguments.folder, arguments.contacts), "notes")
