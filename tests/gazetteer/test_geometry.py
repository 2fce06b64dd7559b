from __future__ import annotations

import pytest
from shapely.geometry import LineString, MultiPolygon, Point, box

from gazetteer import Gazetteer
from gazetteer.frames import unwrapped
from gazetteer.geometry import destination, disc_radius_km, facing, inner_point, mainland, on_line, way


def test_destination_follows_the_geodesic() -> None:
    assert destination(50.4547, 30.5238, 0.0, 50.0) == (50.9042, 30.5238)


def test_a_way_across_the_antimeridian_is_unbroken() -> None:
    points = way((-17.8, 178.0), (-13.8, -172.1), 4)
    assert [round(lon, 1) for lon, _ in points] == pytest.approx([178.0, 180.5, 183.0, 185.5, 187.9], abs=0.2)


@pytest.mark.parametrize(
    ("code", "outside", "inside"),
    [
        ("USA", (-150, 64), (-100, 40)),  # Alaska
        ("FRA", (-53, 4), (9.1, 42.1)),  # Guiana is out, Corsica is in
        ("RUS", (20.5, 54.7), (40, 56)),  # Kaliningrad
        ("RUS", (20.5, 54.7), (185, 66.5)),  # Chukotka beyond the antimeridian is in
        ("NZL", (183.4, -44), (168.5, -46)),  # the Chathams
        ("ESP", (-15.5, 28), (2.9, 39.6)),  # the Canaries; Mallorca
    ],
)
def test_the_main_land_leaves_out_what_lies_oceans_away(
    gazetteer: Gazetteer, code: str, outside: tuple[float, float], inside: tuple[float, float]
) -> None:
    outline = gazetteer.outline(f"country:{code}")
    assert outline is not None
    whole = unwrapped(outline)
    land = mainland(whole)
    assert whole.distance(Point(outside)) < 0.3
    assert land.distance(Point(outside)) > 1.0
    assert land.contains(Point(inside))


@pytest.mark.parametrize("code", ["KIR", "MYS", "IDN"])
def test_a_land_without_a_main_land_is_all_its_islands(gazetteer: Gazetteer, code: str) -> None:
    outline = gazetteer.outline(f"country:{code}")
    assert outline is not None
    whole = unwrapped(outline)
    assert mainland(whole).area == pytest.approx(whole.area)


def test_an_inner_point_lies_inside_though_the_middle_does_not() -> None:
    ring = box(0, 0, 10, 10).difference(box(1, 1, 9, 9))
    lat, lon = inner_point(ring)
    assert ring.contains(Point(lon, lat))


def test_a_radius_is_that_of_the_disc_of_the_area() -> None:
    assert disc_radius_km(MultiPolygon([box(0, -1, 2, 1)])) == pytest.approx(2 * 111.2 / 3.14159**0.5, rel=0.01)


def test_the_point_of_a_line_is_by_the_place_of_the_article() -> None:
    line = LineString([(23.5, 54.0), (23.5, 51.5)])
    alone = on_line(line, ())
    assert (alone.lat, alone.lon) == (52.75, 23.5)
    by = on_line(line, ((53.7, 23.8),))  # Hrodna
    assert (by.lat, by.lon, by.radius_km) == (53.7, 23.5, pytest.approx(139.0, abs=1.0))


def test_facing_is_what_lies_towards_a_side() -> None:
    land = box(0, 0, 20, 10)
    north = facing(land.boundary, land, 0.0, 45.0)
    assert north.bounds == pytest.approx((0.0, 10.0, 20.0, 10.0), abs=1e-6)
