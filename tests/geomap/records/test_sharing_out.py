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
