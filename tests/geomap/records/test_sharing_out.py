"""One number told for each of several is an entry for each."""

from __future__ import annotations

import pytest

from tests.support.reading import Reader, code, size, where


def test_each_place(read: Reader) -> None:
    report = read("Norway keeps 50 soldiers apiece in Erbil and Amman.")
    found = [(code(entry), size(entry), where(report, entry)[1]) for entry in report.deployments]
    assert found == [("NOR", (50, 50), ["Erbil"]), ("NOR", (50, 50), ["Amman"])]


@pytest.mark.parametrize(
    ("text", "owners", "number"),
    [
        ("Germany and Italy have each posted ten military advisers to Benghazi.", ["DEU", "ITA"], (10, 10)),
        ("Indian and Chinese soldiers have pulled back from Demchok.", ["IND", "CHN"], None),
    ],
)
def test_each_actor(read: Reader, text: str, owners: list[str], number: tuple[int, int] | None) -> None:
    entries = read(text).deployments
    assert ([code(entry) for entry in entries], {size(entry) for entry in entries}) == (owners, {number})


def test_a_shared_number_stays_one(read: Reader) -> None:
    report = read("The United States sent 3,000 soldiers to Poland, Germany and Romania.")
    assert [where(report, entry)[1] for entry in report.deployments] == [["Poland", "Germany", "Romania"]]


def test_numbers_and_actors_in_the_same_order(read: Reader) -> None:
    """All twelve soldiers of the last number were Turkey's once."""
    entries = read("Turkey, Hungary and Norway sent 140, 45 and 12 soldiers to Skopje.").deployments
    assert [(code(e), size(e)) for e in entries] == [("TUR", (140, 140)), ("HUN", (45, 45)), ("NOR", (12, 12))]


def test_more_numbers_than_actors_are_the_subject_s(read: Reader) -> None:
    entries = read("Turkey sent 40 and 60 soldiers to Skopje.").deployments
    assert [(code(e), size(e)) for e in entries] == [("TUR", (40, 40)), ("TUR", (60, 60))]


@pytest.mark.parametrize(
    ("text", "number", "force"),
    [
        ("Some 1,200 Malian and Nigerien soldiers arrived at Dori.", (1200, 1200), "Malian and Nigerien soldiers"),
        ("About 400 British and French troops are stationed in Estonia.", (400, 400), "British and French troops"),
        (
            "Some 3,000 American, British and Australian marines landed at Darwin.",
            (3000, 3000),
            "American, British and Australian marines",
        ),
        ("Two British and French frigates are in the Red Sea.", (2, 2), "British and French frigates"),
        (
            "The 5,000 U.S. and South Korean marines began a drill at Pohang.",
            (5000, 5000),
            "U.S. and South Korean marines",
        ),
    ],
)
def test_one_number_for_several_peoples_is_nobody_s(
    read: Reader, text: str, number: tuple[int, int], force: str
) -> None:
    entries = read(text).deployments
    assert [(code(entry), size(entry), entry.force.text) for entry in entries] == [(None, number, force)]


def test_a_people_before_its_own_force_shares_no_number(read: Reader) -> None:
    entries = read("Rwanda sent 1,000 men and Ugandan troops entered Bunia.").deployments
    assert [code(entry) for entry in entries if size(entry) == (1000, 1000)] == ["RWA"]
