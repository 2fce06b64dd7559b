"""Organs without a state: each text with the codes of those that are found."""

from __future__ import annotations

import pytest

from tests.support.reading import Reader


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("BAMAKO, April 12 — The camel market at Gao shut. The army said that it knew nothing of Gao.", ["MLI"]),
        ("Rockets hit Sebha and Kufra. In Sirte the General Staff denied it.", ["LBY"]),
        ("Six helicopters are at Cali. From Tumaco and Pasto the Air Force reports rain.", ["COL"]),
        # filed elsewhere: the country that is told of
        ("NAIROBI — Sudan is at war. Shells fell on El Fasher. In El Obeid the army dug in.", ["SDN"]),
        # a state is named with it, here or before
        ("NAIROBI — In Juba, Kenya's navy and the army of Uganda met in Malakal.", []),
        # nothing tells of a home
        ("The army is tired.", []),
        ("Paris and Berlin talk to Rome. The army is tired.", []),
    ],
)
def test_whose_organs_are(read: Reader, text: str, codes: list[str]) -> None:
    assert [a.code for a in read.mentions(text).actors if a.rule == "actor-home-organ"] == codes
