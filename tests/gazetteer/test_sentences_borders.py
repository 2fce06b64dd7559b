"""Sentences in the manner of reports → borders, their sides, and where three meet."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer
from gazetteer.expressions import Border, Borderland, Expression, Named, Near, Offset, Part, Side, Tripoint, Union
from tests.support.marked import read


@pytest.mark.parametrize(
    ("marked", "expressions"),
    [
        (
            "{Lithuanian} guards found the balloon roughly 300 metres from the border with {Belarus}.",
            [
                (
                    "roughly 300 metres from the border with Belarus",
                    Offset(Border(Named("Lithuanian"), Named("Belarus")), None, 0.3),
                )
            ],
        ),
        (
            "The convoy halted 10 km from the {Belarusian} border.",
            [("10 km from the Belarusian border", Offset(Border(Named("Belarusian")), None, 10.0))],
        ),
        (
            "Migrants gathered at the {Polish}-{Belarusian} border.",
            [("the Polish-Belarusian border", Border(Named("Polish"), Named("Belarusian")))],
        ),
        (
            "A patrol vanished near the border between {Chad} and {Sudan}.",
            [("near the border between Chad and Sudan", Near(Border(Named("Chad"), Named("Sudan"))))],
        ),
        (
            "{Chad} and {Sudan} closed the border between the two countries.",
            [("the border between the two countries", Border(Named("Sudan"), Named("Chad")))],
        ),
        (
            "The army is massed on {Turkey}'s southern border.",
            [("Turkey's southern border", Border(Named("Turkey"), side=Side.SOUTH))],
        ),
        (
            "Jihadists roam the tri-border area of {Mali}, {Niger} and {Burkina Faso}.",
            [
                (
                    "the tri-border area of Mali, Niger and Burkina Faso",
                    Tripoint(Named("Mali"), Named("Niger"), Named("Burkina Faso")),
                )
            ],
        ),
        (
            "They fight where the borders of {Mali}, {Niger} and {Burkina Faso} meet.",
            [
                (
                    "where the borders of Mali, Niger and Burkina Faso meet",
                    Tripoint(Named("Mali"), Named("Niger"), Named("Burkina Faso")),
                )
            ],
        ),
        (
            "{Niger}'s army killed 20 fighters near the borders with {Burkina Faso} and {Mali}.",
            [
                (
                    "near the borders with Burkina Faso and Mali",
                    Near(Union((Border(Named("Niger"), Named("Burkina Faso")), Border(Named("Niger"), Named("Mali"))))),
                )
            ],
        ),
        (
            "{Israel} shelled the {Lebanese} side of the border.",
            [
                (
                    "the Lebanese side of the border",
                    Borderland(Border(Named("Lebanese"), Named("Israel")), Named("Lebanese")),
                )
            ],
        ),
        (
            "{Turkey} opened a post on the {Syrian} side of the {Turkish} border.",
            [("the Syrian side of the Turkish border", Borderland(Border(Named("Turkish")), Named("Syrian")))],
        ),
        (
            "Villages on both sides of the {Syrian}-{Turkish} border were hit.",
            [("on both sides of the Syrian-Turkish border", Borderland(Border(Named("Syrian"), Named("Turkish"))))],
        ),
        (
            "{Ukraine} says {Russia} has massed troops near the border.",
            [("near the border", Near(Border(Named("Russia"), Named("Ukraine"))))],
        ),
        (
            "{Colombian} guerrillas crossed the border into {Venezuela}.",
            [("the border", Border(Named("Colombian"), Named("Venezuela")))],
        ),
        (
            "{Poland} has closed its border with {Belarus}.",
            [("its border with Belarus", Border(Named("Poland"), Named("Belarus")))],
        ),
        (
            "{Ethiopia} and {Eritrea} have both moved troops to their border.",
            [("their border", Border(Named("Eritrea"), Named("Ethiopia")))],
        ),
        (
            "{Russia} evacuated people from its border regions.",
            [("its border regions", Borderland(Border(Named("Russia")), Named("Russia")))],
        ),
        (
            "Drones attacked {Russian} border regions overnight.",
            [("Russian border regions", Borderland(Border(Named("Russian")), Named("Russian")))],
        ),
        (
            "He fled across the border from {Kassala}.",
            [("across the border from Kassala", Border(Named("Kassala"), across=True))],
        ),
        (
            "{Israeli} jets struck targets in {Lebanon} just north of the border.",
            [("north of the border", Offset(Border(Named("Lebanon"), Named("Israeli")), Side.NORTH, None))],
        ),
        (
            "Clashes erupted near the border of northern {Syria}.",
            [("near the border of northern Syria", Near(Border(Part(Named("Syria"), Side.NORTH))))],
        ),
    ],
)
def test_sentences_of_reports(gazetteer: Gazetteer, marked: str, expressions: list[tuple[str, Expression]]) -> None:
    text, found = read(gazetteer, marked)
    assert [text[span.start : span.end] for span in found] == [words for words, _ in expressions]
    assert [span.expression for span in found] == [expression for _, expression in expressions]
