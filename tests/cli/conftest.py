"""A notebook with somebody due, somebody snoozed, and a few mistakes."""

from pathlib import Path

import pytest

from tests.notebooks import write_notes

PEOPLE = {
    "notes/contacts/giulia-rossi.md": (
        "---\nname: Giulia Rossi\naliases: [Giuli]\ncadence: 2 weeks\n---\n\n## Log\n\n"
        "- 2026-10-15 call: the January opening\n- 2026-10-20 ← email: thanks\n- 2026-12-24 met\n"
    ),
    "notes/contacts/kenji.md": (
        "---\nname: Kenji Watanabe\nfollow-up: 2026-11-24\nnext-step: send the map\n---\n"
    ),
    "notes/contacts/ana.md": (
        "---\nname: Ana Pérez\nfollow-up: 2026-11-20\nsnooze: 2026-12-01\ncircle: warm\n---\n"
    ),
    "notes/contacts/omar.md": "---\nname: Omar Haddad\n---\n- [ ] Send Omar the slides 📅 2026-11-27\n",
    "notes/contacts/old.md": (
        "---\nname: Old Friend\nstatus: archived\ncadence: weekly\nlast-contact: 2026-01-01\n---\n"
    ),
    "notes/contacts/gone.md": "---\nname: Gone Friend\nstatus: deceased\n---\n",
    "notes/contacts/rest.md": (
        "---\nname: Resting\nstatus: dormant\ntags: [x]\nlast-contact: 2026-01-01\n---\n"
    ),
    "notes/contacts/me.md": "---\ntype: me\nname: Elena\ncadence: weekly\n---\n",
}


@pytest.fixture
def notebook(tmp_path: Path) -> Path:
    """A folder with a notebook in it."""
    return write_notes(tmp_path, PEOPLE)


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A folder with a notebook of mistakes, one of each severity."""
    return write_notes(
        tmp_path,
        {
            "notes/contacts/a,b: 100%.md": "---\nfollow-up: next Tuesday\ncadense: monthly\n---\n",
            "notes/contacts/two.md": "---\nrole: a\nrole: b\n---\n[[nobody]]\n",
        },
    )
