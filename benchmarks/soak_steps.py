"""Random steps of somebody who keeps a notebook, and of what may happen to its site meanwhile."""

import os
import random
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from benchmarks.scribble import FILES, PATHS, Scribe

MANY = 230
DAY = date(2026, 11, 24)
SETTINGS = (
    "",
    "title = 'Mine'\n",
    "language = 'it'\n",
    "today-rows = 1\nthanks-days = 30\nprepare-days = 30\nno-reply-days = 2\n",
    "journal-contact = 'any'\n[circles]\nmentors = 'monthly'\nwarm = '1 week'\n",
    "[tags]\ninvestor = 'weekly'\nt = '2 months'\n[kinds.contact]\ntags = ['client']\nfolders = ['old']\n",
    "ignore = ['Archive/*', 'z.md']\n[me]\nname = 'Zoë'\nemails = ['a@x.org']\n",
    "today = 2026-11-24\n",
)
TEMPLATES = {
    "tags.html": "<h1>{{ view.rows|length }}</h1>",
    "organisation.html": "<h1>{{ view.org.label }} {{ view.members|length }}</h1>",
    "contact.html": "<h1>{{ view.person.name }} {{ view.follow_ups|length }}</h1>",
    "note.html": "<h1>{{ view.name }}</h1>",
    "notes.html": "<h1>{{ view.nothing }}</h1>",
}
DAMAGED = ("index.html", "assets/day.js", "follow-ups.ics", "contacts.html")


