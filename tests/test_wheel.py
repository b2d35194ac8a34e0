"""The wheel, in an environment outside the checkout: everything it needs is inside it."""

import os
import subprocess
import sys
import sysconfig
import venv
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.notebooks import NEVER_SO_LONG, ROOT, SAMPLE, files_of

TEMPLATES = ROOT / "templates"


def run(*command: str | Path, cwd: Path) -> str:
    """What a command prints; it knows nothing of this checkout."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    ran = subprocess.run(
        command,
        cwd=cwd,
        env=env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=3 * NEVER_SO_LONG,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that this checkout makes."""
    folder = tmp_path_factory.mktemp("wheel")
    isolation = ["--no-build-isolation"] if find_spec("hatchling") else []
    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", *isolation, "-w", folder, ROOT, cwd=folder)
    (found,) = folder.glob("notesite-*.whl")
    return found


@pytest.fixture(scope="module")
def commands(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of an environment with the wheel, and with the libraries of this one."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    paths = {"base": str(folder), "platbase": str(folder)}
    libraries = Path(sysconfig.get_path("purelib", "venv", paths))
    here = dict.fromkeys((sysconfig.get_path("purelib"), sysconfig.get_path("platlib")))
    (libraries / "libraries.pth").write_text("\n".join(here), "utf-8")
    scripts = Path(sysconfig.get_path("scripts", "venv", paths))
    install: list[str | Path] = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        scripts / "python",
        "install",
        "-q",
        "--no-deps",
        "--no-index",
    ]
    run(*install, wheel, cwd=folder)
    return scripts


def test_the_wheel_holds_program_templates_sample_catalogues_and_licence(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    assert {f"notesite/templates/{path}" for path in files_of(TEMPLATES)} <= names
    assert {f"notesite/sample/{path}" for path in files_of(SAMPLE)} <= names
    assert "notesite/py.typed" in names
    assert "notesite/locale/it/LC_MESSAGES/notesite.mo" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    folders = {name.split("/")[0] for name in ZipFile(wheel).namelist()}
    assert {folder.partition("-")[0] for folder in folders} == {"notesite"}
    assert not [
        name for name in ZipFile(wheel).namelist() if "test" in name.split("/")[1] or "__pycache__" in name
    ]


def test_a_notebook_is_started_and_built_outside_the_checkout(commands: Path, tmp_path: Path) -> None:
    run(commands / "notesite", "init", "demo", cwd=tmp_path)
    out = run(commands / "notesite", "build", cwd=tmp_path / "demo")
    assert f"Open {tmp_path / 'demo/site/index.html'}" in out
    assert files_of(tmp_path / "demo/notes") == files_of(SAMPLE)
    assert "site.css" in (tmp_path / "demo/site/index.html").read_text("utf-8")
    assert (tmp_path / "demo/site/assets/site.css").is_file()


def test_templates_assets_and_sample_come_from_the_wheel(commands: Path, tmp_path: Path) -> None:
    ask = (
        "import notesite; from notesite.shell.themes import shipped;"
        "print(notesite.__file__, shipped('templates', 'templates'), shipped('sample', 'notes'), sep='\\n')"
    )
    found = run(commands / "python", "-c", ask, cwd=tmp_path).split("\n")[:3]
    environment = commands.parent.resolve()
    assert all(Path(path).resolve().is_relative_to(environment) for path in found)


def test_an_empty_notebook_and_a_new_note_come_from_the_wheel(commands: Path, tmp_path: Path) -> None:
    run(commands / "notesite", "init", "mine", "--empty", cwd=tmp_path)
    run(commands / "notesite", "new", "contact", "Giulia Rossi", cwd=tmp_path / "mine")
    run(commands / "notesite", "build", "--strict", cwd=tmp_path / "mine")
    assert (tmp_path / "mine/site/contacts/giulia-rossi.html").is_file()


def test_python_runs_the_package_as_the_command(commands: Path, tmp_path: Path) -> None:
    assert run(commands / "python", "-m", "notesite", "--version", cwd=tmp_path).startswith(
        "notesite, version "
    )
