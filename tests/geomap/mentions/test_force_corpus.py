"""The corpus of forces: which words of a sentence are a force, of what category and echelon, and whether it is named.

Run as a plain script, ``python tests/geomap/mentions/test_force_corpus.py``, it lists what is missed, found too much
and cut wrongly, and prints the figures; with ``--held`` it lists the faults of the held-back sentences too.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

if __name__ == "__main__":  # a script's own folder leads the path, but it is this tree's packages that are asked
    sys.path[0] = str(Path(__file__).parents[3])

from geomap.language.annotated import Annotated
from geomap.mentions.forces.finding import find_forces
from geomap.mentions.numbers.quantities import find_quantities
from geomap.pipeline import Pipeline
from tests.support.reading import Reader
from tests.support.tallies import PARTS, Row, Spot, Tally, below, load, show, spots

CORPUS = Path(__file__).parents[2] / "corpus" / "forces.yml"


def found(doc: Annotated) -> list[Spot]:
    """Return the forces of a sentence; words that need a military context count only where they are wanted."""
    return [
        Spot(f.span, (f.category.value, f.echelon and f.echelon.value, f.named), optional=f.ambiguous)
        for f in find_forces(doc, find_quantities(doc.text))
    ]


def wanted(row: Row) -> list[Spot]:
    """Return the forces that a careful reader finds."""
    marked = [(f["text"], (f["category"], f.get("echelon"), f.get("named", False))) for f in row["forces"]]
    return spots(row["text"], marked)


def measure(pipeline: Pipeline, rows: list[Row]) -> Tally:
    """Read some sentences and count."""
    tally = Tally()
    for row in rows:
        tally.add(row["text"], wanted(row), found(pipeline.annotator.annotate(row["text"])))
    return tally


@pytest.mark.parametrize("part", PARTS)
def test_the_figures(read: Reader, part: str) -> None:
    floors, parts = load(CORPUS)
    assert below(measure(read.pipeline, parts[part]).figures(), floors[part]) == {}


def test_every_third_sentence_is_held_back_and_many_are_civil() -> None:
    _, parts = load(CORPUS)
    civil = [row for rows in parts.values() for row in rows if not row["forces"]]
    assert (len(parts["open"]), len(parts["held"]), len(civil)) == (269, 136, 76)


@pytest.mark.parametrize("row", [row for rows in load(CORPUS)[1].values() for row in rows if not row["forces"]])
def test_civil_uses_make_no_deployment(read: Reader, row: Row) -> None:
    assert read(row["text"], "2024-05-06").deployments == ()


def main() -> int:
    """Print faults and figures; exit status 1 below a floor."""
    pipeline = Pipeline.load()
    floors, parts = load(CORPUS)
    return show("forces", floors, lambda part: measure(pipeline, parts[part]), held="--held" in sys.argv)


if __name__ == "__main__":
    sys.exit(main())
