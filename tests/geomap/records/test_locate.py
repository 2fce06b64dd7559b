"""Where a force is when the parse hangs no place on it: one rule a row, the last ones with an earlier sentence."""

from __future__ import annotations

import pytest

from geomap.records.places.finding import specific
from tests.support.reading import Reader, placed, words


@pytest.mark.parametrize(
    ("text", "rule", "places"),
    [
        ("In Gyumri, where Russia has long kept 3,000 soldiers, it snowed.", "place-where", ["Gyumri"]),
        (
            "In Gyumri, where it snowed and where Russia has long kept 3,000 soldiers, it rained.",
            "place-where",
            ["Gyumri"],
        ),
        ("The list names Lithuania with 1,632 soldiers.", "place-paired", ["Lithuania"]),
        ("Rain fell in Syria. There are 900 American soldiers there.", "place-there", ["Syria"]),
        ("Red Sea: 12 warships.", "place-paired", ["Red Sea"]),
    ],
)
def test_rules_of_last_resort(read: Reader, text: str, rule: str, places: list[str]) -> None:
    assert placed(read, text)[-1] == (rule, [], places)


def test_a_heading_places_what_is_listed_below(read: Reader) -> None:
    text = "Poland\n- 4,000 soldiers\n- 20 tanks\nRomania\n- 900 soldiers"
    assert [(rule, places) for rule, _, places in placed(read, text)] == [
        ("place-heading", ["Poland"]),
        ("place-heading", ["Poland"]),
        ("place-heading", ["Romania"]),
    ]


def test_a_number_keeps_the_place_told_before_in_its_paragraph(read: Reader) -> None:
    text = "Russia sent 3,000 soldiers to Gyumri. Some 500 volunteers arrived on Monday."
    assert placed(read, text) == [("place-by-parse", [], ["Gyumri"]), ("place-salient", [], ["Gyumri"])]


@pytest.mark.parametrize(
    "text",
    [
        "Russia sent 3,000 soldiers to Gyumri. Another 500 arrived on Monday.",
        "Russia sent 3,000 soldiers to Gyumri. They are regulars.\n\nAnother 500 arrived on Monday.",
        "Russia sent 3,000 soldiers to Gyumri, 500 of them conscripts.",
    ],
)
def test_more_of_a_force_or_a_part_of_it_is_where_that_is(read: Reader, text: str) -> None:
    assert placed(read, text)[-1][1:] == ([], ["Gyumri"])


@pytest.mark.parametrize(
    "text",
    [
        "Russia has 300 soldiers.",
        "Some 300 soldiers marched past.\n\nIt rained in Paris.",
        "He praised the soldiers.",
    ],
)
def test_no_place_is_guessed(read: Reader, text: str) -> None:
    assert placed(read, text) == [("", [], [])]


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


@pytest.mark.parametrize(
    ("text", "rule", "places"),
    [
        ("France has 300 soldiers in Mali and some 40 trainers.", "place-salient", ["Mali"]),
        (
            "A brigade has been at Gao and near Kidal since May, along with 18 tanks.",
            "place-shared-with-previous",
            ["Gao", "near Kidal"],
        ),
        ("Two jets, bought in Russia and kept at Gao, could fly in support.", "place-nearby", ["Gao"]),
    ],
)
def test_company_stands_behind_the_places_of_the_first(read: Reader, text: str, rule: str, places: list[str]) -> None:
    last = placed(read, text)[-1]
    assert (last[0], last[2]) == (rule, places)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("About 600 paratroopers: 150 in Poland and 450 in Latvia.", ["Poland", "Latvia"]),
        ("About 600 paratroopers are to stay in the region: 150 in Poland and 450 in Latvia.", []),
    ],
)
def test_a_total_before_a_colon_is_where_its_parts_are(read: Reader, text: str, places: list[str]) -> None:
    assert placed(read, text)[0][2] == places


def test_a_pledge_goes_to_where_most_of_the_forces_are(read: Reader) -> None:
    text = (
        "Kenya has 900 soldiers in Haiti.\n\nJamaica has 100 soldiers in Haiti.\n\n"
        "Guns fired in Belize for 300 soldiers who lay at Dover.\n\nBenin has pledged 500."
    )
    assert placed(read, text)[-1] == ("place-salient", [], ["Haiti"])


def test_a_force_is_not_where_it_comes_from(read: Reader) -> None:
    text = "It rained in Gao. Some 300 soldiers from Gao arrived."
    assert placed(read, text)[-1] == ("place-by-parse", ["Gao"], [])


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "France keeps 900 soldiers at Gao. On Monday 300 left for Niamey.",
            ("origin-salient", ["Gao"], ["Niamey"]),
        ),
        ("Some 300 soldiers left for Niamey.", ("place-by-parse", [], ["Niamey"])),
    ],
)
def test_who_leaves_for_somewhere_leaves_where_it_was(
    read: Reader, text: str, row: tuple[str, list[str], list[str]]
) -> None:
    assert placed(read, text)[-1] == row
