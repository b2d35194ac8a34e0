"""Each diagnostic code has its whole manual page."""

import ast
from dataclasses import astuple
from pathlib import Path

import pytest

from notesite.model import codes
from notesite.model.codes import CODES, Code
from notesite.model.diagnostic import Diagnostic
from notesite.model.message import say
from notesite.model.origin import Origin


@pytest.mark.parametrize("name", CODES)
def test_a_code_says_what_why_an_example_and_how_to_mend_it(name: str) -> None:
    code = CODES[name]
    assert all(str(text).strip() for text in astuple(code))
    assert code.title.endswith(".")
    assert code.fix.rstrip().endswith((".", "…", "`"))


@pytest.mark.parametrize("name", CODES)
def test_a_code_is_words_with_hyphens(name: str) -> None:
    assert name == name.lower().strip("-")
    assert name.replace("-", "").isalpha()


def test_catalogues_find_all_of_a_manual_page_but_its_example() -> None:
    tree = ast.parse(Path(codes.__file__).read_text("utf-8"))
    pages = [
        each.args
        for each in ast.walk(tree)
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and each.func.id == "Code"
    ]
    assert len(pages) == len(CODES)
    for _severity, title, why, example, fix in pages:
        for text in (title, why, fix):
            assert isinstance(text, ast.Call), ast.unparse(text)
            assert ast.unparse(text.func) == "marked"
        assert isinstance(example, ast.Constant)


def test_no_two_codes_say_the_same() -> None:
    titles = [code.title for code in CODES.values()]
    assert len(set(titles)) == len(titles)


def test_a_diagnostic_has_the_severity_of_its_code() -> None:
    def severity(code: Code) -> str:
        return code.severity.value

    for name, code in CODES.items():
        assert Diagnostic(name, say("found"), Origin("a.md")).severity.value == severity(code)


def test_an_origin_prints_as_compilers_write_it() -> None:
    assert str(Origin("contacts/giulia.md", 3, 7)) == "contacts/giulia.md:3:7"
