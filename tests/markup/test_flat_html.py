"""HTML that passes without the sanitiser is HTML that the sanitiser would leave as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesite.markup.clean import cleaned
from notesite.markup.flat_html import is_flat

_PIECES = (
    *(
        "<p>",
        "</p>\n",
        "<ul>\n",
        "</ul>\n",
        "<li>",
        '<li class="task">',
        "</li>\n",
        '<h2 id="h-log">',
        "</h2>\n",
    ),
    *(
        "<em>",
        "</em>",
        "<strong>",
        "</strong>",
        "<code>",
        "</code>",
        '<span class="tag">#a/b</span>',
        "\n",
        "text",
    ),
    *(
        '<span class="box" data-state="x" role="img" aria-label="done"></span> ',
        "&amp;",
        "&lt;",
        "&quot;",
        "&",
        '"',
    ),
    *(
        "<script>",
        "<img src=x onerror=y>",
        '<a href="javascript:x">',
        "\xa0",
        "\r",
        "\0",
        "\ufdd0",
        "📅",
        "<",
        ">",
    ),
)
_inside = st.lists(st.sampled_from(_PIECES), max_size=4).map("".join)
_block = st.sampled_from(("<p>{}</p>\n", "<ul>\n<li>{}</li>\n</ul>\n", '<h2 id="h-a">{}</h2>\n'))
_flat = st.lists(st.builds(str.format, _block, _inside), max_size=3).map("".join)
_any = st.lists(st.sampled_from(_PIECES), max_size=8).map("".join)


@given(_flat | _any)
def test_the_sanitiser_would_change_nothing(html: str) -> None:
    assert not is_flat(html) or cleaned(html) == html


def test_an_ordinary_log_passes() -> None:
    assert is_flat('<h2 id="h-log">Log</h2>\n<ul>\n<li>2026-11-24 call: <em>yes</em> &amp; no</li>\n</ul>\n')


@pytest.mark.parametrize(
    "html",
    [
        "<p><script>x</script></p>\n",
        '<p onclick="x">a</p>\n',
        '<p><a href="https://example.org">a</a></p>\n',
        '<h2 id="h-a" onclick="x">a</h2>\n',
        "<p>a</p></div>\n",
        "<p>a\n",
        "<ul>\n</ul>\n",
        "<p>&#x3c;</p>\n",
        "<p><em>a<em>b</em></p>\n",
        '<p><span class="box" data-state="x" role="img" aria-label="done" id="y"></span></p>\n',
    ],
)
def test_nothing_else_does(html: str) -> None:
    assert not is_flat(html)
