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


@pytest.mark.parametrize(
    ("text", "action", "status"),
    [
        ("A parachute battalion at Vicenza has been put on 72 hours' notice to move.", "standby", "possible"),
        ("Britain has placed 600 soldiers in Colchester on 48-hour notice.", "standby", "possible"),
        ("A brigade of the 101st is kept on an 18-hour leash at Fort Campbell.", "standby", "possible"),
        ("The 300 marines at Camp Pendleton are at six days' readiness.", "standby", "possible"),
        ("UNIFIL's 10,000 peacekeepers went on alert in Naqoura.", "standby", "possible"),
        ("Two bomber squadrons in Guam had been readied.", "standby", "possible"),
        ("Japan has had two destroyers on alert in the Sea of Japan since Thursday.", "standby", "possible"),
        ("A further 50 police stood by in Canberra to follow.", "standby", "possible"),
        ("The 300 soldiers in Gao live on rice at short rations.", "station", "actual"),
        ("Taiwan scrambled F-16s from Hualien.", "deploy", "actual"),
        ("The junta saw off 1,500 French soldiers from Niger.", "withdraw", "actual"),
        ("Mali threw 5,000 French soldiers out of Gao.", "withdraw", "actual"),
        ("Haftar has offered to send 300 foreign fighters home from Benghazi.", "withdraw", "planned"),
        ("France has called five advisers home from Bangui.", "withdraw", "actual"),
        ("Some 900 Danish soldiers are on their way home from Helmand.", "withdraw", "actual"),
        ("Some 900 Danish soldiers are on their way to Helmand.", "deploy", "actual"),
        ("Eritrean troops have quit Shire and Axum for Badme.", "withdraw", "actual"),
        ("The 600 Ukrainian marines arrived in Odessa after being withdrawn from Kerch.", "withdraw", "actual"),
        ("The 600 Ukrainian marines arrived in Odessa after being trained in Kerch.", "deploy", "actual"),
    ],
)
def test_more_words_of_readiness_and_leaving(read: Reader, text: str, action: str, status: str) -> None:
    entry = read(text).deployments[0]
    assert (entry.action.value, entry.status.value) == (action, status)


def test_who_is_sent_away_is_not_the_senders(read: Reader) -> None:
    entry = read("Burkina Faso dispensed with the 400 commandos whom France kept at Kamboinsin.").deployments[0]
    assert entry.actor is not None
    assert (entry.actor.code, entry.action.value) == ("FRA", "withdraw")
