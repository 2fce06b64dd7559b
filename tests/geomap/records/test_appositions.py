"""A body and its number told side by side are one force; a number of its own counts a unit."""

from __future__ import annotations

import pytest

from tests.support.reading import Reader, size


@pytest.mark.parametrize(
    ("text", "number", "category", "echelon"),
    [
        ("A fourth Kenyan contingent, 144 police officers, landed at Cap-Haïtien.", (144, 144), "personnel", None),
        ("A Ghanaian battalion of 600 is in Beirut.", (600, 600), "personnel", "battalion"),
        ("A Ghanaian battalion, or some 600 men, is in Beirut.", (600, 600), "personnel", "battalion"),
        ("Kazakhstan has one battalion, 500 strong, in Dushanbe.", (500, 500), "personnel", "battalion"),
        ("Three Indian brigades, 10,000 men in all, are in Sikkim.", (10000, 10000), "personnel", "brigade"),
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
