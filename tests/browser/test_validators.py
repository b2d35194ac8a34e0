"""The Nu Html Checker and html-validate find no error in any page.

Both are npm packages; NOTESITE_VALIDATORS names the folder that they are installed in (see .ci/run):

npm install --prefix FOLDER html-validate@9.7.1 vnu-jar@26.9.27
"""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import without
from tests.browser.screens import accept
from tests.notebooks import NEVER_SO_LONG

HTML_VALIDATE = "node_modules/.bin/html-validate"
NU = "node_modules/vnu-jar/build/dist/vnu.jar"
RULES = {"root": True, "extends": ["html-validate:standard"]}
A_FILE_IS_ITSELF = "Resource violates Content Security Policy"
"""What Nu warns of wherever a page opened from the disk loads its own files."""

WRONG = '<!doctype html><html lang="en"><title>x</title><main><p id="a"><p id="a"><img></main>'


def tool(path: str, *needed: str) -> Path:
    """A validator; where NOTESITE_VALIDATORS names its folder, all that it needs must be there."""
    folder = os.environ.get("NOTESITE_VALIDATORS")
    if folder is None:
        without("the validators are not installed: NOTESITE_VALIDATORS names no folder")
    missing = [each for each in needed if shutil.which(each) is None]
    assert not missing, f"not installed: {', '.join(missing)}"
    found = Path(folder) / path
    assert found.exists(), found
    return found


def ran(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        arguments, cwd=cwd, capture_output=True, text=True, timeout=NEVER_SO_LONG, check=False
    )


def of_html_validate(site: Path, rules: Path) -> list[str]:
    """What html-validate finds, with the place of each."""
    command = tool(HTML_VALIDATE, "node")
    config = rules / "rules.json"
    config.write_text(json.dumps(RULES), "utf-8")
    found = ran(command, "--config", config, "--formatter", "json", f"{site}/**/*.html", cwd=rules)
    assert found.stdout.startswith("["), found
    told: list[dict[str, Any]] = json.loads(found.stdout)
    return [
        f"{page['filePath'].removeprefix(f'{site}/')}:{each['line']}: {each['ruleId']}: {each['message']}"
        for page in told
        for each in page["messages"]
    ]


def of_nu(site: Path) -> list[str]:
    """What the Nu Html Checker finds, with the place of each."""
    checker = tool(NU, "java")
    found = ran("java", "-jar", checker, "--format", "json", "--skip-non-html", site, cwd=site)
    told: list[dict[str, Any]] = json.loads(found.stderr or found.stdout)["messages"]
    return [
        f"{each['url'].rpartition(f'{site}/')[2]}:{each.get('lastLine')}: {each['message']}"
        for each in told
        if A_FILE_IS_ITSELF not in each["message"]
    ]


@pytest.mark.parametrize("name", ["site", "crowded_site", "empty_site"])
def test_html_validate_finds_nothing(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    accept(of_html_validate(request.getfixturevalue(name), tmp_path))


@pytest.mark.parametrize("name", ["site", "crowded_site", "empty_site"])
def test_nu_finds_nothing(name: str, request: pytest.FixtureRequest) -> None:
    accept(of_nu(request.getfixturevalue(name)))


def test_both_hear_of_what_is_wrong(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "wrong.html").write_text(WRONG, "utf-8")
    assert [each for each in of_html_validate(site, tmp_path) if "no-dup-id" in each]
    assert [each for each in of_nu(site) if "Duplicate ID" in each]
