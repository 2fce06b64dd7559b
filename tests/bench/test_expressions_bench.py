"""What expressions cost; run with --benchmark-enable. Aims: an article 1 ms, a shape a few ms, a known one less."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from gazetteer import Gazetteer
from gazetteer.spans import NameSpan

SEED = Path(__file__).parents[2] / "seeds" / "nato-belarus-2022.txt"
NAMES = ("Belarus", "Ukraine", "Russia", "Poland", "Romania", "Germany", "Moscow", "Kiev")


@pytest.fixture(scope="module")
def opened() -> Gazetteer:
    gazetteer = Gazetteer.open()
    gazetteer.locate("off Libya")  # the countries are read when the first shape asks for them
    return gazetteer


def test_expressions_of_an_article(benchmark: BenchmarkFixture, opened: Gazetteer) -> None:
    text = SEED.read_text(encoding="utf-8")
    starts = sorted((text.index(name), name) for name in NAMES if name in text)
    names = [NameSpan(at, at + len(name), name).told(opened.lookup(name)) for at, name in starts]
    benchmark(opened.extend, text, names)


@pytest.mark.parametrize(
    "query",
    [
        "50 km north of Kyiv",
        "20 km inside Syria",
        "Ukraine's northern border",
        "the Polish-Belarusian border",
        "off the coast of Norway",
        "north of the Litani",
    ],
)
def test_a_shape(benchmark: BenchmarkFixture, opened: Gazetteer, query: str) -> None:
    assert benchmark(opened.locate, query).best is not None
