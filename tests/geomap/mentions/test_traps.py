"""Traps: which rule drops which number. The phrases that count nothing stand in tests/corpus/quantities*.yml."""

from __future__ import annotations

import pytest

from geomap.mentions.numbers.lexemes import lexemes_of
from geomap.mentions.numbers.numbers import number_at
from geomap.mentions.numbers.traps import is_trap


def traps(text: str) -> list[str | None]:
    lexemes = lexemes_of(text)
    found, index = [], 0
    while index < len(lexemes):
        number = number_at(lexemes, index)
        if number is not None:
            found.append(is_trap(lexemes, number))
        index = number.last if number is not None else index + 1
    return found


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("the 82nd", "trap-designator"),
        ("an S-400 battery", "trap-designator"),
        ("$40,000", "trap-money"),
        ("Rs. 500 crore", "trap-money"),
        ("on 24 July", "trap-date"),
        ("in 2014 troops left", "trap-date"),
        ("the 2014 protests", "trap-date"),
        ("50 per cent", "trap-measure"),
        ("12 nautical miles", "trap-measure"),
        ("30 or so miles", "trap-measure"),
        ("a four-star general", "trap-attribute"),
        ("Brian Mulvihill, 46, leads it", "trap-age"),
        ("Battalion 203", "trap-name"),
        ("Challenger 2 tanks", "trap-name"),
        ("the Sea Breeze 21 exercise", "trap-name"),
        ("42 Commando is at sea", "trap-unit"),
        ("10 Downing Street", "trap-address"),
        ("52 votes", "trap-measure"),
        ("170 to nil", "trap-score"),
        ("two thirds of it", "trap-share"),
        ("fell to -20", "trap-negative"),
        ("no one came", "trap-one"),
        ("both ground and air forces", "trap-phrase"),
        ("as told [12] there", "trap-footnote"),
        ("at 0600 sharp", "trap-notation"),
    ],
)
def test_the_rule_that_drops_it(text: str, rule: str) -> None:
    assert traps(text) == [rule]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("a 9M133", ["trap-designator", "trap-designator"]),
        ("at 17:40", ["trap-clock", "trap-clock"]),
        ("one in five", ["trap-ratio", "trap-ratio"]),
        ("they won 3-1", ["trap-score", "trap-score"]),
        ("voted 170 to 12", ["trap-score", "trap-score"]),
    ],
)
def test_two_numbers_that_go_together(text: str, rules: list[str]) -> None:
    assert traps(text) == rules


@pytest.mark.parametrize(
    "text",
    [
        "2000 men",
        "a force of 2000 Russian troops",
        "600 Parachute Regiment soldiers",
        "4 Russian Battalion Tactical Groups",
        "a 12-member team",
        "a two-battalion force",
        "60 second-hand tanks",
        "both battalions",
        "one frigate",
        "one of the brigades",
        "one more battalion",
        "cut to 4,500",
        "the company's 300 men",
        "- 20 tanks",
        "20 out of",
        "sent one in 2,000",
    ],
)
def test_numbers_that_count(text: str) -> None:
    assert traps(text)[:1] == [None]
