"""The corpus of homes: which place an ambiguous name is, by the paper that prints it and by what the text itself says.

Run as a plain script, ``python tests/geomap/mentions/test_homes.py``, it prints what is answered wrongly, and how
much is right without the paper; of held-out cases the counts only.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import yaml
from geopy.distance import geodesic
from pydantic import BaseModel, ConfigDict

if __name__ == "__main__":  # a script's own folder leads the path, but it is this tree's packages that are asked
    sys.path[0] = str(Path(__file__).parents[3])

from geomap.model import Article, PlaceMention
from geomap.pipeline import Pipeline
from tests.support.reading import Reader

CORPUS = Path(__file__).parents[2] / "corpus" / "homes.yml"
FLOORS = {"open": 0.9, "held out": 0.9}


class Case(BaseModel):
    """One name in a text that some paper prints, and where it lies."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    source: str
    url: str
    home: str
    text: str
    name: str
    at: tuple[float, float, float]
    kind: str | None = None
    held_out: bool = False

    @property
    def part(self) -> str:
        return "held out" if self.held_out else "open"

    def fault(self, pipeline: Pipeline, *, told: bool = True) -> str | None:
        """Say what is wrong with the answer, with or without the paper told."""
        article = Article(id="a", text=self.text, source=self.source if told else None, url=self.url if told else None)
        found = next((p for p in pipeline.extract(article).places if self.name in p.text), None)
        if found is None:
            return f"{self.source}: {self.name} is not found"
        lat, lon, km = self.at
        place = found.resolved
        if place is None or geodesic((lat, lon), (place.lat, place.lon)).km > km or self.kind not in (None, place.kind):
            return f"{self.source}: {self.name} is {where(found)}"
        return None


def where(mention: PlaceMention) -> str:
    """Return what a name was taken for, and why."""
    place = mention.resolved
    if place is None:
        return "nowhere"
    return f"{place.name} ({place.kind}, {place.admin1}, {place.country}): {'; '.join(mention.why)}"


def load() -> tuple[Case, ...]:
    return tuple(Case.model_validate(row) for row in yaml.safe_load(CORPUS.read_text(encoding="utf-8"))["cases"])


CASES = load()


@pytest.mark.parametrize("part", ["open", "held out"])
def test_the_share_right(read: Reader, part: str) -> None:
    cases = [case for case in CASES if case.part == part]
    faults = [fault for case in cases if (fault := case.fault(read.pipeline)) is not None]
    assert 1 - len(faults) / len(cases) >= FLOORS[part], "\n".join(faults)


def main() -> None:
    """Print the shares right, and the faults of the cases that are not held out."""
    pipeline = Pipeline.load()
    for part in FLOORS:
        cases = [case for case in CASES if case.part == part]
        blind = sum(case.fault(pipeline, told=False) is None for case in cases)
        faults = [fault for case in cases if (fault := case.fault(pipeline)) is not None]
        print(f"{part}: {len(cases) - len(faults)} of {len(cases)} right, {blind} without the paper")
        if part == "open":
            print(*faults, sep="\n")


if __name__ == "__main__":
    main()
