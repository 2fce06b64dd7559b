from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import LineString, Point

from gazetteer import Gazetteer, Place
from gazetteer.expressions import Side
from gazetteer.frames import beside
from gazetteer.ground import Ground
from gazetteer.parts import CENTRE_SHARE, PART_SHARE, part

WINDS = [side for side in Side if side.bearing is not None]


@settings(deadline=None)
@given(data=st.data(), side=st.sampled_from(Side))
def test_a_part_of_any_country_lies_in_it_on_its_side(
    ground: Ground, countries: tuple[Place, ...], data: st.DataObject, side: Side
) -> None:
    place = data.draw(st.sampled_from(countries))
    shape = part(place, side, ground)
    land = ground.mainland(place)
    assert land is not None
    assert shape.geometry is not None
    assert shape.geometry.difference(land.buffer(1e-6)).area == pytest.approx(0.0, abs=1e-6)
    assert shape.geometry.distance(Point(beside(shape.lon, land.centroid.x), shape.lat)) < 1e-3
    share = CENTRE_SHARE if side is Side.CENTRE else PART_SHARE
    assert shape.geometry.area / land.area == pytest.approx(share, abs=0.01)
    if side in (Side.NORTH, Side.SOUTH):
        assert (shape.geometry.centroid.y > land.centroid.y) is (side is Side.NORTH)
    if side in (Side.EAST, Side.WEST):
        assert (shape.geometry.centroid.x > land.centroid.x) is (side is Side.EAST)


@settings(deadline=None, max_examples=50)
@given(data=st.data(), side=st.sampled_from(WINDS[:8]))
def test_opposite_sides_do_not_overlap(
    ground: Ground, countries: tuple[Place, ...], data: st.DataObject, side: Side
) -> None:
    place = data.draw(st.sampled_from(countries))
    opposite = WINDS[(WINDS.index(side) + 8) % 16]
    one, other = part(place, side, ground).geometry, part(place, opposite, ground).geometry
    assert one is not None
    assert other is not None
    assert one.intersection(other).area == pytest.approx(0.0, abs=1e-6)


def test_a_town_has_sides_within_its_radius(gazetteer: Gazetteer, ground: Ground) -> None:
    aleppo = gazetteer.resolve("Aleppo").best
    assert aleppo is not None
    west = part(aleppo.place, Side.WEST, ground)
    assert west.lon < aleppo.place.lon
    assert west.radius_km == pytest.approx(0.7 * aleppo.place.radius_km, abs=0.1)
    assert part(aleppo.place, Side.CENTRE, ground).lat == aleppo.place.lat


def test_a_river_has_a_north_too(gazetteer: Gazetteer) -> None:
    river = gazetteer.resolve("Litani River").best
    assert river is not None
    straight = Ground(lambda _: LineString([(35.0, 33.0), (35.0, 36.0)]), tuple)
    north = part(river.place, Side.NORTH, straight)
    assert north.geometry is not None
    assert north.geometry.bounds == pytest.approx((35.0, 35.0, 35.0, 36.0), abs=1e-4)
