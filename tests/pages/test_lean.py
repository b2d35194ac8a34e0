"""The templates that come with notesite run lean: the pages are those of Jinja2's own environments."""

from collections.abc import Mapping
from gettext import NullTranslations
from pathlib import Path
from traceback import extract_tb
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, UndefinedError
from jinja2.exceptions import SecurityError
from markupsafe import Markup, escape

from notesite.markup.html import as_html, shown
from notesite.pages.render import render
from notesite.pages.theme import load_theme
from notesite.shell.catalogues import catalogue
from tests.notebooks import ROOT
from tests.pages.networks import sample, theme, theme_in

SHIPPED = ROOT / "templates"


class Backwards(NullTranslations):
    """A language that turns sentences round."""

    WORDS: ClassVar[Mapping[str, str]] = {
        "%(who)s at %(place)s": "<%(place)s> %(who)s, 100 & %(who)s",
        "%(share)s of it": "%(share)s %%",
        "Fair & square": "Square & fair",
        "lost %(name)s": "lost %(nome)s",
    }

    def gettext(self, message: str) -> str:
        return self.WORDS.get(message, message)


def environment_of(folder: Path, **templates: str) -> Environment:
    """The environment of a theme that is all there is, in the language Backwards."""
    for name, text in templates.items():
        (folder / f"{name}.html").write_text(text)
    return load_theme([folder], Backwards()).environment


def written(folder: Path, text: str, **values: object) -> str:
    """What a template of such a theme writes."""
    return environment_of(folder, page=text).get_template("page.html").render(values)


@pytest.mark.parametrize("language", ["en", "it"])
def test_every_page_is_the_same_in_the_sandbox(tmp_path: Path, language: str) -> None:
    sandboxed = load_theme([tmp_path, SHIPPED], catalogue(language), language=language)
    plan = sample().plan
    for page in (*plan.pages, *plan.data):
        assert render(page, theme_in(language)) == render(page, sandboxed), page.route


@given(st.text())
def test_text_is_escaped_as_markupsafe_does_it(text: str) -> None:
    assert shown(text) == escape(text)
    assert shown(Markup(text)) == text
    assert type(as_html(text)) is Markup


def test_what_is_no_text_is_shown_as_text() -> None:
    assert [shown(value) for value in (5, None, ["<"])] == ["5", "None", "[&#39;&lt;&#39;]"]


def test_a_sentence_without_parts_is_escaped_like_any_text(tmp_path: Path) -> None:
    assert written(tmp_path, "{{ _('Fair & square') }}") == "Square &amp; fair"
    assert written(tmp_path, "{% set x = {'a': _('Fair & square')} %}{{ x.get('a') }}") == "Square &amp; fair"


def test_the_parts_of_a_sentence_stand_where_the_language_puts_them_and_are_escaped(tmp_path: Path) -> None:
    text = (
        "{% macro bold(x) %}<b>{{ x }}</b>{% endmacro %}{{ _('%(who)s at %(place)s', who=w, place=bold(p)) }}"
    )
    html = written(tmp_path, text, w="<A>", p="B & C")
    assert html == "&lt;<b>B &amp; C</b>&gt; &lt;A&gt;, 100 &amp; &lt;A&gt;"
    chosen = text.replace("place=bold(p)) }}", "place=bold(p)) if w else '' }}")
    assert written(tmp_path, chosen, w="<A>", p="B & C") == html


def test_a_sentence_with_a_percent_sign_keeps_it(tmp_path: Path) -> None:
    assert written(tmp_path, "{{ _('%(share)s of it', share=n) }}", n=5) == "5 %"


def test_a_sentence_that_lacks_a_part_fails_where_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="nome"):
        written(tmp_path, "{{ _('lost %(name)s', name=1) }}")


def test_a_sentence_is_not_looked_up_when_it_is_said(tmp_path: Path) -> None:
    template = environment_of(tmp_path, page="{{ _('Fair & square') }}").get_template("page.html")
    assert template.render(_=None) == "Square &amp; fair"


@pytest.mark.parametrize("text", ["{{ a.nothing }}", "{{ nothing }}", "{{ 'x'.nothing if a }}"])
def test_what_is_nowhere_is_an_error(tmp_path: Path, text: str) -> None:
    with pytest.raises(UndefinedError, match="nothing"):
        written(tmp_path, text, a=object())


def test_an_error_names_template_and_line(tmp_path: Path) -> None:
    environment = environment_of(
        tmp_path,
        page="{% import 'm.html' as m %}\n{{ m.a(1) }}",
        m="\n\n{% macro a(x) %}\n{{ x.y }}{% endmacro %}",
    )
    with pytest.raises(UndefinedError) as failed:
        environment.get_template("page.html").render()
    cause = failed.value.__cause__
    assert cause is not None
    places = [(Path(frame.filename).name, frame.lineno) for frame in extract_tb(cause.__traceback__)]
    assert ("page.html", 2) in places
    assert places[-1] == ("m.html", 4)


def test_a_macro_takes_arguments_by_place_by_name_and_by_default(tmp_path: Path) -> None:
    macro = "{% macro m(a, b='<', c=none) %}{{ a }}{{ b }}{{ c }}{% endmacro %}"
    assert written(tmp_path, macro + "{{ m(1) }} {{ m(1, c=3) }} {{ m(1, 2, 3) }}") == "1&lt;None 1&lt;3 123"
    called = "{% macro m(a) %}[{{ caller() }}{{ a }}]{% endmacro %}{% call m(1) %}<{{ '<' }}{% endcall %}"
    assert written(tmp_path, called) == "[<&lt;1]"
    with pytest.raises(UndefinedError, match="'a' was not provided"):
        written(tmp_path, macro + "{{ m() }}")
    with pytest.raises(TypeError, match="not more than 3"):
        written(tmp_path, macro + "{{ m(1, 2, 3, 4) }}")


def test_no_function_of_the_theme_asks_for_the_context() -> None:
    known = theme().environment.globals.values()
    assert not [each for each in known if hasattr(each, "jinja_pass_arg")]


@pytest.mark.parametrize(
    "text", ["{{ view.__class__.__mro__ }}", "{{ ''.__class__ }}", "{{ _.__globals__ }}"]
)
def test_a_template_of_the_notebook_stays_in_the_sandbox(tmp_path: Path, text: str) -> None:
    (tmp_path / "tags.html").write_text(text)
    page = next(page for page in sample().plan.pages if page.route == "tags.html")
    with pytest.raises(SecurityError):
        render(page, load_theme([tmp_path, SHIPPED]))
