"""Bases, lines and crossings that conflict reporting names: where they lie, and that none lies outside its country."""

from __future__ import annotations

import pytest
import shapely
from shapely.geometry import Point
from shapely.ops import nearest_points

from gazetteer import Context, Gazetteer, Kind
from gazetteer.build import curated
from gazetteer.rank import distance_km

BASE, AIRFIELD, CROSSING, LANDFORM = Kind.BASE, Kind.AIRFIELD, Kind.CROSSING, Kind.LANDFORM


# ``where``: latitude, longitude, and how far off (km) the answer may be. The points are aerodrome reference points,
# published co-ordinates of dams and power stations, and the towns beside.
@pytest.mark.parametrize(
    ("name", "kind", "country", "where"),
    [
        ("Starokostiantyniv air base", AIRFIELD, "UKR", (49.748, 27.269, 5)),
        ("Vasylkiv airbase", AIRFIELD, "UKR", (50.233, 30.300, 5)),
        ("Mirgorod airfield", AIRFIELD, "UKR", (49.932, 33.641, 5)),
        ("Yavoriv training ground", BASE, "UKR", (49.99, 23.50, 15)),
        ("Chornobaivka airfield", AIRFIELD, "UKR", (46.676, 32.507, 5)),
        ("Saky air base", AIRFIELD, "UKR", (45.093, 33.595, 5)),
        ("Belbek", AIRFIELD, "UKR", (44.689, 33.571, 5)),
        ("Kirovske airfield", AIRFIELD, "UKR", (45.167, 35.183, 6)),
        ("Kakhovka dam", LANDFORM, "UKR", (46.777, 33.371, 4)),
        ("Antonivskyi Bridge", LANDFORM, "UKR", (46.670, 32.720, 3)),
        ("Engels-2 air base", AIRFIELD, "RUS", (51.481, 46.211, 6)),
        ("Morozovsk airfield", AIRFIELD, "RUS", (48.313, 41.791, 5)),
        ("Shaykovka", AIRFIELD, "RUS", (54.227, 34.372, 6)),
        ("Soltsy airfield", AIRFIELD, "RUS", (58.139, 30.330, 6)),
        ("Millerovo air base", AIRFIELD, "RUS", (48.953, 40.298, 6)),
        ("Olenya airfield", AIRFIELD, "RUS", (68.152, 33.464, 6)),
        ("Kursk nuclear power plant", LANDFORM, "RUS", (51.675, 35.605, 5)),
        ("Molkino", BASE, "RUS", (44.79, 39.22, 8)),
        ("Ziabrauka airfield", AIRFIELD, "BLR", (52.307, 31.163, 6)),
        ("Obuz-Lesnovsky", BASE, "BLR", (53.13, 26.01, 25)),  # Baranavichy beside it
        ("Ramstein Air Base", BASE, "DEU", (49.437, 7.600, 5)),
        ("Camp Bondsteel", BASE, "XKX", (42.365, 21.248, 5)),
        ("Eagle Base", BASE, "BIH", (44.459, 18.725, 5)),
        ("Florennes Air Base", BASE, "BEL", (50.243, 4.646, 5)),
        ("SHAPE", BASE, "BEL", (50.505, 3.975, 5)),
        ("Mezzeh military airport", AIRFIELD, "SYR", (33.478, 36.223, 5)),
        ("Kuweires air base", AIRFIELD, "SYR", (36.187, 37.583, 5)),
        ("Abu al-Duhur air base", AIRFIELD, "SYR", (35.733, 37.102, 6)),
        ("Shayrat", AIRFIELD, "SYR", (34.490, 36.909, 5)),
        ("Tishrin Dam", LANDFORM, "SYR", (36.380, 38.183, 5)),
        ("Ain al-Asad", BASE, "IRQ", (33.786, 42.441, 6)),
        ("Camp Speicher", BASE, "IRQ", (34.673, 43.543, 6)),
        ("Camp Anaconda", BASE, "IRQ", (33.940, 44.362, 6)),
        ("Abu Ghraib prison", BASE, "IRQ", (33.292, 44.065, 5)),
        ("Mosul Dam", LANDFORM, "IRQ", (36.630, 42.823, 5)),
        ("Natanz nuclear facility", LANDFORM, "IRN", (33.724, 51.727, 6)),
        ("Parchin", BASE, "IRN", (35.523, 51.770, 8)),
        ("al-Anad air base", BASE, "YEM", (13.175, 44.766, 6)),
        ("Wadi Seidna air base", BASE, "SDN", (15.814, 32.515, 6)),
        ("Ballidogle", AIRFIELD, "SOM", (2.669, 44.787, 6)),
        ("Kismayo airport", BASE, "SOM", (-0.377, 42.459, 5)),
        ("Tessalit base", BASE, "MLI", (20.243, 0.977, 8)),
        ("Rumangabo", BASE, "COD", (-1.345, 29.365, 6)),
        ("Grand Ethiopian Renaissance Dam", LANDFORM, "ETH", (11.215, 35.093, 5)),
        ("FOB Salerno", BASE, "AFG", (33.364, 69.952, 6)),
        ("Camp Leatherneck", BASE, "AFG", (31.864, 64.225, 8)),
        ("Pathankot air base", AIRFIELD, "IND", (32.234, 75.635, 5)),
        ("Uri army base", BASE, "IND", (34.08, 74.05, 6)),
        ("Nur Khan air base", AIRFIELD, "PAK", (33.616, 73.099, 5)),
        ("Sargodha air base", AIRFIELD, "PAK", (32.049, 72.665, 6)),
        ("Hualien Air Force Base", BASE, "TWN", (24.023, 121.618, 5)),
        ("Sohae", BASE, "PRK", (39.660, 124.705, 6)),
        ("Camp Humphreys", BASE, "KOR", (36.963, 127.031, 5)),
        ("Henoko", BASE, "JPN", (26.525, 128.04, 6)),
        ("Naval Base Camilo Osias", BASE, "PHL", (18.51, 122.14, 10)),
        ("HMAS Stirling", BASE, "AUS", (-32.236, 115.683, 6)),
        ("RAF Mount Pleasant", BASE, "FLK", (-51.823, -58.447, 5)),
        ("Palmerola", AIRFIELD, "HND", (14.382, -87.621, 5)),
        ("Tres Esquinas", BASE, "COL", (0.746, -75.234, 6)),
        ("El Libertador Air Base", BASE, "VEN", (10.183, -67.557, 6)),
        ("Surovikin Line", CROSSING, "UKR", (47.45, 36.0, 60)),
        ("Lachin checkpoint", CROSSING, "AZE", (39.64, 46.55, 15)),
        ("Medyka border crossing", CROSSING, None, (49.803, 22.945, 5)),
        ("Verkhny Lars", CROSSING, None, (42.744, 44.628, 5)),
        ("Qalandiya checkpoint", CROSSING, "PSE", (31.857, 35.225, 3)),
        ("Allenby Bridge", CROSSING, None, (31.874, 35.541, 3)),
        ("Nassib crossing", CROSSING, None, (32.54, 36.19, 6)),
        ("Semalka", CROSSING, None, (37.07, 42.37, 6)),
        ("Islam Qala crossing", CROSSING, None, (34.66, 61.05, 10)),
        ("Ras Jedir", CROSSING, None, (33.15, 11.56, 6)),
        ("Adré crossing", CROSSING, None, (13.467, 22.2, 6)),
        ("Grande Barrière", CROSSING, None, (-1.69, 29.25, 5)),
        ("Simón Bolívar bridge", CROSSING, None, (7.817, -72.444, 4)),
        ("Preah Vihear temple", LANDFORM, "KHM", (14.391, 104.680, 3)),
        ("Three Pagodas Pass", CROSSING, None, (15.301, 98.398, 6)),
    ],
)
def test_where_the_places_of_reports_lie(
    gazetteer: Gazetteer, name: str, kind: Kind, country: str | None, where: tuple[float, float, float]
) -> None:
    lat, lon, within_km = where
    best = gazetteer.resolve(name).best
    assert best is not None
    assert (best.place.kind, best.place.country) == (kind, country)
    assert distance_km(best.place.lat, best.place.lon, lat, lon) <= within_km


