from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from gazetteer import BBox, Gazetteer, GazetteerMissing, GazetteerVersion, Kind


def test_a_missing_database_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(GazetteerMissing, match=r"no gazetteer at .*python -m gazetteer\.build"):
        Gazetteer.open(tmp_path / "none.sqlite")


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "text.sqlite"
    path.write_text("no database at all, but long enough to be read as a header of one" * 20)
    with pytest.raises(GazetteerVersion, match="is no gazetteer"):
        Gazetteer.open(path)


def test_a_database_of_another_format_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite"
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE meta (key TEXT, value TEXT)")
        database.execute("INSERT INTO meta VALUES ('format', '0')")
    database.close()
    with pytest.raises(GazetteerVersion, match="format 0"):
        Gazetteer.open(path)


def test_places_by_id(gazetteer: Gazetteer) -> None:
    kyiv = gazetteer.place("geonames:703448")
    assert (kyiv.name, kyiv.kind, kyiv.country, kyiv.lat, kyiv.lon) == ("Kyiv", Kind.CITY, "UKR", 50.4547, 30.5238)
    assert gazetteer.place("curated:donbas").name == "Donbas"
    assert gazetteer.place("airfield:ETAR").name == "Ramstein Air Base"
    with pytest.raises(KeyError, match="geonames:1"):
        gazetteer.place("geonames:1")


@pytest.mark.parametrize(
    ("code", "country", "capital"),
    [("UKR", "Ukraine", "Kyiv"), ("XKX", "Kosovo", "Pristina"), ("CIV", "Ivory Coast", "Yamoussoukro")],
)
def test_countries_and_capitals(gazetteer: Gazetteer, code: str, country: str, capital: str) -> None:
    assert gazetteer.country(code).name == country
    found = gazetteer.capital(code)
    assert found is not None
    assert found.name == capital


def test_unknown_country(gazetteer: Gazetteer) -> None:
    with pytest.raises(KeyError, match="XYZ"):
        gazetteer.country("XYZ")
    assert gazetteer.capital("XYZ") is None


def test_nearest_town(gazetteer: Gazetteer) -> None:
    (town,) = gazetteer.nearest(36.2, 36.16)
    assert (town.name, town.country) == ("Antakya", "TUR")
    two = gazetteer.nearest(0.0, -30.0, count=2)  # in the Atlantic: nothing within 1,000 km but Brazil's islands
    assert [place.country for place in two] in ([], ["BRA"], ["BRA", "BRA"])


def test_within_a_box(gazetteer: Gazetteer) -> None:
    names = {place.name for place in gazetteer.within(BBox(36.7, 35.8, 36.9, 35.95))}
    assert "Saraqib" in names
    assert "Idlib" not in names


def test_the_largest_towns_of_a_box(gazetteer: Gazetteer) -> None:
    box = BBox(22.0, 44.0, 40.0, 53.0)
    towns = gazetteer.largest_in(box, 1_000_000, 3)
    assert [place.name for place in towns] == ["Kyiv", "Bucharest", "Kharkiv"]
    assert gazetteer.largest_in(box, 50_000_000, 3) == ()


def test_seas_of_a_box_and_no_rivers(gazetteer: Gazetteer) -> None:
    names = [place.name for place in gazetteer.seas_in(BBox(27.0, 40.0, 42.0, 48.0))]
    assert {"Black Sea", "Sea of Azov", "Kerch Strait"} <= set(names)
    assert [name for name in names if "River" in name] == []
    assert names == sorted(names)
