from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import Point

from gazetteer import Context, Gazetteer, Place
from gazetteer.borders import BORDERLAND_KM, border, borderland, shared_border, tripoint
from gazetteer.expressions import Side
from gazetteer.geometry import geodesic_km
from gazetteer.ground import Ground

CLOSE = 0.03  # degrees, some 3 km


@settings(deadline=None)
@given(data=st.data(), share=st.floats(0, 1))
def test_a_shared_border_lies_on_both_neighbours(
    ground: Ground, countries: tuple[Place, ...], data: st.DataObject, share: float
) -> None:
    place = data.draw(st.sampled_from([place for place in countries if ground.land_borders(place)]))
    neighbour, _ = data.draw(st.sampled_from(ground.land_borders(place)))
    shape = shared_border(place, neighbour, ground)
    one, other = ground.outline(place), ground.outline(neighbour)
    assert shape is not None
    assert shape.geometry is not None
    assert one is not None
    assert other is not None
    for point in (shape.geometry.interpolate(share, normalized=True), Point(shape.lon, shape.lat)):
        assert one.distance(point) < CLOSE
        assert other.distance(point) < CLOSE
        assert one.boundary.distance(point) < CLOSE


def test_neighbours_know_each_other(ground: Ground, countries: tuple[Place, ...]) -> None:
    for place in countries:
        for neighbour, line in ground.land_borders(place):
            assert place.id in {other.id for other, _ in ground.land_borders(neighbour)}
            assert line.length > 0
            assert ground.adjoin(place, neighbour)


@pytest.mark.parametrize(
    ("one", "other", "neighbours"),
    [("UKR", "RUS", True), ("UKR", "TUR", False), ("IND", "PAK", True), ("KOR", "PRK", True), ("RUS", "USA", False)],
)
def test_who_adjoins_whom(gazetteer: Gazetteer, one: str, other: str, neighbours: bool) -> None:
    assert gazetteer.adjoin(one, other) is neighbours
    assert gazetteer.adjoin(other, one) is neighbours


def test_provinces_of_another_source_share_borders_too(gazetteer: Gazetteer, ground: Ground) -> None:
    """Their outlines have no corner in common with the countries'; what lies within 3 km counts."""
    lviv, poland = gazetteer.resolve("Lviv Oblast").best, gazetteer.resolve("Poland").best
    assert lviv is not None
    assert poland is not None
    shape = shared_border(lviv.place, poland.place, ground)
    assert shape is not None
    assert geodesic_km((shape.lat, shape.lon), (50.0, 23.0)) < 120


def test_places_that_do_not_touch_share_none(gazetteer: Gazetteer, ground: Ground) -> None:
    assert shared_border(gazetteer.country("POL"), gazetteer.country("ROU"), ground) is None


def test_a_northern_border_has_none_of_the_land_beyond_it(gazetteer: Gazetteer, ground: Ground) -> None:
    """The north of the West Bank borders on Israel in the north, and is no northern border of Israel."""
    shape = border(gazetteer.country("ISR"), Side.NORTH, ground, Context())
    assert shape is not None
    assert geodesic_km((shape.lat, shape.lon), (33.08, 35.4)) < 40
    assert shape.geometry is not None
    assert shape.geometry.bounds[1] > 32.6


def test_the_article_tells_which_neighbour_is_meant(gazetteer: Gazetteer, ground: Ground) -> None:
    poland = gazetteer.country("POL")
    shape = border(poland, None, ground, Context(countries=(("POL", 1.0), ("BLR", 0.5))))
    belarus = ground.outline(gazetteer.country("BLR"))
    assert shape is not None
    assert shape.geometry is not None
    assert belarus is not None
    assert shape.geometry.within(belarus.buffer(CLOSE))


def test_a_place_of_the_article_tells_the_stretch(gazetteer: Gazetteer, ground: Ground) -> None:
    near_chernihiv = border(gazetteer.country("UKR"), None, ground, Context(near=((51.5, 31.3),)))
    assert near_chernihiv is not None
    assert geodesic_km((near_chernihiv.lat, near_chernihiv.lon), (51.5, 31.3)) < 100
    assert near_chernihiv.radius_km == 150.0


def test_places_far_apart_leave_the_stretch_open(gazetteer: Gazetteer, ground: Ground) -> None:
    """El Paso and Brownsville: troops between them are nearer to the middle than to either."""
    near = ((31.76, -106.49), (25.93, -97.48))
    shape = border(gazetteer.country("USA"), Side.SOUTH, ground, Context(near=near))
    assert shape is not None
    assert all(geodesic_km((shape.lat, shape.lon), point) > 300 for point in near)


def test_the_land_along_a_border(gazetteer: Gazetteer, ground: Ground) -> None:
    syria, turkey = gazetteer.country("SYR"), gazetteer.country("TUR")
    line = shared_border(syria, turkey, ground)
    assert line is not None
    own, both = borderland(line, syria, ground), borderland(line, None, ground)
    land = ground.outline(syria)
    assert own.geometry is not None
    assert both.geometry is not None
    assert land is not None
    assert own.geometry.difference(land.buffer(1e-6)).area == pytest.approx(0.0, abs=1e-6)
    assert own.geometry.contains(Point(own.lon, own.lat))
    assert both.geometry.area > 1.8 * own.geometry.area
    assert both.geometry.contains(Point(40.21, 37.0))  # south of Mardin, 10 km into Turkey
    assert both.radius_km == line.radius_km + BORDERLAND_KM


def test_three_countries_meet_in_a_point(gazetteer: Gazetteer, ground: Ground) -> None:
    mali, niger, burkina = (gazetteer.country(code) for code in ("MLI", "NER", "BFA"))
    shape = tripoint((mali, niger, burkina), ground)
    assert shape is not None
    assert geodesic_km((shape.lat, shape.lon), (14.99, 0.22)) < 15
    assert tripoint((mali, niger, gazetteer.country("GHA")), ground) is None
