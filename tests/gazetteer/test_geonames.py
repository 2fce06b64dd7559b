from __future__ import annotations

import pytest

from gazetteer.geonames import is_code, plain_name, town_radius_km


def test_the_radius_of_a_town() -> None:
    assert [town_radius_km(people) for people in (0, 500, 100_000, 2_952_301)] == [3.0, 3.0, 3.5, 19.0]


@pytest.mark.parametrize(
    ("name", "alpha2", "plain"),
    [("‘Afrīn", "SY", "Afrin"), ("Oktyabr’skiy", "RU", "Oktyabrskiy"), ("L’Aquila", "IT", "L’Aquila")],
)
def test_transliteration_marks_are_dropped_where_geonames_transliterates(name: str, alpha2: str, plain: str) -> None:
    assert plain_name(name, alpha2) == plain


def test_codes_of_ports_are_told_from_names() -> None:
    assert [is_code(name) for name in ("KBP", "UKBB", "Kyiv", "КИЇВ", "UAIEV")] == [True, True, False, False, False]
