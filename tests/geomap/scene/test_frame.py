"""The frame: seamless longitudes, Web Mercator as Leaflet has it."""

from __future__ import annotations

import pytest

from geomap.scene.frame import (
    Frame,
    distance_km,
    mean_point,
    middle_longitude,
    pad,
    project,
    surroundings,
    unproject,
    zoom_for,
)
from geomap.scene.model import Box, Point


@pytest.mark.parametrize(
    ("lons", "middle"),
    [
        ((), 0.0),
        ((30.0,), 0.0),
        ((-97.0, 25.0), 0.0),
        ((178.0, -172.0), -177.0),
        ((170.0, 160.0, -170.0), 175.0),
        ((-120.0, 0.0, 120.0), 0.0),
    ],
)
def test_only_what_crosses_the_antimeridian_moves_the_frame(lons: tuple[float, ...], middle: float) -> None:
    assert middle_longitude(lons) == pytest.approx(middle)


def test_points_lie_within_half_a_turn_of_the_middle() -> None:
    frame = Frame(-177.0)
    assert frame.point(-17.8, 178.0) == Point(-17.8, -182.0)
    assert frame.point(-13.8, -171.8) == Point(-13.8, -171.8)
    assert Frame(0.0).point(90.0, 10.0) == Point(85.0, 10.0)


@pytest.mark.parametrize(("point", "xy"), [(Point(0, 0), (128, 128)), (Point(0, 180), (256, 128))])
def test_projection_is_web_mercator(point: Point, xy: tuple[float, float]) -> None:
    assert project(point) == pytest.approx(xy)


def test_projection_is_undone() -> None:
    assert unproject(*project(Point(53.7, 28.4))).lat == pytest.approx(53.7)
    assert unproject(*project(Point(53.7, 28.4))).lon == pytest.approx(28.4)


def test_distance_from_london_to_paris() -> None:
    assert distance_km(Point(51.507, -0.128), Point(48.857, 2.352)) == pytest.approx(343.6, abs=1)


def test_mean_point_is_the_middle_of_the_drawn_map() -> None:
    assert mean_point([Point(0, 0), Point(0, 10)]).lon == pytest.approx(5)
    assert mean_point([Point(0, 0), Point(60, 0)]).lat == pytest.approx(35.26, abs=0.01)


def test_pad_never_goes_more_than_once_round() -> None:
    assert pad(Box(-170, -10, 170, 10), 0.5) == Box(-180, -20, 180, 20)


def test_surroundings_fill_a_wide_screen_and_a_tall_one() -> None:
    def size(box: Box) -> tuple[float, float]:
        (x0, y1), (x1, y0) = project(Point(box.south, box.west)), project(Point(box.north, box.east))
        return x1 - x0, y1 - y0

    box = Box(20, 50, 30, 56)
    width, height = size(box)
    assert size(surroundings(box, wide=2.0, tall=1.2, margin=1.0)) == pytest.approx((2 * height, 1.2 * width))
    assert size(surroundings(box, wide=0.1, tall=0.1, margin=1.5)) == pytest.approx((1.5 * width, 1.5 * height))


def test_zoom_for_a_radius() -> None:
    assert zoom_for(6378.137 * 3.14159265, 0.0, 256.0) == pytest.approx(0.0, abs=1e-3)
    assert zoom_for(100, 0.0, 32) == pytest.approx(zoom_for(100, 0.0, 16) + 1)
