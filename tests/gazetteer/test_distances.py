from __future__ import annotations

import pytest

from gazetteer.distances import Distance, distance_km, match_distance, match_travel


@pytest.mark.parametrize(
    ("words", "km"),
    [
        ("50 km", 50.0),
        ("50-km", 50.0),
        ("50km", 50.0),
        ("1,200 kilometres", 1200.0),
        ("2.5 km", 2.5),
        ("some 15 miles", 24.14016),
        ("10 nautical miles", 18.52),
        ("12nm", 22.224),
        ("300 metres", 0.3),
        ("300m", 0.3),
        ("200 yards", 0.18288),
        ("1,000 feet", 0.3048),
        ("a dozen kilometres", 12.0),
        ("a few kilometres", 3.0),
        ("a few hundred metres", 0.3),
        ("several hundred metres", 0.5),
        ("half a mile", 0.804672),
        ("a kilometre", 1.0),
        ("two hundred miles", 321.8688),
        ("two thousand kilometres", 2000.0),
        ("twenty-five km", 25.0),
        ("one hundred and fifty km", 150.0),
        ("dozens of kilometres", 30.0),
        ("about 12km (7 miles)", 12.0),
        ("20 kilometers (12 miles)", 20.0),
        ("10 to 15 km", 12.5),
        ("10-15 km", 12.5),
        ("10km-15km", 12.5),
        ("between 5 and 10 miles", 7.5 * 1.609344),
        ("less than 10 km", 10.0),
        ("50 soldiers", None),
        ("kilometres", None),
        ("2m", None),  # millions
        ("north", None),
    ],
)
def test_distances(words: str, km: float | None) -> None:
    assert distance_km(words) == (None if km is None else pytest.approx(km))


@pytest.mark.parametrize(
    ("words", "rounding_km"),
    [
        ("50 km", 5.0),  # half of the last digit that counts
        ("12 km", 0.5),
        ("15 km", 2.5),  # fives are round numbers too
        ("5 km", 0.5),
        ("100 km", 20.0),  # but no more than a fifth of the number
        ("2.5 km", 0.05),
        ("about 50 km", 10.0),  # said to be rounded
        ("10 to 15 km", 2.5),
        ("a few kilometres", 1.5),
        ("10 miles", 2 * 1.609344),
    ],
)
def test_how_far_a_number_is_rounded(words: str, rounding_km: float) -> None:
    found = match_distance(words, 0)
    assert found is not None
    assert found[1].rounding_km == pytest.approx(rounding_km)
    assert not found[1].bound


@pytest.mark.parametrize("words", ["less than 10 km", "up to 10 km", "within 10 km", "no more than 10 km"])
def test_a_bound_may_be_off_by_all_of_itself(words: str) -> None:
    assert match_distance(words, 0) == (len(words), Distance(10.0, 10.0, bound=True))


@pytest.mark.parametrize("text", ["paid $30m from Kyiv", "paid £5m from Kyiv"])
def test_money_is_no_distance(text: str) -> None:
    assert match_distance(text, 6) is None


def test_a_distance_ends_before_other_words() -> None:
    assert match_distance("shelled 12 kmx", 8) is None
    found = match_distance("shelled 12 km north", 8)
    assert found is not None
    assert found[0] == 13


@pytest.mark.parametrize(
    "words",
    [
        "an hour's drive",
        "a two-hour drive",
        "a 30-minute drive",
        "a two-and-a-half-hour drive",
        "half an hour's drive",
        "two hours' drive",
        "a few hours' drive",
        "a day's march",
        "two days' walk",
        "an hour-long drive",
        "three hours by road",
        "some 90 minutes by road",
    ],
)
def test_journeys(words: str) -> None:
    assert match_travel(f"{words} from Goma", 0) == len(words)


@pytest.mark.parametrize("words", ["an hour later", "two days of fighting", "a drive", "30 minutes from"])
def test_what_is_no_journey(words: str) -> None:
    assert match_travel(words, 0) is None
