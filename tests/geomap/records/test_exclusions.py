"""Forces that are no deployment: each row names the rule that leaves one out."""

from __future__ import annotations

import pytest

from geomap.records.exclusions.finding import excluded
from tests.support.reading import Reader


def exclusions(read: Reader, text: str) -> list[str | None]:
    found, links = read.links(text)
    rules = list(dict.fromkeys(excluded(found, link) for link in links))
    return [rule for rule in rules if rule is not None] or rules


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Some 20 soldiers were killed in Gao.", "no-deployment-harm"),
        ("The blast wounded 20 soldiers in Gao.", "no-deployment-harm"),
        ("The 20 soldiers killed in Gao were buried.", "no-deployment-harm"),
        ("Russia launched 40 drones at Kyiv.", "no-deployment-spent"),
        ("Ukraine destroyed 12 tanks near Sumy.", "no-deployment-spent"),
        ("They shot down two helicopters near Sumy.", "no-deployment-spent"),
        ("They took 40 soldiers captive.", "no-deployment-prisoners"),
        ("Soldiers attacked Gao.", "no-deployment-attacker"),
        ("Some 300 former soldiers live in Gao.", "no-deployment-former"),
        ("One of the soldiers in Gao sang.", "no-deployment-one-of"),
        ("Several of the peacekeepers, among them a captain, were killed near Gao.", "no-deployment-harm"),
        ("Two soldiers, their driver among them, were killed at Gao.", "no-deployment-harm"),
        ("The raid ended, killing, by the army's own count, 125 soldiers.", "no-deployment-harm"),
        ("Rebels put a mortar bomb into a yard at Gao.", "no-deployment-munition"),
        ("Three Y-12 flights a week land at Gao.", "no-deployment-name"),
        ("Gunmen on 150 motorcycles raided Maru.", "no-deployment-attacker"),
        ("A Merkava tank fired at a tower in Naqoura.", "no-deployment-attacker"),
        ("Two ships guard Aden against Houthi missiles.", "no-deployment-threat"),
        ("Ukraine had asked for 300 tanks at Ramstein.", "no-deployment-wish"),
        ("The convoy of President Mohamud is in Mogadishu.", "no-deployment-person"),
        ("Parliament in Kampala has 529 members.", "no-deployment-assembly"),
        ("The frigate Ardent was sunk by an Argentine jet off San Carlos.", "no-deployment-attacker"),
        ("Two aid workers are being held by gunmen near Kidal.", "no-deployment-attacker"),
        ("Soldiers and rebels fought on Tuesday at Bunagana.", "no-deployment-attacker"),
        ("Howitzers in Kiryat Shmona replied with 40 rounds.", "no-deployment-attacker"),
        ("Guerrillas had annihilated two companies near Smara.", "no-deployment-spent"),
        ("They drove off with 60 rifles from the barracks at Ghorahi.", "no-deployment-spent"),
        ("The blast left more than 20 soldiers with burns at Bagram.", "no-deployment-harm"),
        ("The diplomats were evacuated by helicopter from Kabul.", "no-deployment-means"),
        ("The diplomats were flown to Juba by military aircraft.", "no-deployment-means"),
        ("They jumped from C-130s over Kolwezi.", "no-deployment-means"),
        ("Sweden is training Ukrainian soldiers at Yavoriv.", "no-deployment-trained"),
        ("A convoy of 14 lorries with bread set out for Batken.", "no-deployment-relief"),
        ("Some 54 lorries of the World Food Programme crossed into Tigray.", "no-deployment-relief"),
        ("Some 2,000 ships cross the Baltic Sea each day.", "no-deployment-traffic"),
        ("By the count of the Border Guard it is quiet in Gao.", "no-deployment-teller"),
        ("They clashed with some 30 guerrillas near Barbacoas.", "no-deployment-attacker"),
        ("BRP Cabra, a 44-meter patrol ship, left.", "no-deployment-comparison"),
        ("The 3rd Brigade has sent two battalions to Kupiansk.", "no-deployment-sender"),
        ("An RSF column of 150 vehicles was bombed near Abu Zabad.", "no-deployment-target"),
        ("China's navy, the world's largest with 370 ships, slept.", "no-deployment-whole-army"),
        ("Some 40 gunmen, having crossed the border, attacked the plant at In Amenas.", "no-deployment-attacker"),
        ("The ferry collided with an Italian corvette off Vlore.", "no-deployment-attacker"),
        ("Why has a British patrol ship dropped anchor off Georgetown?", "no-deployment-asked"),
        ("They went through the gate at Quneitra with their rifles.", "no-deployment-armament"),
        ("A column set out from Gao to relieve the garrison.", "no-deployment-relieved"),
    ],
)
def test_the_rule_that_leaves_it_out(read: Reader, text: str, rule: str) -> None:
    assert exclusions(read, text) == [rule]


@pytest.mark.parametrize(
    "text",
    [
        "Some 300 soldiers are in Gao.",
        "France sent 300 soldiers to Gao.",
        "France withdrew 300 soldiers from Gao.",
        "Russia keeps 40 drones at Gao.",
        "A brigade moved up to Gao.",
        "Britain launched a frigate to the Gulf.",
        "Some 3,000 soldiers are fighting in Bunagana.",
        "Marines arrived at Durres aboard the USS Nassau.",
        "HMS Ocean brought 300 marines to Split.",
        "The carrier Shandong, three destroyers and a supply ship left Sanya.",
        "Sweden is training 600 soldiers at Yavoriv.",
        "The airport at Gao is guarded by French armoured vehicles.",
    ],
)
def test_forces_that_are_somewhere_stay(read: Reader, text: str) -> None:
    assert exclusions(read, text) == [None]


@pytest.mark.parametrize(
    "text",
    [
        "More than 40 warships, frigates and submarines among them, will exercise in the Baltic Sea.",
        "Forty of the aircraft, including J-10 fighters and H-6 bombers, crossed the Taiwan Strait.",
        "The 14 helicopters, mostly Black Hawks, landed at Erbil.",
    ],
)
def test_kinds_of_what_a_number_counts_are_no_forces_beside_it(read: Reader, text: str) -> None:
    first, *others = exclusions(read, text)
    assert (first, others) == ("no-deployment-kind", [])
    assert len(read(text).deployments) == 1


def test_whom_one_fights_beside_is_another(read: Reader) -> None:
    entries = read("Some 3,000 Rwandan soldiers are fighting alongside the rebels in North Kivu.").deployments
    assert [entry.force.text for entry in entries] == ["Rwandan soldiers"]


def test_what_a_force_is_in_a_word_is_no_other(read: Reader) -> None:
    text = "Ankara has flown 1,500 fighters of the Hamza Division, a Syrian militia, out of Afrin to Horadiz."
    assert [entry.force.text for entry in read(text).deployments] == ["fighters of the Hamza Division"]
    text = "France sent 300 soldiers, a frigate, and two helicopters to Beirut."
    assert len(read(text).deployments) == 3
