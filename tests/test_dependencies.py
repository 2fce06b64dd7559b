"""What the tests import is what `.[test]` installs, also where a developer's environment holds more."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
OWN = {"geomap", "gazetteer", "tests"}


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=~!\[; ]", name)[0]).lower()


def _declared() -> set[str]:
    project = tomllib.loads((TESTS.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {_normal(name) for name in project["dependencies"] + project["optional-dependencies"]["test"]}


def _imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names.add((node.module or "").split(".")[0])
    return names - set(sys.stdlib_module_names) - OWN


@pytest.mark.parametrize("path", sorted(TESTS.rglob("*.py")), ids=lambda path: str(path.relative_to(TESTS)))
def test_imports_are_declared(path: Path) -> None:
    distributions = packages_distributions()
    used = {name: {_normal(d) for d in distributions.get(name, [name])} for name in _imported(path)}
    # numpy and what else a declared package itself stands on comes with it.
    assert [name for name, owners in used.items() if not owners & (_declared() | {"numpy"})] == []
