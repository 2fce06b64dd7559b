"""Records as features: a point for each record and place, a line for each stated way, none lost, none inferred."""

from __future__ import annotations

import pytest

from geomap.export.features import Coordinate, Role, bounds, features, split
from tests.support import drawing, hard


def test_one_number_for_three_places_is_three_points_that_say_so() -> None:
    found = features(hard.shared())
    assert [(each.row.fields.record, each.role, each.place.text if each.place else None) for each in found] == [
        ("d1", Role.LOCATION, "Poland"),
        ("d1", Role.LOCATION, "Germany"),
        ("d1", Role.LOCATION, "Romania"),
        ("d1", Role.ORIGIN, "Fort Bragg"),
        ("d1", Role.FLOW, "Poland"),
        ("d1", Role.FLOW, "Germany"),
        ("d1", Role.FLOW, "Romania"),
        ("d2", Role.LOCATION, "Poland"),
    ]
    assert {each.row.fields.shared_by for each in found if each.row.fields.record == "d1"} == {3}
    assert [(each.row.fields.shared_by, each.row.fields.part_of) for each in found][-1] == (1, "d1")
    assert len({each.id for each in found}) == len(found)


def test_no_record_is_lost_for_want_of_a_place() -> None:
    found = features(hard.nowhere())
    assert [(each.row.fields.record, each.role, each.parts) for each in found] == [
        ("d1", Role.NONE, ()),
        ("d2", Role.NONE, ()),
        ("e1", Role.NONE, ()),
    ]
    assert dict(found[1].properties())["place"] == "Nowhere"


def test_the_actors_country_is_no_origin() -> None:
    report = drawing.report((drawing.deployment("d1", ("p1",)),), (drawing.mention("p1", drawing.POLAND),))
    assert [each.role for each in features(report)] == [Role.LOCATION]


@pytest.mark.parametrize(
    ("a", "b", "parts"),
    [
        ((10.0, 50.0), (20.0, 40.0), (((10.0, 50.0), (20.0, 40.0)),)),
        ((170.0, -10.0), (-170.0, -20.0), (((170.0, -10.0), (180.0, -15.0)), ((-180.0, -15.0), (-170.0, -20.0)))),
        ((-175.0, 0.0), (165.0, 8.0), (((-175.0, 0.0), (-180.0, 2.0)), ((180.0, 2.0), (165.0, 8.0)))),
        ((180.0, 1.0), (-180.0, 1.0), (((180.0, 1.0), (180.0, 1.0)), ((-180.0, 1.0), (-180.0, 1.0)))),
    ],
)
def test_split_at_the_antimeridian(a: Coordinate, b: Coordinate, parts: object) -> None:
    assert split(a, b) == parts


@pytest.mark.parametrize(
    ("points", "box"),
    [
        ([], None),
        ([(10.0, 50.0)], (10.0, 50.0, 10.0, 50.0)),
        ([(-10.0, 50.0), (30.0, 40.0)], (-10.0, 40.0, 30.0, 50.0)),
        ([(178.0, -18.0), (-172.0, -14.0)], (178.0, -18.0, -172.0, -14.0)),
        ([(178.0, -18.0), (-172.0, -14.0), (150.0, 0.0)], (150.0, -18.0, -172.0, 0.0)),
    ],
)
def test_bounds(points: list[Coordinate], box: object) -> None:
    assert bounds([points]) == box
