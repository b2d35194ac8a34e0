"""Each diagnostic code has its whole manual page."""

from dataclasses import astuple

import pytest

from notesite.model.codes import CODES, Code
from notesite.model.diagnostic import Diagnostic
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


def test_no_two_codes_say_the_same() -> None:
    titles = [code.title for code in CODES.values()]
    assert len(set(titles)) == len(titles)


def test_a_diagnostic_has_the_severity_of_its_code() -> None:
    def severity(code: Code) -> str:
        return code.severity.value

    for name, code in CODES.items():
        assert Diagnostic(name, "found", Origin("a.md")).severity.value == severity(code)


def test_an_origin_prints_as_compilers_write_it() -> None:
    assert str(Origin("contacts/giulia.md", 3, 7)) == "contacts/giulia.md:3:7"
