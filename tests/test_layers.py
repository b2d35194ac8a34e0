"""The house: which room may import which, and where the world is touched."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import notesite
from tests.notebooks import ROOT

SOURCE = Path(notesite.__file__).parent
MODULES = sorted(path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*.py"))

BELOW_SHELL = (
    "model",
    "markup",
    "rules",
    "checks",
    "exchange",
    "insights",
    "reading",
    "editing",
    "views",
    "pages",
)
MAY_IMPORT: dict[str, tuple[str, ...]] = {
    "model": (),
    "markup": ("model",),
    "rules": ("model",),
    "checks": ("model",),
    "exchange": ("model",),
    "insights": ("model",),
    "reading": ("model", "markup", "checks"),
    "editing": ("model", "exchange"),
    "views": ("model", "rules", "insights", "exchange"),
    "pages": ("model", "views", "markup"),
    "shell": BELOW_SHELL,
    "cli": ("shell", "model"),
}
"""The table of docs/architecture.md."""

TOUCHING = (
    "os",
    "time",
    "subprocess",
    "socket",
    "shutil",
    "tempfile",
    "threading",
    "urllib.request",
    "random",
)
TOUCHES = ("open", "input", "print")
READS = (
    *("read_text", "read_bytes", "write_text", "write_bytes", "mkdir", "unlink", "iterdir", "rglob", "glob"),
    *("exists", "is_file", "is_dir", "is_symlink", "stat", "resolve", "cwd", "home", "rmdir", "touch"),
)


@cache
def tree_of(module: str) -> ast.Module:
    return ast.parse((SOURCE / module).read_text("utf-8"))


def imported(module: str) -> Iterator[str]:
    """Every module of ours that a module imports, wherever in it the import stands."""
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            name = node.module or ""
            for alias in node.names:
                yield from (each for each in (f"{name}.{alias.name}", name) if is_ours(each))
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if is_ours(alias.name))


def is_ours(name: str) -> bool:
    path = SOURCE.parent / name.replace(".", "/")
    return name.partition(".")[0] == "notesite" and (path.is_dir() or path.with_suffix(".py").is_file())


def room_of(name: str) -> str:
    """The room that a dotted name lies in; empty for the package itself."""
    parts = name.split(".")
    return parts[1] if len(parts) > 1 else ""


def dotted(module: str) -> str:
    return ".".join(("notesite", *module.removesuffix(".py").removesuffix("__init__").strip("/").split("/")))


def is_inside(module: str, *rooms: str) -> bool:
    return module.partition("/")[0] in rooms


def test_every_room_of_the_house_is_in_the_table() -> None:
    rooms = {module.partition("/")[0] for module in MODULES if "/" in module}
    assert rooms <= set(MAY_IMPORT)


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_only_what_the_table_allows(room: str) -> None:
    allowed = {room, "", *MAY_IMPORT[room]}
    wrong = {
        f"{module} imports {name}"
        for module in MODULES
        if is_inside(module, room)
        for name in imported(module)
        if room_of(name) not in allowed
    }
    assert not wrong


def test_no_module_imports_itself_in_a_circle() -> None:
    graph = {dotted(module): set(imported(module)) - {dotted(module), "notesite"} for module in MODULES}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


@pytest.mark.parametrize("module", [each for each in MODULES if is_inside(each, *BELOW_SHELL)])
def test_nothing_under_the_shell_touches_the_world(module: str) -> None:
    wrong = [f"line {getattr(node, 'lineno', 0)}: {what}" for node, what in touches(tree_of(module))]
    assert not wrong


def touches(tree: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    """The disk, the network, other processes and the clock, where a module names them."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from ((node, each.name) for each in names if each.name in TOUCHING)
            case ast.ImportFrom(module=str(name)) if name in TOUCHING:
                yield node, name
            case ast.Call(func=ast.Name(id=name)) if name in TOUCHES:
                yield node, name
            case ast.Call(func=ast.Attribute(attr=name)) if name in READS:
                yield node, name
            case _ if is_clock(node):
                yield node, "the clock"


def is_clock(node: ast.AST) -> bool:
    match node:
        case ast.Attribute(
            value=ast.Name(id="date" | "datetime") | ast.Attribute(attr="date" | "datetime"),
            attr="today" | "now" | "utcnow",
        ):
            return True
    return False


def test_the_clock_is_asked_for_the_day_in_one_place() -> None:
    asking = {module for module in MODULES if any(map(is_clock, ast.walk(tree_of(module))))}
    assert asking == {"cli/clock.py"}


def test_text_is_marked_as_safe_in_one_module_only() -> None:
    naming = {
        module
        for module in MODULES
        for node in ast.walk(tree_of(module))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Markup"
    }
    assert naming <= {"markup/html.py"}


def test_no_template_switches_escaping_off() -> None:
    templates = [path for path in (ROOT / "templates").rglob("*.html") if path.is_file()]
    assert templates
    unsafe = re.compile(r"\|\s*safe\b|\bautoescape\b|\bMarkup\b")
    assert not [path.name for path in templates if unsafe.search(path.read_text("utf-8"))]


def test_nothing_is_called_utils() -> None:
    vague = {"utils", "util", "helpers", "helper", "common", "misc", "tools"}
    assert not [module for module in MODULES if vague & set(module.removesuffix(".py").split("/"))]
