"""Datelines: the places that reports were filed from, in the manners of agencies, and what only looks like one."""

from __future__ import annotations

import pytest

from geomap.mentions.places.datelines import find_datelines


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in find_datelines(text)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("KIEV: NATO expressed concern.", ["KIEV"]),
        ("MONS, Belgium (Agencies) — The alliance met.", ["MONS, Belgium"]),
        ("BOGOTÁ/CARACAS — Troops moved.", ["BOGOTÁ", "CARACAS"]),
        ("BODØ, 1 March 2024. The drill began.", ["BODØ"]),
        ("GAO, Mali, Jan 28 — The last convoy left.", ["GAO, Mali"]),
        ("NEW YORK (AP) -- Envoys met.", ["NEW YORK"]),
        ("RIO DE JANEIRO - The carrier docked.", ["RIO DE JANEIRO"]),
        ("ÎLE-DE-FRANCE – He spoke.", ["ÎLE-DE-FRANCE"]),
        ("Goma (Reuters) - Rebels advanced.", ["Goma"]),
        ("Headline of the day\nBy A. Writer\n\nKYIV, Ukraine — Shells fell.", ["KYIV, Ukraine"]),
        ("KINSHASA, Democratic Republic of the Congo — Talks began.", ["KINSHASA, Democratic Republic of the Congo"]),
    ],
)
def test_datelines(text: str, places: list[str]) -> None:
    assert found(text) == places


@pytest.mark.parametrize(
    "text",
    [
        "",
        "NATO expressed concern.",
        "TROOPS MASS ON BORDER",
        "EU: a heading of two letters is too short.",
        "The general said: no.",
        "Moscow - the capital - was quiet.",
        "one\ntwo\nthree\nfour\nfive\nKYIV: too far down the page.",
        "A" * 200 + ": too long.",
    ],
)
def test_no_dateline(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("unit", ["A", "AB ", "AB/", "AB, Cd ", "Ab ", "(", "É"])
def test_long_lines_end(unit: str) -> None:
    """A line of capitals was searched whole for the end of a dateline."""
    assert found(unit * 50_000) == []
