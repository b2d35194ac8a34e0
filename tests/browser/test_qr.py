"""The QR codes of qr.js are those that segno makes of the same text, module for module."""

import random
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pytest
import segno
from segno import encoder

from tests.notebooks import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 :;,.@-_/+\n"
FULL = (14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666)
"""How many bytes each version holds at level M (ISO/IEC 18004, table 7)."""
SHORTER = (1, 2, *(each - 7 for each in FULL), *(each + 1 for each in FULL[:10]))
ODD = ("Ana Pérez", "佐藤 美咲", "Nguyễn Thị Lan 🎈", "0" * 40, "\0")


def texts(lengths: Iterable[int]) -> list[str]:
    """A text of each length, always the same."""
    chance = random.Random(18004)
    return ["".join(chance.choice(LETTERS) for _ in range(length)) for length in lengths]


@pytest.fixture
def page(browser: "Browser", request: pytest.FixtureRequest) -> "Page":
    """An empty page with the script."""
    found = browser.new_page()
    request.addfinalizer(found.close)
    found.add_script_tag(content="var notesite = {};")
    found.add_script_tag(path=ROOT / "templates/static/qr.js")
    return found


@pytest.fixture(autouse=True)
def padded_as_the_standard_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Segno 1.6 adds eight zeros to a stream that ends at a codeword already, where 7.4.10 adds none."""

    def write(buff: Any, _version: int, length: int) -> None:
        buff.extend([0] * (-length % 8))

    monkeypatch.setattr(encoder, "write_padding_bits", write)


def other(text: str, mask: int | None) -> list[list[int]]:
    code = segno.make_qr(text.encode(), error="m", mode="byte", mask=mask, boost_error=False)
    return [list(row) for row in code.matrix]


@pytest.mark.browser
@pytest.mark.parametrize("mask", range(8))
def test_every_version_has_the_same_modules_under_each_mask(page: "Page", mask: int) -> None:
    asked = texts(FULL)
    said = page.evaluate("([all, mask]) => all.map((each) => notesite.qr.matrix(each, mask))", [asked, mask])
    assert [len(rows) for rows in said] == [21 + 4 * number for number in range(20)]
    for text, rows in zip(asked, said, strict=True):
        assert rows == other(text, mask), text


@pytest.mark.browser
def test_the_mask_that_is_easiest_to_read_is_chosen(page: "Page") -> None:
    asked = [*texts(SHORTER), *ODD]
    said = page.evaluate("(all) => all.map((each) => notesite.qr.matrix(each))", asked)
    for text, rows in zip(asked, said, strict=True):
        assert rows == other(text, None), text


@pytest.mark.browser
def test_a_text_that_is_too_long_makes_none(page: "Page") -> None:
    assert page.evaluate("(text) => notesite.qr.matrix(text)", "x" * (FULL[-1] + 1)) is None
