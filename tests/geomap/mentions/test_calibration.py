"""A confidence is a frequency: of answers given with 0.9, nine in ten are right, on articles held out of everything."""

from __future__ import annotations

import pytest

from geomap.mentions.certainty import is_place
from tests import calibrate, news
from tests.support.reading import Reader


@pytest.fixture(scope="module")
def held_out(read: Reader) -> list[calibrate.Answer]:
    return calibrate.of_news(read.pipeline, [item for item in news.load() if item.held_out])


def test_the_calibration_error_on_held_out_articles(held_out: list[calibrate.Answer]) -> None:
    assert len(held_out) > 400
    assert calibrate.calibration_error(held_out) <= 0.05  # 0.024 when it was fitted; 0.082 before
    assert calibrate.brier(held_out) <= 0.09  # 0.083; 0.102 before


@pytest.mark.parametrize(
    ("low", "high", "right", "slack"),
    [(0.0, 0.5, 0.29, 0.20), (0.5, 0.8, 0.75, 0.10), (0.8, 0.9, 0.865, 0.08), (0.9, 1.0, 0.96, 0.03)],
)
def test_the_share_right_by_confidence(
    held_out: list[calibrate.Answer], low: float, high: float, right: float, slack: float
) -> None:
    inside = [answer for answer in held_out if low <= answer.confidence < high]
    assert sum(answer.right for answer in inside) / len(inside) == pytest.approx(right, abs=slack)
    assert sum(answer.confidence for answer in inside) / len(inside) == pytest.approx(right, abs=slack)


@pytest.mark.parametrize(
    ("score", "told", "share"),
    [(1.5, False, 0.618), (1.5, True, 0.868), (4.0, False, 0.942), (6.0, False, 0.990), (9.0, False, 0.990)],
)
def test_share_of_names_that_are_places(score: float, told: bool, share: float) -> None:
    assert is_place(score, told=told) == pytest.approx(share, abs=0.001)


def test_what_the_measures_measure() -> None:
    assert calibrate.fitted([(0.0,)] * 4 + [(1.0,)] * 4, [True] + [False] * 3 + [True] * 3 + [False]) == pytest.approx(
        [-1.0986, 2.1972], abs=0.05
    )
