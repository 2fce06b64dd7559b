from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import Point

from gazetteer import Gazetteer, Place
from gazetteer.coasts import coast, off_by, shoreline, territorial
from gazetteer.expressions import Side
from gazetteer.frames import normal
from gazetteer.geometry import geodesic_km, is_area
from gazetteer.ground import Ground


@settings(deadline=None, max_examples=60)
@given(data=st.data(), side=st.sampled_from([None, *Side]), seed=st.integers(0, 999))
def test_water_off_any_country_lies_in_none(
    ground: Ground, countries: tuple[Place, ...], data: st.DataObject, side: Side | None, seed: int
) -> None:
    coastal = [place for place in countries if (shore := shoreline(place, ground)) is not None and not shore.is_empty]
    place = data.draw(st.sampled_from(coastal))
    shape = coast(place, side, ground, offshore=True)
    assert shape is not None
    assert shape.geometry is not None
    if not is_area(shape.geometry):
        return  # narrower than the coarse coast: a lagoon
    rim = shape.geometry.boundary.interpolate(seed / 999, normalized=True)
    inner = shape.geometry.representative_point()
    for point in (Point(shape.lon, shape.lat), inner, rim):
        assert ground.country_at(point.y, normal(point.x)) is None


def test_the_landlocked_have_no_coast(gazetteer: Gazetteer, ground: Ground) -> None:
    for code in ("MLI", "AFG", "CHE", "ETH", "LAO"):
        assert coast(gazetteer.country(code), None, ground, offshore=True) is None


@pytest.mark.parametrize(
    ("code", "side", "towns"),
    [
        ("LBY", Side.EAST, ((32.1, 20.1), (32.9, 13.2))),  # Benghazi, Tripoli
        ("TWN", Side.EAST, ((23.98, 121.62), (24.2, 120.5))),  # Hualien, Taichung
        ("ESP", Side.NORTH, ((43.5, -5.7), (36.7, -4.4))),  # Gijon, Malaga
    ],
)
def test_a_coast_has_sides(
    gazetteer: Gazetteer,
    ground: Ground,
    code: str,
    side: Side,
    towns: tuple[tuple[float, float], tuple[float, float]],
) -> None:
    """The first town lies on that coast, the second does not."""
    holds, lacks = towns
    shape = coast(gazetteer.country(code), side, ground, offshore=False)
    assert shape is not None
    assert shape.geometry is not None
    assert shape.geometry.distance(Point(holds[1], holds[0])) < 0.2
    assert shape.geometry.distance(Point(lacks[1], lacks[0])) > 0.5


@pytest.mark.parametrize(
    ("code", "sea", "towns"),
    [
        ("RUS", "Black Sea", ((43.6, 39.7), (59.9, 29.8))),  # Sochi, not the Baltic
        ("TUR", "Black Sea", ((41.3, 36.3), (36.9, 30.7))),  # Samsun, not Antalya
        ("YEM", "Red Sea", ((14.8, 42.95), (12.8, 45.0))),  # Hodeidah, not Aden
        ("FRA", "Mediterranean", ((43.3, 5.3), (48.4, -4.5))),  # Marseille, not Brest
    ],
)
def test_a_coast_lies_on_a_sea(
    gazetteer: Gazetteer,
    ground: Ground,
    code: str,
    sea: str,
    towns: tuple[tuple[float, float], tuple[float, float]],
) -> None:
    """The first town lies on that coast, the second does not."""
    holds, lacks = towns
    water = gazetteer.resolve(sea).best
    assert water is not None
    shape = coast(gazetteer.country(code), None, ground, offshore=False, sea=water.place)
    assert shape is not None
    assert shape.geometry is not None
    assert shape.geometry.distance(Point(holds[1], holds[0])) < 0.3
    assert shape.geometry.distance(Point(lacks[1], lacks[0])) > 1.0


def test_water_so_far_off_a_town(gazetteer: Gazetteer, ground: Ground) -> None:
    town = gazetteer.resolve("Hodeidah").best
    assert town is not None
    shape = off_by(town.place, 55.56, 1.0, ground)
    assert shape is not None
    assert shape.geometry is not None
    assert shape.geometry.contains(Point(shape.lon, shape.lat))
    assert ground.country_at(shape.lat, shape.lon) is None
    away = geodesic_km((town.place.lat, town.place.lon), (shape.lat, shape.lon))
    assert 50.0 < away < 60.0 + town.place.radius_km


def test_there_is_no_water_off_an_inland_town(gazetteer: Gazetteer, ground: Ground) -> None:
    town = gazetteer.resolve("Bamako").best
    assert town is not None
    assert off_by(town.place, 5.0, 1.0, ground) is None
    assert coast(town.place, None, ground, offshore=True) is None


def test_territorial_waters_reach_as_far_as_they_do(gazetteer: Gazetteer, ground: Ground) -> None:
    estonia = gazetteer.country("EST")
    shape = territorial(estonia, 22.224, ground)
    land = ground.outline(estonia)
    assert shape is not None
    assert shape.geometry is not None
    assert land is not None
    assert shape.geometry.contains(Point(24.7, 59.6))  # off Tallinn
    assert not shape.geometry.contains(Point(24.7, 59.9))  # farther out
    assert territorial(gazetteer.country("NER"), 22.224, ground) is None


def test_the_coast_of_a_province(gazetteer: Gazetteer, ground: Ground) -> None:
    odesa = gazetteer.resolve("Odesa Oblast").best
    assert odesa is not None
    shape = coast(odesa.place, None, ground, offshore=False)
    assert shape is not None
    assert shape.geometry is not None
    assert shape.geometry.distance(Point(30.7, 46.4)) < 0.2  # Odesa
    assert shape.geometry.distance(Point(29.5, 48.0)) > 0.8  # the inland border in the north