@pytest.mark.parametrize(
    ("name", "country", "slug"),
    [
        ("Green Line", "CYP", "green-line-cyprus"),
        ("Green Line", "PSE", "green-line-israel"),
        ("Nasiriyah air base", "IRQ", "tallil-air-base"),
        ("al-Nasiriyah air base", "SYR", "nasiriyah-air-base-syria"),
        ("King Faisal Air Base", "SAU", "king-faisal-air-base-tabuk"),
        ("17th parallel", "VNM", "vietnamese-demilitarized-zone"),
    ],
)
def test_namesakes_go_by_the_country_of_the_article(gazetteer: Gazetteer, name: str, country: str, slug: str) -> None:
    best = gazetteer.resolve(name, Context(countries=((country, 1.0),))).best
    assert best is not None
    assert best.place.id == f"curated:{slug}"


@pytest.mark.parametrize("word", ["shape", "lest", "Andersen", "Prince Sultan", "Yokota"])
def test_no_base_is_called_by_a_plain_word_or_a_person(gazetteer: Gazetteer, word: str) -> None:
    kinds = {candidate.place.kind for candidate in gazetteer.lookup(word)}
    assert not kinds & {Kind.BASE, Kind.AIRFIELD, Kind.CROSSING}


LAND = frozenset({BASE, AIRFIELD, CROSSING, LANDFORM, Kind.CITY, Kind.QUARTER, Kind.ISLAND, Kind.REGION})
# Islets that the country outlines, made for maps of whole countries, leave out.
NOT_IN_THE_OUTLINES = frozenset(
    {
        "alboran-island",
        "benham-rise",
        "boika-towers",
        "das-island",
        "dokdo",
        "dongyin",
        "enewetak",
        "fangataufa",
        "farsi-island",
        "halul",
        "jabal-al-tair",
        "kastellorizo",
        "matsu",
        "moneron",
        "nangan",
        "okinotorishima",
        "pratas",
        "snake-island",
        "kalayaan-islands",
        "stabroek",
        "ulithi",
        "wuqiu",
        "zubair",
    }
)
# Territories that the source of the outlines counts to Australia, France and Norway.
NO_COUNTRY = frozenset({"CCK", "GUF", "MYT", "SJM"})


