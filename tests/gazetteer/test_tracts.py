"""Cutting: pieces meet vertex by vertex and make up the country again."""

from __future__ import annotations

import pytest
import shapely
from shapely.geometry import LineString, Point, box

from gazetteer.build import tracts
from gazetteer.build.tracts import Claim, Unit


def _ring(shape: shapely.Polygon, slug: str = "a", edge: float = 0.0) -> Claim:
    return Claim(slug, shape, shape.boundary, (), edge)


def test_a_ring_takes_its_side_and_the_rest_stays() -> None:
    unit = Unit("square", "AAA", box(0, 0, 10, 10))
    tracts.cut(unit, [_ring(box(6, -1, 12, 11))])
    assert unit.rest is not None
    assert unit.taken["a"].equals(box(6, 0, 10, 10))
    assert unit.rest.equals(box(0, 0, 6, 10))
    assert unit.whole.equals(box(0, 0, 10, 10))
    assert shapely.coverage_is_valid([unit.rest, unit.taken["a"]])
    assert shapely.coverage_union_all([unit.rest, unit.taken["a"]]).equals(unit.whole)


def test_another_edition_of_the_coast_leaves_no_sliver() -> None:
    """The ring's outer side runs 0.02° inside the country's own border: it is that border."""
    unit = Unit("square", "AAA", box(0, 0, 10, 10))
    tracts.cut(unit, [_ring(box(6, 0.02, 9.98, 9.98), edge=0.04)])
    assert unit.rest is not None
    assert unit.rest.geom_type == "Polygon"
    assert unit.taken["a"].area == pytest.approx(40.0, abs=0.1)
    assert unit.taken["a"].boundary.contains(Point(10, 5))


def test_a_line_takes_the_faces_that_a_point_names() -> None:
    unit = Unit("square", "AAA", box(0, 0, 10, 10))
    line = LineString([(4, 0.03), (4, 6), (9.97, 6)])  # stops short of the border on both ends
    tracts.cut(unit, [Claim("a", None, line, (Point(8, 2),))])
    assert unit.taken["a"].area == pytest.approx(36.0, abs=0.1)


def test_two_loose_ends_close_to_each_other_are_one() -> None:
    unit = Unit("square", "AAA", box(0, 0, 10, 10))
    line = shapely.multilinestrings(
        [LineString([(2, 2), (2, 8), (8, 8)]), LineString([(8.002, 8), (8, 2), (2, 2.001)])]
    )
    tracts.cut(unit, [Claim("a", None, line, (Point(5, 5),))])
    assert unit.taken["a"].area == pytest.approx(36.0, abs=0.1)


def test_the_smaller_of_two_claims_lies_in_the_larger() -> None:
    unit = Unit("square", "AAA", box(0, 0, 10, 10))
    tracts.cut(unit, [Claim("all", box(0, 0, 10, 10), None), _ring(box(6, 6, 11, 11), "corner")])
    assert unit.rest is None
    assert (unit.taken["all"].area, unit.taken["corner"].area) == (84.0, 16.0)


def test_a_claim_that_only_touches_takes_nothing() -> None:
    unit = Unit("square", "AAA", box(0, 0, 10, 10))
    tracts.cut(unit, [_ring(box(9.97, 3, 14, 7), edge=0.04)])
    assert (unit.taken, unit.cut) == ({}, False)


def test_islands_go_whole() -> None:
    unit = Unit("isles", "AAA", shapely.multipolygons([box(0, 0, 1, 1), box(3, 0, 4, 1), box(6, 0, 7, 1)]))
    tracts.cut(unit, [_ring(box(2, -1, 8, 2))])
    assert unit.rest is not None
    assert unit.rest.equals(box(0, 0, 1, 1))
    assert unit.taken["a"].area == 2.0


def test_neighbours_get_the_vertices_that_a_cut_adds() -> None:
    west, east = Unit("west", "AAA", box(0, 0, 10, 10)), Unit("east", "BBB", box(10, 0, 20, 10))
    before = {0: west.whole}
    tracts.cut(west, [_ring(box(-1, 4, 12, 11))])
    tracts.share_vertices([west, east], before)
    assert west.rest is not None
    assert (10.0, 4.0) in east.whole.exterior.coords
    assert shapely.coverage_is_valid([west.rest, west.taken["a"], east.whole])


def test_a_slit_of_the_source_is_closed() -> None:
    slit = [(5, 5), (5.02, 5), (5, 5.02)]
    unit = Unit("square", "AAA", shapely.Polygon(box(0, 0, 10, 10).exterior, [slit, [(1, 1), (2, 1), (2, 2), (1, 2)]]))
    tracts.cut(unit, [_ring(box(6, -1, 12, 11))])
    assert unit.whole.area == pytest.approx(99.0)
