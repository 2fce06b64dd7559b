"""Who is drawn where: the boundaries that the map shows."""

from __future__ import annotations

import pytest
from shapely.geometry import Point

from gazetteer import BBox, Gazetteer


def _at(gazetteer: Gazetteer, lat: float, lon: float) -> list[str]:
    box = BBox(lon, lat, lon, lat)
    return [item.name for item in gazetteer.countries_in(box) if item.geometry.contains(Point(lon, lat))]


@pytest.mark.parametrize(
    ("where", "lat", "lon", "drawn"),
    [
        ("Simferopol", 44.95, 34.1, ["Ukraine"]),
        ("Sevastopol", 44.6, 33.53, ["Ukraine"]),
        ("Donetsk", 48.0, 37.8, ["Ukraine"]),
        ("Pristina", 42.66, 21.17, ["Kosovo"]),
        ("Hargeisa", 9.56, 44.06, ["Somalia"]),
        ("Kyrenia", 35.33, 33.32, ["Cyprus"]),
        ("Laayoune", 27.1, -13.2, ["Western Sahara"]),
        ("Gaza", 31.45, 34.4, ["Palestine"]),
        ("Sukhumi", 43.0, 41.02, ["Georgia"]),
        ("Tiraspol", 46.84, 29.6, ["Moldova"]),
        ("Akrotiri", 34.6, 32.97, ["Akrotiri"]),
        ("the Golan, where the source takes no side", 33.0, 35.8, ["Syria"]),
        ("Abyei, whose status is undetermined", 9.7, 28.4, ["Abyei"]),
        ("the Black Sea", 43.0, 33.0, []),
    ],
)
def test_the_country_that_a_point_is_drawn_in(
    gazetteer: Gazetteer, where: str, lat: float, lon: float, drawn: list[str]
) -> None:
    assert _at(gazetteer, lat, lon) == drawn, where


def test_neighbours_share_their_border_exactly(gazetteer: Gazetteer) -> None:
    poland, belarus = gazetteer.outline("country:POL"), gazetteer.outline("country:BLR")
    assert poland is not None
    assert belarus is not None
    assert poland.intersection(belarus).area == pytest.approx(0.0, abs=1e-6)
    assert poland.boundary.intersection(belarus.boundary).length == pytest.approx(3.6, abs=0.2)  # degrees


def test_provinces(gazetteer: Gazetteer) -> None:
    names = {item.name for item in gazetteer.provinces_in(BBox(37.5, 47.9, 38.0, 48.2))}
    assert "Donetsk Oblast" in names
    crimea = next(item for item in gazetteer.provinces_in(BBox(34.0, 45.0, 34.1, 45.1)) if item.place)
    assert crimea.place is not None
    assert (crimea.name, crimea.place.country) == ("Autonomous Republic of Crimea", "UKR")


def test_a_village_has_no_outline(gazetteer: Gazetteer) -> None:
    assert gazetteer.outline("geonames:164816") is None


def test_the_layers_of_the_basemap(gazetteer: Gazetteer) -> None:
    backdrop = {item.place.country: item for item in gazetteer.backdrop() if item.place}
    assert backdrop["UKR"].geometry.buffer(0.3).contains(Point(34.1, 45.1))  # Crimea
    assert not backdrop["RUS"].geometry.contains(Point(34.1, 45.1))
    europe = BBox(20.0, 44.0, 40.0, 56.0)
    assert {item.geometry.geom_type for item in gazetteer.rivers_in(europe)} <= {"LineString", "MultiLineString"}
    lakes = gazetteer.lakes_in(BBox(30.5, 60.3, 33.0, 61.5))
    assert any(item.geometry.contains(Point(31.5, 60.8)) for item in lakes)  # Ladoga
    assert "Syrian claim" in {item.name for item in gazetteer.disputed_lines_in(BBox(35.5, 32.5, 36.0, 33.5))}


def test_the_shape_of_a_region_is_the_union_of_its_members(gazetteer: Gazetteer) -> None:
    donbas = gazetteer.outline("curated:donbas")
    assert donbas is not None
    assert donbas.contains(Point(37.8, 48.0))
    assert donbas.contains(Point(39.3, 48.57))
    assert not donbas.contains(Point(36.23, 49.99))  # Kharkiv


def test_a_sea_is_cut_to_the_coast(gazetteer: Gazetteer) -> None:
    black_sea = gazetteer.outline("curated:black-sea")
    assert black_sea is not None
    assert black_sea.contains(Point(33.0, 43.0))
    assert not black_sea.contains(Point(34.1, 44.95))  # Simferopol


def test_the_backdrops_russia_is_whole(gazetteer: Gazetteer) -> None:
    (russia,) = [outline.geometry for outline in gazetteer.backdrop() if outline.name == "Russia"]
    assert russia.bounds == pytest.approx((-180, 41, 180, 81), abs=1)
    assert russia.contains(Point(100, 70))  # Siberia north of where it was cut off
