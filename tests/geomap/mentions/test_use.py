"""What a place word does: the place itself, a government, a people, a dateline."""

from __future__ import annotations

import pytest

from geomap.model import Use
from tests.support.reading import Reader

LITERAL, METONYM, DEMONYM, DATELINE = Use.LITERAL, Use.METONYM, Use.DEMONYM, Use.DATELINE


def uses(read: Reader, text: str) -> list[tuple[str, Use]]:
    return [(place.text, place.use) for place in read(text).places]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Troops were sent to Poland.", [("Poland", LITERAL)]),
        ("The convoy drove from Kabul to Kandahar.", [("Kabul", LITERAL), ("Kandahar", LITERAL)]),
        ("Soldiers patrol the streets of Paris.", [("Paris", LITERAL)]),
        ("Poland hosts 10,000 soldiers.", [("Poland", LITERAL)]),
        ("Ukraine’s northern border is quiet.", [("Ukraine’s northern border", LITERAL)]),
        ("Shells fell in Kharkiv.", [("Kharkiv", LITERAL)]),
    ],
)
def test_where_something_is_or_goes_is_literal(read: Reader, text: str, found: list[tuple[str, Use]]) -> None:
    assert uses(read, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Moscow described the drills as routine.", [("Moscow", METONYM)]),
        ("Russia accused the alliance of lying.", [("Russia", METONYM)]),
        ("Washington will send 3,000 soldiers to Poland.", [("Washington", METONYM), ("Poland", LITERAL)]),
        ("Turkey is in talks with Kyiv.", [("Turkey", METONYM), ("Kyiv", METONYM)]),
        ("Berlin gave Ukraine ten tanks.", [("Berlin", METONYM), ("Ukraine", METONYM)]),
        ("The Kremlin denied it.", [("Kremlin", METONYM)]),
        ("The White House said nothing.", [("White House", METONYM)]),
        ("Uganda’s army crossed the river.", [("Uganda", METONYM)]),
        ("The government of Rwanda protested.", [("Rwanda", METONYM)]),
    ],
)
def test_a_government_that_acts_is_a_metonym(read: Reader, text: str, found: list[tuple[str, Use]]) -> None:
    assert uses(read, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Russian troops left.", [("Russian", DEMONYM)]),
        ("The Americans stayed.", [("Americans", DEMONYM)]),
        ("US troops left on Monday.", [("US", DEMONYM)]),
        ("U.S. soldiers left on Monday.", [("U.S.", DEMONYM)]),
        ("The Turkish president spoke.", [("Turkish", DEMONYM)]),
        ("A Syrian city was shelled.", [("Syrian", DEMONYM)]),
    ],
)
def test_a_people_or_an_adjective_is_a_demonym(read: Reader, text: str, found: list[tuple[str, Use]]) -> None:
    assert uses(read, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("KYIV: Shells fell at night.", [("KYIV", DATELINE)]),
        ("MONS, Belgium (AP) — Envoys met.", [("MONS, Belgium", DATELINE)]),
        ("Goma (Reuters) - The town was quiet.", [("Goma", DATELINE)]),
    ],
)
def test_where_the_report_was_filed_is_a_dateline(read: Reader, text: str, found: list[tuple[str, Use]]) -> None:
    assert uses(read, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Colombia’s Catatumbo is rugged.", [("Colombia", LITERAL), ("Catatumbo", LITERAL)]),
        ("Russia's troops left Armenia.", [("Russia", METONYM), ("Armenia", LITERAL)]),
        ("France's embassy in Niamey closed.", [("France", METONYM), ("Niamey", LITERAL)]),
    ],
)
def test_an_owner_of_geography_lies_and_an_owner_of_an_army_acts(
    read: Reader, text: str, found: list[tuple[str, Use]]
) -> None:
    assert uses(read, text) == found
