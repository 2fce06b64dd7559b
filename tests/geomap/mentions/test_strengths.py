"""Estimates of strength: the table of echelons, times a count of formations."""

from __future__ import annotations

import pytest

from geomap.language import lexicon
from geomap.mentions.numbers.quantities import find_quantities
from geomap.mentions.numbers.strengths import Estimate, estimate
from geomap.model import Echelon, Quantity


def count(words: str) -> Quantity:
    (mention,) = find_quantities(words)
    return mention.value()


@pytest.mark.parametrize(
    ("words", "echelon", "low", "high"),
    [
        ("one squad", Echelon.SQUAD, 9, 10),
        ("two platoons", Echelon.PLATOON, 32, 88),
        ("three companies", Echelon.COMPANY, 186, 570),
        ("two battalions", Echelon.BATTALION, 600, 2000),
        ("one regiment", Echelon.REGIMENT, 1000, 3000),
        ("two brigades", Echelon.BRIGADE, 6000, 10000),
        ("four divisions", Echelon.DIVISION, 40000, 60000),
        ("two corps", Echelon.CORPS, 40000, 90000),
        ("two to three brigades", Echelon.BRIGADE, 6000, 15000),
        ("several battalions", Echelon.BATTALION, 900, 9000),
        ("at least two brigades", Echelon.BRIGADE, 6000, None),
        ("up to two brigades", Echelon.BRIGADE, None, 10000),
    ],
)
def test_formations_in_people(words: str, echelon: Echelon, low: int | None, high: int | None) -> None:
    found = estimate(echelon, count(words))
    assert found == Estimate(low, high, "US Army")


def test_a_battalion_tactical_group_is_smaller_than_a_battalion() -> None:
    found = estimate(Echelon.BATTALION, count("ten battalion tactical groups"), "battalion tactical groups")
    assert found == Estimate(6000, 9000, "Gerasimov, 2016")


def test_what_has_no_estimate() -> None:
    assert estimate(Echelon.ARMY, count("two armies")) is None
    assert estimate(Echelon.BRIGADE, count("a 5,000-strong brigade")) is None


def test_every_echelon_but_the_army_has_a_strength() -> None:
    known = {strength.formation for strength in lexicon.strengths().strengths}
    assert {echelon.value for echelon in Echelon} - known == {"army"}
    assert all(strength.low < strength.high for strength in lexicon.strengths().strengths)
