"""How long a map takes: the scene, the page."""

from __future__ import annotations

from pytest_benchmark.fixture import BenchmarkFixture

from gazetteer import Gazetteer
from geomap.render import page
from geomap.scene import compose
from tests.support import drawing


def test_compose(benchmark: BenchmarkFixture) -> None:
    report = drawing.sample()
    with Gazetteer.open() as gazetteer:
        scene = benchmark(compose, report, gazetteer)
    assert len(scene.sites) == 4


def test_page(benchmark: BenchmarkFixture) -> None:
    with Gazetteer.open() as gazetteer:
        scene = compose(drawing.sample(), gazetteer)
    assert benchmark(page, scene).startswith("<!DOCTYPE html>")


def test_compose_a_thousand_records(benchmark: BenchmarkFixture) -> None:
    report = drawing.crowd(1000)
    with Gazetteer.open() as gazetteer:
        scene = benchmark.pedantic(compose, (report, gazetteer), rounds=1)
    assert len(scene.cards) == 1000
