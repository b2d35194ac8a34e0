"""What is left out and read in one step gives the tokens that markdown-it gives without any of it."""

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from notesite.markup.flat_lists import list_rule
from notesite.markup.rules import idle_rules, inline_rule, text_rule

_PIECES = (
    *("- ", "-", "  ", "    ", "\t", "* ", "1. ", "2) ", "> ", "# ", "- [ ] ", "+ ", "- - "),
    *("word", "2026-11-24 call: text", "a_b", "x.", "Caffè", "📅", "1", "\xa0", "\u2028"),
    *("**", "*", "_", "~~", "`", "```", "~~~", "\\", "&amp;", "&", "<", ">", "|", "-|-", "---", "===", "***"),
    *(
        "[",
        "]",
        "]:",
        "[[A]]",
        "[[A]]:",
        "[a]",
        "[a]: /x",
        "[a\\]]: /x",
        "[^1]",
        "[^1]: note",
        "](/x)",
        "![",
        "!",
    ),
    *("<https://a.org>", "<b>", ":", "  \n", "\n", "\n", "\n", "\n\n", " ", " ", " "),
)
texts = st.lists(st.sampled_from(_PIECES), max_size=30).map("".join)


def _plain() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    return parser.use(footnote_plugin, inline=False)


def _with_short_cuts(body: str) -> MarkdownIt:
    parser = _plain().disable(["html_block", "html_inline", "normalize"])
    parser.block.ruler.at("list", list_rule, {"alt": ["paragraph", "reference", "blockquote"]})
    parser.inline.ruler.at("text", text_rule)
    parser.core.ruler.at("inline", inline_rule)
    return parser.disable(idle_rules(body))


@given(texts)
@example("- a\n- b\n\n- c\n")
@example("- a\n- b\n\ntext\n")
@example("- a\n- b\n\n  more\n")
@example("- a\nlazy\n")
@example("- a\n- b\n  - c\n")
@example("- a\n---\n")
@example("- a\n\n---\n")
@example("- 1. a\n- b \n")
@example("- [a]: /x\n- [a]\n")
@example("[a\\]]: /x\n\n[a\\]]\n")
@example("a\n===")
@example("text[^1]\n\n[^1]: - a\n")
def test_every_token_is_that_of_markdown_it(body: str) -> None:
    expected = [token.as_dict() for token in _plain().parse(body)]
    assert [token.as_dict() for token in _with_short_cuts(body).parse(body)] == expected


def test_an_ordinary_log_needs_few_rules() -> None:
    idle = idle_rules("## Log\n\n- 2026-11-24 call with [[Ana]]: talked #data\n")
    assert {"table", "fence", "hr", "lheading", "reference", "link", "emphasis"} <= set(idle)
