"""The same notes on the same day make the same site, byte for byte, wherever and whenever it is built."""

import shutil
from pathlib import Path

import pytest

from tests.notebooks import SAMPLE, files_of, spawn

DAY = "2026-11-24"


def site_of(notes: Path, output: Path, cwd: Path, env: dict[str, str] | None = None) -> dict[str, bytes]:
    ran = spawn("build", "--notes", notes, "--output", output, "--today", DAY, cwd=cwd, env=env)
    assert ran.code == 0, ran.err
    return files_of(output)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The sample's site."""
    folder = tmp_path_factory.mktemp("first")
    return site_of(SAMPLE, folder / "site", folder)


@pytest.mark.parametrize(
    "env",
    [
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Pacific/Kiritimati"},
        {"PYTHONHASHSEED": "2", "LC_ALL": "it_IT.UTF-8", "LANG": "it_IT.UTF-8", "TZ": "America/Los_Angeles"},
        {"PYTHONHASHSEED": "3", "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "0", "PYTHONOPTIMIZE": "2"},
    ],
    ids=["C, Kiritimati", "Italian, Los Angeles", "Turkish, optimised"],
)
def test_locale_time_zone_and_hash_seed_change_no_byte(
    tmp_path: Path, first: dict[str, bytes], env: dict[str, str]
) -> None:
    assert site_of(SAMPLE, tmp_path / "elsewhere/site", tmp_path, env) == first


def test_another_folder_and_another_order_of_the_files_change_no_byte(
    tmp_path: Path, first: dict[str, bytes]
) -> None:
    notes = tmp_path / "another place" / "notes"
    for path in sorted(SAMPLE.rglob("*"), reverse=True):
        if path.is_file():
            copy = notes / path.relative_to(SAMPLE)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
    assert site_of(notes, tmp_path / "site", notes) == first


def test_building_over_another_days_site_equals_building_anew(
    tmp_path: Path, first: dict[str, bytes]
) -> None:
    ran = spawn(
        "build", "--notes", SAMPLE, "--output", tmp_path / "site", "--today", "2025-02-03", cwd=tmp_path
    )
    assert ran.code == 0
    assert site_of(SAMPLE, tmp_path / "site", tmp_path) == first


def test_building_over_another_notebooks_site_equals_building_anew(
    tmp_path: Path, first: dict[str, bytes]
) -> None:
    notes = tmp_path / "notes"
    shutil.copytree(SAMPLE, notes)
    for path in sorted(notes.rglob("*.md"))[::3]:
        path.unlink()
    (notes / "contacts/Somebody Else.md").write_text("---\ntags: other\norg: Elsewhere\n---\n")
    site_of(notes, tmp_path / "site", tmp_path)
    assert site_of(SAMPLE, tmp_path / "site", tmp_path) == first
