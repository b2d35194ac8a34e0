"""The Problems page tells each finding in the site's language, and what is written in a note as it is."""

from gettext import NullTranslations

import pytest

from notesite.model.codes import CODES
from notesite.pages.render import render
from notesite.pages.theme import load_theme
from tests.notebooks import ROOT
from tests.pages.networks import site_of

ITALIAN = {
    "%(text)r is no date": "%(text)r non è una data",
    "write YYYY-MM-DD, such as 2026-11-24": "scrivi AAAA-MM-GG, per esempio 2026-11-24",
    CODES["date-unreadable"].title: "Una data non si legge.",
    CODES["control-characters"].title: "Una nota contiene caratteri di controllo.",
}
PLURALS = {
    "%(num)s character that cannot be shown, the first here": (
        "%(num)s carattere che non si può mostrare, qui",
        "%(num)s caratteri che non si possono mostrare, il primo qui",
    )
}


class Italian(NullTranslations):
    """A catalogue with what two findings need."""

    def gettext(self, message: str) -> str:
        return ITALIAN.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return PLURALS.get(msgid1, (msgid1, msgid2))[n != 1]


def problems(note: str, catalogue: NullTranslations | None = None) -> str:
    """The Problems page of a notebook with one contact."""
    site = site_of({"contacts/anna.md": note})
    page = next(page for page in site.plan.pages if page.route == "problems.html")
    return render(page, load_theme([ROOT / "templates"], catalogue)).decode()


@pytest.mark.parametrize(
    ("catalogue", "message", "hint", "title"),
    [
        (
            None,
            "&#39;50% &lt;b&gt; %(x)s&#39; is no date",
            "write YYYY-MM-DD, such as 2026-11-24",
            "A date could not be read.",
        ),
        (
            Italian(),
            "&#39;50% &lt;b&gt; %(x)s&#39; non è una data",
            "scrivi AAAA-MM-GG, per esempio 2026-11-24",
            "Una data non si legge.",
        ),
    ],
    ids=["English", "Italian"],
)
def test_a_finding_its_hint_and_its_title_are_in_the_sites_language(
    catalogue: NullTranslations | None, message: str, hint: str, title: str
) -> None:
    html = problems("---\nfollow-up: '50% <b> %(x)s'\n---\n", catalogue)
    assert f'<p class="message">{message}</p>' in html
    assert f'<p class="hint">{hint}</p>' in html
    assert f"<code>date-unreadable</code> · {title}" in html


@pytest.mark.parametrize(
    ("count", "message"),
    [(1, "1 carattere che non si può mostrare, qui"), (2, "2 caratteri che non si possono mostrare")],
)
def test_a_finding_has_the_plural_of_the_sites_language(count: int, message: str) -> None:
    assert message in problems("Una nota abbastanza lunga, con un errore." + "\0" * count, Italian())
