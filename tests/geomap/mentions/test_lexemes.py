"""Lexemes: how digits, words and signs are told apart, and where lines begin."""

from __future__ import annotations

import pytest

from geomap.mentions.numbers.lexemes import at, glued_hyphen, lexemes_of, lower, spelled


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("30,000", [30000]),
        ("1,23,475", [123475]),
        ("30 000", [30000]),
        ("30\u00a0000 and 40\u202f000", [30000, 40000]),
        ("1.5", [1.5]),
        ("3.", [3]),
        ("1,5", [1, 5]),  # a decimal comma is not English
        ("2000", [2000]),
        ("12,34", [12, 34]),
        ("٣٠٠", [300]),
        ("on May 20 300 men", [20, 300]),
        ("on May 20 300,000 men", [20, 300000]),
        ("9" * 18, [10**18 - 1]),
        ("9" * 19, []),
        ("½", []),
    ],
)
def test_digits(text: str, numbers: list[float]) -> None:
    assert [lexeme.value for lexeme in lexemes_of(text) if lexeme.kind == "number"] == numbers


def test_kinds_positions_and_spaces() -> None:
    found = lexemes_of("$2 for\nPutin’s S-400")
    assert [(x.text, x.kind, x.start, x.end, x.spaced, x.newline) for x in found] == [
        ("$", "currency", 0, 1, True, True),
        ("2", "number", 1, 2, False, False),
        ("for", "word", 3, 6, True, False),
        ("Putin’s", "word", 7, 14, True, True),
        ("S", "word", 15, 16, True, False),
        ("-", "sign", 16, 17, False, False),
        ("400", "number", 17, 20, False, False),
    ]


def test_outside_of_the_text() -> None:
    found = lexemes_of("one")
    assert (at(found, -1), at(found, 1), lower(found, -1), lower(found, 1)) == (None, None, "", "")


@pytest.mark.parametrize(
    ("text", "end"),
    [("half a dozen", 3), ("half-a-dozen", 5), ("half - a dozen", None), ("half\na dozen", None), ("half a", None)],
)
def test_terms_may_be_hyphened(text: str, end: int | None) -> None:
    assert spelled(lexemes_of(text), 0, ("half", "a", "dozen")) == end


def test_a_hyphen_between_two_words() -> None:
    assert [glued_hyphen(lexemes_of(text), 1) for text in ("a-b", "a -b", "a- b", "a–b", "a-")] == [
        True,
        False,
        False,
        False,
        False,
    ]
