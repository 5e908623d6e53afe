"""Imports point down only: cli → export, store, attribution, reading, evaluation → linking → lexicon → text → models, errors.

Packages of one layer do not know each other.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "claimtrack"
LAYERS = (
    {"models", "errors"},
    {"text"},
    {"lexicon"},
    {"linking"},
    {"attribution", "reading", "store", "export", "evaluation", "report"},
    {"cli"},
    {"__init__", "__main__"},  # the public names
)
HEIGHT = {name: height for height, names in enumerate(LAYERS) for name in names}
SPECIALISTS = {"typer": "cli", "rich": "cli", "sqlite_utils": "store", "sqlite3": "store"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def part(path: Path) -> str:
    """The package or module right under `claimtrack` that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def parts_imported(path: Path) -> set[str]:
    found = {name.split(".")[1] for name in imported(path) if name.startswith("claimtrack.")}
    return found - {"__version__"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_down(path: Path) -> None:
    own = part(path)
    assert own in HEIGHT, f"{own} has no layer; give it one in this table and in the README"
    for other in parts_imported(path) - {own}:
        below = HEIGHT[other] < HEIGHT[own] or (HEIGHT[own] == HEIGHT[other] == 0)
        assert below, f"{path.name} imports claimtrack.{other}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_one_package_knows_each_of_these(path: Path) -> None:
    roots = {name.split(".")[0] for name in imported(path)}
    for library in roots & SPECIALISTS.keys():
        assert part(path) == SPECIALISTS[library], f"{path.name} imports {library}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_module_says_what_it_does(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8"))), path
