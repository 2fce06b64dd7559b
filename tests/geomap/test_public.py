"""The public surface: its names are a promise, and importing it costs nothing."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import geomap

ROOT = Path(__file__).parents[2]


def test_the_exported_names() -> None:
    assert geomap.__all__ == [
        *("Action", "Actor", "AlternativePlace", "Article", "BadCrop", "Casualties", "Category", "CorrectionError"),
        *("Deployment", "Echelon", "Event", "EventType", "Force", "GeomapError", "Harm", "LexiconError"),
        *("ModelMissing", "PlaceMention"),
        *("Qualifier", "Quantity", "Relation", "Report", "ResolvedPlace", "Source", "Span", "Status", "Time"),
        *(
            "UnreachableArticle",
            "UnreadableArticle",
            "UnsupportedLanguage",
            "UnwritableOutput",
            "Use",
            "correct",
            "draw",
        ),
        *("draw_markdown", "draw_png", "draw_svg", "embed", "extract", "read"),
    ]
    assert [name for name in geomap.__all__ if not hasattr(geomap, name)] == []
    assert set(geomap.__all__) <= set(dir(geomap))


def test_other_names_are_refused() -> None:
    with pytest.raises(AttributeError, match="module 'geomap' has no attribute 'Pipeline'"):
        geomap.Pipeline  # noqa: B018


def test_functions_stay_functions_after_every_import() -> None:
    import geomap.read.lines

    assert geomap.read.__module__ == "geomap.read"
    assert callable(geomap.read)


def test_the_version_is_that_of_the_distribution() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert geomap.__version__ == project["version"]


@pytest.mark.parametrize(
    ("statement", "heavy"),
    [
        ("import geomap", {"pydantic", "spacy", "folium", "shapely", "rich", "click", "numpy"}),
        (
            "from geomap.cli import main; main(['--version'])",
            {"pydantic", "spacy", "folium", "shapely", "rich", "numpy"},
        ),
        ("from geomap.cli import main; main(['place', 'Kiev'])", {"pydantic", "spacy", "folium", "rich", "numpy"}),
    ],
)
def test_nothing_heavy_is_imported_before_it_is_needed(statement: str, heavy: set[str]) -> None:
    code = f"import sys; {statement}; print(sorted({heavy!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.splitlines()[-1] == "[]"
