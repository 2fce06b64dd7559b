from __future__ import annotations

import math

import pytest
from geopy.distance import geodesic
from hypothesis import example, given, settings
from hypothesis import strategies as st
from shapely.geometry import LineString, Point, box

from gazetteer import Gazetteer, Place
from gazetteer.bands import circle
from gazetteer.expressions import Side
from gazetteer.frames import beside, normal, wrapped
from gazetteer.geometry import Shape, bearing_to, destination, geodesic_km
from gazetteer.ground import Ground
from gazetteer.shapes import among, between, error_km, inside, near_to, offset

WINDS = [side for side in Side if side.bearing is not None]
NOWHERE = Ground(lambda _: None, tuple)


@given(
    lat=st.floats(-89.9, 89.9),
    lon=st.floats(-180, 180),
    side=st.sampled_from(WINDS),
    km=st.floats(0.2, 500),
)
def test_an_offset_is_where_it_says_anywhere_on_earth(lat: float, lon: float, side: Side, km: float) -> None:
    shape = offset(Shape(lat, lon, 5.0), side, km)
    away = geodesic((lat, lon), (shape.lat, shape.lon)).km
    assert away == pytest.approx(km, abs=0.02)  # four decimals of a degree
    expected = geodesic(kilometers=km).destination((lat, lon), side.bearing)
    assert geodesic((shape.lat, shape.lon), (expected.latitude, expected.longitude)).km < 0.02


@given(lat=st.floats(-70, 70), lon=st.floats(-180, 180), side=st.sampled_from(WINDS), km=st.floats(5, 500))
def test_the_bearing_is_recovered(lat: float, lon: float, side: Side, km: float) -> None:
    shape = offset(Shape(lat, lon, 5.0), side, km)
    assert side.bearing is not None
    turn = (bearing_to((lat, lon), (shape.lat, shape.lon)) - side.bearing + 180.0) % 360.0 - 180.0
    assert abs(turn) < 0.5


def test_the_error_of_an_offset_adds_up_from_its_parts() -> None:
    """The compass word leaves ±22.5° open, the number what it is rounded by, the origin its size."""
    point = Shape(0.0, 0.0, 0.0)
    assert error_km(50.0, 0.0, Side.NORTH, point) == pytest.approx(50.0 * math.sin(math.radians(22.5)))
    assert error_km(50.0, 0.0, Side.NORTH_NORTH_EAST, point) == pytest.approx(50.0 * math.sin(math.radians(11.25)))
    town = Shape(0.0, 0.0, 12.0)
    assert error_km(50.0, 5.0, Side.NORTH, town) == pytest.approx(math.hypot(19.134, 5.0, 12.0), abs=0.001)
    assert error_km(0.3, 0.05, Side.NORTH, town) == 2.0  # no words place a thing more exactly


def test_a_bound_lies_halfway() -> None:
    """ "Less than 10 km north of": from nothing to ten."""
    shape = offset(Shape(50.0, 30.0, 0.0), Side.NORTH, 10.0, (), 10.0)
    assert geodesic_km((50.0, 30.0), (shape.lat, shape.lon)) == pytest.approx(5.0, abs=0.02)
    assert shape.radius_km == pytest.approx(math.hypot(5.0, 5.0 * math.sin(math.radians(22.5))), abs=0.1)


def test_off_an_area_is_beyond_its_edge() -> None:
    square = box(30, 50, 32, 52)
    origin = Shape(51.0, 31.0, 90.0, square)
    for km in (None, 20.0):
        shape = offset(origin, Side.NORTH, km)
        assert shape.lat > 52.0
        assert not square.contains(Point(shape.lon, shape.lat))
    assert geodesic_km((52.0, 31.0), destination(52.0, 31.0, 0.0, 20.0)) == pytest.approx(20.0, abs=0.02)


def test_off_a_line_is_the_strip_on_that_side() -> None:
    river = LineString([(35.0, 33.3), (36.0, 33.4)])
    strip = offset(Shape(33.35, 35.5, 45.0, river), Side.NORTH, None)
    assert strip.geometry is not None
    assert strip.geometry.contains(Point(strip.lon, strip.lat))
    assert strip.geometry.contains(Point(35.5, 33.45))
    assert not strip.geometry.contains(Point(35.5, 33.2))
    away = offset(Shape(33.35, 35.5, 45.0, river), Side.SOUTH, 20.0)
    assert away.geometry is not None
    assert away.geometry.contains(Point(away.lon, away.lat))
    assert not away.geometry.intersects(river)


