"""Write the pages of docs/ that stand in the code already: the diagnostics and the rules.

python docs/generate.py
"""

import inspect
from pathlib import Path

from notesite.model.codes import CODES
from notesite.rules.registry import EVENT_RULES, RULES

DOCS = Path(__file__).parent


DIAGNOSTICS = """# Diagnostics

What `notesite check`, the Problems page and `notesite build` may say of your notes. An *error* is something
that could not be read, a *warning* something that was read but probably not as meant, a *note* worth knowing.
None of them stops the build. `notesite explain CODE` prints the same in the terminal."""

RULES_INTRODUCTION = """# Why somebody is due

Each reason is one rule. A contact may be due for several; archived and deceased contacts, and your own card,
are never due. `notesite due --why NAME` explains one contact."""


def diagnostics() -> str:
    """The page of every diagnostic code."""
    lines = [DIAGNOSTICS]
    for name, code in CODES.items():
        example = [f"    {line}" for line in code.example.split("\n")]
        what = f"*{code.severity.value}.* {code.title} {code.why}"
        lines += ["", f"## {name}", "", what, "", *example, "", code.fix]
    return "\n".join(lines) + "\n"


def rules() -> str:
    """The page of every rule that makes somebody due."""
    lines = [RULES_INTRODUCTION]
    for rule in (*RULES, *EVENT_RULES):
        name = rule.__name__.replace("_", "-")
        lines += ["", f"## {name}", "", inspect.cleandoc(rule.__doc__ or "")]
    return "\n".join(lines) + "\n"


PAGES = {"diagnostics.md": diagnostics, "rules.md": rules}

if __name__ == "__main__":
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), "utf-8")
