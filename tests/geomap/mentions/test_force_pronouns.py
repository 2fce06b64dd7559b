"""Pronouns that take up a force: entries where a verb moves it to a place of its own."""

from __future__ import annotations

import pytest

from tests.support.reading import Reader


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "Russia had 12,000 ground troops in Kaliningrad. Most of them have since been shipped to Kharkiv.",
            ("ground troops", "deploy", "actual"),
        ),
        (
            "The 600 Marines are at San Diego; any of them might go ashore in Venezuela.",
            ("Marines", "deploy", "possible"),
        ),
        (
            "Two Turkish battalions fight in Lebanon. Not one of them will go to Tyre.",
            ("Turkish battalions", "deploy", "denied"),
        ),
        (
            "Washington has 900 soldiers in Syria. None would set foot in Iraq, the Pentagon said.",
            ("soldiers", "deploy", "denied"),
        ),
        ("Spain has 600 soldiers in Lebanon. The rest have left for Cyprus.", ("soldiers", "deploy", "actual")),
    ],
)
def test_a_pronoun_with_a_verb_of_movement_is_a_force(read: Reader, text: str, row: tuple[str, str, str]) -> None:
    _, entry = read(text).deployments
    assert entry.quantity is None
    assert (entry.force.text, entry.action.value, entry.status.value) == row


@pytest.mark.parametrize(
    "text",
    [
        "Egypt has 200 tanks at El Arish. All of them are Abrams tanks.",
        "France has 300 soldiers in Gao, most of them equipped in Bamako.",
        "France has 300 soldiers in Gao. The talks failed. Nothing moved. None of them went to Geneva.",
    ],
)
def test_others_are_none(read: Reader, text: str) -> None:
    assert len(read(text).deployments) == 1
