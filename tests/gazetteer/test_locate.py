"""Expressions to shapes, on the real outlines."""

from __future__ import annotations

import pytest
from geopy.distance import geodesic
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Point

from gazetteer import Context, Gazetteer, Kind
from gazetteer.bands import circle
from gazetteer.expressions import Named, Part, Side
from gazetteer.geometry import Shape, destination, geodesic_km, mainland
from gazetteer.shapes import offset


@pytest.mark.parametrize(
    ("query", "point", "within_km", "country_and_kind"),
    [
        ("50 km north of Kyiv", (50.904, 30.524), 1, ("UKR", Kind.REGION)),
        ("northern Syria", (36.2, 39.0), 100, ("SYR", Kind.COUNTRY)),
        ("eastern Congo", (-1.5, 28.5), 500, ("COD", Kind.REGION)),
        ("southern Lebanon", (33.25, 35.35), 60, ("LBN", Kind.REGION)),
        ("northern Norway", (69.0, 19.5), 450, ("NOR", Kind.REGION)),
        ("Armenia's north-west", (40.8, 44.0), 100, ("ARM", Kind.COUNTRY)),
        ("Ukraine's northern border", (51.5, 28.5), 500, ("UKR", Kind.CROSSING)),
        ("Mexico's northern border", (30.0, -106.0), 300, ("MEX", Kind.CROSSING)),
        ("the Polish-Belarusian border", (52.6, 23.6), 60, (None, Kind.CROSSING)),
        ("the border between Chad and Sudan", (15.1, 22.9), 100, (None, Kind.CROSSING)),
        ("near Goma", (-1.67, 29.22), 10, ("COD", Kind.CITY)),
        ("between Kherson and Mykolaiv", (46.81, 32.3), 10, ("UKR", Kind.REGION)),
        ("between Japan and China", (36.0, 127.5), 500, (None, Kind.REGION)),
        ("off the coast of Libya", (31.0, 18.2), 150, ("LBY", Kind.WATER)),
        ("off Mejillones", (-23.1, -70.55), 25, ("CHL", Kind.WATER)),
        ("Taiwan's east coast", (23.6, 121.5), 80, ("TWN", Kind.REGION)),
        ("west of Saraqib", (35.86, 36.66), 10, ("SYR", Kind.REGION)),
        ("across the border from eastern Ukraine", (49.2, 40.0), 300, ("RUS", Kind.REGION)),
    ],
)
def test_where_an_expression_lies(
    gazetteer: Gazetteer,
    query: str,
    point: tuple[float, float],
    within_km: float,
    country_and_kind: tuple[str | None, Kind],
) -> None:
    best = gazetteer.locate(query).best
    assert best is not None
    assert geodesic_km((best.place.lat, best.place.lon), point) <= within_km
    assert (best.place.country, best.place.kind) == country_and_kind


def test_ids_and_names_are_readable(gazetteer: Gazetteer) -> None:
    places = [
        answer.best.place
        for query in (
            "northern Syria",
            "50 km north of Kyiv",
            "the Polish-Belarusian border",
            "Ukraine's northern border",
        )
        if (answer := gazetteer.locate(query)).best
    ]
    assert [(place.id, place.name) for place in places] == [
        ("part:north:country:SYR", "northern Syria"),
        ("offset:50kmnorth:geonames:703448", "50 km north of Kyiv"),
        ("border:country:POL+country:BLR", "border of Poland and Belarus"),
        ("border:north:country:UKR", "northern border of Ukraine"),
    ]


def test_an_expression_is_surer_of_nothing_than_its_name(gazetteer: Gazetteer) -> None:
    assert 0 < gazetteer.locate("near Goma").confidence < gazetteer.locate("Goma").confidence


def test_an_unknown_name_inside(gazetteer: Gazetteer) -> None:
    answer = gazetteer.locate("50 km north of Xyzzyville")
    assert answer.best is None
    assert answer.why == ('no place in the gazetteer is called "Xyzzyville"',)


def test_a_missing_antecedent(gazetteer: Gazetteer) -> None:
    assert gazetteer.locate("the country's east").why == (
        '"the country\'s east" says a side of something that it does not name',
    )


