"""A body and its number told side by side are one force; a number of its own counts a unit."""

from __future__ import annotations

import pytest

from geomap.model import Echelon
from tests.support.reading import Reader, size


@pytest.mark.parametrize(
    ("text", "number", "category", "echelon"),
    [
        ("A fourth Kenyan contingent, 144 police officers, landed at Cap-Haïtien.", (144, 144), "personnel", None),
        ("A Ghanaian battalion of 600 is in Beirut.", (600, 600), "personnel", "battalion"),
        ("A Ghanaian battalion, or some 600 men, is in Beirut.", (600, 600), "personnel", "battalion"),
        ("Kazakhstan has one battalion, 500 strong, in Dushanbe.", (500, 500), "personnel", "battalion"),
        ("Three Indian brigades, 10,000 men in all, are in Sikkim.", (10000, 10000), "personnel", "brigade"),
        ("The garrison at Kidal, 400 men by most accounts, has stayed in Kidal.", (400, 400), "personnel", None),
        ("NATO's battlegroup at Tapa - some 1,700 men and women - is in Tapa.", (1700, 1700), "personnel", None),
        ("The 1st Brigade (Col. Ahmed Osman), 1,200 men, is at Marka.", (1200, 1200), "personnel", "brigade"),
        ("An advance guard of 170 soldiers will land at Damascus.", (170, 170), "personnel", None),
        ("The soldiers' advance guard of 170 will land at Damascus.", (170, 170), "personnel", None),
        ("Russian border guards, a detachment of some 70, are to leave Yerevan.", (70, 70), "personnel", None),
        ("A second squadron, of 20 F-15 fighters, moved to Naha.", (20, 20), "aircraft", None),
        ("A squadron of 18 F-4s came over to Osan.", (18, 18), "aircraft", None),
        ("Three companies of helicopters have landed at Harlingen.", (3, 3), "helicopter", "company"),
        (
            "A brigade, led by Sweden and 4,000 strong, will be based at Rovaniemi.",
            (4000, 4000),
            "personnel",
            "brigade",
        ),
        ("South Korean marines, about 4,000 of them, landed at Pohang.", (4000, 4000), "personnel", None),
        ("Colombian mercenaries, some 300 of them - all old soldiers - flew to Nyala.", (300, 300), "personnel", None),
        ("Two French battalions are in Gao.", (2, 2), "unit", "battalion"),
        ("A French battalion of paratroopers is in Gao.", (1, 1), "unit", "battalion"),
    ],
)
def test_what_counts_a_body(
    read: Reader, text: str, number: tuple[int, int], category: str, echelon: str | None
) -> None:
    entry, *others = read(text).deployments
    found = (size(entry), entry.force.category.value, entry.force.echelon and entry.force.echelon.value)
    assert (found, others) == ((number, category, echelon), [])


def test_the_body_tells_whose_it_is(read: Reader) -> None:
    entry = read("A fourth Kenyan contingent, 144 police officers, landed at Cap-Haïtien.").deployments[0]
    assert (entry.actor and entry.actor.code, entry.force.text) == ("KEN", "police officers")


def test_two_forces_of_a_list_stay_two(read: Reader) -> None:
    text = "France sent a battalion, 40 tanks and 300 engineers to Gao."
    assert [size(entry) for entry in read(text).deployments] == [(1, 1), (40, 40), (300, 300)]


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("About 2,000 soldiers and policemen are in Maiduguri.", "soldiers and policemen"),
        ("Some 40 tanks and armoured vehicles were sent to Grozny.", "tanks and armoured vehicles"),
        ("At least 12 Su-25 and MiG-29 jets landed at Belbek.", "Su-25 and MiG-29 jets"),
    ],
)
def test_one_number_counts_two_kinds(read: Reader, text: str, force: str) -> None:
    assert [entry.force.text for entry in read(text).deployments] == [force]


def test_both_kinds_do_what_the_first_does(read: Reader) -> None:
    (entry,) = read("Some 1,200 soldiers and police have been flown to Gao.").deployments
    assert (size(entry), entry.action.value) == ((1200, 1200), "deploy")


def test_a_number_counts_no_other_category_and_no_other_people(read: Reader) -> None:
    assert len(read("Russia sent 2,000 troops and tanks to Tskhinvali.").deployments) == 2
    assert len(read("Some 300 British soldiers and French gendarmes landed at Pristina.").deployments) == 2


def test_one_of_another_arm_is_a_unit(read: Reader) -> None:
    text = "Kyiv sent two battalions of infantry to Bakhmut and one of engineers to Siversk."
    entries = read(text).deployments
    assert [(size(entry), entry.force.echelon) for entry in entries] == [
        ((2, 2), Echelon.BATTALION),
        ((1, 1), Echelon.BATTALION),
    ]
