"""Actors: states by name, capital or people, bodies of states, armed groups, and descriptions of those named before."""

from __future__ import annotations

import pytest

from tests.support.reading import Reader


def actors(read: Reader, text: str) -> list[tuple[str, str]]:
    found = read.mentions(text)
    return [(text[slice(*actor.span)], actor.code) for actor in found.actors]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Russia sent troops.", [("Russia", "RUS")]),
        ("Moscow accused Kyiv of lying.", [("Moscow", "RUS"), ("Kyiv", "UKR")]),
        ("British and French soldiers left.", [("British", "GBR"), ("French", "FRA")]),
        ("The Americans stayed.", [("Americans", "USA")]),
        ("US troops left.", [("US", "USA")]),
        ("The Kosovar police watched.", [("Kosovar", "XKX")]),
    ],
)
def test_states(read: Reader, text: str, found: list[tuple[str, str]]) -> None:
    assert actors(read, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("NATO met on Monday.", [("NATO", "NATO")]),
        ("The United Nations sent peacekeepers.", [("United Nations", "UN")]),
        ("The African Union and ECOWAS agreed.", [("African Union", "AU"), ("ECOWAS", "ECOWAS")]),
        ("Hezbollah fired rockets.", [("Hezbollah", "hezbollah")]),
        ("The Rapid Support Forces took the town.", [("Rapid Support Forces", "rapid-support-forces")]),
        ("Wagner Group fighters left.", [("Wagner Group", "wagner-group")]),
        ("The Pentagon denied it.", [("Pentagon", "USA")]),
    ],
)
def test_bodies_of_states_and_armed_groups(read: Reader, text: str, found: list[tuple[str, str]]) -> None:
    assert actors(read, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Troops were sent to Poland.",  # a place, no actor
        "The us and them of it.",
        "They march on.",
        "",
    ],
)
def test_what_names_nobody(read: Reader, text: str) -> None:
    assert actors(read, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("NATO met on Monday. The alliance sent ships.", [("NATO", "NATO"), ("alliance", "NATO")]),
        ("The alliance sent ships.", []),  # nobody was named before
    ],
)
def test_descriptions_mean_who_was_named_before(read: Reader, text: str, found: list[tuple[str, str]]) -> None:
    assert actors(read, text) == found


def test_a_body_of_a_state_goes_under_the_name_of_the_state(read: Reader) -> None:
    (actor,) = read.mentions("The Pentagon denied it.").actors
    assert (actor.name, actor.code, actor.kind) == ("United States", "USA", "state-body")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Torrington Fire Department sent two engines.", []),
        ("Alexandria police sent 40 officers to Memphis.", []),
        ("Ghana Police officers were sent to Accra.", ["GHA"]),  # of a country the police are the state's
        ("Uganda police sent 500 officers to Kampala.", ["UGA"]),
    ],
)
def test_an_organ_of_a_town_is_not_the_state_that_it_lies_in(read: Reader, text: str, codes: list[str]) -> None:
    assert [actor.code for actor in read.mentions(text).actors if actor.kind == "state"] == codes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Soviet troops left Kabul.", [("Soviet", "SUN", "Soviet Union")]),
        ("Biafran troops took it.", [("Biafran", "biafra", "Biafra")]),
        ("East German guards fired.", [("East German", "DDR", "East Germany")]),
        ("North Vietnamese tanks came.", [("North Vietnamese", "VDR", "North Vietnam")]),
        (
            "Soviet troops came. Moscow denied it.",
            [("Soviet", "SUN", "Soviet Union"), ("Moscow", "SUN", "Soviet Union")],
        ),
        (
            "Russia recalled the Soviet war. Moscow denied it.",
            [("Russia", "RUS", "Russia"), ("Soviet", "SUN", "Soviet Union"), ("Moscow", "RUS", "Russia")],
        ),
    ],
)
def test_states_that_are_no_more(read: Reader, text: str, found: list[tuple[str, str, str]]) -> None:
    assert [(text[slice(*a.span)], a.code, a.name) for a in read.mentions(text).actors] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Wagner has 300 soldiers there.", ["wagner-group"]),
        ("Wagner is played in Bayreuth.", []),
        ("Robert Wagner spoke to the soldiers.", []),
        ("Fano militiamen met the soldiers.", ["fano"]),
        ("Soldiers were sent to Fano.", []),
        ("Ships with soldiers are in the Sea of Azov.", []),
        ("Lehi gunmen met the soldiers.", ["lehi"]),
    ],
)
def test_names_that_others_bear(read: Reader, text: str, found: list[str]) -> None:
    assert [actor.code for actor in read.mentions(text).actors] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("India moved the 3rd Infantry Division.", ["IND"]),
        ("American soldiers of the 3rd Infantry Division came.", ["USA", "USA"]),
        ("The Golani Brigade came.", ["ISR"]),
        ("Russia's FSB and Rosgvardia came.", ["RUS", "RUS", "RUS"]),
    ],
)
def test_units_are_their_states(read: Reader, text: str, found: list[str]) -> None:
    assert [actor.code for actor in read.mentions(text).actors] == found
