"""Parts point to their total where the text says so, and where numbers sum up to it."""

from __future__ import annotations

import pytest

from tests.support.reading import Reader


@pytest.mark.parametrize(
    ("text", "parts", "rule"),
    [
        (
            "Kenya has two frigates off Mombasa, with 300 marines aboard.",
            [None, "d1"],
            "part-aboard",
        ),
        (
            "Forty French soldiers are at Gao, 26 of them in Ansongo.",
            [None, "d1"],
            "part-partitive",
        ),
        (
            "Some 3,000 American troops, including 1,000 paratroopers, landed at Dakar.",
            [None, "d1"],
            "part-including",
        ),
        (
            "Some 30 Chinese ships are in the Black Sea: 12 frigates and 18 corvettes.",
            [None, "d1", "d1"],
            "part-continued",
        ),
        (
            "NATO has 900 soldiers in the Baltic states: 400 in Estonia, 300 in Latvia and 200 in Lithuania.",
            [None, "d1", "d1", "d1"],
            "part-continued",
        ),
        (
            "UNIFIL has 10,000 soldiers in Lebanon. Ghana accounts for 870 and Fiji for 130.",
            [None, "d1", "d1"],
            "part-shared-by",
        ),
        (
            "The AU has 9,000 soldiers in Somalia: Uganda, 4,500; Burundi, 2,000; and Kenya, a neighbour, 1,500.",
            [None, "d1", "d1", "d1"],
            "part-shared-by",
        ),
        (
            "AUSSOM is to have 8,000 soldiers in Somalia. Uganda will provide 4,500.",
            [None, "d1"],
            "part-contributed",
        ),
        (
            "There are 1,500 American soldiers in El Paso. Of the 1,500, some 1,000 came from Fort Bliss.",
            [None, "d1"],
            "part-of-opening",
        ),
        (
            "NATO has 900 soldiers in the Baltic. Estonia hosts 400 soldiers. Latvia hosts 500 soldiers.",
            [None, "d1", "d1"],
            "part-sum",
        ),
    ],
)
def test_the_rule_that_finds_the_total(read: Reader, text: str, parts: list[str | None], rule: str) -> None:
    entries = read(text).deployments
    assert ([entry.part_of for entry in entries], entries[-1].rules[-1]) == (parts, rule)


@pytest.mark.parametrize(
    "text",
    [
        "Spain sent 300 soldiers to Riga and 200 to Tallinn.",
        "France has 900 soldiers in Gao. Niger hosts 400 American soldiers. Chad hosts 300 American soldiers.",
        "Britain sent 300 soldiers to Riga, and France 400, among them engineers.",
        "Kenya has 900 soldiers in Goma. Its frigates carry helicopters to Mombasa.",
        "Rwanda has 1,000 soldiers in Mozambique. Tanzania's, 300 of them, are in Nangade.",
        "Chad has sent 3,000 soldiers to Nigeria, Niger 750.",
    ],
)
def test_no_total_is_guessed(read: Reader, text: str) -> None:
    assert {entry.part_of for entry in read(text).deployments} == {None}


def test_a_part_of_a_plan_is_planned(read: Reader) -> None:
    text = "France will send 600 soldiers to Riga, including 200 engineers."
    assert [entry.status.value for entry in read(text).deployments] == ["planned", "planned"]


def test_a_list_of_hosts_sums_up_to_the_total(read: Reader) -> None:
    text = (
        "NATO has 2,800 soldiers in four battlegroups. Hungary hosts the largest, with 1,000 soldiers, ahead of "
        "Latvia (900); then come Poland with 500 and Slovakia, where 400 were counted."
    )
    report = read(text)
    places = {place.id: place.text for place in report.places}
    told = [
        ([places[i] for i in entry.location], entry.actor.code if entry.actor else None)
        for entry in report.deployments
        if entry.force.category.value == "personnel" and "force-elided" in entry.rules
    ]
    assert told == [(["Latvia"], "NATO"), (["Poland"], "NATO"), (["Slovakia"], "NATO")]


def test_a_total_is_of_none_of_the_states_whose_parts_are_told(read: Reader) -> None:
    text = "Cobra Gold, an exercise in Thailand with 9,600 soldiers, of whom 6,400 are American and 2,000 Thai, opened."
    told = [(entry.actor.code if entry.actor else None, entry.part_of) for entry in read(text).deployments]
    assert told == [(None, None), ("USA", "d1"), ("THA", "d1")]


