"""Signs: shapes of their own, each look once, coloured by actor and status."""

from __future__ import annotations

from geomap.model import Category, EventType, Status
from geomap.render.picture.signs import EVENT_SIGNS, Signs
from geomap.scene import Scene, symbols

TROOPS = symbols.sidc(Category.PERSONNEL, None)


def test_every_kind_of_event_has_its_sign() -> None:
    assert set(EVENT_SIGNS) == set(EventType)


def test_a_look_is_drawn_once_and_used_by_name(sample: Scene) -> None:
    signs = Signs(sample)
    used = [signs.sign(TROOPS, None, 50, 50, 30, fill="#77aadd"), signs.sign(TROOPS, None, 90, 50, 20, fill="#77aadd")]
    assert [text.partition(" transform")[0] for text in used] == ['<use xlink:href="#g1"'] * 2
    assert signs.defs().count("<g id=") == 1
    assert 'fill="#77aadd"' in signs.defs()
    assert "var(" not in signs.defs()
    assert "currentColor" not in signs.defs()


def test_statuses_look_different(sample: Scene) -> None:
    looks = {}
    for status in Status:
        signs = Signs(sample)
        mark = signs.sign(TROOPS, None, 50, 50, 30, fill="#77aadd", status=status)
        looks[status] = (signs.defs(), "stroke" in mark)
    assert len(set(looks.values())) == 5
    assert "stroke-dasharray" in looks[Status.PLANNED][0]
    assert looks[Status.DENIED][1]
    assert "#77aadd" not in looks[Status.PAST][0]


def test_a_sign_stands_in_its_middle(sample: Scene) -> None:
    signs = Signs(sample)
    wide, tall = signs.size(TROOPS, 30)
    assert (round(wide), round(tall)) == (30, 30)
    drawn = signs.sign(TROOPS, None, 50, 40, 30)
    assert f"translate({50 - wide / 2:.1f} {40 - tall / 2:.1f})" in drawn
