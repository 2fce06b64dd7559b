"""Forces: which nouns and names are one, what category and echelon they have, and which number counts them."""

from __future__ import annotations

import pytest

from geomap.mentions.forces.finding import ForceMention, find_forces, is_force_word
from geomap.mentions.numbers.quantities import find_quantities
from tests.support.reading import Reader, number


def forces(read: Reader, text: str) -> tuple[ForceMention, ...]:
    return find_forces(read.parse(text), find_quantities(text))


@pytest.mark.parametrize(
    ("text", "force", "category"),
    [
        ("Jordan sent 300 soldiers to the frontier.", "soldiers", "personnel"),
        ("The 40 paratroopers landed at dawn.", "paratroopers", "personnel"),
        ("They flew in 60 combat troops.", "combat troops", "personnel"),
        ("Chile lent 12 tanks.", "tanks", "armour"),
        ("Some 30 armoured vehicles rolled through the town.", "armoured vehicles", "armour"),
        ("Six howitzers were dug in behind the school.", "howitzers", "artillery"),
        ("Three warships left harbour.", "warships", "naval"),
        ("Two frigates are off the coast.", "frigates", "naval"),
        ("Nine fighter jets flew over.", "fighter jets", "aircraft"),
        ("Four attack helicopters were parked there.", "attack helicopters", "helicopter"),
        ("They bought 20 combat drones.", "combat drones", "uav"),
        ("It keeps ten ballistic missiles there.", "ballistic missiles", "missile"),
        ("Kuwait has two air defence systems on the island.", "air defence systems", "air-defence"),
    ],
)
def test_the_head_noun_gives_the_category(read: Reader, text: str, force: str, category: str) -> None:
    (found,) = forces(read, text)
    assert (found.text, found.category.value, found.echelon) == (force, category, None)


@pytest.mark.parametrize(
    ("text", "force", "category"),
    [
        ("Spain lent two Patriot batteries.", "Patriot batteries", "air-defence"),
        ("They moved S-400 systems north.", "S-400 systems", "air-defence"),
        ("Eight HIMARS launchers came by rail.", "HIMARS launchers", "artillery"),
        ("An F-16 squadron is based there.", "F-16 squadron", "aircraft"),
        ("They saw SU-35 fighter jets.", "SU-35 fighter jets", "aircraft"),
        ("Four Leopard 2 tanks arrived.", "Leopard 2 tanks", "armour"),
        ("They moved nuclear-capable Iskander missiles.", "nuclear-capable Iskander missiles", "missile"),
        ("A tank column entered the town.", "tank column", "armour"),
    ],
)
def test_a_word_for_a_group_or_mount_takes_the_category_of_its_weapon(
    read: Reader, text: str, force: str, category: str
) -> None:
    (found,) = forces(read, text)
    assert (found.text, found.category.value) == (force, category)


@pytest.mark.parametrize(
    ("text", "category", "echelon", "count"),
    [
        ("A brigade moved up.", "unit", "brigade", "A"),
        ("Two battalions are on the island.", "unit", "battalion", "Two"),
        ("An infantry company was sent.", "unit", "company", "An"),
        ("Three armoured divisions wait there.", "unit", "division", "Three"),
        ("A platoon of marines guards the gate.", "unit", "platoon", "A"),
        ("A 5,000-strong brigade is to be based there.", "personnel", "brigade", "5,000-strong"),
        ("Some 400 soldiers of a brigade left.", "personnel", None, "Some 400"),
        ("A battalion of 600 soldiers crossed the river.", "personnel", "battalion", "600"),
    ],
)
def test_formations_have_an_echelon(
    read: Reader, text: str, category: str, echelon: str | None, count: str | None
) -> None:
    found = forces(read, text)[0]
    assert (found.category.value, found.echelon and found.echelon.value, number(found)) == (category, echelon, count)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("About 2,000 more soldiers went.", ["About 2,000"]),
        ("Between 300 and 400 of its soldiers went.", ["Between 300 and 400"]),
        ("They sent 20 tanks and 35 howitzers.", ["20", "35"]),
        ("Dozens of tanks are there.", ["Dozens"]),
        ("Another destroyer followed.", ["Another"]),
        ("One more frigate followed.", ["One"]),
        ("A fleet of ships followed.", [None]),
        ("The garrison was relieved.", [None]),
        ("Troops are on the move.", [None]),
        ("Not one soldier left.", [None]),
        ("A convoy of 150 military vehicles drove in.", ["150"]),
    ],
)
def test_the_number_that_counts_a_force(read: Reader, text: str, counts: list[str | None]) -> None:
    assert [number(found) for found in forces(read, text)] == counts


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("The carrier Independence left port.", "carrier Independence"),
        ("Tank Battalion 203 moved up.", "Tank Battalion 203"),
        ("The submarine Sea Lion surfaced.", "submarine Sea Lion"),
    ],
)
def test_names_of_units_and_ships_are_no_numbers(read: Reader, text: str, force: str) -> None:
    (found,) = forces(read, text)
    assert (found.text, found.quantity, found.named) == (force, None, True)


@pytest.mark.parametrize(
    "text",
    [
        "The troop deployment worried Warsaw.",
        "They agreed on drone production.",
        "The tank factory closed.",
        "The missile crisis of 1962 was recalled.",
        "She threw the javelin 60 metres.",
        "The market opened early.",
        "",
    ],
)
def test_a_word_that_only_modifies_another_is_no_force(read: Reader, text: str) -> None:
    assert [found.text for found in forces(read, text)] == []


@pytest.mark.parametrize(
    ("word", "holds"),
    [("Soldiers", True), ("tank", True), ("frigate", True), ("peacekeepers", True), ("market", False), ("two", False)],
)
def test_single_words(word: str, *, holds: bool) -> None:
    assert is_force_word(word) is holds


def test_spans_hold_the_modifiers_and_the_head(read: Reader) -> None:
    text = "They sent about 500 light infantry soldiers."
    (found,) = forces(read, text)
    assert found.text == text[slice(*found.span)]
    assert found.head_term(text) == "soldiers"
    assert (text[found.start : found.end], found.quantity and found.quantity.span) == (
        "about 500 light infantry soldiers",
        (10, 19),
    )
