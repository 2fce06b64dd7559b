"""Contested land in the built gazetteer: who holds and claims it, where it lies, whose each view draws it."""

from __future__ import annotations

import pytest
import shapely
from shapely.geometry import Point

from gazetteer import AreaKind, BBox, ContestedArea, Gazetteer, Standing, UnknownView

WORLD = BBox(-180.0, -90.0, 180.0, 90.0)


def _area(gazetteer: Gazetteer, slug: str, on: str | None = None) -> ContestedArea:
    return next(area for area in gazetteer.contested_in(WORLD, on) if area.slug == slug)


@pytest.mark.parametrize(
    ("lat", "lon", "facts"),
    [
        (44.6, 33.53, ("crimea", ("RUS",), ("RUS", "UKR"), "UKR", "occupied")),  # Sevastopol
        (46.75, 33.37, ("kherson", ("RUS", "UKR"), ("RUS", "UKR"), "UKR", "occupied")),  # Nova Kakhovka
        (42.66, 21.17, ("kosovo", ("XKX",), ("SRB", "XKX"), None, "disputed")),
        (32.99, 35.69, ("golan-heights", ("ISR",), ("ISR", "SYR"), "SYR", "occupied")),  # Katzrin
        (31.79, 35.24, ("east-jerusalem", ("ISR",), ("ISR", "PSE"), "PSE", "occupied")),
        (35.2, 79.3, ("aksai-chin", ("CHN",), ("CHN", "IND"), None, "disputed")),
        (34.16, 77.58, ("jammu-kashmir", ("IND",), ("IND", "PAK"), None, "disputed")),  # Leh
        (34.37, 73.47, ("azad-kashmir", ("PAK",), ("IND", "PAK"), None, "disputed")),  # Muzaffarabad
        (35.92, 74.31, ("gilgit-baltistan", ("PAK",), ("IND", "PAK"), None, "disputed")),
        (27.58, 91.87, ("arunachal-pradesh", ("IND",), ("CHN", "IND"), None, "disputed")),  # Tawang
        (25.03, 121.5, ("taiwan", ("TWN",), ("CHN", "TWN"), None, "disputed")),
        (44.1, 145.9, ("southern-kurils", ("RUS",), ("JPN", "RUS"), None, "disputed")),
        (6.0, -59.5, ("essequibo", ("GUY",), ("GUY", "VEN"), None, "disputed")),
        (-51.75, -58.3, ("falklands", ("GBR",), ("ARG", "GBR"), None, "disputed")),
        (9.7, 28.4, ("abyei", ("the UN force in Abyei",), ("SDN", "SSD"), None, "disputed")),
        (22.2, 36.4, ("halaib", ("EGY",), ("EGY", "SDN"), None, "disputed")),
        (
            42.23,
            43.97,
            (
                "south-ossetia",
                ("the South Ossetian authorities",),
                ("GEO", "the South Ossetian authorities"),
                "GEO",
                "breakaway",
            ),
        ),
        (
            46.84,
            29.6,
            (
                "transnistria",
                ("the Transnistrian authorities",),
                ("MDA", "the Transnistrian authorities"),
                "MDA",
                "breakaway",
            ),
        ),  # Tiraspol
        (
            27.1,
            -13.15,
            ("western-sahara-west", ("MAR",), ("MAR", "the Sahrawi Arab Democratic Republic"), "ESH", "occupied"),
        ),  # Laayoune
        (
            26.16,
            -10.57,
            (
                "western-sahara-east",
                ("the Polisario Front",),
                ("MAR", "the Sahrawi Arab Democratic Republic"),
                "ESH",
                "disputed",
            ),
        ),  # Tifariti
        (21.87, 33.73, ("bir-tawil", (), (), None, "unclaimed")),
    ],
)
def test_who_holds_and_who_claims_it(
    gazetteer: Gazetteer, lat: float, lon: float, facts: tuple[str, tuple[str, ...], tuple[str, ...], str | None, str]
) -> None:
    (area,) = [each for each in gazetteer.contested_in(BBox(lon, lat, lon, lat)) if _holds(each, lat, lon)]
    assert (area.slug, area.administered_by, area.claimed_by, area.recognised_as, area.status) == facts
    assert bool(area.undecided) is (area.recognised_as is None)


