from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString, MultiPolygon, Polygon, box

from gazetteer import Gazetteer
from gazetteer.frames import beside, normal, unwrapped, wrapped


@pytest.mark.parametrize(("lon", "written"), [(0.0, 0.0), (180.0, 180.0), (190.0, -170.0), (-190.0, 170.0)])
def test_longitudes_as_they_are_written(lon: float, written: float) -> None:
    assert normal(lon) == written


@given(lon=st.floats(-180, 180), other=st.floats(-400, 400))
def test_beside_is_the_same_meridian_on_the_short_way(lon: float, other: float) -> None:
    found = beside(lon, other)
    assert abs(found - other) <= 180.0
    assert (found - lon) / 360.0 == pytest.approx(round((found - lon) / 360.0), abs=1e-9)


def test_parts_across_the_antimeridian_are_put_together() -> None:
    shape = MultiPolygon([box(170, 0, 180, 10), box(-180, 0, -178, 10)])
    assert unwrapped(shape).bounds == (170, 0, 182, 10)


def test_the_largest_part_stays_where_it_is() -> None:
    shape = MultiPolygon([box(178, 0, 180, 10), box(-180, 0, -170, 10)])
    assert unwrapped(shape).bounds == (-182, 0, -170, 10)


def test_what_lies_oceans_apart_is_left_alone() -> None:
    shape = MultiPolygon([box(-100, 0, -30, 10), box(60, 0, 120, 10)])  # the way across the antimeridian is longer
    assert unwrapped(shape).bounds == (-100, 0, 120, 10)


@pytest.mark.parametrize(
    ("code", "west", "east"), [("RUS", 19.6, 191.0), ("FJI", 174.6, 181.8), ("USA", -187.5, -67.0), ("UKR", 22.1, 40.2)]
)
def test_countries_in_one_piece(gazetteer: Gazetteer, code: str, west: float, east: float) -> None:
    outline = gazetteer.outline(f"country:{code}")
    assert outline is not None
    whole = unwrapped(outline)
    assert (whole.bounds[0], whole.bounds[2]) == pytest.approx((west, east), abs=0.1)
    assert whole.area == pytest.approx(outline.area)
    assert wrapped(whole).symmetric_difference(outline).area == pytest.approx(0.0, abs=1e-6)


def test_a_shape_is_cut_at_the_antimeridian() -> None:
    assert wrapped(box(170, 0, 190, 10)).equals(MultiPolygon([box(170, 0, 180, 10), box(-180, 0, -170, 10)]))
    assert wrapped(LineString([(-190, 0), (-170, 0)])).length == pytest.approx(20.0)
    assert wrapped(Polygon([(0, 0), (1, 0), (1, 1)])).bounds == (0, 0, 1, 1)