def test_the_article_tells_which_stretch_of_a_border(gazetteer: Gazetteer) -> None:
    def stretch(code: str) -> tuple[float, float]:
        best = gazetteer.locate("Poland's border", Context(countries=((code, 1.0),))).best
        assert best is not None
        return best.place.lat, best.place.lon

    assert geodesic_km(stretch("UKR"), (50.8, 23.7)) < 100
    assert geodesic_km(stretch("DEU"), (52.5, 14.7)) < 150


def test_places_without_a_common_border(gazetteer: Gazetteer) -> None:
    answer = gazetteer.locate("the border between Poland and Romania")
    assert answer.best is not None
    assert answer.why[0] == "Poland and Romania share no border here; taken as between them"


def test_the_northern_border_is_no_coast(gazetteer: Gazetteer) -> None:
    line = gazetteer.locate("Ukraine's northern border").geometry
    assert line is not None
    belarus = gazetteer.outline("country:BLR")
    assert belarus is not None
    assert line.distance(Point(30.7, 46.5)) > 4.0  # Odesa
    assert line.intersection(belarus.boundary).length > 0.5 * line.length


@pytest.mark.parametrize("code", ["SYR", "UKR", "MLI", "COD", "NOR", "USA", "PHL"])
@given(side=st.sampled_from(Side))
def test_a_part_lies_in_its_whole_on_its_side(gazetteer: Gazetteer, code: str, side: Side) -> None:
    answer = gazetteer.resolve_expression(Part(Named(gazetteer.country(code).name), side))
    outline = gazetteer.outline(f"country:{code}")
    assert answer.geometry is not None
    assert answer.best is not None
    assert outline is not None
    assert answer.geometry.difference(outline.buffer(1e-6)).area == pytest.approx(0.0, abs=1e-6)
    assert answer.geometry.contains(Point(answer.best.place.lon, answer.best.place.lat).buffer(1e-9))
    land = mainland(outline)
    assert answer.geometry.area / land.area == pytest.approx(1 / 3, abs=0.03)
    dx = answer.geometry.centroid.x - land.centroid.x
    dy = answer.geometry.centroid.y - land.centroid.y
    if side in (Side.NORTH, Side.SOUTH):
        assert (dy > 0) is (side is Side.NORTH)
    if side in (Side.EAST, Side.WEST):
        assert (dx > 0) is (side is Side.EAST)


@given(
    lat=st.floats(-70, 70),
    lon=st.floats(-179, 179),
    side=st.sampled_from([side for side in Side if side.bearing is not None]),
    km=st.floats(1, 500),
)
def test_an_offset_is_as_far_away_as_it_says(lat: float, lon: float, side: Side, km: float) -> None:
    shape = offset(Shape(lat, lon, 5.0), side, km)
    assert geodesic((lat, lon), (shape.lat, shape.lon)).km == pytest.approx(km, abs=0.02)  # four decimals of a degree
    assert shape.radius_km >= 0.18 * km - 0.1


@given(lat=st.floats(-70, 70), lon=st.floats(-170, 170), km=st.floats(1, 100))
def test_a_disc_is_round_on_the_ground(lat: float, lon: float, km: float) -> None:
    disc = circle(lat, lon, km)
    west, south, east, north = disc.bounds
    assert geodesic_km((lat, west), (lat, east)) == pytest.approx(2 * km, rel=0.02)
    assert geodesic_km((south, lon), (north, lon)) == pytest.approx(2 * km, rel=0.02)


def test_destination_follows_the_geodesic() -> None:
    assert destination(50.4547, 30.5238, 0.0, 50.0) == (50.9042, 30.5238)


def test_the_main_land_leaves_out_what_lies_oceans_away(gazetteer: Gazetteer) -> None:
    for code, outside, inside in (
        ("USA", Point(-150, 64), Point(-100, 40)),  # Alaska
        ("FRA", Point(-53, 4), Point(9.1, 42.1)),  # Guiana is out, Corsica is in
        ("RUS", Point(20.5, 54.7), Point(40, 56)),  # Kaliningrad
    ):
        outline = gazetteer.outline(f"country:{code}")
        assert outline is not None
        land = mainland(outline)
        assert outline.contains(outside)
        assert not land.contains(outside)
        assert land.contains(inside)
