from __future__ import annotations

import pytest

from gazetteer.located import written


@pytest.mark.parametrize(
    ("km", "words"), [(50.0, "50 km"), (24.14016, "24 km"), (2.5, "2.5 km"), (5.0, "5 km"), (0.3, "300 m")]
)
def test_distances_as_people_write_them(km: float, words: str) -> None:
    assert written(km) == words
