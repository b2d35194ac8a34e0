"""A site that is built again and again equals one that is built at once, whatever happens in between."""

import os
import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.notebooks import built, pages_of, write_notes

NAMES = st.sampled_from(
    [
        *("contacts/Ana.md", "contacts/Bea Ö.md", "contacts/Cy.md"),
        *("groups/Lumbre.md", "events/2026-11-27 Fair.md", "goals/Goal.md", "z.md"),
    ]
)
WHOLE = st.sampled_from(
    [
        "",
        "---\nname: Another\nbirthday: 1990-11-30\n---\nknows [[Ana]] and [[Bea Ö#Log]]\n",
        "---\nattendees: ['[[Ana]]']\nmet: ['[[Bea Ö]]']\nstatus: going\n---\n- [ ] 📅 2026-11-25 tell her\n",
        "broken: [\n---\n![[x.png]] [[Nobody]] 2026-02-30\n",
    ]
)
KEYS = st.sampled_from(
    [
        *(
            "org: '[[Lumbre]]'",
            "org: X",
            "org: Ana",
            "org: ['[[z|Alpha]]', X]",
            "org: '[[z|Beta]]'",
            "org: Beta",
        ),
        *("positions:\n  - org: X", "positions:\n  - org: '[[Lumbre]]'\n    to: 2020", "role: x", ""),
        *("cadence: weekly", "cadence: 9000 years", "cadence: 108000 months", "status: archived"),
        *("tags: [a/b]", "tags: [a/c, t]", "knows: '[[Ana]]'", "introduced-by: '[[Bea Ö]]'", "type: event"),
        *(
            "type: resource\ntags: [t]",
            "interests: [t]",
            "industry: x",
            "network: personal",
            "met: 2026-11-21",
        ),
        *(
            "needs: [a red boat]",
            "offers: [a boat, a sail]",
            "looking-for: a boat",
            "goals: Goal",
            "people: Cy",
        ),
        *("intro-paths: Cy", "circle: close\nlocation: Rome\nindustry: maps"),
    ]
)
LINES = st.sampled_from(
    [
        *(
            "- 2026-11-20 call: hello",
            "- 2026-11-21 call with [[Ana]] and [[Cy]]: hello",
            "#t [[z]] [[Bea Ö]]",
        ),
        *("- [ ] [[Ana]] and [[Cy]] 📅 2026-11-25", "- [x] [[Bea Ö]] ✅ 2026-11-20", "- ? how is [[Cy]]"),
        *("- 2026-11-19 shared: [[z]]", "- 2026-11-18 gave with [[Ana]]: a book"),
        *("- [ ] Introduce [[Ana]] to [[Cy]] #intro", "- 2026-11-20 asked: may I name her to [[Cy]]?"),
        *(
            "- 2026-11-20 intro: [[Ana]] + [[Bea Ö]] [outcome:: met]",
            "- 2026-11-19 gave: a sail for [[Goal]]",
        ),
    ]
)


def body(keys: list[str], lines: list[str]) -> str:
    """A note of these."""
    return "\n".join(("---", *keys, "---", "## Log", "", *lines, ""))


BODIES = WHOLE | st.builds(body, st.lists(KEYS, min_size=1, max_size=3), st.lists(LINES, max_size=2))
SETTINGS = st.sampled_from(["", "title = 'Mine'\n", "language = 'it'\n", "today-rows = 1\n"])
TEMPLATES = st.sampled_from(["<h1>Mine</h1>", "<h1>{{ view.rows|length }}</h1>"])


