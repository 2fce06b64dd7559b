from __future__ import annotations

import math

import pytest
from shapely.geometry import Point, box

from gazetteer.build.airfields import spellings
from gazetteer.build.entries import area_km2, bare_name, disc_radius_km, inner_point


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Idlib Governorate", "Idlib"),
        ("Donetsk Oblast", "Donetsk"),
        ("Provincia di Roma", "Roma"),
        ("Muḩāfaz̧at Ḩalab", "Ḩalab"),
        ("State of Texas", "Texas"),
        ("Kurdistan", None),
        ("Gao", None),
    ],
)
def test_the_name_without_the_word_for_its_sort(name: str, bare: str | None) -> None:
    assert bare_name(name) == bare


@pytest.mark.parametrize(
    ("name", "city", "expected"),
    [
        (
            "Kabul International Airport",
            "Kabul",
            ["Kabul International Airport", "Kabul Airport", "Kabul International Airfield", "Kabul Airfield"],
        ),
        (
            "Incirlik Air Base",
            "Adana",
            ["Incirlik Air Base", "Incirlik Airbase", "Incirlik Airfield", "Incirlik Air Force Base"],
        ),
    ],
)
def test_spellings_of_airfields(name: str, city: str, expected: list[str]) -> None:
    assert spellings(name, city) == expected


def test_area_on_the_sphere() -> None:
    assert area_km2(box(0, 0, 1, 1)) == pytest.approx(12364, rel=0.001)
    assert area_km2(box(0, 60, 1, 61)) == pytest.approx(12364 * math.cos(math.radians(60.5)), rel=0.001)
    assert disc_radius_km(box(0, 0, 1, 1)) == 62.7


def test_the_point_of_a_shape_lies_in_its_largest_part() -> None:
    assert inner_point(box(0, 0, 2, 2).union(box(10, 10, 11, 11))) == (1.0, 1.0)
    arch = box(0, 0, 10, 10).difference(box(1, -1, 9, 9))  # hollow in the middle
    lat, lon = inner_point(arch)
    assert arch.contains(Point(lon, lat))
