"""Shapes on the grid: clipped, moved, unwrapped, delta-coded."""

from __future__ import annotations

import pytest
import shapely
from shapely.testing import assert_geometries_equal

from geomap.scene.grid import clip, lines_of, moved, shape_of, unwrapped
from geomap.scene.model import Box


def test_lines_are_deltas_on_the_grid_and_holes_are_lines_too() -> None:
    ring = [(1.0, 1.0), (1.3, 1.0), (1.3, 1.2), (1.0, 1.2)]
    assert lines_of([shapely.Polygon(ring)], 0.1) == [((10, 10, 3, 0, 0, 2, -3, 0, 0, -2),)]
    holed = shapely.Polygon([(0, 0), (9, 0), (9, 9), (0, 9)], [[(3, 3), (4, 3), (4, 4)]])
    assert len(lines_of([holed], 1.0)[0]) == 2
    assert lines_of([shapely.LineString([(0, 0), (1, 0), (1.2, 0), (3, 0)])], 1.0) == [((0, 0, 1, 0, 2, 0),)]


def test_small_rings_go_unless_a_shape_has_no_other() -> None:
    small, large = shapely.box(0, 0, 1, 1), shapely.box(5, 5, 9, 9)
    both = shapely.MultiPolygon([small, large])
    assert [len(lines) for lines in lines_of([both, small], 1.0, smallest=2.0)] == [1, 1]
    assert shape_of([], 1.0).lines == ()


def test_clip_keeps_polygons_and_moves_them_into_the_frame() -> None:
    cut = clip(shapely.box(170, 0, 180, 10), Box(-200, 2, -175, 20), -360.0)
    assert_geometries_equal(cut, shapely.MultiPolygon([shapely.box(-190, 2, -180, 10)]), normalize=True)
    touching = clip(shapely.box(0, 0, 1, 1), Box(1, 0, 2, 1), 0.0)
    assert touching.is_empty
    assert moved(shapely.Point(1, 2), 360.0) == shapely.Point(361, 2)


def test_rings_across_the_antimeridian_go_on() -> None:
    across = shapely.Polygon([(178, 0), (-178, 0), (-178, 2), (178, 2)])
    assert unwrapped(across).bounds == (178, 0, 182, 2)
    pole = shapely.Polygon([(-150, -70), (-30, -70), (90, -70), (170, -70)])
    assert unwrapped(pole).bounds == pytest.approx((-190, -85, 170, -70), abs=40)
    assert unwrapped(shapely.box(0, 0, 1, 1)) == shapely.box(0, 0, 1, 1)