def test_no_curated_place_lies_outside_its_country(gazetteer: Gazetteer) -> None:
    slack_km, outside = 30.0, set()
    for slug, entry in curated.places().items():
        if entry.country is None or entry.kind not in LAND or entry.country in NO_COUNTRY:
            continue
        outline = gazetteer.outline(gazetteer.country(entry.country).id)
        assert outline is not None, entry.country
        place = gazetteer.place(f"curated:{slug}")
        closest, _ = nearest_points(outline, Point(place.lon, place.lat))
        if distance_km(closest.y, closest.x, place.lat, place.lon) > place.radius_km + slack_km:
            outside.add(slug)
    assert outside == NOT_IN_THE_OUTLINES


@pytest.mark.parametrize("code", sorted(NO_COUNTRY))
def test_territories_that_are_no_country_of_the_gazetteer(gazetteer: Gazetteer, code: str) -> None:
    with pytest.raises(KeyError):
        gazetteer.country(code)


def test_lines_are_drawn_where_they_run(gazetteer: Gazetteer) -> None:
    near_tokmak = gazetteer.outline("curated:surovikin-line")
    durand = gazetteer.outline("curated:durand-line")
    assert near_tokmak is not None and durand is not None
    assert shapely.distance(near_tokmak, Point(35.70, 47.25)) < 0.2
    assert shapely.distance(durand, Point(71.09, 34.12)) < 0.3  # Torkham
    assert shapely.distance(durand, Point(66.45, 30.92)) < 0.3  # Chaman
