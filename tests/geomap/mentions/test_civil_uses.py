"""Civil uses of force words, and the military ones beside them."""

from __future__ import annotations

import pytest

from geomap.mentions.forces.finding import find_forces
from tests.support.reading import Reader


def forces(read: Reader, text: str) -> list[tuple[str, bool]]:
    """Return the forces with whether they need a military context."""
    return [(force.text, force.ambiguous) for force in find_forces(read.parse(text), ())]


@pytest.mark.parametrize(
    "text",
    [
        "Fish tanks were sold.",
        "Electric car batteries are made there.",
        "The boy has toy soldiers and model tanks.",
        "A regiment of ants passed.",
        "An army of lawyers was hired.",
        "The legal team took a battery of tests.",
        "Cookie cutters and water tanks cost more.",
        "The Tomahawk steak was good.",
        "The Apache tribe sued.",
        "Troop deployments cost money.",
    ],
)
def test_a_civil_use_is_no_force(read: Reader, text: str) -> None:
    assert forces(read, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Battle tanks were sold.", [("Battle tanks", False)]),
        ("A regiment of tanks passed.", [("regiment of tanks", False)]),
        ("The Apache helicopter landed.", [("Apache helicopter", False)]),
        ("Left-wing guerrillas withdrew.", [("Left-wing guerrillas", False)]),
    ],
)
def test_the_military_use_beside_it_is_one(read: Reader, text: str, found: list[tuple[str, bool]]) -> None:
    assert forces(read, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Patriots beat the Jets.", [("Patriots", True), ("Jets", True)]),
        ("Apaches lived there.", [("Apaches", True)]),
        ("Two soldiers guarded the Apaches.", [("soldiers", False), ("Apaches", False)]),  # an article on forces
        ("Soldiers moved the Patriots.", [("Soldiers", False), ("Patriots", False)]),
    ],
)
def test_names_that_others_bear_need_an_article_on_forces(
    read: Reader, text: str, found: list[tuple[str, bool]]
) -> None:
    assert forces(read, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two T-55s guard the palace.", ["T-55s"]),
        ("The guard left the palace.", ["guard"]),
        ("They shell the town.", []),
    ],
)
def test_a_verb_is_no_force(read: Reader, text: str, found: list[str]) -> None:
    assert [force for force, _ in forces(read, text)] == found
