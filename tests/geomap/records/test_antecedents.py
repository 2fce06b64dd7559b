"""What "there", "the capital" and "the town" mean: the last fit place named before, and none that was only left."""

from __future__ import annotations

import pytest

from geomap.records.places.antecedents import recalled_by
from tests.support.reading import Reader, placed, words


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The talks in Gao ended. Planes from Niamey brought flour. France has 300 soldiers there.", ["Gao"]),
        ("It rained in Gao, in Mali. France has 300 soldiers there.", ["Gao"]),
        ("It rained in Gao. A minister repeated that in Paris. France has 300 soldiers there.", ["Gao"]),
        ("It rained in Gao. The road to Kidal is cut. France has 300 soldiers there.", ["Gao"]),
        ("It rained in Nairobi and Mombasa. Some 300 British soldiers are in the capital.", ["Nairobi"]),
        ("It rained in Nairobi and Mombasa. Some 300 British soldiers are in the town.", ["Mombasa"]),
        ("Mombasa, Mombasa, Mombasa! It rained in Mombasa and Lamu. Some 300 soldiers are in the town.", ["Mombasa"]),
        ("It rained in Kabul. Some 300 British soldiers are already in the Afghan capital.", ["Kabul"]),
        ("Saudi Arabia waits. It would be wrong to send 300 Jordanian troops to the kingdom.", ["Saudi Arabia"]),
    ],
)
def test_a_word_recalls_the_last_fit_place(read: Reader, text: str, places: list[str]) -> None:
    assert placed(read, text)[-1][::2] == ("place-there", places)


def test_there_behind_a_person_tells_of_the_person(read: Reader) -> None:
    text = "It rained in Gao. Some 300 instructors will do, the president there has announced."
    assert placed(read, text)[-1][2] == []


def test_a_noun_behind_a_person_tells_of_the_person(read: Reader) -> None:
    text = "It rained in Nairobi. Guns fired at Lamu. Some 300 police are there, according to diplomats in the capital."
    assert placed(read, text)[-1][2] == ["Lamu"]


def test_here_behind_who_speaks_tells_of_the_speaker(read: Reader) -> None:
    text = "MANAMA, Bahrain — It rained. By the reckoning of diplomats here, Iran can put 60 speedboats to sea."
    assert placed(read, text)[-1][2] == []


@pytest.mark.parametrize(
    ("noun", "places"),
    [("river", ["Euphrates"]), ("city", ["Raqqa"]), ("country", ["Syria"]), ("atoll", []), ("parliament", [])],
)
def test_a_noun_recalls_only_its_own_kind(read: Reader, noun: str, places: list[str]) -> None:
    text = "In Syria the Euphrates rose at Raqqa."
    assert words(recalled_by(read.mentions(text), noun, len(text))) == places


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        ("It rained in Gao. One battalion is to leave the town for Niamey.", ["Gao"]),
        ("It rained in Gao. Some 300 soldiers from there are in Niamey.", ["Gao"]),
        ("It rained in Gao. The 300 soldiers are to leave the coalition for Niamey.", []),
    ],
)
def test_a_place_that_is_left_is_recalled_as_origin(read: Reader, text: str, origins: list[str]) -> None:
    assert placed(read, text)[-1][1] == origins
