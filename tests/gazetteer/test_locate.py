"""Expressions to shapes, on the real outlines."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import Point

from gazetteer import Context, Gazetteer, Kind, Place
from gazetteer.expressions import (
    Airspace,
    Bank,
    Border,
    Borderland,
    Coast,
    Expression,
    Hand,
    Inside,
    Mouth,
    Named,
    Near,
    Offset,
    Part,
    Side,
    Waters,
)
from gazetteer.geometry import geodesic_km


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


@pytest.mark.parametrize(
    ("query", "point", "within_km", "named"),
    [
        ("some 15 miles south-east of the city of Gao", (16.12, 0.12), 5, "24 km south-east of Gao"),
        ("roughly 300 metres from the Belarusian border", None, 0, "300 m from border of Belarus"),
        ("30 nautical miles off Hodeidah", (14.75, 42.4), 15, "56 km off Hodeidah"),
        ("20 km inside Syria", (36.55, 38.8), 80, "20 km inside Syria"),
        ("halfway between Kherson and Mykolaiv", (46.81, 32.3), 5, "halfway between Kherson and Mykolaiv"),
        ("between Kherson, Mykolaiv and Odesa", (46.7, 31.8), 20, "between Kherson, Mykolaiv and Odesa"),
        ("the Kherson–Mykolaiv highway", (46.81, 32.3), 5, "between Kherson and Mykolaiv"),
        ("north of the Litani", (33.45, 35.4), 40, "north of Litani River"),
        ("east of the Euphrates", (35.3, 40.9), 120, "east of Euphrates"),
        ("five miles east of the town of Sinjar", (36.32, 41.97), 8, "8.0 km east of Sinjar"),
        ("south-western Donetsk region", (47.6, 37.4), 60, "south-western Donetsk Oblast"),
        ("the eastern outskirts of Aleppo", (36.2, 37.27), 12, "eastern Aleppo"),
        ("Kherson's left bank", (46.5, 33.7), 60, "left bank of Kherson Oblast"),
        ("the mouth of the Danube", (45.2, 29.7), 30, "mouth of Danube"),
        (
            "the tri-border area of Mali, Niger and Burkina Faso",
            (14.99, 0.22),
            15,
            "where Mali, Niger and Burkina Faso meet",
        ),
        (
            "the Syrian side of the Turkish border",
            (36.6, 38.8),
            80,
            "land along the border of Syria and Turkey, in Syria",
        ),
        ("both sides of the Syrian-Turkish border", (36.69, 38.8), 80, "land along the border of Syria and Turkey"),
        ("Russia's border with Ukraine and Belarus", (52.1, 31.8), 30, None),
        ("Libya's eastern coast", (32.6, 22.8), 80, "eastern coast of Libya"),
        ("Bulgaria's Black Sea coast", (42.9, 27.9), 60, "Black Sea coast of Bulgaria"),
        ("Estonian territorial waters", None, 0, "waters of Estonia"),
        ("Polish airspace", (52.0, 19.5), 30, "airspace of Poland"),
        ("a base near Gao, in northern Mali", (16.27, -0.04), 5, "near Gao"),
        ("a village in the Bakhmut district, 10 km west of Sloviansk", (48.85, 37.46), 5, "10 km west of Sloviansk"),
        ("Iraq's western province of Anbar", (32.97, 41.6), 60, None),
        ("southern Gaza's Khan Younis", (31.34, 34.3), 5, None),
        ("the Lebanese city of Tripoli", (34.44, 35.85), 10, "Tripoli"),
        ("north and south Togo", None, 0, "northern Togo and southern Togo"),
        ("off the coast of Fiji", (-17.0, 179.0), 150, "off the coast of Fiji"),
        ("eastern Russia", (62.5, 140.0), 500, "eastern Russia"),
        ("between Fiji and Samoa", (-16.0, -176.5), 200, "between Fiji and Samoa"),
    ],
)
def test_relations_of_reports(
    gazetteer: Gazetteer, query: str, point: tuple[float, float] | None, within_km: float, named: str | None
) -> None:
    answer = gazetteer.locate(query)
    assert answer.best is not None
    place = answer.best.place
    if point is not None:
        assert geodesic_km((place.lat, place.lon), point) <= within_km
    if named is not None:
        assert place.name == named
    assert -180.0 <= place.lon <= 180.0
    assert place.radius_km >= 1.0


@pytest.mark.parametrize(
    ("query", "journey", "name"),
    [
        ("an hour's drive from Maiduguri", "an hour's drive", "Maiduguri"),
        ("a two-hour drive north of Goma", "a two-hour drive", "Goma"),
        ("a day's march from Timbuktu", "a day's march", "Timbuktu"),
    ],
)
def test_a_journey_is_no_distance(gazetteer: Gazetteer, query: str, journey: str, name: str) -> None:
    answer = gazetteer.locate(query)
    assert answer.best is None
    assert answer.why[0] == f'"{journey}" is a time and no distance; the place lies somewhere around {name}'
    assert [candidate.place.name for candidate in answer.alternatives] == [name]


def test_an_area_told_with_a_place_decides_which_is_meant(gazetteer: Gazetteer) -> None:
    assert gazetteer.locate("a base near Tripoli, in northern Lebanon").best.place.country == "LBN"  # type: ignore[union-attr]
    answer = gazetteer.locate("a base near Gao, in eastern Ukraine")
    assert answer.why[0] == "it does not lie in eastern Ukraine as told"


def test_what_is_not_known_is_told(gazetteer: Gazetteer) -> None:
    for query, why in (
        ("off Bamako", "no coast is known of Bamako; taken as near it"),
        ("Goma's left bank", "no line of the river tells where its left bank is; taken as near Goma"),
        ("the mouth of the Euphrates", "no line tells where Euphrates ends"),
        ("the tri-border area of Mali, Niger and Ghana", "the three do not meet; taken as between them"),
    ):
        assert gazetteer.locate(query).why[0] == why


EXPRESSIONS: tuple[Callable[[Expression, Side], Expression], ...] = (
    Part,
    lambda place, side: Border(place, None, side),
    lambda place, side: Border(place, None, side, across=True),
    Coast,
    lambda place, side: Coast(place, side, offshore=True),
    lambda place, side: Offset(place, side, None),
    lambda place, side: Offset(place, side, 50.0),
    lambda place, side: Offset(Border(place), side, 10.0),
    lambda place, side: Offset(Border(place), side, None),
    lambda place, _: Offset(Border(place), None, 10.0),
    lambda place, _: Offset(Coast(place, None, offshore=True), None, 30.0),
    lambda place, side: Part(Part(place, side), Side.EAST),
    lambda place, side: Near(Border(place, None, side)),
    Bank,
    lambda place, _: Bank(place, Hand.LEFT),
    lambda place, _: Borderland(Border(place), place),
    lambda place, _: Borderland(Border(place)),
    lambda place, _: Inside(place, 20.0),
    lambda place, _: Inside(place, None),
    lambda place, _: Waters(place, 22.224),
    lambda place, _: Airspace(place),
    lambda place, _: Mouth(place),
    lambda place, _: Near(place),
)


@settings(deadline=None, max_examples=150)
@given(data=st.data(), side=st.sampled_from(Side), make=st.sampled_from(EXPRESSIONS))
def test_every_country_and_side_gives_a_sane_place(
    gazetteer: Gazetteer,
    countries: tuple[Place, ...],
    data: st.DataObject,
    side: Side,
    make: Callable[[Expression, Side], Expression],
) -> None:
    country = data.draw(st.sampled_from(countries))
    answer = gazetteer.resolve_expression(make(Named(country.name, Kind.COUNTRY), side))
    assert answer.best is not None
    place = answer.best.place
    assert -90.0 <= place.lat <= 90.0
    assert -180.0 <= place.lon <= 180.0
    assert 1.0 <= place.radius_km < 10_000.0
    if answer.geometry is not None:
        west, south, east, north = answer.geometry.bounds
        assert -180.0 <= west <= east <= 180.0
        assert -90.0 <= south <= north <= 90.0
