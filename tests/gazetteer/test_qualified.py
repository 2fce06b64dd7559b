"""Names with a people and a kind of place before them."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer
from gazetteer.qualified import Qualified, base_at, qualified


@pytest.mark.parametrize(
    ("text", "name", "countries"),
    [
        ("the Lebanese city of Tripoli", "Tripoli", ("LBN",)),
        ("the Libyan capital Tripoli", "Tripoli", ("LBY",)),
        ("the northern Iraqi city of Mosul", "Mosul", ("IRQ",)),
        ("the Yemeni port city of Aden", "Aden", ("YEM",)),
        ("the South Sudanese town of Nasir", "Nasir", ("SSD",)),
    ],
)
def test_a_people_tells_the_country(gazetteer: Gazetteer, text: str, name: str, countries: tuple[str, ...]) -> None:
    assert qualified(text, gazetteer.demonym) == Qualified(name, countries)


@pytest.mark.parametrize("text", ["the city of Tripoli", "the old city of Aleppo", "Tripoli", "the Lebanese army", ""])
def test_no_people_no_country(gazetteer: Gazetteer, text: str) -> None:
    assert qualified(text, gazetteer.demonym) is None


def test_of_two_towns_the_one_of_that_country_is_meant(gazetteer: Gazetteer) -> None:
    answers = [gazetteer.locate(f"the {people} city of Tripoli").best for people in ("Lebanese", "Libyan")]
    assert [answer and answer.place.country for answer in answers] == ["LBN", "LBY"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the Russian naval base at Tartus", ("Tartus naval base", "naval base at Tartus")),
        ("the U.S. air base at Incirlik", ("Incirlik air base", "air base at Incirlik")),
        ("an army camp near Gao", ()),
        ("the base", ()),
        ("the Russian naval base", ()),
    ],
)
def test_what_a_base_told_by_its_place_may_be_called(text: str, names: tuple[str, ...]) -> None:
    assert base_at(text) == names


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        ("the Russian naval base at Tartus", "Tartus naval base", "SYR"),
        ("the Russian air base at Hmeimim", "Hmeimim air base", "SYR"),
        ("the American air base at Ramstein", "Ramstein Air Base", "DEU"),
    ],
)
def test_a_base_lies_where_it_is_told_whoever_runs_it(
    gazetteer: Gazetteer, text: str, place: str, country: str
) -> None:
    best = gazetteer.locate(text).best
    assert best is not None
    assert (best.place.name, best.place.country) == (place, country)
