"""Codes of precision for place and date."""

from __future__ import annotations

import pytest

from geomap.export import precision
from geomap.model import Relation, Time
from tests.support import drawing


def when(start: str | None, end: str | None) -> Time:
    return Time(text="then", start=start, end=end)


@pytest.mark.parametrize(
    ("time", "acled", "ucdp"),
    [
        (None, 3, 5),
        (when(None, None), 3, 5),
        (when("2022-02-20", "2022-02-20"), 1, 1),
        (when("2022-02-20", None), 1, 1),
        (when("2022-02-20", "2022-02-24"), 2, 2),
        (when("2022-02-14", "2022-02-20"), 2, 3),
        (when("2022-02-01", "2022-02-28"), 3, 4),
        (when("2021-01-01", "2021-12-31"), 3, 5),
        (when("some day", None), 3, 5),
    ],
)
def test_dates(time: Time | None, acled: int, ucdp: int) -> None:
    assert (precision.acled_time(time), precision.ucdp_time(time)) == (acled, ucdp)


@pytest.mark.parametrize(
    ("kind", "radius", "relation", "acled", "ucdp"),
    [
        ("city", 6, None, 1, 1),
        ("city", 20, None, 1, 2),
        ("base", 3, None, 1, 1),
        ("city", 20, Relation.NEAR, 2, 2),
        ("city", 60, Relation.NEAR, 3, 5),
        ("region", 20, Relation.OFFSET, 2, 2),
        ("region", 150, Relation.PART, 3, 5),
        ("admin2", 40, None, 2, 3),
        ("admin1", 90, None, 3, 4),
        ("country", 300, None, 3, 6),
        ("region", 250, Relation.BORDER, 3, 5),
    ],
)
def test_places(kind: str, radius: float, relation: Relation | None, acled: int, ucdp: int) -> None:
    place = drawing.GOMA.model_copy(update={"kind": kind, "radius_km": radius})
    mention = drawing.mention("p1", place).model_copy(update={"relation": relation})
    assert (precision.acled_place(mention), precision.ucdp_place(mention)) == (acled, ucdp)


def test_high_seas_and_places_not_found() -> None:
    sea = drawing.GOMA.model_copy(update={"kind": "water", "country": None, "radius_km": 300})
    assert precision.ucdp_place(drawing.mention("p1", sea)) == 7
    assert precision.ucdp_place(drawing.mention("p1", None)) == 6
    assert precision.acled_place(drawing.mention("p1", None)) == 3