class Notebook(RuleBasedStateMachine):
    """A notebook that is edited in every way, with a site that is built after each edit."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="notesite-"))
        self.notes = write_notes(self.folder / "notes", {"contacts/Ana.md": ""})
        self.day = date(2026, 11, 24)
        self.site = self.folder / "site"

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @rule(path=NAMES, body=BODIES)
    def write(self, path: str, body: str) -> None:
        write_notes(self.notes, {path: body})

    @rule(path=NAMES, key=KEYS)
    def add_a_key(self, path: str, key: str) -> None:
        """One line more or another one, while everything else stays and moves."""
        file = self.notes / path
        if file.exists() and file.read_bytes().startswith(b"---\n"):
            write_notes(self.notes, {path: file.read_text("utf-8").replace("---\n", f"---\n{key}\n", 1)})

    @rule(path=NAMES, key=KEYS)
    def take_a_key_away(self, path: str, key: str) -> None:
        file = self.notes / path
        if file.exists():
            write_notes(self.notes, {path: file.read_bytes().replace(f"{key}\n".encode(), b"", 1)})

    @rule(path=NAMES, body=BODIES)
    def write_without_a_trace(self, path: str, body: str) -> None:
        """The same size, and the time of before: only the system knows that the file was touched."""
        file = self.notes / path
        if file.exists():
            before, old = file.stat(), file.read_bytes()
            data = body.encode()[: len(old)].decode("utf-8", "ignore").encode()
            file.write_bytes(data + b"x" * (len(old) - len(data)))
            os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))

    @rule(path=NAMES, body=BODIES)
    def replace(self, path: str, body: str) -> None:
        """As editors do: written beside, then put in its place."""
        write_notes(self.notes, {f"{path}~": body})
        (self.notes / f"{path}~").replace(self.notes / path)

    @rule(old=NAMES, new=NAMES)
    def rename(self, old: str, new: str) -> None:
        if (self.notes / old).exists():
            (self.notes / new).parent.mkdir(parents=True, exist_ok=True)
            (self.notes / old).replace(self.notes / new)

    @rule(path=NAMES)
    def delete(self, path: str) -> None:
        (self.notes / path).unlink(missing_ok=True)

    @rule(data=st.binary(max_size=4))
    def add_a_picture(self, data: bytes) -> None:
        write_notes(self.notes, {"x.png": data})

    @rule(text=SETTINGS)
    def set(self, text: str) -> None:
        write_notes(self.notes, {"notesite.toml": text})

    @rule(text=TEMPLATES)
    def override_a_template(self, text: str) -> None:
        own = "{% extends 'base.html' %}{% block main %}" + text + "{% endblock %}"
        write_notes(self.notes, {".notesite/templates/tags.html": own})

    @rule()
    def give_the_template_up(self) -> None:
        shutil.rmtree(self.notes / ".notesite", ignore_errors=True)

    @rule(days=st.integers(-3, 10))
    def wait(self, days: int) -> None:
        self.day += timedelta(days=days)

    @precondition(lambda self: self.site.exists())
    @rule(
        route=st.sampled_from(["index.html", "contacts/ana.html", "assets/day.js", ".notesite/manifest.json"])
    )
    def damage(self, route: str) -> None:
        file = self.site / route
        if file.exists():
            file.write_bytes(b"damaged")

    @precondition(lambda self: self.site.exists())
    @rule(data=st.sampled_from([b"", b"no database", None]))
    def spoil_the_memory(self, data: bytes | None) -> None:
        file = self.site / ".notesite/memory.sqlite3"
        if file.exists():
            file.write_bytes(file.read_bytes()[:-200] if data is None else data)

    @precondition(lambda self: self.site.exists())
    @rule()
    def wipe_the_site(self) -> None:
        shutil.rmtree(self.site)

    @invariant()
    def a_build_equals_a_clean_one(self) -> None:
        built(self.notes, self.site, self.day)
        clean = self.folder / "clean"
        built(self.notes, clean, self.day)
        assert pages_of(self.site) == pages_of(clean)
        shutil.rmtree(clean)


TestNotebook = Notebook.TestCase
TestNotebook.settings = settings(max_examples=12, stateful_step_count=25, deadline=None, derandomize=True)
