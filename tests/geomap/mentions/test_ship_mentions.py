"""Ships told by their names alone, set off behind their type, or several behind one plural."""

from __future__ import annotations

import pytest

from tests.support.reading import Reader, size

_FLEET = "The carrier Independence sailed into the Persian Gulf. "


@pytest.mark.parametrize(
    ("text", "ship", "owner"),
    [
        ("The Eisenhower is in the Red Sea.", "Eisenhower", "USA"),
        ("On Monday the Languedoc left Toulon for the Red Sea.", "Languedoc", "FRA"),
        ("The Raju, an Estonian patrol ship Raju, is here. The Raju is in the Gulf of Finland.", "Raju", None),
    ],
)
def test_a_name_alone_is_a_ship(read: Reader, text: str, ship: str, owner: str | None) -> None:
    last = read(_FLEET + text).deployments[-1]
    assert last.force.text.endswith(ship)
    assert owner is None or (last.actor is not None and last.actor.code == owner)


@pytest.mark.parametrize(
    "text",
    [
        "The Georgia border is closed to Kuwait.",
        "The Ohio River rose in Kuwait.",
        "The Eisenhower administration sent nobody to Kuwait.",
        "The America's Cup is sailed at Auckland.",
    ],
)
def test_a_name_that_goes_on_is_none(read: Reader, text: str) -> None:
    assert [entry.force.text for entry in read(_FLEET + text).deployments] == ["carrier Independence"]


def test_names_count_only_where_ships_are_told_of(read: Reader) -> None:
    assert read("Some 300 soldiers are in Kuwait. The Eisenhower is in the Red Sea.").deployments[1:] == ()


def test_a_ship_told_again_by_its_name_is_one_entry(read: Reader) -> None:
    text = "The carrier Nimitz is in the Persian Gulf. It rained. The Nimitz is in the Persian Gulf with helicopters."
    assert [entry.force.text for entry in read(text).deployments].count("Nimitz") == 0


def test_names_of_several_ships_are_one_entry_which_a_number_repeats(read: Reader) -> None:
    text = "France sent the frigates Alsace and Languedoc to the Red Sea."
    (entry,) = read(text).deployments
    assert (entry.force.text, entry.quantity) == ("frigates Alsace and Languedoc", None)
    (entry,) = read(text + " The two French frigates are in the Red Sea.").deployments
    assert (size(entry), entry.action.value) == ((2, 2), "deploy")
