from __future__ import annotations

import pytest

from gazetteer import Gazetteer, Kind, Place
from geomap.mentions.places.names import find_names
from geomap.mentions.places.surroundings import around
from tests.support.reading import Reader


def towns(gazetteer: Gazetteer, name: str) -> tuple[Place, ...]:
    found = [c.place for c in gazetteer.lookup(name) if c.place.kind is Kind.CITY and c.place.name == name]
    return tuple(place for place in found if place.population > 1_000)


@pytest.mark.parametrize(
    ("name", "text", "division"),
    [
        ("Troy", "Guardsmen from Albany and Schenectady were sent to Cohoes.", "New York"),
        ("Troy", "Guardsmen from Piqua and Tipp City were sent to Sidney.", "Ohio"),
        ("Troy", "Guardsmen were sent to Piqua.", None),  # one name is an accident
        ("Troy", "Piqua called, and Piqua was told. Piqua waits.", None),
        ("Troy", "Guardsmen from Troy met in Troy.", None),
        ("Springfield", "The army is in Kabul, Herat and Kandahar.", None),
    ],
)
def test_the_town_that_the_other_names_lie_around(read: Reader, name: str, text: str, division: str | None) -> None:
    found = around(towns(read.gazetteer, name), find_names(read.parse(text), read.gazetteer))
    assert (found.admin1 if found is not None else None) == division


def test_of_no_towns_none() -> None:
    assert around((), ()) is None