def _holds(area: ContestedArea, lat: float, lon: float) -> bool:
    return area.kind is AreaKind.LAND and area.geometry.contains(Point(lon, lat))


@pytest.mark.parametrize(
    ("slug", "lat", "lon"),
    [
        ("crimea", 46.4, 33.5),  # Kherson oblast
        ("donetsk", 48.46, 35.05),  # Dnipro
        ("golan-heights", 32.8, 35.53),  # Tiberias
        ("aksai-chin", 33.5, 81.0),
        ("arunachal-pradesh", 26.15, 91.74),  # Guwahati
        ("transnistria", 47.01, 28.86),  # Chisinau
        ("south-ossetia", 41.98, 44.11),  # Gori
        ("east-jerusalem", 31.78, 35.2),  # the west of the city
        ("essequibo", 6.8, -58.15),  # Georgetown
        ("southern-kurils", 46.0, 150.5),  # Urup
        ("nagorno-karabakh", 40.68, 46.36),  # Ganja
    ],
)
def test_what_lies_outside(gazetteer: Gazetteer, slug: str, lat: float, lon: float) -> None:
    assert not _holds(_area(gazetteer, slug, "2022-12-01"), lat, lon)


@pytest.mark.parametrize(
    ("where", "lat", "lon", "drawn"),
    [
        ("Simferopol", 44.95, 34.1, {"un": "UKR", "UKR": "UKR", "RUS": "RUS", "de-facto": "RUS", "IND": "UKR"}),
        ("Donetsk", 48.0, 37.8, {"un": "UKR", "RUS": "RUS", "de-facto": "UKR"}),  # no front line is known
        ("Aksai Chin", 35.2, 79.3, {"un": "CHN", "CHN": "CHN", "IND": "IND", "PAK": "CHN", "de-facto": "CHN"}),
        ("Srinagar", 34.08, 74.8, {"un": "IND", "IND": "IND", "PAK": "PAK", "CHN": "IND"}),
        ("Gilgit", 35.92, 74.31, {"un": "PAK", "IND": "IND", "PAK": "PAK"}),
        ("Tawang", 27.58, 91.87, {"un": "IND", "CHN": "CHN", "IND": "IND"}),
        ("Lipulekh", 30.22, 80.97, {"un": "IND", "NPL": "NPL", "IND": "IND"}),
        ("Laayoune", 27.1, -13.15, {"un": "ESH", "MAR": "MAR", "USA": "MAR", "de-facto": "MAR"}),
        ("Tifariti", 26.16, -10.57, {"un": "ESH", "MAR": "MAR", "de-facto": None}),
        ("Katzrin", 32.99, 35.69, {"un": "SYR", "SYR": "SYR", "ISR": "ISR", "USA": "ISR", "de-facto": "ISR"}),
        ("Shebaa Farms", 33.29, 35.71, {"un": "SYR", "LBN": "LBN", "ISR": "ISR"}),
        ("Old City", 31.79, 35.24, {"un": "PSE", "PSE": "PSE", "ISR": "ISR", "de-facto": "ISR"}),
        ("Nablus", 32.22, 35.26, {"un": "PSE", "ISR": "PSE", "de-facto": "PSE"}),
        ("Taipei", 25.03, 121.5, {"un": "TWN", "CHN": "CHN", "RUS": "CHN", "TWN": "TWN", "de-facto": "TWN"}),
        ("Kinmen", 24.45, 118.38, {"un": "TWN", "CHN": "CHN"}),
        ("Pristina", 42.66, 21.17, {"un": "XKX", "SRB": "SRB", "RUS": "SRB", "TUR": "XKX"}),
        ("Kyrenia", 35.33, 33.32, {"un": "CYP", "CYP": "CYP", "TUR": None, "de-facto": None}),
        ("Sukhumi", 43.0, 41.02, {"un": "GEO", "GEO": "GEO", "RUS": None, "de-facto": None}),
        ("Tiraspol", 46.84, 29.6, {"un": "MDA", "RUS": "MDA", "de-facto": None}),
        ("Hargeisa", 9.56, 44.06, {"un": "SOM", "de-facto": None}),
        ("Yuzhno-Kurilsk", 44.03, 145.86, {"un": "RUS", "JPN": "JPN", "RUS": "RUS"}),
        ("Stanley", -51.69, -57.86, {"un": "FLK", "GBR": "FLK", "ARG": "ARG", "de-facto": "FLK"}),
        ("Diego Garcia", -7.31, 72.41, {"un": "MUS", "GBR": "IOT", "MUS": "MUS"}),
        ("Guantanamo", 19.935, -75.2, {"un": "CUB", "de-facto": "USA"}),
        ("Hala'ib", 22.22, 36.6, {"un": "EGY", "SDN": "SDN", "EGY": "EGY"}),
        ("Bir Tawil", 21.87, 33.73, {"un": None, "EGY": "SDN", "SDN": "EGY"}),
        ("Senkaku", 25.745, 123.475, {"un": "JPN", "CHN": "CHN", "JPN": "JPN"}),
        ("Dokdo", 37.242, 131.866, {"un": "KOR", "JPN": "JPN"}),
        ("Woody Island", 16.835, 112.34, {"un": None, "CHN": "CHN", "VNM": "VNM", "de-facto": "CHN"}),
        ("Warsaw", 52.23, 21.01, {"un": "POL", "RUS": "POL", "de-facto": "POL"}),
        ("the Black Sea", 43.0, 33.0, {"un": None, "RUS": None}),
    ],
)
def test_whose_a_point_is(
    gazetteer: Gazetteer, where: str, lat: float, lon: float, drawn: dict[str, str | None]
) -> None:
    assert {view: gazetteer.country_at(lat, lon, view) for view in drawn} == drawn, where


