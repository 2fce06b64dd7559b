"""Places dealt out to the forces of one sentence: whose each is, and whether something is there or leaves it."""

from __future__ import annotations

import pytest

from tests.support.reading import Reader, words


@pytest.mark.parametrize(
    ("text", "origins", "locations"),
    [
        # Two goals of one force, and the place that another body has in the same breath.
        ("The frigate Alpino has taken station in the Red Sea and the Bergamini in the Gulf of Oman.", [], ["Red Sea"]),
        ("Kenya sent 300 soldiers to Goma and Bunia.", [], ["Goma", "Bunia"]),
        # What is done to another object is done elsewhere.
        ("Sudan put 6,000 soldiers into Gedaref and has closed the crossing at Kassala.", [], ["Gedaref"]),
        ("Some 300 soldiers crossed the river and drove to Kassala.", [], ["Kassala"]),
        # Who goes from where it is.
        ("The 900 marines on Okinawa would be moved back to Guam.", [], ["Guam"]),
        ("The 900 marines on Okinawa are to be withdrawn to Guam.", ["Okinawa"], ["Guam"]),
        ("The last 300 soldiers withdrew from Gao and crossed into Niger at Labbezanga.", ["Gao"], ["Niger"]),
        (
            "Two battalions were brought to Vovchansk from the heights east of Toretsk.",
            ["east of Toretsk"],
            ["Vovchansk"],
        ),
        # A place right behind a force is its own, over a word about who says so.
        ("China has 300 tanks, the sources say, at Rutog.", [], ["Rutog"]),
        # Who is given something is no force of the sentence.
        ("France delivered 20 scout cars to the army at Bangui.", [], ["Bangui"]),
        ("A ship unloaded 40 guns and 12 tanks for the Yemeni army at Hodeidah.", [], ["Hodeidah"]),
    ],
)
def test_whose_each_place_is(read: Reader, text: str, origins: list[str], locations: list[str]) -> None:
    _, found = read.links(text)
    assert (words(found[0].origins), words(found[0].locations)) == (origins, locations)


def test_a_list_has_places_of_its_own(read: Reader) -> None:
    _, found = read.links("India has 50,000 soldiers along the Sutlej and howitzers, the sources say, at Leh.")
    assert [words(link.locations) for link in found] == [["along the Sutlej"], ["Leh"]]
