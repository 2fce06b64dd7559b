"""Changes of strength: both ends are sizes of a force that is there."""

from __future__ import annotations

import pytest

from tests.support.reading import Reader, size

Row = tuple[tuple[float | None, float | None] | None, str, str]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The U.S. will cut its force in Iraq from 2,500 troops to 2,000.",
            [((2500, 2500), "station", "actual"), ((2000, 2000), "station", "planned")],
        ),
        (
            "Britain doubled its force in Estonia from 850 troops to 1,700.",
            [((850, 850), "station", "past"), ((1700, 1700), "station", "actual")],
        ),
        ("Britain sent 850 troops to Estonia.", [((850, 850), "deploy", "actual")]),
    ],
)
def test_from_one_size_to_another(read: Reader, text: str, rows: list[Row]) -> None:
    assert [(size(d), d.action.value, d.status.value) for d in read(text).deployments] == rows
