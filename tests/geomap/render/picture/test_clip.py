"""Lines and rings cut to a view."""

from __future__ import annotations

import pytest
import shapely

from geomap.render.picture.clip import Points, clipped, rings, strokes
from geomap.render.picture.view import View
from geomap.scene.model import Level

VIEW = View(Level(0.0, compact=False, sites=(), labels=()), 0.0, 0.0, 100.0, 50.0)


@pytest.mark.parametrize(
    "ring",
    [
        [(10, 10), (20, 10), (20, 20), (10, 20)],
        [(-500, -500), (500, -500), (500, 500), (-500, 500)],
        [(-50, 20), (50, -100), (150, 20), (50, 200)],
        [(-50, 10), (150, 10), (150, 15), (20, 15), (20, 30), (150, 30), (150, 40), (-50, 40)],
        [(500, 500), (600, 500), (600, 600)],
    ],
)
def test_a_cut_ring_covers_what_the_whole_one_covers(ring: Points) -> None:
    rect = (-12.0, -12.0, 112.0, 62.0)
    cut = clipped([(float(x), float(y)) for x, y in ring], rect)
    expected = shapely.intersection(shapely.Polygon(ring), shapely.box(*rect)).area
    assert (shapely.Polygon(cut).area if cut else 0.0) == pytest.approx(expected)


def test_paths_are_relative_and_in_tenths() -> None:
    assert rings([[(10.0, 10.0), (20.0, 10.0), (20.0, 12.5)]], VIEW) == "M100 100l100 0 0 25z"
    assert rings([[(300.0, 300.0), (310.0, 300.0), (310.0, 310.0)]], VIEW) == ""


def test_lines_outside_the_view_are_left_out() -> None:
    line = [(-300.0, 10.0), (-200.0, 10.0), (50.0, 10.0), (60.0, 10.0), (200.0, 10.0), (300.0, 10.0)]
    assert strokes([line], VIEW) == "M-2000 100l2500 0 100 0 1400 0"


def test_the_edge_that_a_land_was_cut_to_is_no_border() -> None:
    ring = [(10.0, 10.0), (90.0, 10.0), (90.0, 40.0), (50.0, 30.0), (10.0, 10.0)]
    edges = (0.0, 0.0, 90.0, 50.0)
    assert strokes([ring], VIEW, edges, 1.0) == "M100 100l800 0M900 400l-400-100 -400-200"