def test_parts_by_what_they_belong_to(read: Reader) -> None:
    text = (
        "Some 1,500 Russian soldiers are in Transnistria. Some 1,100 belong to the Operational Group, the other 400 "
        "man checkpoints."
    )
    told = [(entry.quantity.min if entry.quantity else None, entry.part_of) for entry in read(text).deployments]
    assert told == [(1500, None), (1100, "d1"), (400, "d1")]


def test_nobody_goes_where_none_of_them_goes(read: Reader) -> None:
    report = read("America has minesweepers in Bahrain but none will be sent to Hodeidah, the Pentagon said.")
    places = {place.id: place.text for place in report.places}
    entry = report.deployments[-1]
    told = (entry.quantity, entry.status.value, [places[i] for i in entry.location])
    assert told == (None, "denied", ["Hodeidah"])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The mission in South Sudan has 13,200 soldiers. Rwanda, with 2,600, is the largest contributor, ahead of "
            "India (2,400) and Nepal (1,700).",
            [(None, ["South Sudan"]), ("RWA", ["South Sudan"]), ("IND", ["South Sudan"]), ("NPL", ["South Sudan"])],
        ),
        (
            "The force in Lebanon has 900 soldiers from Germany (500), Spain (300) and Italy (100).",
            [("DEU", ["Lebanon"]), ("ESP", ["Lebanon"]), ("ITA", ["Lebanon"])],
        ),
        (
            "Hungary hosts the largest group, with 1,000 soldiers, ahead of Latvia (900) and Estonia (500).",
            [(None, ["Hungary"]), (None, ["Latvia"]), (None, ["Estonia"])],
        ),
        (
            "Of the 850 soldiers at Bentiu, 300 are Ghanaians and 240 Mongolians.",
            [(None, ["Bentiu"]), ("GHA", ["Bentiu"]), ("MNG", ["Bentiu"])],
        ),
    ],
)
def test_who_gives_and_who_hosts(read: Reader, text: str, told: list[tuple[str | None, list[str]]]) -> None:
    report = read(text)
    places = {place.id: place.text for place in report.places}
    found = [(e.actor.code if e.actor else None, [places[i] for i in e.location]) for e in report.deployments]
    assert found[-len(told) :] == told


def test_numbers_that_sum_up_by_chance(read: Reader) -> None:
    text = (
        "France withdrew its 400 commandos from Ouagadougou. Russia has 100 instructors in Niamey. Italy has 300 "
        "soldiers there."
    )
    assert [entry.part_of for entry in read(text).deployments] == [None, None, None]


def test_who_is_aboard_is_where_the_ship_is(read: Reader) -> None:
    report = read("HMS Prince of Wales, which left Portsmouth on Tuesday for Japan, has 1,600 sailors aboard.")
    places = {place.id: place.text for place in report.places}
    told = [([places[i] for i in e.origin], [places[i] for i in e.location], e.part_of) for e in report.deployments]
    assert told == [(["Portsmouth"], ["Japan"], None), (["Portsmouth"], ["Japan"], "d1")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Estonia has 1,200 British and 350 French troops at Tapa.", [("GBR", ["Tapa"]), ("FRA", ["Tapa"])]),
        (
            "Tanzania has 300 soldiers in Nangade. Rwanda has raised its strength in Palma from 1,000 to 2,500.",
            [("TZA", ["Nangade"]), ("RWA", ["Palma"]), ("RWA", ["Palma"])],
        ),
        (
            "France keeps 1,500 soldiers in Niger and the United States 1,100, the bulk of them at Agadez.",
            [("FRA", ["Niger"]), ("USA", ["Agadez"])],
        ),
        (
            "Ghana will give 1,200 soldiers to the force in Niger. Cape Verde will send none.",
            [("GHA", ["Niger"]), ("CPV", ["Niger"])],
        ),
        (
            "Finnish forces train.\nEstonia: 1,200 British troops at Tapa.\nPoland: 10,000 Americans, around Powidz.",
            [("GBR", ["Tapa"]), ("USA", ["around Powidz"])],
        ),
    ],
)
def test_states_that_share_a_noun_or_a_verb(read: Reader, text: str, told: list[tuple[str | None, list[str]]]) -> None:
    report = read(text)
    places = {place.id: place.text for place in report.places}
    found = [(e.actor.code if e.actor else None, [places[i] for i in e.location]) for e in report.deployments]
    assert found == told
