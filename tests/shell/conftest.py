"""A site of three notes, built once, and a notebook to change."""

from pathlib import Path

import pytest

from tests.notebooks import write_notes

SMALL = {
    "contacts/giulia-rossi.md": (
        "---\nname: Giulia Rossi\ncadence: monthly\n---\n\n## Log\n\n- 2026-10-01 call\n"
    ),
    "contacts/kenji.md": (
        "---\nname: Kenji Watanabe\norg: Officine Dati\ntags: mentor\n---\nMet at [[PyCon]].\n"
    ),
    "events/PyCon.md": "---\ndate: 2026-05-28\n---\n\n## People met\n\n- [[Giulia Rossi]]\n",
}


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """A small notes folder."""
    return write_notes(tmp_path / "notes", SMALL)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Where its site goes; not made yet."""
    return tmp_path / "site"
