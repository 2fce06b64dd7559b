"""Words: how text and terms are cut and folded, and English plurals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.language.words import Word, first_key, key_of, keys_of, plural, words_of


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("air-defence", ["air", "defence"]),
        ("S-400", ["s", "400"]),
        ("Russia’s", ["russia", "s"]),
        ("Phénix", ["phenix"]),
        ("Київ", ["киів"]),  # the diaeresis goes on either side
        ("STRASSE Straße", ["strasse", "strasse"]),
        ("snake_case", ["snake", "case"]),
        ("…", []),
    ],
)
def test_keys(text: str, keys: list[str]) -> None:
    assert list(keys_of(text)) == keys
    assert [word.key for word in words_of(text)] == keys
    assert first_key(text) == (keys[0] if keys else None)


def test_positions() -> None:
    assert words_of("The U.S.") == (
        Word(0, 3, "The", "the", True),
        Word(4, 5, "U", "u", True),
        Word(6, 7, "S", "s", True),
    )


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("air defence", True),
        ("air-defence", True),
        ("air\u00a0defence", True),
        ("St. Petersburg", True),
        ("U.S. Army", True),
        ("Russia’s", True),
        ("R&D", True),
        ("troops, tanks", False),
        ("troops. Tanks", False),
        ("troops\ntanks", False),
        ("troops — tanks", False),
        ("troops (tanks", False),
    ],
)
def test_where_a_term_may_run_on(text: str, joined: bool) -> None:
    assert words_of(text)[-1].joined is joined


@given(st.text())
def test_any_text(text: str) -> None:
    end = 0
    for word in words_of(text):
        assert text[word.start : word.end] == word.text
        assert end <= word.start < word.end
        assert key_of(word.text) == word.key
        end = word.end


@pytest.mark.parametrize(
    ("noun", "plurals"),
    [
        ("tank", "tanks"),
        ("company", "companies"),
        ("convoy", "convoys"),
        ("rifleman", "riflemen"),
        ("German", "Germans"),
        ("corvette class", "corvette classes"),
        ("coach", "coaches"),
        ("ship of the line", "ships of the line"),
        ("anti-tank gun", "anti-tank guns"),
    ],
)
def test_plurals(noun: str, plurals: str) -> None:
    assert plural(noun) == plurals


def test_irregular_plurals() -> None:
    irregular = {"aircraft": "aircraft", "gun for hire": "guns for hire"}
    assert plural("combat aircraft", irregular) == "combat aircraft"
    assert plural("gun for hire", irregular) == "guns for hire"
