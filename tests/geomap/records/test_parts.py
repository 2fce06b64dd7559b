"""Parts point to their total where the text says so, and where numbers sum up to it."""

from __future__ import annotations

import pytest

from tests.support.reading import Reader


@pytest.mark.parametrize(
    ("text", "parts", "rule"),
    [
        (
            "Kenya has two frigates off Mombasa, with 300 marines aboard.",
            [None, "d1"],
            "part-aboard",
        ),
        (
            "Forty French soldiers are at Gao, 26 of them in Ansongo.",
            [None, "d1"],
            "part-partitive",
        ),
        (
            "Some 3,000 American troops, including 1,000 paratroopers, landed at Dakar.",
            [None, "d1"],
            "part-including",
        ),
        (
            "Some 30 Chinese ships are in the Black Sea: 12 frigates and 18 corvettes.",
            [None, "d1", "d1"],
            "part-continued",
        ),
        (
            "NATO has 900 soldiers in the Baltic states: 400 in Estonia, 300 in Latvia and 200 in Lithuania.",
            [None, "d1", "d1", "d1"],
            "part-continued",
        ),
        (
            "AUSSOM is to have 8,000 soldiers in Somalia. Uganda will provide 4,500.",
            [None, "d1"],
            "part-contributed",
        ),
        (
            "There are 1,500 American soldiers in El Paso. Of the 1,500, some 1,000 came from Fort Bliss.",
            [None, "d1"],
            "part-of-opening",
        ),
        (
            "NATO has 900 soldiers in the Baltic. Estonia hosts 400 soldiers. Latvia hosts 500 soldiers.",
            [None, "d1", "d1"],
            "part-sum",
        ),
    ],
)
def test_the_rule_that_finds_the_total(read: Reader, text: str, parts: list[str | None], rule: str) -> None:
    entries = read(text).deployments
    assert ([entry.part_of for entry in entries], entries[-1].rules[-1]) == (parts, rule)


@pytest.mark.parametrize(
    "text",
    [
        "Spain sent 300 soldiers to Riga and 200 to Tallinn.",
        "France has 900 soldiers in Gao. Niger hosts 400 American soldiers. Chad hosts 300 American soldiers.",
        "Britain sent 300 soldiers to Riga, and France 400, among them engineers.",
        "Kenya has 900 soldiers in Goma. Its frigates carry helicopters to Mombasa.",
    ],
)
def test_no_total_is_guessed(read: Reader, text: str) -> None:
    assert {entry.part_of for entry in read(text).deployments} == {None}


def test_a_part_of_a_plan_is_planned(read: Reader) -> None:
    text = "France will send 600 soldiers to Riga, including 200 engineers."
    assert [entry.status.value for entry in read(text).deployments] == ["planned", "planned"]
