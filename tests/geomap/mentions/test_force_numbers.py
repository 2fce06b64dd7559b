"""Numbers that a verb gives to a force, and verbs that count something else."""

from __future__ import annotations

import pytest

from tests.support.reading import Reader, number


def counted(read: Reader, text: str) -> list[tuple[str, str | None, str]]:
    found = read.mentions(text).forces
    return [(force.text, number(force), force.category.value) for force in found if force.quantity is not None]


@pytest.mark.parametrize(
    ("text", "force", "figure"),
    [
        ("The Serbian garrison at Vukovar, which numbers 900, has dug in.", "Serbian garrison", "900"),
        ("The Turkish brigade in Idlib, numbering 4,000, has dug in.", "Turkish brigade", "4,000"),
        ("The Kenyan contingent in Kismayo numbers 3,600 soldiers.", "Kenyan contingent", "3,600"),
        ("NATO's battle group in Romania numbers 800 at present.", "battle group", "800"),
        ("The rebels in Masisi number 300, diplomats say.", "rebels", "300"),
        ("The garrison of Deir ez-Zor, which by its own count numbers 2,500, holds out.", "garrison", "2,500"),
        ("Analysts put the Russian garrison at Gyumri at 3,000.", "Russian garrison", "3,000"),
        ("Analysts put the number of Turkish soldiers in Idlib at 9,000.", "Turkish soldiers", "9,000"),
        ("Analysts estimate the Turkish contingent in Libya at 500 men.", "Turkish contingent", "500"),
        ("The French contingent in Gao was put at 1,000 by the ministry.", "French contingent", "1,000"),
        ("A brigade of 4,000 troops will stay in Grozny.", "brigade of 4,000 troops", "4,000"),
        ("The number of American soldiers in Niger stands at 1,000.", "American soldiers", "1,000"),
    ],
)
def test_a_verb_tells_how_many_a_force_is(read: Reader, text: str, force: str, figure: str) -> None:
    assert counted(read, text) == [(force, figure, "personnel")]


@pytest.mark.parametrize(
    "text",
    [
        "The Egyptian army said that the dead in Sinai numbered 300.",
        "Russian soldiers are in Sirte, and the refugees there number 4,000.",
        "Hezbollah fighters, whose dead number 300, are in Aleppo.",
        "The troops number in the thousands.",
        "Soldiers put the fire out at 300 farms.",
    ],
)
def test_what_counts_something_else(read: Reader, text: str) -> None:
    assert counted(read, text) == []


def test_nothing_is_put_where_a_number_is_put_at(read: Reader) -> None:
    entry = read("Analysts put the Russian garrison at Gyumri at 3,000.").deployments[0]
    assert (entry.action.value, entry.status.value) == ("station", "actual")
