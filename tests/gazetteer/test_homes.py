"""What the home of a publication weighs, and that the text and the world weigh more."""

from __future__ import annotations

import pytest

from gazetteer import Context, Gazetteer, Home, Kind, Resolution


def asked(gazetteer: Gazetteer, name: str, code: str, *countries: str, town: str | None = None) -> Resolution:
    """Resolve a name in a paper of a country, or of a town in it, whose article speaks of countries."""
    country = gazetteer.country(code)
    at = gazetteer.resolve(town, Context(within=(country.name,))).best if town else None
    home = Home(country, at.place.admin1 if at else None, at.place if at else None)
    return gazetteer.resolve(name, Context(countries=tuple((c, 1.0) for c in countries), home=home))


@pytest.mark.parametrize(
    ("name", "paper", "spoken_of", "expected"),
    [
        ("Tripoli", "LBN", (), "LBN"),
        ("Tripoli", "LBN", ("ISR",), "LBN"),
        ("Tripoli", "LBN", ("LBY",), "LBY"),
        ("Tripoli", "KEN", (), "LBY"),
        ("Hamilton", "NZL", (), "NZL"),
        ("Hamilton", "NZL", ("CAN",), "CAN"),
        ("Paris", "USA", (), "FRA"),
        ("Melbourne", "USA", (), "AUS"),
        ("Congo", "COG", (), "COG"),
        ("Niger", "NGA", (), "NGA"),
        ("Niger", "NGA", ("MLI",), "NER"),
    ],
)
def test_country_of_a_name(
    gazetteer: Gazetteer, name: str, paper: str, spoken_of: tuple[str, ...], expected: str
) -> None:
    best = asked(gazetteer, name, paper, *spoken_of).best
    assert best is not None
    assert best.place.country == expected


def test_the_reason_is_told_in_words(gazetteer: Gazetteer) -> None:
    assert "the paper is published in Lebanon" in asked(gazetteer, "Tripoli", "LBN").why
    assert "the paper is published there" in asked(gazetteer, "London", "CAN", town="London").why
    near = asked(gazetteer, "Woodstock", "CAN", town="London").why
    assert "the paper is published nearby, in London" in near


def test_a_local_papers_town_is_meant_by_its_bare_name(gazetteer: Gazetteer) -> None:
    best = asked(gazetteer, "London", "CAN", town="London").best
    assert best is not None
    assert (best.place.country, best.place.admin1, best.place.kind) == ("CAN", "Ontario", Kind.CITY)


def test_without_a_home_nothing_changes(gazetteer: Gazetteer) -> None:
    assert not [reason for reason in gazetteer.resolve("Tripoli").why if "paper" in reason]


@pytest.mark.parametrize("code", ["GHA", "MWI", "UGA", "ZMB", "RWA"])
def test_every_country_with_a_northern_division_has_a_northern_region(gazetteer: Gazetteer, code: str) -> None:
    best = asked(gazetteer, "Northern Region", "FRA", code).best
    assert best is not None
    assert (best.place.country, best.place.kind) == (code, Kind.ADMIN1)
