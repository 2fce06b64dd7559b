"""Sentences as every newsroom writes them, read whole: owner, number, places and status of each record."""

from __future__ import annotations

import pytest

from geomap.model import Status
from tests.support.reading import Reader, code, size, where

ACTUAL, PLANNED, POSSIBLE, DENIED = Status.ACTUAL, Status.PLANNED, Status.POSSIBLE, Status.DENIED
Told = tuple[str | None, tuple[int | None, int | None] | None, list[str], Status]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "France has about 1,500 soldiers in Chad, 350 in Ivory Coast and 300 in Senegal.",
            [
                ("FRA", (1500, 1500), ["Chad"], ACTUAL),
                ("FRA", (350, 350), ["Ivory Coast"], ACTUAL),
                ("FRA", (300, 300), ["Senegal"], ACTUAL),
            ],
        ),
        (
            "A convoy of 60 Turkish armoured vehicles crossed the border into Syria's Idlib province overnight.",
            [("TUR", (60, 60), ["Idlib"], ACTUAL)],
        ),
        (
            "Egypt sent two Rafale fighters and a frigate to the Red Sea port of Berbera.",
            [("EGY", (2, 2), ["Berbera"], ACTUAL), ("EGY", (1, 1), ["Berbera"], ACTUAL)],
        ),
        (
            "A US destroyer, the USS Higgins, sailed through the Taiwan Strait on Tuesday.",
            [("USA", (1, 1), ["Taiwan Strait"], ACTUAL)],
        ),
        ("Hungary is ready to deploy 200 soldiers to Chad.", [("HUN", (200, 200), ["Chad"], POSSIBLE)]),
        (
            "Colombia deployed 2,000 soldiers to Cúcuta and another 500 to Arauca on Monday.",
            [("COL", (2000, 2000), ["Cúcuta"], ACTUAL), ("COL", (500, 500), ["Arauca"], ACTUAL)],
        ),
        (
            "Finland will send 20 soldiers to Lebanon, joining 160 already there.",
            [("FIN", (20, 20), ["Lebanon"], PLANNED), ("FIN", (160, 160), ["Lebanon"], ACTUAL)],
        ),
        (
            "Up to ten NATO ships are on patrol in the Baltic Sea at any time.",
            [("NATO", (None, 10), ["Baltic Sea"], ACTUAL)],
        ),
        (
            "On Friday a company of Russian paratroopers jumped over Grodno, in a drill that had not been announced.",
            [("RUS", (1, 1), ["Grodno"], ACTUAL)],
        ),
        ("Belgium will hand over one ship to Ukraine next year.", [("BEL", (1, 1), [], PLANNED)]),
        ("The company will send one ship to Rotterdam next year.", []),
        ("A company of actors went to Kharkiv to play for the wounded.", []),
        (
            "Some 300 Kenyan soldiers reached Goma on Monday.",
            [("KEN", (300, 300), ["Goma"], ACTUAL)],
        ),
        (
            "Russia keeps two Iskander battalions in Kaliningrad that can reach Berlin.",
            [("RUS", (2, 2), ["Kaliningrad"], ACTUAL)],
        ),
        ("The minehunter Akçay left Beykoz for the Black Sea.", [("TUR", None, ["Black Sea"], ACTUAL)]),
        (
            "Two Dutch minehunters, which are due in Souda Bay on Sunday, will stay for a week.",
            [("NLD", (2, 2), ["Souda Bay"], PLANNED)],
        ),
        (
            "Three American B-2 bombers took off from Diego Garcia.",
            [("USA", (3, 3), [], ACTUAL)],
        ),
        (
            "The 500 Ghanaian troops set out from Tamale for Bawku.",
            [("GHA", (500, 500), ["Bawku"], ACTUAL)],
        ),
        (
            "Some 400 Russian soldiers took up positions in Stepanakert.",
            [("RUS", (400, 400), ["Stepanakert"], ACTUAL)],
        ),
        (
            "Spain is thinking of two frigates for the Gulf of Oman.",
            [("ESP", (2, 2), ["Gulf of Oman"], POSSIBLE)],
        ),
        (
            "Some 50 Congolese soldiers are at Mbandaka on the Congo River.",
            [("COD", (50, 50), ["Mbandaka"], ACTUAL)],
        ),
        ("Thirteen mine guards were found dead near Pataz this month.", []),
        (
            "Peru sent 600 soldiers to Pataz, where 13 mine guards were found dead.",
            [("PER", (600, 600), ["Pataz"], ACTUAL)],
        ),
        ("No Canadian soldiers will be sent to Haiti, Ottawa said.", [("CAN", None, ["Haiti"], DENIED)]),
        (
            "Bangladesh contributed 1,400 troops and Nepal 1,200 to the force in South Sudan.",
            [("BGD", (1400, 1400), ["South Sudan"], ACTUAL), ("NPL", (1200, 1200), ["South Sudan"], ACTUAL)],
        ),
        (
            "Spain is sending a Patriot battery with 150 troops to Adana in Turkey.",
            [("ESP", (1, 1), ["Adana"], PLANNED), ("ESP", (150, 150), ["Adana"], PLANNED)],
        ),
    ],
)
def test_who_how_many_where_and_whether(read: Reader, text: str, told: list[Told]) -> None:
    report = read(text)
    found = [(code(entry), size(entry), where(report, entry)[1], entry.status) for entry in report.deployments]
    assert found == told


def test_calling_up_is_no_calling_for(read: Reader) -> None:
    called_up = read("Israel has called up 60,000 reservists near Gaza City.").deployments
    assert [(size(entry), entry.status) for entry in called_up] == [((60000, 60000), ACTUAL)]


def test_a_headline_without_an_owner_restates_the_force_below(read: Reader) -> None:
    text = "Sahel force gathers at Dori\n\nSome 1,200 Malian and Nigerien soldiers arrived on Tuesday at Dori."
    assert [(code(entry), size(entry)) for entry in read(text).deployments] == [(None, (1200, 1200))]
