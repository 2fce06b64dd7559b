from __future__ import annotations

import copy
import pickle

from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from gazetteer import Gazetteer
from gazetteer.later import Later


def test_a_geometry_is_made_once_and_only_when_asked_for() -> None:
    made: list[int] = []

    def make() -> BaseGeometry:
        made.append(1)
        return Point(1, 2)

    later = Later(make)
    assert made == []
    assert later() is later()
    assert made == [1]


def test_none_is_made_once_too() -> None:
    made: list[int] = []
    later = Later(lambda: made.append(1))
    assert [later(), later()] == [None, None]
    assert made == [1]


def test_a_pickle_and_a_copy_hold_what_was_made() -> None:
    later = Later(lambda: Point(1, 2))
    assert pickle.loads(pickle.dumps(later))() == Point(1, 2)  # noqa: S301 - our own bytes
    assert copy.deepcopy(later)() == Point(1, 2)


def test_an_answer_with_a_geometry_can_be_pickled(gazetteer: Gazetteer) -> None:
    answer = gazetteer.locate("50 km from Kyiv")
    again = pickle.loads(pickle.dumps(answer))  # noqa: S301 - our own bytes
    assert again == answer
    assert again.geometry is not None
    assert again.geometry.equals(answer.geometry)