class Keeper:
    """Somebody with a notebook; `did` tells what happened since it was last emptied."""

    def __init__(self, folder: Path, seed: str, *, many: bool) -> None:
        self.notes, self.site = folder / "notes", folder / "site"
        self.chance = random.Random(seed)
        self.scribe, self.one, self.day = Scribe(self.chance), self.chance.choice, DAY
        self.did: list[str] = []
        self.old_memory = b""
        for path in self.chance.sample(PATHS, self.chance.randint(5, len(PATHS))):
            self._write(path, self.scribe.note())
        for number in range(MANY if many else 0):
            self._write(f"contacts/{self.one('ABCaö')}{number:03}.md", "---\ntags: [t]\norg: Alpha\n---\n")
        self._write("contacts/Ana.md", self.scribe.note())

    def step(self) -> None:
        """Do something at random."""
        (act,) = self.chance.choices(_ACTS, _WEIGHTS)
        told = act(self)
        self.did.append(f"{act.__name__}: {told}" if told else act.__name__)

    def files(self) -> dict[str, bytes]:
        """Every file of the notebook, by path."""
        return {
            path.relative_to(self.notes).as_posix(): path.read_bytes()
            for path in sorted(self.notes.rglob("*"))
            if path.is_file()
        }

    def create(self) -> str:
        return self._write(self.one(PATHS), self.scribe.note())

    def edit(self) -> str:
        path = self._some()
        return self._write(path, self.scribe.edited(self._read(path)))

    def append(self) -> str:
        path = self._some()
        return self._write(path, f"{self._read(path)}{self.scribe.line()}\n")

    def replace(self) -> str:
        """As editors do: written beside, then put in its place."""
        path = self._some()
        self._write(f"{path}~", self.scribe.edited(self._read(path)))
        (self.notes / f"{path}~").replace(self.notes / path)
        return path

    def edit_without_a_trace(self) -> str:
        """As `touch -r` does: the same size, and the time of before."""
        path = self._some()
        file = self.notes / path
        before, old = file.stat(), file.read_bytes()
        data = self.scribe.edited(old.decode()).encode()[: len(old)].decode("utf-8", "ignore").encode()
        data += b"x" * (len(old) - len(data))
        file.write_bytes(data)
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
        return f"{path} {data.decode()!r}"

    def rename(self) -> str:
        old, new = self._some(), self.one(PATHS)
        (self.notes / new).parent.mkdir(parents=True, exist_ok=True)
        (self.notes / old).replace(self.notes / new)
        return f"{old} {new}"

    def change_case(self) -> str:
        old = self._some()
        folder, _, name = old.rpartition("/")
        new = f"{folder}/{name.swapcase()[:-3]}.md".lstrip("/")
        (self.notes / old).replace(self.notes / new)
        return f"{old} {new}"

    def swap(self) -> str:
        one, other = (self.notes / self._some() for _ in range(2))
        aside = self.notes / "aside.tmp"
        if one != other:
            one.replace(aside)
            other.replace(one)
            aside.replace(other)
        return f"{one.relative_to(self.notes)} {other.relative_to(self.notes)}"

    def copy(self) -> str:
        old, new = self._some(), self.one(PATHS)
        return f"{old} → {self._write(new, self._read(old))}"

    def delete(self) -> str:
        path = self._some()
        (self.notes / path).unlink()
        return path

    def touch(self) -> str:
        path = self._some()
        os.utime(self.notes / path)
        return path

    def attach(self) -> str:
        path = self.one(FILES)
        self._write(path, self.one(("", "a", "bb", "cc")))
        if self.chance.random() < 0.1:
            os.truncate(self.notes / path, 20_000_001)
        return path

    def detach(self) -> str:
        path = self.one(FILES)
        (self.notes / path).unlink(missing_ok=True)
        return path

    def link_away(self) -> str:
        path = self.notes / self.one(("away.md", "z.md", "x.png"))
        path.unlink(missing_ok=True)
        path.symlink_to(self.one(("/nowhere", "contacts/Ana.md", "/etc/hostname")))
        return f"{path.name} {path.readlink()}"

    def set(self) -> str:
        return self._write("notesite.toml", self.one(SETTINGS))

    def style(self) -> str:
        return self._write(".notesite/custom.css", self.one(("", "p {}", "q {}")))

    def override(self) -> str:
        name = self.one(list(TEMPLATES))
        own = "{% extends 'base.html' %}{% block main %}" + TEMPLATES[name] + "{% endblock %}"
        return self._write(f".notesite/templates/{name}", own)

    def own_draft(self) -> str:
        return self._write(
            f".notesite/templates/drafts/en/{self.one(('thanks', 'revive'))}.txt", "Dear {name}"
        )

    def give_up_templates(self) -> None:
        shutil.rmtree(self.notes / ".notesite", ignore_errors=True)

    def wait(self) -> str:
        self.day += timedelta(days=self.one((-3, -1, 1, 1, 2, 7, 30)))
        return self.day.isoformat()

    def damage(self) -> str:
        here = [each.relative_to(self.site).as_posix() for each in sorted(self.site.rglob("*.html"))]
        file = self.site / self.one((*DAMAGED, *here))
        if file.exists():
            file.unlink() if self.chance.random() < 0.5 else file.write_bytes(b"damaged")
        return str(file.relative_to(self.site))

    def spoil_memory(self) -> str:
        file = self.site / ".notesite/memory.sqlite3"
        old = file.read_bytes() if file.exists() else b""
        how = self.one(("empty", "no database", "cut", "halved", "of before", "gone"))
        if how == "gone":
            file.unlink(missing_ok=True)
        elif old:
            said = {
                "empty": b"",
                "cut": old[:-200],
                "halved": old[: len(old) // 2],
                "of before": self.old_memory,
            }
            file.write_bytes(said.get(how, b"no database"))
            self.old_memory = old
        return how

    def wipe(self) -> None:
        shutil.rmtree(self.site, ignore_errors=True)

    def _some(self) -> str:
        """A note that is there."""
        found = (*self.notes.rglob("*.md"), *self.notes.rglob("*.markdown"))
        paths = sorted(each.relative_to(self.notes).as_posix() for each in found if not each.is_symlink())
        if not paths:
            self._write("contacts/Ana.md", self.scribe.note())
            return "contacts/Ana.md"
        others = [each for each in paths if each in PATHS]
        return self.one(others if others and self.chance.random() < 0.8 else paths)

    def _read(self, path: str) -> str:
        return (self.notes / path).read_bytes().decode("utf-8", "replace")

    def _write(self, path: str, text: str) -> str:
        file = self.notes / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.is_symlink():
            file.unlink()
        file.write_bytes(text.encode())
        return f"{path} {text!r}"


Act = Callable[[Keeper], str | None]
_WEIGHED: dict[Act, int] = {
    Keeper.create: 14,
    Keeper.edit: 60,
    Keeper.append: 10,
    Keeper.replace: 8,
    Keeper.edit_without_a_trace: 6,
    Keeper.rename: 7,
    Keeper.change_case: 2,
    Keeper.swap: 4,
    Keeper.copy: 5,
    Keeper.delete: 9,
    Keeper.touch: 3,
    Keeper.attach: 5,
    Keeper.detach: 4,
    Keeper.link_away: 1,
    Keeper.set: 3,
    Keeper.style: 1,
    Keeper.override: 1,
    Keeper.own_draft: 1,
    Keeper.give_up_templates: 2,
    Keeper.wait: 4,
    Keeper.damage: 3,
    Keeper.spoil_memory: 2,
    Keeper.wipe: 1,
}
_ACTS, _WEIGHTS = list(_WEIGHED), list(_WEIGHED.values())
