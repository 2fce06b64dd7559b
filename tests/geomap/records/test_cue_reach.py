"""How far cue phrases reach: within their own part of a sentence, not to a verb beside theirs."""

from __future__ import annotations

import pytest

from geomap.records.status.finding import judge
from tests.support.reading import Reader


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The destroyer left Yokosuka on Monday and will be in the Philippine Sea by Thursday.", "actual"),
        ("Ten F-16s landed at Lask on Tuesday and are expected to stay until March.", "actual"),
        ("Parked here are 48 F-15 fighters; 12 Jaguars are to follow to Thumrait.", "actual"),
        ("About 700 Marines left Camp Lejeune for Haiti, the Pentagon has announced.", "actual"),
        ("Poland has sent 500 soldiers to the border and plans to build a wall.", "actual"),
        ("Australia will send a frigate in January, and has six patrol aircraft at Minhad.", "planned"),
        ("The soldiers announced for Romania will come from Fort Hood.", "planned"),
        ("Some 200 engineers are expected to land at Juba and build a bridge.", "planned"),
        ("Japan is set to fly 200 engineers to Juba and withdraw them in May.", "planned"),
    ],
)
def test_a_cue_reaches_its_own_part(read: Reader, text: str, status: str) -> None:
    found, links = read.links(text)
    assert judge(found, links[0]).status.value == status


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Australia will send a frigate in January, and has six patrol aircraft at Minhad.", "actual"),
        ("Parked here are 48 F-15 fighters; 12 Jaguars are to follow to Thumrait.", "planned"),
        ("Britain has flown six Tornados to Dhahran and is sending 800 marines to Kuwait.", "planned"),
    ],
)
def test_what_stands_beside_has_a_tense_of_its_own(read: Reader, text: str, second: str) -> None:
    found, links = read.links(text)
    assert judge(found, links[-1]).status.value == second