def test_a_dispute_has_its_time(gazetteer: Gazetteer) -> None:
    """Nagorno-Karabakh until 2023, the claim to Kherson from 2022 on: an article is drawn as of its own day."""
    stepanakert = BBox(46.75, 39.82, 46.75, 39.82)
    assert [area.slug for area in gazetteer.contested_in(stepanakert)] == []
    assert [area.slug for area in gazetteer.contested_in(stepanakert, "2020-10-01")] == ["nagorno-karabakh"]
    assert gazetteer.country_at(39.82, 46.75, "de-facto", "2020-10-01") is None
    assert gazetteer.country_at(39.82, 46.75, "de-facto", "2024-02-01") == "AZE"
    assert gazetteer.country_at(44.95, 34.1, "RUS", "2013-05-01") == "UKR"
    kherson = BBox(32.6, 46.6, 32.7, 46.7)
    assert [area.slug for area in gazetteer.contested_in(kherson, "2022-02-04")] == []
    assert [area.slug for area in gazetteer.contested_in(kherson, "2022-02-24")] == ["kherson"]
    assert _area(gazetteer, "hans-island", "2010").status is Standing.SETTLED


def test_only_what_meets_the_box_is_found(gazetteer: Gazetteer) -> None:
    found = [area.slug for area in gazetteer.contested_in(BBox(32.0, 44.0, 36.0, 46.0))]
    assert found == ["crimea", "kherson"]
    assert [area.slug for area in gazetteer.contested_in(BBox(123.4, 25.7, 123.5, 25.8))] == ["senkaku"]
    assert gazetteer.contested_in(BBox(2.0, 48.0, 3.0, 49.0)) == ()


@pytest.mark.parametrize("view", ["un", "de-facto", "RUS", "IND", "ISR", "MAR", "CHN", "ARG"])
def test_the_pieces_of_the_ground_meet_vertex_by_vertex(gazetteer: Gazetteer, view: str) -> None:
    shapes = [tract.geometry for tract in gazetteer.tracts_in(WORLD, view)]
    assert len(shapes) == 289
    assert shapely.coverage_is_valid(shapes)
    assert all(shapely.is_valid(shapes))


