"""Forces that share the head of the next one, and numbers told once for both."""

from __future__ import annotations

import pytest

from geomap.mentions.forces.finding import find_forces
from geomap.mentions.numbers.quantities import find_quantities
from tests.support.reading import Reader, number


def forces(read: Reader, text: str) -> list[tuple[str, str, str | None, str | None]]:
    """Return text, category, echelon and number of each force."""
    found = find_forces(read.parse(text), find_quantities(text))
    return [(f.text, f.category.value, f.echelon and f.echelon.value, number(f)) for f in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Infantry and mechanised battalions were sent.",
            [("Infantry", "unit", "battalion", None), ("mechanised battalions", "unit", "battalion", None)],
        ),
        (
            "Armored and mechanized brigades hold the line.",
            [("Armored", "unit", "brigade", None), ("mechanized brigades", "unit", "brigade", None)],
        ),
        (
            "Two infantry and three armoured brigades were moved.",
            [("infantry", "unit", "brigade", "Two"), ("armoured brigades", "unit", "brigade", "three")],
        ),
        ("Four tank and infantry battalions came.", [("tank and infantry battalions", "unit", "battalion", "Four")]),
        (
            "Tank, artillery and engineer units drilled.",
            [
                ("Tank", "unit", None, None),
                ("artillery", "unit", None, None),
                ("engineer units", "unit", None, None),
            ],
        ),
    ],
)
def test_a_shared_head(read: Reader, text: str, found: list[tuple[str, str, str | None, str | None]]) -> None:
    assert forces(read, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Infantry and two tank battalions were sent.",  # the number parts them
            [("Infantry", "personnel", None, None), ("tank battalions", "unit", "battalion", "two")],
        ),
        (
            "Tanks and infantry battalions were sent.",
            [("Tanks", "armour", None, None), ("infantry battalions", "unit", "battalion", None)],
        ),
        (
            "Infantry and armoured vehicles were sent.",
            [("Infantry", "personnel", None, None), ("armoured vehicles", "armour", None, None)],
        ),
    ],
)
def test_a_force_of_its_own(read: Reader, text: str, found: list[tuple[str, str, str | None, str | None]]) -> None:
    assert forces(read, text) == found
