"""Names on the map: seas, capitals and the largest towns, none of them twice."""

from __future__ import annotations

from collections import Counter

from gazetteer import Gazetteer
from geomap.scene import Scene, compose
from geomap.scene.model import LabelKind
from tests.support import drawing


def _names(scene: Scene, kind: LabelKind) -> set[str]:
    return {label.text for label in scene.labels if label.kind is kind}


def test_seas_round_the_sample_are_named_and_no_river(sample: Scene) -> None:
    seas = _names(sample, LabelKind.SEA)
    assert {"Black Sea", "Baltic Sea", "Adriatic Sea", "Sea of Azov"} <= seas
    assert {name for name in seas if "River" in name or "Dnieper" in name} == set()


def test_capitals_and_large_towns_are_named(sample: Scene) -> None:
    assert {"Kyiv", "Minsk", "Warsaw", "Bucharest"} <= _names(sample, LabelKind.CAPITAL)
    assert "Saint Petersburg" not in _names(sample, LabelKind.CAPITAL)
    assert "Kharkiv" in _names(sample, LabelKind.TOWN)


def test_no_name_stands_twice(gazetteer: Gazetteer) -> None:
    places = (drawing.mention("p1", drawing.GOMA), drawing.mention("p2", drawing.SAKE))
    scene = compose(drawing.report((drawing.deployment("d", ("p1",)),), places), gazetteer)
    kinds = {LabelKind.CITY, LabelKind.CAPITAL, LabelKind.TOWN}
    named = Counter(label.text for label in scene.labels if label.kind in kinds)
    assert "Goma" not in named  # stands over its symbol
    assert {name: count for name, count in named.items() if count > 1} == {}
    assert named["Sake"] == 1


def test_there_is_room_for_every_name_of_the_sample_at_some_zoom(sample: Scene) -> None:
    seas = [
        index for index, label in enumerate(sample.labels) if label.kind is LabelKind.SEA and label.text == "Black Sea"
    ]
    assert [sum(level.labels[index] is not None for level in sample.levels) > 5 for index in seas] == [True]
