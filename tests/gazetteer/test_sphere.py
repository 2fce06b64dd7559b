from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.sphere import closest_km, distance_km, vector

LATS, LONS = st.floats(-90.0, 90.0), st.floats(-180.0, 180.0)
POINTS = st.tuples(LATS, LONS)


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [((50.45, 30.52), (55.75, 37.62), 755), ((0.0, 0.0), (0.0, 1.0), 111.2), ((0.0, 179.5), (0.0, -179.5), 111.2)],
)
def test_great_circle(one: tuple[float, float], other: tuple[float, float], km: float) -> None:
    assert distance_km(*one, *other) == pytest.approx(km, rel=0.005)


@given(POINTS, st.lists(POINTS, min_size=1, max_size=12))
def test_the_closest_is_as_far_as_the_haversine_says(
    one: tuple[float, float], others: list[tuple[float, float]]
) -> None:
    exact = min(distance_km(*one, *other) for other in others)
    assert closest_km(vector(*one), [vector(*other) for other in others]) == pytest.approx(exact, abs=0.5)