def test_without_a_side_it_is_anywhere_around_or_at_a_place_of_the_article() -> None:
    around = offset(Shape(50.0, 30.0, 3.0), None, 40.0)
    assert around.geometry is not None
    assert around.geometry.equals_exact(circle(50.0, 30.0, 40.0), 1e-9)
    known = destination(50.0, 30.0, 70.0, 38.0)
    at = offset(Shape(50.0, 30.0, 3.0), None, 40.0, (known,))
    assert (at.lat, at.lon, at.geometry) == (*known, None)


@settings(deadline=None)
@given(lat1=st.floats(-80, 80), lon1=st.floats(-180, 180), lat2=st.floats(-80, 80), lon2=st.floats(-180, 180))
@example(lat1=0.0, lon1=0.0, lat2=0.0, lon2=180.0)  # over the pole
def test_between_lies_between(gazetteer: Gazetteer, lat1: float, lon1: float, lat2: float, lon2: float) -> None:
    goma = gazetteer.resolve("Goma").best
    assert goma is not None
    first, second = (_at(goma.place, lat, lon) for lat, lon in ((lat1, lon1), (lat2, lon2)))
    shape = between(first, second, NOWHERE)
    length = geodesic((lat1, lon1), (lat2, lon2)).km
    middle = (shape.lat, normal(shape.lon))
    for lat, lon in ((lat1, lon1), (lat2, lon2)):
        assert geodesic(middle, (lat, lon)).km == pytest.approx(length / 2, abs=0.05)
    if shape.geometry is not None:
        assert shape.geometry.contains(Point(shape.lon, shape.lat))
        assert wrapped(shape.geometry).bounds[0] >= -180.0
    midway = between(first, second, NOWHERE, midway=True)
    assert (midway.lat, midway.lon) == (shape.lat, shape.lon)
    assert midway.radius_km <= max(3.0, 0.11 * length)


def _at(place: Place, lat: float, lon: float) -> Place:
    return Place("test:1", "somewhere", place.kind, None, None, lat, lon, 5.0)


def test_three_enclose_a_land(gazetteer: Gazetteer) -> None:
    places = tuple(found.place for name in ("Kherson", "Mykolaiv", "Odesa") if (found := gazetteer.resolve(name).best))
    first, second, third = places
    shape = among((first, second, third))
    assert shape.geometry is not None
    assert all(shape.geometry.contains(Point(place.lon, place.lat)) for place in places)
    assert shape.geometry.contains(Point(shape.lon, shape.lat))


@settings(deadline=None, max_examples=40)
@given(data=st.data())
def test_near_holds_the_place(ground: Ground, countries: tuple[Place, ...], data: st.DataObject) -> None:
    place = data.draw(st.sampled_from(countries))
    outline = ground.outline(place)
    around = near_to(Shape(place.lat, place.lon, place.radius_km, outline))
    assert around.radius_km > place.radius_km
    assert around.geometry is not None
    assert outline is not None
    assert outline.difference(around.geometry).area == pytest.approx(0.0, abs=1e-9)


def test_near_a_line_is_the_land_on_both_sides() -> None:
    river = LineString([(35.0, 33.3), (36.0, 33.4)])
    around = near_to(Shape(33.35, 35.5, 45.0, river))
    assert around.geometry is not None
    assert around.geometry.contains(Point(35.5, 33.45))
    assert around.geometry.contains(Point(35.5, 33.25))


@settings(deadline=None, max_examples=40)
@given(data=st.data(), km=st.floats(2, 40))
def test_inside_is_so_far_behind_the_border(
    ground: Ground, countries: tuple[Place, ...], data: st.DataObject, km: float
) -> None:
    place = data.draw(st.sampled_from([place for place in countries if place.radius_km > 150]))
    land = ground.mainland(place)
    assert land is not None
    shape = inside(Shape(place.lat, place.lon, place.radius_km, land), None, (), km)
    assert shape.geometry is not None
    point = Point(beside(shape.lon, land.centroid.x), shape.lat)
    assert land.contains(point)
    edge = land.boundary.interpolate(land.boundary.project(point))
    away = geodesic((point.y, normal(point.x)), (edge.y, normal(edge.x))).km
    assert away <= 2.0 * (km + max(1.0, 0.1 * km))  # the nearest in degrees is not quite the nearest on the ground
