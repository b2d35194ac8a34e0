"""What a person can set, type or be told is in the documents, and every link in them leads somewhere."""

import re
import tomllib
from pathlib import Path
from urllib.parse import unquote

import click
import pytest

from notesite import __version__
from notesite.cli.main import cli
from notesite.model.codes import CODES
from notesite.model.due import STATES
from notesite.reading.config import KEYS, read_settings
from notesite.rules.registry import RULES
from tests.notebooks import ROOT

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
COMMANDS = {name: command for name, command in cli.commands.items() if not command.hidden}
_LINK = re.compile(r"!?\[[^\]\n]*\]\(<?([^()<>\s]+)>?\)|src=\"([^\"]+)\"")
_FENCE = re.compile(r"^(`{3,}).*?^\1$", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")


def text_of(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


@pytest.mark.parametrize("key", KEYS)
def test_every_setting_is_documented(key: str) -> None:
    text = text_of("docs/settings.md")
    assert re.search(rf"^\| `\[?{re.escape(key)}", text, re.MULTILINE)


def test_the_example_of_the_settings_is_one() -> None:
    (example,) = re.findall(r"^```toml\n(.*?)^```$", text_of("docs/settings.md"), re.MULTILINE | re.DOTALL)[
        :1
    ]
    read_settings(example, "notesite.toml")
    assert set(tomllib.loads(example)) == set(KEYS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented_with_its_options(name: str) -> None:
    text = text_of("docs/commands.md")
    assert f"`notesite {name}" in text
    section = text[text.index(f"## `notesite {name}") :].split("\n## ")[0]
    for parameter in COMMANDS[name].params:
        if isinstance(parameter, click.Option):
            assert f"{max(parameter.opts, key=len)}" in section


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_has_its_help(name: str) -> None:
    assert COMMANDS[name].help
    assert all(each.help for each in COMMANDS[name].params if isinstance(each, click.Option))


@pytest.mark.parametrize("code", CODES)
def test_every_diagnostic_is_documented(code: str) -> None:
    section = text_of("docs/diagnostics.md").split(f"\n## {code}\n")[1].split("\n## ")[0]
    found = CODES[code]
    for part in (found.severity.value, found.title, found.why, found.fix):
        assert part in section


def test_every_rule_is_documented_in_its_own_words() -> None:
    text = " ".join(text_of("docs/rules.md").split())
    assert not [rule.__name__ for rule in RULES if " ".join((rule.__doc__ or "none").split()) not in text]


@pytest.mark.parametrize(
    "word",
    [
        "version",
        "today",
        "contact",
        "name",
        "reason",
        "due",
        "state",
        "last_contact",
        "interactions",
        *STATES,
    ],
)
def test_every_word_of_the_json_is_documented(word: str) -> None:
    assert re.search(rf"[\"`]{word}[\"`]", text_of("docs/json.md"))


@pytest.mark.parametrize("document", DOCUMENTS, ids=[path.relative_to(ROOT).as_posix() for path in DOCUMENTS])
def test_every_link_of_a_document_leads_somewhere(document: Path) -> None:
    text = _SPAN.sub("", _FENCE.sub("", document.read_text("utf-8")))
    missing = []
    for found in _LINK.finditer(text):
        address = found[1] or found[2]
        if re.match(r"[a-z]+:", address):
            continue
        path, _, place = address.partition("#")
        target = document.parent / unquote(path) if path else document
        if not target.exists() or (place and place not in places(target)):
            missing.append(address)
    assert not missing


def places(document: Path) -> set[str]:
    """The anchors that GitHub gives the headings of a document."""
    headings = re.findall(r"^#+ (.+)$", _FENCE.sub("", document.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", ["sample", "test"])
def test_the_readme_has_one_command_for_each_purpose(name: str) -> None:
    text = text_of("README.md")
    (block,) = re.findall(rf"<!-- {name} -->\n```sh\n(.*?)```", text, re.DOTALL)
    assert len(block.strip().splitlines()) == 1


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE"])
def test_the_project_has_what_a_stranger_looks_for(name: str) -> None:
    assert text_of(name).strip()


def test_the_version_is_the_same_wherever_it_is_written() -> None:
    assert tomllib.loads(text_of("pyproject.toml"))["project"]["version"] == __version__
    assert f"[{__version__}]" in text_of("CHANGELOG.md") or f"## {__version__}" in text_of("CHANGELOG.md")
