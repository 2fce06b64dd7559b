"""A place that opens the next member of a list belongs to the force behind it."""

from __future__ import annotations

import pytest

from geomap.records.places.openings import opened_by
from tests.support.reading import Reader, placed


@pytest.mark.parametrize(
    ("text", "opened"),
    [
        ("It has 800 soldiers in Estonia, and in Latvia 120 tanks.", "120 tanks"),
        ("It has 800 soldiers, and at Gao, in Mali, 120 tanks.", "120 tanks"),
        ("It has 800 soldiers in Estonia and in Latvia.", None),
        ("It has 800 soldiers in Estonia, in Latvia 120 tanks are kept.", None),
    ],
)
def test_a_conjunction_a_preposition_and_a_place_open_a_force(read: Reader, text: str, opened: str | None) -> None:
    found = read.mentions(text)
    forces = [force for place in found.places for force in [opened_by(found, place)] if force is not None]
    assert next((text[force.start : force.end] for force, _ in forces), None) == opened


def test_each_force_has_its_own_place(read: Reader) -> None:
    text = "In Estonia there are 800 British soldiers, and in Latvia 1,200 Canadian soldiers."
    assert [places for _, _, places in placed(read, text)] == [["Estonia"], ["Latvia"]]


def test_the_place_of_the_next_force_is_not_that_of_the_one_before(read: Reader) -> None:
    text = "The army has 6,000 men and, at Gao, one brigade."
    assert [places for _, _, places in placed(read, text)][1:] == [[], ["Gao"]]
