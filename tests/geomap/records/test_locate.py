"""Where a force is when the parse hangs no place on it: one rule a row, the last ones with an earlier sentence."""

from __future__ import annotations

import pytest

from geomap.records.links import Link
from geomap.records.locate import locate, specific
from tests.support.reading import Reader, words


def located(read: Reader, text: str) -> list[tuple[str, list[str], list[str]]]:
    """Return the rule that placed each force, its origins and its locations."""
    found, links = read.links(text)
    done: list[Link] = []
    for link in links:
        done.append(locate(found, link, done))
    return [
        (
            next((rule for rule in reversed(x.rules) if rule.startswith("place-")), ""),
            words(x.origins),
            words(x.locations),
        )
        for x in done
    ]


@pytest.mark.parametrize(
    ("text", "rule", "places"),
    [
        ("In Gyumri, where Russia has long kept 3,000 soldiers, it snowed.", "place-where", ["Gyumri"]),
        ("The list names Lithuania with 1,632 soldiers.", "place-paired", ["Lithuania"]),
        ("Rain fell in Syria. There are 900 American soldiers there.", "place-there", ["Syria"]),
        ("In Syria, he told reporters, the Americans still had 2,000 soldiers.", "place-fronted", ["Syria"]),
        ("Red Sea: 12 warships.", "place-paired", ["Red Sea"]),
    ],
)
def test_rules_of_last_resort(read: Reader, text: str, rule: str, places: list[str]) -> None:
    assert located(read, text)[-1] == (rule, [], places)


def test_a_heading_places_what_is_listed_below(read: Reader) -> None:
    text = "Poland\n- 4,000 soldiers\n- 20 tanks\nRomania\n- 900 soldiers"
    assert [(rule, places) for rule, _, places in located(read, text)] == [
        ("place-heading", ["Poland"]),
        ("place-heading", ["Poland"]),
        ("place-heading", ["Romania"]),
    ]


def test_a_number_keeps_the_place_told_before_in_its_paragraph(read: Reader) -> None:
    text = "Russia sent 3,000 soldiers to Gyumri. Another 500 arrived on Monday."
    assert located(read, text) == [("place-by-parse", [], ["Gyumri"]), ("place-carried", [], ["Gyumri"])]


@pytest.mark.parametrize(
    "text",
    [
        "Russia has 300 soldiers.",
        "Some 300 soldiers marched past.\n\nIt rained in Paris.",
        "He praised the soldiers.",
    ],
)
def test_no_place_is_guessed(read: Reader, text: str) -> None:
    assert located(read, text) == [("", [], [])]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("They flew to San Diego, California.", ["San Diego"]),
        ("They crossed into Syria at Idlib.", ["Idlib"]),
        ("They flew to Gao and Niamey.", ["Gao", "Niamey"]),
        ("They flew to Mali and Niamey.", ["Mali", "Niamey"]),  # in another country
        ("They went to Poland and Poland again.", ["Poland"]),
    ],
)
def test_only_the_most_specific_place_is_kept(read: Reader, text: str, kept: list[str]) -> None:
    found = read.mentions(text)
    assert words(specific(found, tuple(place for place in found.places if place.literal))) == kept
