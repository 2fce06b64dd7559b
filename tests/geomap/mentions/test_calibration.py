"""A confidence is a frequency: of answers given with 0.9, nine in ten are right, on articles held out of everything."""

from __future__ import annotations

import pytest

from geomap.mentions.places.certainty import is_place
from tests import calibrate, news
from tests.support.reading import Reader


@pytest.fixture(scope="module")
def held_out(read: Reader) -> list[calibrate.Answer]:
    return calibrate.of_news(read.pipeline, [item for item in news.load() if item.held_out])


def test_the_calibration_error_on_held_out_articles(held_out: list[calibrate.Answer]) -> None:
    assert len(held_out) > 400
    assert calibrate.calibration_error(held_out) <= 0.05  # 0.021 when it was fitted; 0.082 before
    assert calibrate.brier(held_out) <= 0.09  # 0.082; 0.102 before


@pytest.mark.parametrize(
    ("low", "high", "right", "slack"),
    [(0.0, 0.5, 0.20, 0.20), (0.5, 0.8, 0.65, 0.12), (0.8, 0.9, 0.87, 0.07), (0.9, 1.0, 0.955, 0.03)],
)
def test_the_share_right_by_confidence(
    held_out: list[calibrate.Answer], low: float, high: float, right: float, slack: float
) -> None:
    inside = [answer for answer in held_out if low <= answer.confidence < high]
    assert sum(answer.right for answer in inside) / len(inside) == pytest.approx(right, abs=slack)
    assert sum(answer.confidence for answer in inside) / len(inside) == pytest.approx(right, abs=slack)


@pytest.mark.parametrize(
    ("score", "told", "share"),
    [(1.5, False, 0.712), (1.5, True, 0.746), (4.0, False, 0.962), (6.0, False, 0.994), (9.0, False, 0.994)],
)
def test_share_of_names_that_are_places(score: float, told: bool, share: float) -> None:
    assert is_place(score, told=told) == pytest.approx(share, abs=0.001)


def test_what_the_measures_measure() -> None:
    assert calibrate.fitted([(0.0,)] * 4 + [(1.0,)] * 4, [True] + [False] * 3 + [True] * 3 + [False]) == pytest.approx(
        [-1.0986, 2.1972], abs=0.05
    )
