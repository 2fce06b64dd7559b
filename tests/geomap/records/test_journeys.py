"""Ends of a journey told in a row behind a force, and origins that a clause or the force before tells."""

from __future__ import annotations

import pytest

from tests.support.reading import Reader, placed


@pytest.mark.parametrize(
    ("text", "origins", "locations"),
    [
        ("Peru has 120 tanks, brought up from Piura to Tumbes.", ["Piura"], ["Tumbes"]),
        ("Two cruisers were reported to have sailed from Callao for Talara.", ["Callao"], ["Talara"]),
        ("Spain has 300 soldiers, flown in from Dakar, at Gao.", ["Dakar"], ["Gao"]),
        ("Spain has 300 commandos out of Zaragoza and Madrid at Gao.", ["Zaragoza", "Madrid"], ["Gao"]),
        ("Two frigates, which had left Brest on Monday, patrol the Red Sea.", ["Brest"], ["the Red Sea"]),
        ("About 2,000 soldiers, who had left Brest nine days earlier, are in Gao.", ["Brest"], ["Gao"]),
    ],
)
def test_the_ends_of_a_journey(read: Reader, text: str, origins: list[str], locations: list[str]) -> None:
    assert placed(read, text)[0][1:] == (origins, [word.removeprefix("the ") for word in locations])


@pytest.mark.parametrize(
    "text",
    [
        "Peru has 120 tanks in Tumbes, an hour from Piura.",
        "Peru has 120 tanks in Tumbes; lorries from Piura bring flour.",
        "Peru has 120 tanks in Tumbes that fire at guns from Piura.",
        "Six Peruvian jets fly from Tumbes.",
    ],
)
def test_other_words_behind_from_are_no_origin(read: Reader, text: str) -> None:
    assert placed(read, text)[0][1:] == ([], ["Tumbes"])


def test_who_had_been_there_goes_home_from_there(read: Reader) -> None:
    text = "It rained in Gao. The four bombers that had been there since April had flown home to Niamey."
    assert placed(read, text)[-1] == ("origin-left", ["Gao"], ["Niamey"])


def test_a_number_left_out_leaves_from_where_the_one_before_it_leaves(read: Reader) -> None:
    text = "France withdrew 300 soldiers from Gao to Niamey and 200 to Dakar."
    assert placed(read, text)[1] == ("origin-carried", ["Gao"], ["Dakar"])
