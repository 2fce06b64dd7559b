"""Friend and hostile: how a viewpoint is written, and whom the article makes hostile."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer
from geomap.model import EventType, Status
from geomap.scene import compose, sides
from geomap.scene.model import LegendKind, Side
from tests.support.drawing import GOMA, RUSSIA, USA, deployment, event, mention, report


def test_a_code_alone_is_the_friend() -> None:
    assert sides.parse("usa") == sides.Sides(frozenset({"usa"}), frozenset())


def test_friends_and_hostile() -> None:
    found = sides.parse("UKR,USA/RUS,wagner-group")
    assert (found.of(USA), found.of(RUSSIA), found.of(None)) == (Side.FRIEND, Side.HOSTILE, Side.NEUTRAL)


@pytest.mark.parametrize("words", ["", "/RUS", "UKR/", "UKR;RUS", "UKR,", "a b", "UKR/RUS/USA", "<script>"])
def test_what_is_no_viewpoint_says_how_one_is_written(words: str) -> None:
    with pytest.raises(sides.BadViewpoint, match=r"write a code \(UKR\)"):
        sides.parse(words)


def test_nobody_is_on_both_sides() -> None:
    with pytest.raises(sides.BadViewpoint, match="has RUS on both sides"):
        sides.parse("UKR,RUS/rus")


@pytest.mark.parametrize(
    ("kind", "status", "side"),
    [
        (EventType.STRIKE, Status.ACTUAL, Side.HOSTILE),
        (EventType.STRIKE, Status.DENIED, Side.NEUTRAL),
        (EventType.AGREEMENT, Status.ACTUAL, Side.NEUTRAL),
        (EventType.EXERCISE, Status.ACTUAL, Side.NEUTRAL),
    ],
)
def test_who_fights_a_friend_is_hostile(kind: EventType, status: Status, side: Side) -> None:
    fighting = report(events=(event("e", type=kind, actor=RUSSIA, target=USA, status=status),))
    assert sides.told(fighting, sides.parse("USA")).of(RUSSIA) is side


def test_a_viewpoint_that_names_the_hostile_is_left_as_it_is() -> None:
    fighting = report(events=(event("e", actor=RUSSIA, target=USA),))
    assert sides.told(fighting, sides.parse("USA/CHN")).of(RUSSIA) is Side.NEUTRAL


def test_a_map_of_a_viewpoint_has_its_frames_colours_and_legend(gazetteer: Gazetteer) -> None:
    records = (deployment("a", ("p1",)), deployment("b", ("p1",), actor=RUSSIA))
    about = report(records, (mention("p1", GOMA),))
    scene = compose(about, gazetteer, viewpoint="USA/RUS")
    assert [glyph.sidc for glyph in scene.sites[0].glyphs] == ["10031000001211000000", "10061000001211000000"]
    assert [(actor.key, actor.fill, actor.side) for actor in scene.actors] == [
        ("USA", "#80c8f0", Side.FRIEND),
        ("RUS", "#ff8f85", Side.HOSTILE),
    ]
    assert [line.text for line in scene.legend if line.kind is LegendKind.SIDE] == ["friend", "hostile"]
    neutral = compose(about, gazetteer)
    assert [glyph.sidc for glyph in neutral.sites[0].glyphs] == ["10041000001211000000"] * 2
