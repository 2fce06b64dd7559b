from __future__ import annotations

import pytest
from shapely.geometry import LineString, MultiLineString, Point

from gazetteer import Gazetteer
from gazetteer.expressions import Hand, Side
from gazetteer.geometry import geodesic_km
from gazetteer.ground import Ground
from gazetteer.rivers import bank, downstream, mouth

KHERSON, OLESHKY, SKADOVSK, BERYSLAV = (46.64, 32.62), (46.62, 32.72), (46.12, 32.91), (46.84, 33.42)


def test_left_is_left_for_who_looks_downstream(gazetteer: Gazetteer, ground: Ground) -> None:
    dnipro = gazetteer.resolve("Dnipro River").best
    assert dnipro is not None
    left, right = bank(dnipro.place, Hand.LEFT, ground), bank(dnipro.place, Hand.RIGHT, ground)
    assert left is not None
    assert right is not None
    assert left.geometry is not None
    assert right.geometry is not None
    brovary, irpin = Point(30.79, 50.51), Point(30.25, 50.52)  # on both sides of Kyiv
    assert left.geometry.contains(brovary)
    assert not left.geometry.contains(irpin)
    assert right.geometry.contains(irpin)


@pytest.mark.parametrize("side", [Hand.LEFT, Side.EAST, Side.SOUTH])
def test_the_bank_of_an_area_is_that_of_its_main_river(gazetteer: Gazetteer, ground: Ground, side: Side | Hand) -> None:
    region = gazetteer.resolve("Kherson Oblast").best
    assert region is not None
    shape = bank(region.place, side, ground)
    assert shape is not None
    assert shape.geometry is not None
    assert shape.geometry.contains(Point(shape.lon, shape.lat))
    assert shape.geometry.contains(Point(SKADOVSK[1], SKADOVSK[0]))
    assert not shape.geometry.contains(Point(BERYSLAV[1], BERYSLAV[0]))


def test_a_river_that_ends_nowhere_near_the_sea_has_no_hands(gazetteer: Gazetteer) -> None:
    litani = gazetteer.resolve("Litani River").best
    assert litani is not None
    inland = Ground(lambda _: LineString([(15.0, 20.0), (20.0, 20.0)]), gazetteer._ground._countries)
    assert bank(litani.place, Hand.LEFT, inland) is None
    assert mouth(litani.place, inland) is None
    east = bank(litani.place, Side.NORTH, inland)
    assert east is not None
    assert east.geometry is not None
    assert east.geometry.contains(Point(17.0, 20.1))
    assert not east.geometry.contains(Point(17.0, 19.9))


def test_no_line_no_bank(gazetteer: Gazetteer, ground: Ground) -> None:
    goma = gazetteer.resolve("Goma").best
    assert goma is not None
    assert bank(goma.place, Hand.LEFT, ground) is None
    assert mouth(goma.place, ground) is None


@pytest.mark.parametrize(
    ("river", "at", "within_km"),
    [("Danube", (45.2, 29.7), 30), ("Dnipro River", (46.5, 32.2), 60), ("Congo River", (-6.0, 12.6), 90)],
)
def test_where_rivers_end(
    gazetteer: Gazetteer, ground: Ground, river: str, at: tuple[float, float], within_km: float
) -> None:
    found = gazetteer.resolve(river).best
    assert found is not None
    shape = mouth(found.place, ground)
    assert shape is not None
    assert geodesic_km((shape.lat, shape.lon), at) < within_km


def test_a_river_in_pieces_is_turned_towards_the_sea(ground: Ground) -> None:
    """Pieces in any order and direction: from Kyiv past Dnipro to the estuary."""
    pieces = MultiLineString([[(32.5, 46.6), (34.0, 47.4)], [(31.0, 50.0), (35.0, 48.4)], [(34.0, 47.4), (35.0, 48.4)]])
    run = downstream(pieces, ground)
    assert run is not None
    assert (run.coords[0], run.coords[-1]) == ((31.0, 50.0), (32.5, 46.6))
