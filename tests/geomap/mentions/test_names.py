"""Place names: what is one, what only looks like one, and how far a name reaches."""

from __future__ import annotations

import pytest

from geomap.mentions.places.names import find_names
from tests.support.reading import Reader


def names(read: Reader, text: str) -> list[str]:
    return [name.text for name in find_names(read.parse(text), read.gazetteer)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Troops left Mali.", ["Mali"]),
        ("They marched from Goma to Bukavu.", ["Goma", "Bukavu"]),
        ("They flew to Guinea-Bissau and Timor-Leste.", ["Guinea-Bissau", "Timor-Leste"]),
        ("The drill was held in the South China Sea.", ["South China Sea"]),
        ("They met in New York and in The Hague.", ["New York", "The Hague"]),
        ("It is based in the U.S. and in the UK.", ["U.S.", "UK"]),
        ("Shells fell on Kherson, Mykolaiv and Odesa.", ["Kherson", "Mykolaiv", "Odesa"]),
        ("Ships passed the Strait of Hormuz.", ["Strait of Hormuz"]),
        ("Troops are in the Democratic Republic of the Congo.", ["Democratic Republic of the Congo"]),
        ("The Polish government and the Americans agreed.", ["Polish", "Americans"]),
        ("Fighting went on in Donbas and in the Sahel.", ["Donbas", "Sahel"]),
        # common words and surnames that a distance, a side or the outskirts make places of
        ("The village lies 12km west of Bakhmut.", ["Bakhmut"]),
        ("The rebels are 20 kilometres from Sake.", ["Sake"]),
        ("Fighting reached the outskirts of Sake on Monday.", ["Sake"]),
        ("Residents on the outskirts of Split saw smoke.", ["Split"]),
        ("Rebels took a post south of Sake.", ["Sake"]),
    ],
)
def test_names_are_taken_whole(read: Reader, text: str, found: list[str]) -> None:
    assert names(read, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Mr Paris Brown took the chair.",
        "President Lincoln spoke for an hour.",
        "In March, the soldiers may march.",
        "Nice weather helped them.",
        "On Sunday, nobody came.",
        "NATO and the Pentagon agreed.",
        "He reads the Washington Post.",
        "The 200 miles of March were the hardest.",
        "He stood to the left of Lincoln and north of Jordan Henderson.",
        "Skies of Grey is a song.",
        "The chief of staff said no.",
        "of the to and a",
        "",
    ],
)
def test_persons_papers_ships_and_common_words_are_no_places(read: Reader, text: str) -> None:
    assert names(read, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Shells fell near Zorbatkovo village.", ["Zorbatkovo"]),
        ("A base at Camp Ranzo was attacked.", ["Camp Ranzo"]),
    ],
)
def test_names_that_the_gazetteer_lacks(read: Reader, text: str, found: list[str]) -> None:
    proposed = find_names(read.parse(text), read.gazetteer)
    assert [(name.text, name.candidates) for name in proposed] == [(text, ()) for text in found]


def test_taken_spans_leave_only_adjectives(read: Reader) -> None:
    text = "The American B-52s and the Kherson brigade left Poland."
    taken = [(4, 18), (27, 42)]
    assert [name.text for name in find_names(read.parse(text), read.gazetteer, taken)] == ["American", "Poland"]


def test_what_stands_in_a_dateline_needs_no_other_sign(read: Reader) -> None:
    text = "OF: Snow fell."
    assert [name.text for name in find_names(read.parse(text), read.gazetteer, (), [(0, 2)])] == ["OF"]


def test_reasons_and_score_add_up(read: Reader) -> None:
    (name,) = find_names(read.parse("The soldiers stayed in Poland."), read.gazetteer)
    assert name.score == sum(float(reason.rsplit("(", 1)[1].rstrip(")")) for reason in name.reasons)
    assert "a country (+2.5)" in name.reasons
    assert "after a preposition of place (+1)" in name.reasons


@pytest.mark.parametrize(
    "text",
    [
        "A colonel, Wu Qian, said that the patrol would go on.",
        "He left it to his defence minister, Pedro Santiago, who spoke of two brigades.",
        "Tanks rolled towards Vladimir Putin.",
        "The carrier group sailed on while the Saratoga is expected on Monday.",
        "Four hundred sailors from the Tulagi went ashore.",
    ],
)
def test_persons_by_their_office_and_ships_by_their_article_are_no_places(read: Reader, text: str) -> None:
    assert names(read, text) == []
