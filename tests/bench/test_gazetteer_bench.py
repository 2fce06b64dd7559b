"""How fast the gazetteer is; run with --benchmark-enable. Aims: open under 10 ms, an exact look-up under 50 µs."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from gazetteer import Context, Gazetteer
from gazetteer.names import fold
from gazetteer.store import DEFAULT_PATH


@pytest.fixture(scope="module")
def opened() -> Gazetteer:
    return Gazetteer.open()


def test_open(benchmark: BenchmarkFixture) -> None:
    def cycle(path: Path = DEFAULT_PATH) -> None:
        Gazetteer.open(path).close()

    benchmark(cycle)


@pytest.mark.parametrize("name", ["Kyiv", "Saraqib", "Київ", "Xyzzyville"])
def test_exact_look_up(benchmark: BenchmarkFixture, opened: Gazetteer, name: str) -> None:
    benchmark(opened.lookup, name)


def test_has(benchmark: BenchmarkFixture, opened: Gazetteer) -> None:
    assert benchmark(opened.has, "Kharkiv") is True


def test_longest_match(benchmark: BenchmarkFixture, opened: Gazetteer) -> None:
    assert benchmark(opened.longest_match, ["South", "Sudan", "said", "on", "Monday"], 0) == 2


def test_resolve(benchmark: BenchmarkFixture, opened: Gazetteer) -> None:
    context = Context(countries=(("UKR", 1.0), ("RUS", 0.5)), near=((50.0, 36.2),))
    assert benchmark(opened.resolve, "Vovchansk", context).best.place.country == "UKR"


def test_fold(benchmark: BenchmarkFixture) -> None:
    assert benchmark(fold.__wrapped__, "Rzeszów-Jasionka") == "rzeszow jasionka"


def test_locate_a_part(benchmark: BenchmarkFixture, opened: Gazetteer) -> None:
    assert benchmark(opened.locate, "northern Syria").best.place.country == "SYR"
