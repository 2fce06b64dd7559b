from __future__ import annotations

import pytest

from gazetteer.model import Kind
from gazetteer.osm import Found, read
from tests.support.nominatim import item


def test_a_village() -> None:
    assert read(item()) == Found("node/337516", "Xyzzy", "city", "ua", "Donetsk Oblast", 48.5, 37.9, 2.7)


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"class": "boundary", "type": "administrative", "addresstype": "state"}, Kind.ADMIN1),
        ({"class": "boundary", "type": "administrative", "addresstype": "county"}, Kind.ADMIN2),
        ({"class": "boundary", "type": "administrative", "addresstype": "town"}, Kind.CITY),
        ({"class": "boundary", "type": "administrative", "addresstype": "country"}, Kind.COUNTRY),
        ({"class": "place", "type": "suburb", "addresstype": "suburb"}, Kind.QUARTER),
        ({"class": "place", "type": "island", "addresstype": "island"}, Kind.ISLAND),
        ({"class": "place", "type": "hamlet", "addresstype": None}, Kind.CITY),
        ({"class": None, "category": "place", "type": "sea", "addresstype": "sea"}, Kind.WATER),
        ({"class": "waterway", "type": "river", "addresstype": "river"}, Kind.WATER),
        ({"class": "natural", "type": "bay", "addresstype": "bay"}, Kind.WATER),
        ({"class": "natural", "type": "peak", "addresstype": "peak"}, Kind.LANDFORM),
        ({"class": "landuse", "type": "military", "addresstype": "military"}, Kind.BASE),
        ({"class": "military", "type": "base", "addresstype": "military"}, Kind.BASE),
        ({"class": "aeroway", "type": "aerodrome", "addresstype": "aeroway"}, Kind.AIRFIELD),
        ({"class": "man_made", "type": "bridge", "addresstype": "man_made"}, Kind.CROSSING),
    ],
)
def test_kinds(fields: dict[str, object], kind: Kind) -> None:
    found = read(item(**fields))
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize("sort", [("amenity", "cafe"), ("shop", "books"), ("highway", "primary"), ("building", "yes")])
def test_a_house_a_shop_and_a_road_are_no_answer(sort: tuple[str, str]) -> None:
    assert read(item(**{"class": sort[0], "type": sort[1], "addresstype": sort[0]})) is None


@pytest.mark.parametrize(
    ("box", "radius"),
    [
        (["0", "1", "0", "1"], 78.6),
        (["-1", "1", "179", "-179"], 157.3),  # across the antimeridian
        (["48.5", "48.5", "37.9", "37.9"], 1.0),
        (None, 3.0),
        (["48", "49"], 3.0),
        (["a", "b", "c", "d"], 3.0),
        (["48", "490", "37", "38"], 3.0),
        ({"south": 48}, 3.0),
    ],
)
def test_the_radius_is_half_the_diagonal_of_the_box(box: object, radius: float) -> None:
    found = read(item(boundingbox=box))
    assert found is not None
    assert found.radius_km == radius


def test_what_may_be_missing() -> None:
    found = read(item(name=None, display_name="Xyzzy, Ukraine", address=None, boundingbox=None))
    assert found == Found("node/337516", "Xyzzy", "city", None, None, 48.5, 37.9, 3.0)
    odd = read(item(address={"country_code": 7, "state": ["x"]}))
    assert odd is not None
    assert (odd.alpha2, odd.state) == (None, None)


def test_strings_are_only_data() -> None:
    found = read(item(name="<script>\n\x1b[31m" + "x" * 1000))
    assert found is not None
    assert found.name == ("<script> \x1b[31m" + "x" * 1000)[:200]


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        ("a place", "an item is no object"),
        (item(osm_type="star"), "an item has no OpenStreetMap id"),
        (item(osm_id="1"), "an item has no OpenStreetMap id"),
        (item(osm_id=True), "an item has no OpenStreetMap id"),
        (item(name=7, display_name=None), "an item has no name"),
        (item(lat=None), "an item has no coordinates"),
        (item(lat=[1]), "an item has no coordinates"),
        (item(lat="north"), "could not convert string to float: 'north'"),
        (item(lat="nan"), "coordinates are out of range"),
        (item(lon="181"), "coordinates are out of range"),
        (item(lon=True), "an item has no coordinates"),
    ],
)
def test_what_may_not(broken: object, why: str) -> None:
    with pytest.raises(ValueError, match=f"^{why}$"):
        read(broken)
