from __future__ import annotations

import pytest
from geopy.distance import geodesic
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString, Point, box

from gazetteer.bands import band, beside_line, circle, moved, sweep
from gazetteer.geometry import geodesic_km


@given(lat=st.floats(-70, 70), lon=st.floats(-170, 170), km=st.floats(1, 100))
def test_a_disc_is_round_on_the_ground(lat: float, lon: float, km: float) -> None:
    west, south, east, north = circle(lat, lon, km).bounds
    assert geodesic_km((lat, west), (lat, east)) == pytest.approx(2 * km, rel=0.02)
    assert geodesic_km((south, lon), (north, lon)) == pytest.approx(2 * km, rel=0.02)


@given(lat=st.floats(-90, 90), lon=st.floats(-180, 180), km=st.floats(1, 1000))
def test_a_disc_holds_its_middle_anywhere(lat: float, lon: float, km: float) -> None:
    disc = circle(lat, lon, km)
    assert disc.is_valid
    assert -90.0 <= disc.bounds[1] <= disc.bounds[3] <= 90.0
    assert disc.distance(Point(lon, lat)) == pytest.approx(0.0, abs=1e-9)


def test_a_disc_around_a_pole_goes_round_the_world() -> None:
    disc = circle(89.5, 20.0, 200.0)
    assert (disc.bounds[0], disc.bounds[2], disc.bounds[3]) == (-160.0, 200.0, 90.0)
    assert disc.contains(Point(-100.0, 89.0))
    assert not disc.contains(Point(-100.0, 87.0))


@given(lat=st.floats(-75, 75), lon=st.floats(-170, 170), km=st.floats(5, 80))
def test_a_band_is_as_wide_as_it_says(lat: float, lon: float, km: float) -> None:
    along = band(LineString([(lon - 2, lat), (lon + 2, lat)]), km)
    _, south, _, north = along.bounds
    assert geodesic_km((south, lon), (north, lon)) == pytest.approx(2 * km, rel=0.03)
    across = band(LineString([(lon, lat - 1), (lon, lat + 1)]), km)
    west, east = LineString([(lon - 90, lat), (lon + 90, lat)]).intersection(across).bounds[::2]
    assert geodesic((lat, west), (lat, east)).km == pytest.approx(2 * km, rel=0.05)


def test_a_band_holds_the_area_that_it_is_around() -> None:
    area = box(30, 50, 32, 52)
    assert band(area, 20.0).contains(area)


@given(bearing=st.sampled_from([0.0, 45.0, 90.0, 180.0, 225.0]), km=st.floats(5, 100))
def test_a_moved_line_is_so_far_away(bearing: float, km: float) -> None:
    line = LineString([(30, 50), (31, 50.5)])
    for (x1, y1), (x2, y2) in zip(line.coords, moved(line, bearing, km).coords, strict=True):
        assert geodesic((y1, x1), (y2, x2)).km == pytest.approx(km, rel=0.02)


def test_a_sweep_lies_on_its_side_of_the_line() -> None:
    strip = sweep(LineString([(34, 33.3), (36, 33.4)]), 0.0, 30.0)
    assert strip.contains(Point(35, 33.5))
    assert not strip.contains(Point(35, 33.2))
    assert not strip.contains(Point(35, 33.8))  # farther than 30 km


def test_the_left_is_the_left_of_the_way_along() -> None:
    northwards = LineString([(30, 50), (30, 51)])
    assert beside_line(northwards, 20.0, left=True).contains(Point(29.9, 50.5))
    assert beside_line(northwards, 20.0, left=False).contains(Point(30.1, 50.5))
