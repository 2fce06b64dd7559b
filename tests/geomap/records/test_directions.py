"""Whether words around a verb of movement make it a withdrawal, and a verb of leaving a stay."""

from __future__ import annotations

import pytest

from geomap.records.directions import returns
from tests.support.reading import Reader


@pytest.mark.parametrize(
    ("text", "action", "rule"),
    [
        ("France moved 300 soldiers back from Gao to Niamey.", "withdraw", "back-from-is-withdrawal"),
        ("France moved 300 soldiers back to Gao.", "deploy", None),
        ("The 300 soldiers returned from Gao to Niamey.", "withdraw", "back-from-is-withdrawal"),
        ("The 300 soldiers returned to Gao.", "deploy", None),
        ("The 300 soldiers had flown out of Gao by Monday.", "withdraw", "out-of-is-withdrawal"),
        ("Soldiers have been shipped to Surabaya out of Dili.", "withdraw", "out-of-is-withdrawal"),
        ("Six jets fly out of Gao.", "deploy", None),
        ("France left 300 soldiers in Gao.", "station", "left-object-stays"),
        ("The 300 soldiers left Gao.", "withdraw", None),
        ("The 300 soldiers will fly home from Gao.", "withdraw", None),
        ("France drew off 300 soldiers from Gao.", "withdraw", None),
    ],
)
def test_the_words_around_a_verb_turn_its_direction(read: Reader, text: str, action: str, rule: str | None) -> None:
    _, links = read.links(text)
    assert links[0].action.value == action
    assert next((name for name in links[0].rules if name.endswith(("withdrawal", "stays"))), None) == rule


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("The four jets flew home to Dakar from Gao.", "withdraw"),
        ("Some 800 marines left Gao on Monday, for Dakar again.", "withdraw"),
        ("Some 800 marines left Gao on Monday for Dakar.", "deploy"),
    ],
)
def test_who_leaves_for_home_withdraws(read: Reader, text: str, action: str) -> None:
    assert read(f"American soldiers are there. {text}").deployments[-1].action.value == action


@pytest.mark.parametrize(
    ("text", "back"),
    [("The tanks moved back.", True), ("The tanks flew home.", True), ("The tanks moved to Gao.", False)],
)
def test_a_particle_tells_the_way_back(read: Reader, text: str, back: bool) -> None:
    found = read.mentions(text)
    trigger = next(trigger for trigger in found.triggers.values() if trigger.kind == "verb")
    assert returns(found, trigger) is back
