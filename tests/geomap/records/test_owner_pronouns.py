"""Whom a pronoun means: each text with the owners of its forces, in reading order."""

from __future__ import annotations

import pytest

from tests.support.reading import Reader, code


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        # a relative means what it stands behind, a country too that is otherwise a place
        ("The SADC offered mediators; Zambia, which has 300 soldiers at Kalemie, did not.", ["ZMB"]),
        ("They rely on the presence of the United States, which has 900 troops in Syria.", ["USA"]),
        ("India frets about Pakistan, which keeps two brigades at Skardu.", ["PAK"]),
        ("As for the Vietnamese, whose last 26,000 soldiers left Cambodia in 1989, nobody asks.", ["VNM"]),
        # the subject of its own clause comes before others of the sentence
        (
            "Japan keeps ten ships at Sasebo, and Beijing has sent its 46th escort task force to Aden.",
            ["JPN", "CHN"],
        ),
        ("Belgrade replied that none of its soldiers was in Kosovo.", ["SRB"]),
        # the nearest sentence with an actor has it, and in it who acts
        ("Russia protested. The Turkish army crossed the border on Monday. It has 600 soldiers in Bashiqa.", ["TUR"]),
        (
            "Fighters of Boko Haram killed two people. The army of Chad came. Its 300 men are in Baga.",
            ["TCD"],
        ),
        ("Peru grumbles. Chile has closed a pass. It keeps 40 tanks at Arica.", ["CHL"]),
        # "it" that means nothing
        ("Greek officers, it is said, might bring two frigates to Souda.", ["GRC"]),
        # whoever is quoted
        ('"We have not had one soldier in Libya since June," said the Turkish minister.', ["TUR"]),
    ],
)
def test_whom_a_pronoun_means(read: Reader, text: str, owners: list[str]) -> None:
    assert [code(entry) for entry in read(text).deployments] == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        # who is asked to acts
        ("Lima asked Brasília to post two battalions at Iñapari.", ["BRA"]),
        ("Vladimir Putin ordered 3,000 troops to move to Belgorod.", ["RUS"]),
        # who has the plans would act
        ("Rome insisted that it had no plans to put soldiers into Libya.", ["ITA"]),
        # whose strength is estimated
        ("The Kyrgyz committee put Tajik strength at Isfara at 3,000 soldiers.", ["TJK"]),
        # who acts in the clause behind the force
        ("At least 14 MiG-29s that Russia delivered to Jufra in May have not been seen to leave.", ["RUS"]),
        # parts are whoever's the whole is
        ("Washington keeps 600 soldiers in Colombia, 300 of whom are at Tolemaida.", ["USA", "USA"]),
        # there is none who would, but who says so
        ("There was no question of sending a contingent to Armenia, the Russian minister said.", ["RUS"]),
    ],
)
def test_who_acts_where_the_verb_has_no_subject_of_its_own(read: Reader, text: str, owners: list[str]) -> None:
    assert [code(entry) for entry in read(text).deployments] == owners
