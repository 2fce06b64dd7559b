"""The corpus of actors: which words of a sentence name somebody who acts or owns, and under what code.

Run as a plain script, ``python tests/geomap/mentions/test_actor_corpus.py``, it lists what is missed, found too much
and cut wrongly, and prints the figures; with ``--held`` it lists the faults of the held-back sentences too.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

if __name__ == "__main__":  # a script's own folder leads the path, but it is this tree's packages that are asked
    sys.path[0] = str(Path(__file__).parents[3])

from geomap.pipeline import Pipeline
from tests.support.reading import Reader
from tests.support.tallies import PARTS, Row, Spot, Tally, below, load, show, spots

CORPUS = Path(__file__).parents[2] / "corpus" / "actors.yml"


def measure(pipeline: Pipeline, rows: list[Row]) -> Tally:
    """Read some sentences and count."""
    tally = Tally()
    for row in rows:
        text = row["text"]
        actors = pipeline.mentions(pipeline.annotator.annotate(text), None).actors
        wanted = spots(text, [(actor["text"], (actor["code"],)) for actor in row["actors"]])
        tally.add(text, wanted, [Spot(actor.span, (actor.code,)) for actor in actors])
    return tally


@pytest.mark.parametrize("part", PARTS)
def test_the_figures(read: Reader, part: str) -> None:
    floors, parts = load(CORPUS)
    assert below(measure(read.pipeline, parts[part]).figures(), floors[part]) == {}


def test_every_third_sentence_is_held_back() -> None:
    _, parts = load(CORPUS)
    silent = [row for rows in parts.values() for row in rows if not row["actors"]]
    assert (len(parts["open"]), len(parts["held"]), len(silent)) == (220, 116, 40)


def main() -> int:
    """Print faults and figures; exit status 1 below a floor."""
    pipeline = Pipeline.load()
    floors, parts = load(CORPUS)
    return show("actors", floors, lambda part: measure(pipeline, parts[part]), held="--held" in sys.argv)


if __name__ == "__main__":
    sys.exit(main())
