"""Places that only tell where the one before them lies are no places of their own."""

from __future__ import annotations

import pytest

from geomap.records.places.explaining import explains
from tests.support.reading import Reader, placed


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("They met at Ramstein, in Germany.", True),
        ("They met at Camp Lemonnier in Djibouti.", True),
        ("They met at Dakhla, on the coast of Morocco.", True),
        ("They met at Gao, just outside Timbuktu.", True),
        ("They met at Barksdale, La.", True),
        ("They met at Gao, in the south of Mali.", True),
        ("They met at Gao, a strip beside the airport of Timbuktu.", True),
        ("They met at Gao, at one end of the road to Timbuktu.", False),
        ("They met at Gao, the last of the towns in Mali.", True),
        ("They met at Saraqib, Idlib.", True),
        ("They met at Gao, the rest at Timbuktu.", False),
        ("They met in Mali and in Niger.", False),
        ("They met in Mali, Niger.", False),  # a list
        ("They met at Gao and near Timbuktu.", False),
    ],
)
def test_the_second_place_tells_where_the_first_lies(read: Reader, text: str, told: bool) -> None:
    found = read.mentions(text)
    first, second, *_ = [place for place in found.places if place.literal]
    assert explains(found, second, [first]) is told


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Spain keeps 300 soldiers at Gao, just outside Timbuktu.", ["Gao"]),
        ("Spain keeps 300 soldiers at Dakhla, on the coast.", ["Dakhla"]),
        ("Spain keeps 300 soldiers at Gao, near Mopti and in Kidal.", ["Gao", "Kidal"]),
        ("Spain sent 300 soldiers to Gao, in Mali, and Kidal.", ["Gao", "Kidal"]),
    ],
)
def test_a_force_is_at_the_place_that_is_explained(read: Reader, text: str, places: list[str]) -> None:
    assert placed(read, text)[0][2] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Peru moved 300 soldiers to Tumbes, a garrison town close to the Ecuadorian border.", ["Tumbes"]),
        ("Russia keeps 12,000 soldiers in Kaliningrad, at one end of the Suwalki gap.", ["Kaliningrad"]),
        ("India sent 900 soldiers to Leh, 160 km away in the Ladakh region.", ["Leh"]),
        ("Peru will send 600 soldiers to Tarapoto, San Martín, on Monday.", ["Tarapoto"]),
        ("Peru will send 600 soldiers to the Ecuadorian border near Tumbes.", ["near Tumbes"]),
        ("Chad has massed 600 men between Gao and Kidal, on the border with Niger.", ["between Gao and Kidal"]),
        ("Seoul landed 300 marines on Jeju, an island 80 km from the coast of Korea.", ["Jeju"]),
        ("China moved 40 guns to Dandong, within sight of the border.", ["Dandong"]),
        ("The Taliban sent 900 men to Kunduz, Takhar and Badakhshan.", ["Kunduz", "Takhar", "Badakhshan"]),
        ("Kenya keeps 300 soldiers at Kismayo, 400 at Garissa.", ["Kismayo"]),
        ("Kenya keeps 300 soldiers at Kismayo, a garrison at Garissa and a post at Lamu.", ["Kismayo"]),
    ],
)
def test_a_phrase_behind_a_place_tells_where_it_lies(read: Reader, text: str, places: list[str]) -> None:
    assert placed(read, text)[0][2] == places
