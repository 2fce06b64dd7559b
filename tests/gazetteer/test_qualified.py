"""Names with a people and a kind of place before them."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer
from gazetteer.qualified import Qualified, qualified


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
