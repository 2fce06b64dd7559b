"""Arrows: from where to where, of which kind, how wide, and which records share one."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer
from geomap.model import Action, Deployment, Status
from geomap.scene import flows, sites
from geomap.scene.atlas import Atlas
from geomap.scene.frame import Frame
from geomap.scene.model import Flow, FlowKind
from geomap.scene.placing import place_all
from tests.support.drawing import GOMA, POLAND, ROMANIA, SAKE, deployment, mention, number, report

PLACES = (mention("p1", POLAND), mention("p2", ROMANIA), mention("p3", GOMA), mention("p4", SAKE))


def arrows(gazetteer: Gazetteer, *records: Deployment) -> tuple[Flow, ...]:
    placed = place_all(report(records, PLACES), Atlas(gazetteer))
    frame = Frame(0.0)
    return flows.build(placed, sites.build(placed, frame), frame)


def test_a_stated_origin_is_solid_and_as_wide_as_its_number(gazetteer: Gazetteer) -> None:
    (flow,) = arrows(gazetteer, deployment("d", ("p3",), origin=("p4",), quantity=number(400, 400)))
    assert (flow.kind, flow.inferred, flow.width, flow.start_name) == (FlowKind.MOVE, False, 6.0, "Sake")
    assert (flow.start.lat, flow.end.lat, flow.start_site, flow.end_site) == (-1.57, -1.68, None, 0)


def test_an_inferred_origin_is_thin_whatever_the_number(gazetteer: Gazetteer) -> None:
    (flow,) = arrows(gazetteer, deployment("d", ("p1",), quantity=number(90_000, 90_000)))
    assert (flow.kind, flow.inferred, flow.width, flow.start_name) == (FlowKind.MOVE, True, 1.75, "United States")


def test_records_with_the_same_way_and_status_share_an_arrow_and_parts_do_not_widen_it(gazetteer: Gazetteer) -> None:
    way = {"location": ("p3",), "origin": ("p4",)}
    whole = deployment("whole", quantity=number(900, 900), **way)
    part = deployment("part", quantity=number(800, 800), part_of="whole", **way)
    planned = deployment("planned", status=Status.PLANNED, **way)
    found = arrows(gazetteer, whole, part, planned)
    assert [(flow.records, flow.status, flow.width) for flow in found] == [
        (("whole", "part"), Status.ACTUAL, 6.0),
        (("planned",), Status.PLANNED, 3.0),
    ]
    assert found[1].bend > found[0].bend  # two arrows on one way do not lie on each other


def test_withdrawal_starts_at_its_own_symbol(gazetteer: Gazetteer) -> None:
    (flow,) = arrows(gazetteer, deployment("d", ("p2",), origin=("p1",), action=Action.WITHDRAW))
    assert (flow.kind, flow.start_site, flow.end_site, flow.start.lon, flow.end.lon) == (
        FlowKind.WITHDRAWAL,
        0,
        None,
        19,
        25,
    )


def test_transfer_from_giver_to_recipient(gazetteer: Gazetteer) -> None:
    given = deployment("d", ("p1",), action=Action.TRANSFER)
    (flow,) = arrows(gazetteer, given)
    assert (flow.kind, flow.inferred, flow.start_name) == (FlowKind.TRANSFER, False, "United States")


def test_a_shared_number_branches_to_each_place(gazetteer: Gazetteer) -> None:
    found = arrows(gazetteer, deployment("d", ("p3", "p4"), action=Action.STATION, quantity=number(9, 9)))
    assert [(flow.kind, flow.start_site, flow.end.lat) for flow in found] == [
        (FlowKind.BRANCH, 0, -1.68),
        (FlowKind.BRANCH, 0, -1.57),
    ]


def test_longer_arrows_curve_more(gazetteer: Gazetteer) -> None:
    (near,) = arrows(gazetteer, deployment("d", ("p3",), origin=("p4",)))
    (far,) = arrows(gazetteer, deployment("d", ("p3",), origin=("p2",)))
    (farthest,) = arrows(gazetteer, deployment("d", ("p1",)))  # from Washington
    assert near.bend == pytest.approx(0.1, abs=0.002)
    assert (far.bend, farthest.bend) == (0.2, 0.2)


def test_an_arrow_from_a_place_to_itself_is_none(gazetteer: Gazetteer) -> None:
    assert arrows(gazetteer, deployment("d", ("p3",), origin=("p3",))) == ()


def test_the_far_end_lies_on_the_near_side_of_the_earth() -> None:
    here = Frame(0.0).point(25.0, 170.0)
    assert Frame(here.lon).point(61.0, -149.0).lon == 211.0
