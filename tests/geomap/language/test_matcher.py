"""The matcher: longest terms, left to right."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.language.matcher import Match, Matcher
from geomap.language.words import keys_of, words_of

TERMS = ("air defence", "air", "air defence system", "Rapid Support Forces", "RSF", "S-400")


def found(text: str, *terms: str) -> list[tuple[str, str]]:
    matcher = Matcher((term, term) for term in terms or TERMS)
    return [(text[match.start : match.end], match.entry) for match in matcher.scan(words_of(text))]


@pytest.mark.parametrize(
    ("text", "matches"),
    [
        ("air-defence systems", [("air-defence", "air defence")]),
        ("an air defence system", [("air defence system", "air defence system")]),
        ("AIR", [("AIR", "air")]),
        ("air, defence", [("air", "air")]),
        ("air\ndefence", [("air", "air")]),
        (
            "the Rapid Support\u00a0Forces (RSF)",
            [("Rapid Support\u00a0Forces", "Rapid Support Forces"), ("RSF", "RSF")],
        ),
        ("S 400 and S400", [("S 400", "S-400")]),
        ("airy", []),
        ("", []),
    ],
)
def test_matches(text: str, matches: list[tuple[str, str]]) -> None:
    assert found(text) == matches


def test_matches_do_not_overlap() -> None:
    assert found("a b c", "a b", "b c", "c") == [("a b", "a b"), ("c", "c")]


def test_where_the_longest_term_fails_a_shorter_one_counts() -> None:
    assert found("a b, c", "a b c", "a b") == [("a b", "a b")]


def test_of_two_equal_terms_the_later_counts() -> None:
    matcher = Matcher([("air force", 1), ("Air-Force", 2)])
    assert [match.entry for match in matcher.scan(words_of("the air force"))] == [2]


def test_terms_without_words_match_nothing() -> None:
    assert found("— x", "—", "x") == [("x", "x")]


def test_positions_of_a_match() -> None:
    words = words_of("in the air defence")
    assert Matcher([("air defence", 7)]).at(words, 2) == Match(2, 4, 7, 18, 7)
    assert Matcher([("air defence", 7)]).at(words, 3) is None


def test_entries_are_made_when_their_first_word_is_met() -> None:
    made: list[str] = []

    def make(seed: str) -> str:
        made.append(seed)
        return seed.upper()

    matcher = Matcher.made(make, [("tank", "t"), ("tank gun", "g"), ("ship", "s")])
    assert [match.entry for match in matcher.scan(words_of("a tank gun, a tank"))] == ["G", "T"]
    assert made == ["t", "g"]


@given(
    st.lists(st.sampled_from("abc"), max_size=12), st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=4))
)
def test_agrees_with_the_plain_definition(letters: list[str], terms: list[list[str]]) -> None:
    spelled = {" ".join(term) for term in terms}
    text = " ".join(letters)
    expected, index = [], 0
    while index < len(letters):
        runs = (letters[index:last] for last in range(len(letters), index, -1))
        run = next((run for run in runs if " ".join(run) in spelled), None)
        if run is not None:
            expected.append(" ".join(run))
        index += len(run) if run else 1
    assert [entry for _, entry in found(text, *spelled, "no such term")] == expected


def test_keys_are_those_of_words() -> None:
    assert keys_of("Air-Defence") == tuple(word.key for word in words_of("AIR DEFENCE"))
