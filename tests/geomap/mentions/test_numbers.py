"""Numbers: digits and words → values, and where each ends."""

from __future__ import annotations

from fractions import Fraction

import pytest

from geomap.mentions.numbers.lexemes import lexemes_of
from geomap.mentions.numbers.numbers import fraction_at, number_at
from geomap.mentions.numbers.words import Number


def first(text: str) -> Number | None:
    return number_at(lexemes_of(text), 0)


@pytest.mark.parametrize(
    ("text", "value", "rule", "words"),
    [
        ("30,000 men", 30000, "digits", 1),
        ("1.5 million men", 1500000, "digits", 2),
        ("1.28-million-strong", 1280000, "digits", 3),
        ("0.1 million", 100000, "digits", 2),  # exact, though no binary fraction is
        ("100k men", 100000, "digits", 2),
        ("155m away", 155, "digits", 1),
        ("9M133", 9, "digits", 1),
        ("2 million and a half", 2500000, "digits", 5),
        ("twenty-five hundred", 2500, "cardinal", 4),
        ("two hundred and six", 206, "cardinal", 4),
        ("two thousand and forty", 2040, "cardinal", 4),
        ("two three", 2, "cardinal", 1),
        ("twenty and five", 20, "cardinal", 1),
        ("two and ten", 2, "cardinal", 1),
        ("a hundred thousand", 100000, "cardinal", 3),
        ("one and a half million", 1500000, "cardinal", 5),
        ("two and a half", 2.5, "cardinal", 4),
        ("a million and a half", 1500000, "cardinal", 5),
        ("half a million", 500000, "fraction", 3),
        ("three-quarters of a million", 750000, "fraction", 6),
        ("a pair of tanks", 2, "group", 2),
        ("both", 2, "group", 1),
        ("a dozen", 12, "cardinal", 2),
        ("a couple hundred", 200, "multiple", 3),
    ],
)
def test_one_value(text: str, value: float, rule: str, words: int) -> None:
    number = first(text)
    assert number is not None
    assert (number.min, number.max, number.rule, number.last) == (value, value, rule, words)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("dozens", 24, 99),
        ("several hundred", 300, 900),
        ("a few dozen", 36, 108),
        ("tens of thousands", 20000, 99999),
        ("a few", 3, 9),
    ],
)
def test_vague_values(text: str, low: int, high: int) -> None:
    number = first(text)
    assert number is not None
    assert (number.min, number.max, number.vague) == (low, high, True)


@pytest.mark.parametrize(
    "text", ["a tank", "an", "hundred men", "million", "couple of", "half of it", "half the men", "k", "", "-", "third"]
)
def test_no_number(text: str) -> None:
    assert first(text) is None


def test_a_bare_scale_needs_a_determiner() -> None:
    assert number_at(lexemes_of("the hundred men"), 1) == Number(1, 2, 100, 100, False, "cardinal", 100)


def test_two_dozen_is_vague_two_hundred_is_not() -> None:
    assert [number.vague for text in ("two dozen", "two hundred") if (number := first(text))] == [True, False]


@pytest.mark.parametrize(
    ("text", "fraction", "words"),
    [
        ("half", Fraction(1, 2), 1),
        ("a third", Fraction(1, 3), 2),
        ("two-thirds", Fraction(2, 3), 3),
        ("three quarters", Fraction(3, 4), 2),
    ],
)
def test_fractions(text: str, fraction: Fraction, words: int) -> None:
    assert fraction_at(lexemes_of(text), 0) == (fraction, words)
