"""Numbers whose noun is told elsewhere, and numbers that only look so."""

from __future__ import annotations

import pytest

from tests.support.reading import Reader, number


def elided(read: Reader, text: str) -> list[tuple[str, str | None]]:
    return [(force.text, number(force)) for force in read.mentions(text).forces if force.elided]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The U.S. sent 1,000 soldiers to Romania and 2,000 to Poland.", [("soldiers", "2,000")]),
        ("France has 300 soldiers in Niger, 200 in Chad and 80 in Gabon.", [("soldiers", "200"), ("soldiers", "80")]),
        ("Britain sent 12 tanks to Estonia and four to Latvia.", [("tanks", "four")]),
        ("Some 900 troops landed at Dakar. Another 400 are bound for Bamako.", [("troops", "400")]),
        ("Of the 3,000 troops, 1,200 will leave Iraq by May.", [("troops", "1,200")]),
        ("Italy has 4,000 soldiers abroad, 1,000 of them in Lebanon.", [("soldiers", "1,000")]),
        ("Chad has sent 3,000 troops to Nigeria, Niger 750.", [("troops", "750")]),
    ],
)
def test_a_number_takes_the_noun_told_before(read: Reader, text: str, found: list[tuple[str, str]]) -> None:
    assert elided(read, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. sent 1,000 soldiers to Romania and 20 cooks to Poland.",
        "Two soldiers were sent to Kabul in 2010.",
        "Troops entered the town, where 40 houses burned.",
        "The soldiers marched 30 km to Goma.",
        "Some 300 to Poland.",
        "The minister, 62, praised the soldiers.",
        "The soldiers were praised, and 210 deputies voted for them.",
    ],
)
def test_numbers_with_a_noun_or_without_an_antecedent(read: Reader, text: str) -> None:
    assert elided(read, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The soldiers came by sea. Some 300 Kenyans landed at Mombasa.", [("Kenyans", "Some 300")]),
        ("Troops are on their way: 7,500 French, around Mostar.", [("French", "7,500")]),
        ("Some 300 Kenyans voted at Mombasa.", []),  # no word of soldiers
        ("The soldiers saw 300 Kenyan farmers at Mombasa.", []),
    ],
)
def test_a_people_stands_for_its_soldiers(read: Reader, text: str, found: list[tuple[str, str]]) -> None:
    people = [force for force in read.mentions(text).forces if "force-people" in force.rules]
    assert [(force.text, number(force)) for force in people] == found


def test_the_span_is_the_number_and_the_text_the_noun(read: Reader) -> None:
    text = "Spain sent 30 tanks to Riga and ten to Tallinn."
    (ten,) = [force for force in read.mentions(text).forces if force.elided]
    assert (text[slice(*ten.span)], ten.text, ten.category.value, ten.rules[-2:]) == (
        "ten",
        "tanks",
        "armour",
        ("force-elided", "elided-listed"),
    )
