"""Names of units and ships: by number, by capitals, by what stands before them; and what only looks like one."""

from __future__ import annotations

import pytest

from geomap.mentions.forces.finding import find_forces
from geomap.mentions.numbers.quantities import find_quantities
from tests.support.reading import Reader


def named(read: Reader, text: str) -> list[tuple[str, str | None]]:
    """Return the named forces with their echelon; none of them may have a number."""
    found = [force for force in find_forces(read.parse(text), find_quantities(text)) if force.named]
    assert [force.quantity for force in found] == [None] * len(found)
    return [(force.text, force.echelon and force.echelon.value) for force in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The 76th Guards Air Assault Division unloaded.", [("76th Guards Air Assault Division", "division")]),
        ("Elements of the 36th marine brigade held out.", [("36th marine brigade", "brigade")]),
        ("16 Air Assault Brigade flew out.", [("16 Air Assault Brigade", "brigade")]),
        ("Tank Battalion 203 moved up.", [("Tank Battalion 203", "battalion")]),
        ("Pakistan's XI Corps left Peshawar.", [("XI Corps", "corps")]),
        ("The Third Armored Division crossed the river.", [("Third Armored Division", "division")]),
        ("Task Force 51 sailed.", [("Task Force 51", None)]),
        ("The 31st Fighter Wing is at Aviano.", [("31st Fighter Wing", None)]),
    ],
)
def test_a_number_names_a_unit(read: Reader, text: str, found: list[tuple[str, str | None]]) -> None:
    assert named(read, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Kholodnyi Yar Brigade dug in.", [("Kholodnyi Yar Brigade", "brigade")]),
        ("The Royal Welch Regiment landed.", [("Royal Welch Regiment", "regiment")]),
        ("Liwa al-Haqq left Homs.", [("Liwa al-Haqq", "brigade")]),
        ("The Golani Brigade is in Khiam.", [("Golani Brigade", "brigade")]),
        ("The Rashtriya Rifles patrol the ridge.", [("Rashtriya Rifles", None)]),
        (
            "The 1st Battalion, the Royal Welch Regiment, left.",
            [("1st Battalion, the Royal Welch Regiment", "battalion")],
        ),
    ],
)
def test_a_name_names_a_unit(read: Reader, text: str, found: list[tuple[str, str | None]]) -> None:
    assert named(read, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "A 3rd battalion is to follow.",  # one more
        "The tank brigade dug in.",
        "ARMY SENDS TANK BRIGADE TO BORDER",
        "Army Sends Tank Brigade North After Clash",  # a headline, whose capitals tell nothing
        "The Economist Intelligence Unit expects growth.",
        "The Flying Squad made an arrest.",
        "The second brigade followed.",
        "About 20 soldiers and five officers came.",
    ],
)
def test_what_names_no_unit(read: Reader, text: str) -> None:
    assert named(read, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("USS George H.W. Bush left Norfolk.", ["USS George H.W. Bush"]),
        ("ESPS Juan Carlos I is at Rota.", ["ESPS Juan Carlos I"]),
        ("The frigate Admiral Makarov fired.", ["frigate Admiral Makarov"]),
        ("The cruiser General Belgrano sank.", ["cruiser General Belgrano"]),
        ("HMS Diamond and USS Mason patrol there.", ["HMS Diamond", "USS Mason"]),
        ("RSS Steadfast and KRI Nanggala exercised.", ["RSS Steadfast", "KRI Nanggala"]),
        ("RSS feeds are read by 300 soldiers.", []),
    ],
)
def test_ships(read: Reader, text: str, found: list[str]) -> None:
    assert [force for force, _ in named(read, text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A spokesman for the 3rd Mountain Brigade denied it.", []),
        ("The headquarters of the army's 6th Infantry Division fell.", []),
        ("Some 4,000 more from the 82nd Airborne will fly to Kuwait.", []),
        ("Six battalions of the 3rd Mountain Brigade left.", ["battalions of the 3rd Mountain Brigade"]),
    ],
)
def test_a_unit_that_only_tells_whose_something_is(read: Reader, text: str, found: list[str]) -> None:
    forces = find_forces(read.parse(text), find_quantities(text))
    assert [force.text for force in forces if force.named] == found
