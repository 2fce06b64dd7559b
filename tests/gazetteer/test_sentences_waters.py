"""Sentences in the manner of reports → coasts, banks, waters and airspace."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer, Kind
from gazetteer.expressions import Airspace, Bank, Coast, Expression, Hand, Mouth, Named, Offset, Side, Waters
from tests.support.marked import read


@pytest.mark.parametrize(
    ("marked", "expressions"),
    [
        (
            "The tanker was struck 30 nautical miles off {Hodeidah}.",
            [("30 nautical miles off Hodeidah", Offset(Coast(Named("Hodeidah"), offshore=True), None, 55.56))],
        ),
        (
            "{Ukrainian} forces hold positions on {Kherson}'s left bank.",
            [("Kherson's left bank", Bank(Named("Kherson"), Hand.LEFT))],
        ),
        (
            "They crossed to the left bank of the {Dnipro}.",
            [("the left bank of the Dnipro", Bank(Named("Dnipro", Kind.WATER), Hand.LEFT))],
        ),
        (
            "Drones hit ports at the mouth of the {Danube}.",
            [("the mouth of the Danube", Mouth(Named("Danube", Kind.WATER)))],
        ),
        (
            "The {US} Navy patrols the waters off {Yemen} and off the coast of {Eritrea}.",
            [
                ("the waters off Yemen", Coast(Named("Yemen"), offshore=True)),
                ("off the coast of Eritrea", Coast(Named("Eritrea"), offshore=True)),
            ],
        ),
        (
            "Migrants left {Libya}'s eastern coast.",
            [("Libya's eastern coast", Coast(Named("Libya"), Side.EAST))],
        ),
        (
            "Frigates sailed along the {Black Sea} coast of {Bulgaria}.",
            [("the Black Sea coast of Bulgaria", Coast(Named("Bulgaria"), sea=Named("Black Sea")))],
        ),
        (
            "The base is on {Romania}'s {Black Sea} coast.",
            [("Romania's Black Sea coast", Coast(Named("Romania"), sea=Named("Black Sea")))],
        ),
        (
            "A submarine was seen off the {Swedish} coast.",
            [("off the Swedish coast", Coast(Named("Swedish"), offshore=True))],
        ),
        (
            "{Taiwan} said jets flew off the island's east coast.",
            [("off the island's east coast", Coast(Named("Taiwan"), Side.EAST, True))],
        ),
        (
            "{Libya} said that a boat sank 30 miles off the coast on Friday.",
            [("30 miles off the coast", Offset(Coast(Named("Libya"), offshore=True), None, 48.28032))],
        ),
        (
            "A missile entered {Polish} airspace.",
            [("Polish airspace", Airspace(Named("Polish")))],
        ),
        (
            "{Norway} detected a submarine within its territorial waters.",
            [("its territorial waters", Waters(Named("Norway"), 22.224))],
        ),
    ],
)
def test_sentences_of_reports(gazetteer: Gazetteer, marked: str, expressions: list[tuple[str, Expression]]) -> None:
    text, found = read(gazetteer, marked)
    assert [text[span.start : span.end] for span in found] == [words for words, _ in expressions]
    assert [span.expression for span in found] == [expression for _, expression in expressions]
