"""The arrangement: at no zoom does anything lie on anything else."""

from __future__ import annotations

import itertools

import pytest

from gazetteer import Gazetteer
from geomap.model import Status
from geomap.scene import Scene, compose
from geomap.scene.curves import Curve, detours
from geomap.scene.frame import project
from geomap.scene.model import Flow, FlowKind, Level, Point
from tests.support import drawing


def rectangles(scene: Scene, level: Level) -> list[tuple[float, float, float, float]]:
    out = []
    for site, spot in zip(scene.sites, level.sites, strict=True):
        if spot is not None:
            grid = site.compact if level.compact else site.grid
            x, y = (value * 2**level.zoom for value in project(site.point))
            w, h = grid.width / 2, grid.height / 2
            out.append((x + spot.dx - w, y + spot.dy - h, x + spot.dx + w, y + spot.dy + h))
    return out


def overlap(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def test_no_stack_lies_on_another_at_any_zoom(sample: Scene) -> None:
    for level in sample.levels:
        boxes = rectangles(sample, level)
        assert [pair for pair in itertools.combinations(boxes, 2) if overlap(*pair)] == [], level.zoom


def test_all_stacks_of_the_sample_are_shown_at_every_zoom(sample: Scene) -> None:
    assert {spot for level in sample.levels for spot in level.sites if spot is None} == set()


def test_where_there_is_no_room_stacks_wait_for_a_closer_look(gazetteer: Gazetteer) -> None:
    scene = compose(drawing.crowd(200), gazetteer)
    shown = [sum(spot is not None for spot in level.sites) for level in scene.levels]
    assert shown[0] < 200
    assert shown[-1] == 200
    assert scene.levels[0].compact
    assert not scene.levels[-1].compact


def test_a_stack_alone_stands_on_its_area_and_beside_its_point(gazetteer: Gazetteer) -> None:
    places = (drawing.mention("p1", drawing.POLAND), drawing.mention("p2", drawing.GOMA))
    area = compose(drawing.report((drawing.deployment("d", ("p1",), action="station"),), places), gazetteer)
    assert {(level.sites[0].dx, level.sites[0].dy) for level in area.levels if level.sites[0]} == {(0, 0)}
    point = compose(drawing.report((drawing.deployment("d", ("p2",), action="station"),), places), gazetteer)
    assert all(level.sites[0] is not None and level.sites[0].dx > 20 for level in point.levels)


def test_curve_goes_from_end_to_end_and_bulges_to_its_left() -> None:
    curve = Curve(Point(0, 0), Point(0, 90), 0.1, 1.0)
    assert curve.at(0) == pytest.approx((128, 128))
    assert curve.at(1) == pytest.approx((192, 128))
    assert curve.at(0.5) == pytest.approx((160, 128 - 6.4))


def _flow(end_site: int | None = None) -> Flow:
    return Flow(
        ("d",), FlowKind.MOVE, False, Status.ACTUAL, "RUS", Point(0, 0), Point(0, 90), None, end_site, "", 0.1, 3.0
    )


def test_an_arrow_goes_round_a_stack_that_is_not_its_own() -> None:
    middle = (155.0, 119.0, 165.0, 124.0)  # on its way, which is at y 121.6 there
    ((index, bend),) = detours([_flow()], [middle], 1.0)
    y = Curve(Point(0, 0), Point(0, 90), bend, 1.0).at(0.5)[1]
    assert index == 0
    assert not 119 < y < 124


def test_an_arrow_keeps_its_way_under_its_own_stack_and_where_nothing_is() -> None:
    assert detours([_flow(end_site=0)], [(155.0, 119.0, 165.0, 124.0)], 1.0) == ()
    assert detours([_flow()], [(155.0, 140.0, 165.0, 150.0), None], 1.0) == ()


def test_no_arrow_of_the_sample_runs_under_a_stack_that_is_not_its_own_in_the_first_views(sample: Scene) -> None:
    for level in sample.levels[4:]:
        boxes, bends = rectangles(sample, level), dict(level.bends)
        for index, flow in enumerate(sample.flows):
            curve = Curve(flow.start, flow.end, bends.get(index, flow.bend), 2**level.zoom)
            points = [curve.at(step / 28) for step in range(1, 28)]
            others = [box for i, box in enumerate(boxes) if i not in {flow.start_site, flow.end_site}]
            under = [1 for x, y in points for a, b, c, d in others if a < x < c and b < y < d]
            assert under == [], (level.zoom, flow.records)
