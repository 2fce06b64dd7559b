"""Places of forces that no words tie to one: the place that the passage is about, or none."""

from __future__ import annotations

import pytest

from tests.support.reading import Reader, placed


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Kenya sent 400 policemen to Haiti. Some 200 soldiers are due in May.", ["Haiti"]),
        ("India has two brigades at Leh. A third one arrived last week with 40 tanks.", ["Leh"]),
        ("MOGADISHU — The port of Mogadishu was quiet. Some 300 Ugandan soldiers stood in rows.", ["Mogadishu"]),
        ("Britain keeps 1,200 soldiers at Larnaca. It also has six Typhoons.", ["Larnaca"]),
        ("Peru has had 300 marines at Tumbes since May. They have 14 tanks.", ["Tumbes"]),
    ],
)
def test_the_place_that_the_passage_is_about(read: Reader, text: str, places: list[str]) -> None:
    rule, _, found = placed(read, text)[-1]
    assert (rule, found) == ("place-salient", places)


@pytest.mark.parametrize(
    "text",
    [
        "Russia has 300 soldiers.",
        "The minister spoke in Paris. The army has tanks.",
        "The minister repeated in Paris that the army has 300 soldiers.",
        "NAIROBI, Kenya — The minister met reporters on Monday. Some 300 Ugandan soldiers were expected.",
        "The army has 6,000 men and, at Gao, one brigade.",
        "It rained in Riga. He praised the soldiers.",
        "Some 300 soldiers arrived this week, according to a security source in Dapaong.",
        "The army moved 40 guns to a post down the road, and Chad sent 20 tanks to Faya.",
    ],
)
def test_no_place_is_made_up(read: Reader, text: str) -> None:
    assert placed(read, text)[0][2] == []
