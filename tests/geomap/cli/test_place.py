"""``geomap place``: the gazetteer's answer as a table or as JSON, one line a name."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., Any]


def answers(out: str) -> list[Any]:
    return [json.loads(line) for line in out.splitlines()]


def test_json_has_the_shape_of_a_report(run: Run) -> None:
    outcome = run("place", "--format", "json", "Kiev")
    assert (outcome.status, outcome.err) == (0, "")
    (answer,) = answers(outcome.out)
    assert list(answer) == ["query", "resolved", "alternatives", "why"]
    assert answer["query"] == "Kiev"
    found = answer["resolved"]
    assert list(found) == ["id", "name", "kind", "country", "admin1", "lat", "lon", "radius_km"]
    assert (found["name"], found["kind"], found["country"]) == ("Kyiv", "city", "UKR")
    assert (found["lat"], found["lon"]) == (pytest.approx(50.45, abs=0.01), pytest.approx(30.52, abs=0.01))
    assert all(list(other) == [*found, "score"] for other in answer["alternatives"])
    assert all(isinstance(reason, str) for reason in answer["why"])


def test_an_unknown_name_is_an_answer_too(run: Run) -> None:
    outcome = run("place", "--format", "json", "Nowhereistan")
    assert outcome.status == 0
    (answer,) = answers(outcome.out)
    assert (answer["resolved"], answer["alternatives"]) == (None, [])
    assert answer["why"] == ['no place in the gazetteer is called "Nowhereistan"']
    assert run("place", "Nowhereistan").out == (
        'Nowhereistan: not found\n   no place in the gazetteer is called "Nowhereistan"\n\n'
    )


def test_names_come_from_standard_input_one_a_line(run: Run) -> None:
    outcome = run("place", "--format", "json", "Gomel", "-", "Burma", stdin="Київ\r\n\n  Turkey \n".encode())
    assert [(answer["query"], answer["resolved"]["country"]) for answer in answers(outcome.out)] == [
        ("Gomel", "BLR"),
        ("Київ", "UKR"),
        ("Turkey", "TUR"),
        ("Burma", "MMR"),
    ]


@pytest.mark.parametrize(
    ("name", "relation_of", "country"),
    [("50 km north of Kyiv", "Kyiv", "UKR"), ("northern Syria", "Syria", "SYR")],
)
def test_expressions_are_understood(run: Run, name: str, relation_of: str, country: str) -> None:
    (answer,) = answers(run("place", "--format", "json", name).out)
    assert relation_of in answer["resolved"]["name"]
    assert answer["resolved"]["country"] == country


@pytest.mark.parametrize("code", ["LBN", "lbn", "Lebanon"])
def test_a_country_may_be_given(run: Run, code: str) -> None:
    (answer,) = answers(run("place", "--format", "json", "--country", code, "Tripoli").out)
    assert (answer["resolved"]["country"], answer["alternatives"][0]["country"]) == ("LBN", "LBY")
    assert answers(run("place", "--format", "json", "Tripoli").out)[0]["resolved"]["country"] == "LBY"


def test_a_name_that_the_country_lacks_is_not_found_there(run: Run) -> None:
    (answer,) = answers(run("place", "--format", "json", "--country", "USA", "Kiev").out)
    assert answer["resolved"] is None
    assert (answer["alternatives"][0]["name"], answer["alternatives"][0]["country"]) == ("Kyiv", "UKR")
    assert answer["why"] == ["no place of that name is known in United States"]


def test_the_table_shows_the_answer_and_its_reasons(run: Run) -> None:
    lines = run("place", "Kiev").out.splitlines()
    assert lines[0] == "Kiev"
    assert lines[1].split() == ["name", "kind", "country", "in", "lat", "lon", "±", "km", "score"]
    assert lines[2].split()[:4] == ["→", "Kyiv", "city", "UKR"]
    assert lines[-1] == ""


def test_a_name_does_nothing_to_the_terminal(run: Run) -> None:
    assert run("place", "\x1b[2JXyzzy\u202e").out.splitlines()[0] == "Xyzzy: not found"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["place"], "Missing argument 'NAME...'; see `geomap place --help`"),
        (
            ["place", "Kiev", "--country", "XX"],
            "Invalid value for '--country': 'XX' is no country; write an ISO 3166 code such as UKR; "
            "see `geomap place --help`",
        ),
        (
            ["place", "Kiev", "--format", "csv"],
            "Invalid value for '--format': 'csv' is not one of 'table', 'json'; see `geomap place --help`",
        ),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(run: Run, arguments: list[str], message: str) -> None:
    outcome = run(*arguments)
    assert (outcome.status, outcome.out, outcome.err) == (2, "", f"geomap: error: {message}\n")
