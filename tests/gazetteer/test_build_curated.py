"""The sources that people edit: their schema, and what an error says."""

from __future__ import annotations

from pathlib import Path

import pytest

from gazetteer import SourceError
from gazetteer.build import curated


def _write(folder: Path, text: str) -> Path:
    (folder / "places").mkdir(exist_ok=True)
    path = folder / "places" / "some.yml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: {name: A, kind: region, lat: 1, lon: 2, radius_km: 3, source: x y z, colour: red}", "colour"),
        ("a: {name: A, kind: planet, lat: 1, lon: 2, radius_km: 3, source: x y z}", "kind"),
        ("a: {name: A, kind: region, lat: 1, lon: 2, source: x y z}", "needs lat, lon and radius_km, or members"),
        ("a: {name: A, kind: region, lat: 91, lon: 2, radius_km: 3, source: x y z}", "less than or equal to 90"),
        ("a: {name: A, kind: region, lat: 1, radius_km: 3, members: [UKR], source: x y z}", "lat and lon go together"),
        ("a: {name: A, kind: region, lat: 1, lon: 2, radius_km: 3}", "source"),
        ("a: {name: A, kind: region, country: Ukraine, lat: 1, lon: 2, radius_km: 3, source: x y z}", "country"),
        ("a: [", "some.yml"),
        ("a: {name: A, name: B, kind: region, lat: 1, lon: 2, radius_km: 3, source: x y z}", "given twice: name"),
    ],
)
def test_a_bad_entry_is_an_error_that_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, message: str
) -> None:
    _write(tmp_path, text)
    monkeypatch.setattr(curated, "SOURCES", tmp_path)
    with pytest.raises(SourceError, match=r"some\.yml") as error:
        curated.places()
    assert message in str(error.value)


def test_a_slug_of_two_files_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = "a: {name: A, kind: region, lat: 1, lon: 2, radius_km: 3, source: x y z}"
    _write(tmp_path, entry)
    (tmp_path / "places" / "other.yml").write_text(entry, encoding="utf-8")
    monkeypatch.setattr(curated, "SOURCES", tmp_path)
    with pytest.raises(SourceError, match="a is already an entry of another file"):
        curated.places()


def test_every_entry_tells_its_source_and_a_country_where_it_lies_in_one() -> None:
    places = curated.places()
    assert places["donbas"].members == ("UKR/Donetsk Oblast", "UKR/Luhansk Oblast")
    assert places["camp-lemonnier"].country == "DJI"
    without = [slug for slug, place in places.items() if place.kind.value in ("base", "quarter") and not place.country]
    assert without == []


def test_abbreviations_keep_their_kind() -> None:
    kinds = {name: kind.value for name, kind in curated.countries()["USA"].all_names()}
    assert (kinds["U.S."], kinds["America"]) == ("abbreviation", "alternate")
