"""What is no expression, and what words such as "its" and "the border" take their meaning from."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer
from gazetteer.expressions import Border, Named, Part, Side
from tests.support.marked import read


@pytest.mark.parametrize(
    "marked",
    [
        "The talks between {Russia} and {Ukraine} failed.",
        "The war between {Iran} and {Iraq} ended.",
        "Contacts between {Washington} and {Tehran} resumed.",
        "Between {Ukrainian} and {Russian} positions lies a field.",
        "Between 20 and 30 soldiers died in {Mali}.",
        "{Ukrainian} border guards and the {US} Coast Guard took part.",
        "A {Polish} border guard and {Poland}'s border police stood at {Lithuania}'s border post.",
        "The {Russia}-{Ukraine} border war went on.",
        "{Hungary} wants a border fence; the border fence is done.",
        "That was off the record, the {Kyiv} source said.",
        "{Kenya} sealed off {Lamu} and cut off {Garissa}.",
        "He called off {Mali} talks, took off from {Ramstein} and headed off to {Poland}.",
        "North of 200 people died in {Gaza}, and damage was south of $1 billion.",
        "{Iraq} is near collapse, with around 500 dead.",
        "{Mali} rejected outside help.",
        "{Ukraine} gets shells from outside {Ukraine}.",
        "The Northern Alliance took {Kabul}.",
        "Western officials in {Kyiv} said so.",
        "The Eastern bloc and {Poland} parted.",
        "{Israel}'s Southern Command said so.",
        "South {Korean} troops; southern {Ukrainian} cities.",
        "It is {West} {Nile} virus, carried by North {Platte} mosquitoes.",
        "The central bank of {Syria} and the northern front.",
        "The farmers of {Akkar} say {Akkar} waters its fields.",
        "He drove from {Kyiv} north to {Chernihiv}; thousands fled north from {Rafah}.",
        "Militants overran a base in {Iraq}'s western province of {Anbar}.",
        "Shells hit the border town of {Kobani} and {Ukraine}'s southern {Kherson} region.",
        "Prices rose by $30m from {Kyiv}.",
        "The plane flew 5,000 feet above {Nepal}.",
        "Shelling hit the country's north-west, and troops massed near the border.",
        "It shelled the far north of the country and the coast.",
        "{Damascus} and {Homs} are quiet, but shells hit the city's western districts.",
        "Smugglers know its border, its waters and both sides of the border.",
    ],
)
def test_what_is_no_expression(gazetteer: Gazetteer, marked: str) -> None:
    assert read(gazetteer, marked)[1] == ()


def test_what_words_take_their_meaning_from_is_told(gazetteer: Gazetteer) -> None:
    text, (span,) = read(gazetteer, "{Ukraine} says {Russia} has massed troops near the border.")
    assert text[span.start : span.end] == "near the border"
    assert span.names == ()
    assert [name.name for name in span.implied] == ["Russia", "Ukraine"]


def test_the_paragraphs_before_tell_too(gazetteer: Gazetteer) -> None:
    marked = "{Israel} struck {Lebanon}.\n\n{Hezbollah} fired rockets across the border."
    _, (span,) = read(gazetteer, marked)
    assert span.expression == Border(Named("Lebanon"), Named("Israel"))


def test_what_was_told_long_ago_does_not(gazetteer: Gazetteer) -> None:
    marked = "{Israel} struck {Lebanon}." + "\nNobody was hurt." * 4 + "\n{Hezbollah} fired across the border."
    assert read(gazetteer, marked)[1] == ()


def test_neighbours_make_a_border(gazetteer: Gazetteer) -> None:
    """The United States speaks, but has no border with either: the two that have one are meant."""
    marked = "The {United States} says that {Russian} troops left {Belarus} for the border."
    _, (span,) = read(gazetteer, marked)
    assert span.expression == Border(Named("Belarus"), Named("Russian"))


def test_no_side_of_a_name_is_a_part(gazetteer: Gazetteer) -> None:
    """ "west Lebanon" is a part though a town of New Hampshire is called so; "eastern Europe" is a name."""
    _, (part,) = read(gazetteer, "Strikes hit west {Lebanon}.")
    assert part.expression == Part(Named("Lebanon"), Side.WEST)
    _, (name,) = read(gazetteer, "Troops went to eastern {Europe}.")
    assert name.expression == Named("eastern Europe")