def test_an_area_lies_in_the_countries_that_the_source_draws_there(gazetteer: Gazetteer) -> None:
    """What is cut out and what is left make up the outline of the country again."""
    ukraine, crimea = gazetteer.outline("country:UKR"), _area(gazetteer, "crimea").geometry
    assert ukraine is not None
    assert crimea.difference(ukraine).area == pytest.approx(0.0, abs=1e-9)
    mine = [t.geometry for t in gazetteer.tracts_in(WORLD) if t.place and t.place.country == "UKR"]
    assert shapely.union_all(mine).symmetric_difference(ukraine).area == pytest.approx(0.0, abs=1e-9)


def test_every_area_of_land_has_its_place_in_the_ground(gazetteer: Gazetteer) -> None:
    named = {tract.area.slug for tract in gazetteer.tracts_in(WORLD) if tract.area}
    land = {area.slug for area in gazetteer.contested_in(WORLD) if area.kind is AreaKind.LAND}
    assert named == land
    assert len(land) == 53


@pytest.mark.parametrize(
    ("view", "russia", "ukraine", "apart"),
    [
        ("un", False, True, []),
        ("UKR", False, True, []),
        ("RUS", True, False, ["Abkhazia"]),
        ("de-facto", True, False, ["Abkhazia"]),
    ],
)
def test_outlines_from_a_viewpoint(
    gazetteer: Gazetteer, view: str, russia: bool, ukraine: bool, apart: list[str]
) -> None:
    found = gazetteer.countries_in(BBox(33.0, 43.0, 41.0, 46.0), view)
    by_code = {item.place.country: item.geometry for item in found if item.place}
    simferopol = Point(34.1, 44.95)
    assert (by_code["RUS"].contains(simferopol), by_code["UKR"].contains(simferopol)) == (russia, ukraine)
    assert [item.name for item in found if item.place is None] == apart
    assert by_code["UKR"].contains(Point(30.52, 50.45))  # whole, not what lies in the box
    assert all(item.geometry.is_valid for item in found)


def test_a_country_that_is_only_drawn_there_is_found(gazetteer: Gazetteer) -> None:
    """Mauritius is far from the Chagos Archipelago; the box holds none of its own land."""
    found = gazetteer.countries_in(BBox(72.3, -7.5, 72.5, -7.2))
    drawn = [item for item in found if item.geometry.contains(Point(72.41, -7.31))]
    assert [item.place.country for item in drawn if item.place] == ["MUS"]
    assert drawn[0].geometry.contains(Point(57.5, -20.3))


def test_what_nothing_moves_is_the_outline_of_the_source(gazetteer: Gazetteer) -> None:
    found = {item.name: item for item in gazetteer.countries_in(BBox(30.0, 49.0, 31.0, 51.0))}
    ukraine = gazetteer.outline("country:UKR")
    assert ukraine is not None
    assert found["Ukraine"].geometry.equals(ukraine)
    assert shapely.get_num_coordinates(found["Ukraine"].geometry) == shapely.get_num_coordinates(ukraine)


def test_views_are_known_by_their_codes(gazetteer: Gazetteer) -> None:
    codes = [view.code for view in gazetteer.views()]
    assert codes[:2] == ["un", "de-facto"]
    assert {"CHN", "IND", "PAK", "RUS", "UKR", "ISR", "PSE", "MAR", "TUR", "ARG", "GBR", "JPN", "SRB", "GEO"} <= set(
        codes
    )
    assert gazetteer.view("ind").whose == "India"
    with pytest.raises(UnknownView, match=r"no view XYZ of boundaries; there are un, de-facto, ARE, ARG"):
        gazetteer.countries_in(BBox(0, 0, 1, 1), "XYZ")
    with pytest.raises(ValueError, match="no view Atlantis"):
        gazetteer.country_at(0, 0, "Atlantis")


def test_lines_and_words(gazetteer: Gazetteer) -> None:
    line = _area(gazetteer, "korean-dmz")
    assert (line.kind, line.between, line.views) == (AreaKind.LINE, ("KOR", "PRK"), ())
    assert line.geometry.distance(Point(126.68, 37.96)) < 0.1  # Panmunjom
    green = _area(gazetteer, "cyprus-buffer-zone")
    assert green.geometry.distance(Point(33.36, 35.18)) < 0.05  # Nicosia
    assert _area(gazetteer, "antarctica").kind is AreaKind.TEXT
    assert _area(gazetteer, "spratlys").geometry.geom_type == "MultiPoint"
