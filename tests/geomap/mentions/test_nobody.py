"""Words that deny a force told before: "none would set foot in Haiti"."""

from __future__ import annotations

import pytest

from tests.support.reading import Reader


@pytest.mark.parametrize(
    ("text", "force", "places"),
    [
        (
            "Russia has 3,000 soldiers at Gyumri; none, the Kremlin said, would be sent to Stepanakert.",
            "soldiers",
            ["Stepanakert"],
        ),
        ("Russia keeps 18 jets and 300 soldiers at Gyumri. None will be sent to Shusha.", "soldiers", ["Shusha"]),
        (
            "The coalition has two minesweepers at Aden, but none will be sent to Hodeidah.",
            "minesweepers",
            ["Hodeidah"],
        ),
        ("UNIFIL has 10,000 peacekeepers. None of them will be moved to Tripoli.", "peacekeepers", ["Tripoli"]),
    ],
)
def test_none_denies_the_force_told_before(read: Reader, text: str, force: str, places: list[str]) -> None:
    report = read(text)
    entry = report.deployments[-1]
    at = {place.id: place.text for place in report.places}
    assert (entry.status.value, entry.quantity, entry.part_of) == ("denied", None, None)
    assert (entry.force.text, [at[i] for i in entry.location]) == (force, places)


@pytest.mark.parametrize(
    "text",
    [
        "The army lost 12 tanks at Gao. None was recovered.",
        "Kenya has 400 policemen in Port-au-Prince. None has been hurt in Gao.",
        "None of this worries the 300 soldiers in Gao.",
    ],
)
def test_what_none_does_not_move(read: Reader, text: str) -> None:
    assert [e for e in read(text).deployments if e.status.value == "denied"] == []


def test_not_one_of_them_counts_nobody(read: Reader) -> None:
    entry = read("Israel has 5,000 soldiers in Metula; not one of them will go to Beirut.").deployments[-1]
    assert (entry.status.value, entry.quantity) == ("denied", None)
