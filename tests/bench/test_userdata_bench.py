"""What a user's dump costs: look-ups with it beside the bare gazetteer in one run, for the same answers.

Aim: with ten times the names within 1.5 times of the bare gazetteer. The dump here has as many names as the built-in
gazetteer, which adds within half a minute; its names are nobody else's, so that the answers stay the same.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from gazetteer import Gazetteer
from gazetteer.userdata import Wanted, add
from tests.support.geonames import dump_line, written

PLACES = 300_000  # with four names each
SYLLABLES = ("ka", "ro", "mi", "ta", "ne", "vo", "sa", "li", "du", "ber", "gor", "ska")
NAMES = ["Kyiv", "Saraqib", "Київ", "Xyzzyville", "Kharkiv Oblast", "El Fasher", "Goma", "nowhere at all", "Bakhmut"]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Path:
    folder = tmp_path_factory.mktemp("userdata")
    count = PLACES if pytestconfig.getoption("benchmark_enable") else 300
    words = ("".join(parts).capitalize() for parts in itertools.product(SYLLABLES, repeat=6))
    lines = (
        dump_line(
            20_000_000 + number, name, alternates=f"{name}ovo,Nova {name},{name} Verkhnia", lat=-70, lon=number % 180
        )
        for number, name in enumerate(itertools.islice(words, count))
    )
    add(written(folder / "big.txt", lines), Wanted(), folder=folder)
    return folder


@pytest.fixture(scope="module", params=["bare", "with a dump"])
def opened(request: pytest.FixtureRequest, data: Path) -> Iterator[Gazetteer]:
    with Gazetteer.open(user_data=data if request.param == "with a dump" else None) as gazetteer:
        yield gazetteer


def each(ask: Callable[[str], Any]) -> Callable[[], list[Any]]:
    return lambda: [ask(name) for name in NAMES]


@pytest.mark.benchmark(group="lookup")
def test_lookup(benchmark: BenchmarkFixture, opened: Gazetteer) -> None:
    assert [len(found) > 0 for found in benchmark(each(opened.lookup))].count(False) == 2


@pytest.mark.benchmark(group="has")
def test_has(benchmark: BenchmarkFixture, opened: Gazetteer) -> None:
    assert benchmark(each(opened.has)).count(False) == 2


@pytest.mark.benchmark(group="match_at")
def test_match_at(benchmark: BenchmarkFixture, opened: Gazetteer) -> None:
    ends = benchmark(each(lambda name: opened.match_at(f"{name} was shelled", 0)))
    assert ends == [4, 7, 4, None, 14, 9, 4, None, 7]


@pytest.mark.benchmark(group="place")
def test_place_by_id(benchmark: BenchmarkFixture, opened: Gazetteer) -> None:
    assert benchmark(opened.place, "geonames:703448").name == "Kyiv"


@pytest.mark.benchmark(group="nearest")
def test_nearest(benchmark: BenchmarkFixture, opened: Gazetteer) -> None:
    assert [place.name for place in benchmark(opened.nearest, 36.2, 36.16)] == ["Antakya"]


@pytest.mark.benchmark(group="open")
@pytest.mark.parametrize("added", [False, True], ids=["bare", "with a dump"])
def test_open(benchmark: BenchmarkFixture, data: Path, added: bool) -> None:
    def cycle() -> None:
        Gazetteer.open(user_data=data if added else None).close()

    benchmark(cycle)
