"""Still pictures and exports of the sample: pytest tests/bench --benchmark-enable."""

from __future__ import annotations

from pytest_benchmark.fixture import BenchmarkFixture

from gazetteer import Gazetteer
from geomap.export import to_gpkg
from geomap.render.picture import png, svg
from geomap.scene import compose
from tests.support import drawing


def test_svg_of_the_sample(benchmark: BenchmarkFixture) -> None:
    with Gazetteer.open() as gazetteer:
        scene = compose(drawing.sample(), gazetteer)
    assert benchmark(svg, scene).startswith("<svg ")


def test_png_of_the_sample(benchmark: BenchmarkFixture) -> None:
    with Gazetteer.open() as gazetteer:
        picture = svg(compose(drawing.sample(), gazetteer))
    assert benchmark(png, picture, scale=2.0).startswith(b"\x89PNG")


def test_geopackage_of_a_thousand_records(benchmark: BenchmarkFixture) -> None:
    assert benchmark(to_gpkg, [drawing.crowd(1000)]).startswith(b"SQLite format 3")
