"""What the forces beside one tell of it."""

from __future__ import annotations

import pytest

from geomap.mentions.forces.finding import find_forces
from geomap.mentions.numbers.quantities import find_quantities
from tests.support.reading import Reader


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Twelve fighter jets and four tankers landed.", "aircraft"),
        ("Two frigates and four tankers sailed.", "naval"),
        ("Two frigates, six jets and four tankers took part.", "naval"),
        ("The tankers were stopped.", "naval"),
        ("Four KC-135 tankers landed.", "aircraft"),
        ("Four refuelling tankers landed.", "aircraft"),
    ],
)
def test_tankers_fly_or_sail(read: Reader, text: str, category: str) -> None:
    forces = find_forces(read.parse(text), find_quantities(text))
    assert [f.category.value for f in forces if f.text.endswith("tankers")] == [category]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Six F-16 fighters landed.", [("F-16 fighters", "aircraft")]),
        ("Six Hamas fighters came.", [("Hamas fighters", "personnel")]),
        ("A battery of 105mm guns fired.", [("battery of 105mm guns", "artillery")]),
        ("They had 81mm mortars.", [("81mm mortars", "artillery")]),
        ("They had 25-pounder guns.", [("25-pounder guns", "artillery")]),
        ("The VAB carriers left.", [("VAB carriers", "armour")]),
        ("An ammunition convoy left.", [("ammunition convoy", "vehicle")]),
        ("The 27th Brigade of the Malian army left.", [("27th Brigade", "unit")]),
    ],
)
def test_what_a_compound_counts(read: Reader, text: str, found: list[tuple[str, str]]) -> None:
    forces = find_forces(read.parse(text), find_quantities(text))
    assert [(force.text, force.category.value) for force in forces] == found
