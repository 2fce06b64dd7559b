"""Stacks: which records stand together, in which order and size, with which words."""

from __future__ import annotations

import pytest

from geomap.model import Category, Echelon, Force, Qualifier, Status
from geomap.scene import sites
from geomap.scene.frame import Frame
from geomap.scene.marking import Marking
from geomap.scene.model import Extent
from geomap.scene.placing import Placed, from_resolved
from geomap.scene.sides import parse
from tests.support.drawing import GOMA, POLAND, ROMANIA, SAKE, deployment, event, number

AT = {place.name: (from_resolved(place),) for place in (POLAND, ROMANIA, GOMA, SAKE)}


@pytest.mark.parametrize(
    ("value", "size"),
    [(None, 22), (1, 22), (10, 26), (99, 26), (100, 30), (9_999, 35), (30_000, 41), (100_000, 48), (1e9, 48)],
)
def test_size_grows_with_each_power_of_ten(value: float | None, size: int) -> None:
    assert sites.size_of(value) == size


def test_records_at_one_place_are_one_stack_largest_first_parts_after_their_whole() -> None:
    placed = [
        Placed(deployment("unnumbered"), AT["Poland"]),
        Placed(deployment("part", quantity=number(1000, 1000), part_of="whole"), AT["Poland"]),
        Placed(deployment("middle", quantity=number(2000, 2000)), AT["Poland"]),
        Placed(deployment("whole", quantity=number(3000, 3000)), AT["Poland"]),
        Placed(event("battle"), AT["Poland"]),
        Placed(deployment("elsewhere"), AT["Goma"]),
        Placed(deployment("nowhere"), ()),
    ]
    stacks = sites.build(placed, Frame(0.0))
    assert [(stack.site.name, [glyph.record for glyph in stack.site.glyphs]) for stack in stacks] == [
        ("Poland", ["whole", "part", "middle", "unnumbered", "battle"]),
        ("Goma", ["elsewhere"]),
    ]
    assert [stack.site.extent for stack in stacks] == [Extent.AREA, Extent.POINT]


def test_parts_of_each_other_are_still_shown() -> None:
    ring = [Placed(deployment(a, part_of=b), AT["Goma"]) for a, b in (("a", "b"), ("b", "a"))]
    assert {glyph.record for glyph in sites.build(ring, Frame(0.0))[0].site.glyphs} == {"a", "b"}


def test_one_number_for_several_places_is_one_symbol_between_them() -> None:
    both = (*AT["Goma"], *AT["Sake"])
    site = sites.build([Placed(deployment("d", quantity=number(3, 3)), both)], Frame(0.0))[0].site
    assert (site.name, site.extent, len(site.glyphs)) == ("Goma, Sake", Extent.SHARED, 1)
    assert (site.point.lat, site.point.lon) == pytest.approx((-1.625, 29.135), abs=0.001)


def test_words_beside_a_symbol() -> None:
    plain = sites.glyph(deployment("d", quantity=number(2000, 2000, Qualifier.APPROXIMATE)))
    assert (plain.number, plain.words, plain.tag, plain.size) == ("about 2,000", ("soldiers",), "", 35)
    long = Force(text="nuclear-capable Iskander missiles", category=Category.MISSILE, echelon=None)
    planned = sites.glyph(deployment("d", force=long, status=Status.PLANNED))
    assert (planned.number, planned.words, planned.tag) == ("", ("nuclear-capable Iskander", "missiles"), "planned")
    unit = Force(text="brigade", category=Category.UNIT, echelon=Echelon.BRIGADE)
    assert sites.glyph(deployment("d", force=unit)).sidc == "10041000181210000000"


def test_a_tag_that_all_share_stands_once_at_the_name() -> None:
    placed = [Placed(deployment(name, status=Status.PLANNED), AT["Goma"]) for name in ("a", "b")]
    assert sites.build(placed, Frame(0.0))[0].site.tag == "planned"
    placed.append(Placed(deployment("c"), AT["Goma"]))
    assert sites.build(placed, Frame(0.0))[0].site.tag == ""


def test_many_records_stand_in_columns_and_the_rest_is_counted() -> None:
    placed = [Placed(deployment(f"d{i}"), AT["Goma"]) for i in range(40)]
    site = sites.build(placed, Frame(0.0))[0].site
    assert (site.grid.columns, len(site.grid.rows), site.grid.hidden, site.grid.more) == (2, 6, 28, 18)
    assert (site.compact.columns, len(site.compact.rows), site.compact.hidden) == (1, 5, 35)
    assert site.grid.height == site.grid.header + sum(site.grid.rows) + 18


def test_few_records_stand_in_one_column_and_none_is_left_out_for_one_line() -> None:
    placed = [Placed(deployment(f"d{i}"), AT["Goma"]) for i in range(7)]
    seven, six = (sites.build(placed[:count], Frame(0.0))[0].site for count in (7, 6))
    assert (seven.grid.columns, seven.grid.hidden, seven.grid.more) == (2, 0, 0)
    assert (six.grid.columns, six.compact.hidden, len(six.compact.rows)) == (1, 0, 6)
    assert seven.compact.hidden == 2


def test_a_stack_has_room_for_the_wider_frames_of_friend_and_hostile() -> None:
    placed = [Placed(deployment("d", quantity=number(2000, 2000)), AT["Goma"])]
    neutral = sites.build(placed, Frame(0.0))[0].site.grid
    friend = sites.build(placed, Frame(0.0), Marking(sides=parse("USA")))[0].site.grid
    hostile = sites.build(placed, Frame(0.0), Marking(sides=parse("RUS/USA")))[0].site.grid
    assert (neutral.icon, friend.icon, hostile.icon) == (35, 47, 46)
    assert hostile.rows[0] > neutral.rows[0]
