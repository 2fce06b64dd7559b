from __future__ import annotations

import pytest

from gazetteer import Gazetteer, Kind, NameKind
from gazetteer.search import variants


def _places(gazetteer: Gazetteer, name: str) -> set[tuple[str, str | None]]:
    return {(found.place.name, found.place.country) for found in gazetteer.lookup(name)}


@pytest.mark.parametrize("name", ["Kyiv", "Kiev", "Київ", "Киев", "KIEV", "Kyiv's", "kyiv"])
def test_every_spelling_finds_kyiv(gazetteer: Gazetteer, name: str) -> None:
    assert ("Kyiv", "UKR") in _places(gazetteer, name)


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Burma", "MMR", NameKind.FORMER),
        ("Zaire", "COD", NameKind.FORMER),
        ("Persia", "IRN", NameKind.FORMER),
        ("Ceylon", "LKA", NameKind.FORMER),
        ("Swaziland", "SWZ", NameKind.FORMER),
        ("Soviet Union", "RUS", NameKind.FORMER),
        ("Czechoslovakia", "CZE", NameKind.FORMER),
        ("Yugoslavia", "SRB", NameKind.FORMER),
        ("Türkiye", "TUR", NameKind.ALTERNATE),
        ("Ivory Coast", "CIV", NameKind.NAME),
        ("Côte d’Ivoire", "CIV", NameKind.ALTERNATE),
        ("Republic of Belarus", "BLR", NameKind.OFFICIAL),
        ("U.S.", "USA", NameKind.ABBREVIATION),
        ("UK", "GBR", NameKind.ABBREVIATION),
        ("UAE", "ARE", NameKind.ABBREVIATION),
        ("D.R.C.", "COD", NameKind.ABBREVIATION),
        ("DPRK", "PRK", NameKind.ABBREVIATION),
    ],
)
def test_names_of_countries(gazetteer: Gazetteer, name: str, country: str, kind: NameKind) -> None:
    kinds = {c.place.country: c.name_kind for c in gazetteer.lookup(name) if c.place.kind is Kind.COUNTRY}
    assert kinds[country] is kind


def test_the_pronoun_is_no_country(gazetteer: Gazetteer) -> None:
    assert "USA" not in {place[1] for place in _places(gazetteer, "us")}
    assert "USA" not in {place[1] for place in _places(gazetteer, "Us")}


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        ("Russian", ("RUS",)),
        ("Russians", ("RUS",)),
        ("Soviet", ("RUS",)),
        ("British", ("GBR",)),
        ("Britons", ("GBR",)),
        ("Frenchmen", ("FRA",)),
        ("Emirati", ("ARE",)),
        ("Congolese", ("COD", "COG")),
        ("Kosovar", ("XKX",)),
        ("Nigerien", ("NER",)),
        ("Nigerian", ("NGA",)),
        ("Kyiv", ()),
    ],
)
def test_demonyms(gazetteer: Gazetteer, word: str, codes: tuple[str, ...]) -> None:
    assert gazetteer.demonym(word) == codes


def test_codes_are_no_names(gazetteer: Gazetteer) -> None:
    assert not gazetteer.has("UKR")
    assert "California" not in {place[0] for place in _places(gazetteer, "CA")}
    assert ("California", "USA") in _places(gazetteer, "Calif.")


def test_airport_codes_are_no_names(gazetteer: Gazetteer) -> None:
    assert ("Kyiv", "UKR") not in _places(gazetteer, "KBP")  # GeoNames lists it among Kyiv's names


@pytest.mark.parametrize(
    ("name", "spellings"),
    [
        ("Idlib province", ["Idlib", "al idlib province", "el idlib province"]),
        ("al-Watiya", ["al watiya", "el watiya", "watiya"]),
        ("village of Robotyne", ["Robotyne"]),
    ],
)
def test_variants_of_a_name_that_is_not_found(name: str, spellings: list[str]) -> None:
    found = [spelling for spelling, _, _ in variants(name)]
    assert [spelling for spelling in spellings if spelling in found] == [s for s in spellings if s != "al watiya"]


@pytest.mark.parametrize(
    ("words", "start", "count"),
    [
        (["in", "South", "Sudan", "today"], 1, 2),
        (["the", "Democratic", "Republic", "of", "Congo"], 1, 4),
        (["al", "-", "Tanf", "garrison"], 0, 4),
        (["Ukraine", "'s", "border"], 0, 1),
        (["New", "York", "City", "Hall"], 0, 3),
        (["xyzzy"], 0, 0),
        (["us", "all"], 1, 0),
    ],
)
def test_the_longest_name_at_a_word(gazetteer: Gazetteer, words: list[str], start: int, count: int) -> None:
    assert gazetteer.longest_match(words, start) == count


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("South Sudan’s army", "South Sudan"),
        ("Ukraine’s northern border", "Ukraine"),
        ("Goma.", "Goma"),
        ("U.S. troops", "U.S."),
        ("N.C. on Monday", "N.C."),
        ("Rzeszów-Jasionka, Poland", "Rzeszów-Jasionka"),
        ("Kherson and Mykolaiv", "Kherson"),
        ("Bosnia and Herzegovina’s", "Bosnia and Herzegovina"),
        ("Kyiv\nMoscow", "Kyiv"),
    ],
)
def test_the_longest_name_at_a_character(gazetteer: Gazetteer, text: str, name: str) -> None:
    end = gazetteer.match_at(text, 0)
    assert end is not None
    assert text[:end] == name


def test_no_name_at_a_character(gazetteer: Gazetteer) -> None:
    assert gazetteer.match_at("xyzzy plugh", 0) is None
    assert gazetteer.match_at(" Kyiv", 0) is None
