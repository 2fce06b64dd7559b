"""The rules of distances, surroundings and ways between places."""

from __future__ import annotations

import re

from .expressions import Between, Border, Coast, Expression, Inside, Near, Offset
from .lexer import Item
from .model import Kind
from .reduction import Items, Reading, Rule, of_class, place_of, rule, things
from .wording import Word

_OUTSKIRTS = frozenset(
    ("outskirts", "suburbs", "edge", "edges", "fringe", "fringes", "approaches", "limits", "periphery", "environs")
)
# What stands between parties, not places: "talks between Russia and Ukraine".
_BETWEEN_PARTIES = re.compile(
    r"(?:talks?|war|wars|fighting|fights?|clash|clashes|battles?|ceasefire|cease-fire|truce|agreements?|deal|deals|treaty|"
    r"pact|tensions?|relations?|ties|negotiations?|conflict|hostilities|exchanges?|cooperation|co-operation|dialogue|"
    r"alliance|meeting|summit|call|dispute|rivalry|difference|differences|link|links|divided|distinction|stand-?off|"
    r"standoff|peace|trade|accord|understanding|rift|friction|choose|match|split|partnership|contacts?|mediat\w+|"
    r"swaps?|diplomacy|game|matches|axis|gap|balance|confrontation|spat|feud|border)s?(?: \w+)? $",
    re.IGNORECASE,
)
_BEFORE = 40  # characters before "between" in which such a word may stand


def _to_the(items: Items, reading: Reading) -> list[Item] | None:
    """ "to the north of Kyiv": without the "to"."""
    origin, side = place_of(items), items[1].side
    if origin is None or side is None:
        return None
    offset = Offset(origin, side, None)
    return [Item(Word.EXPR, items[0].start + len("to "), items[-1].end, expression=offset, names=items[-1].names)]


def _offset(items: Items, reading: Reading) -> Expression | None:
    origin = place_of(items)
    side = next((item.side for item in items if item.side is not None), None)
    distance = next((item.distance for item in items if item.distance is not None), None)
    if origin is None or (side is None and distance is None):
        return None
    lands = [item.meaning for item in items if item.word is Word.LAND and isinstance(item.meaning, frozenset)]
    if any(Kind.COUNTRY in kinds or (distance is None and Kind.WATER not in kinds) for kinds in lands):
        return None  # "north of the country", "west of the city" say little
    if isinstance(origin, Offset | Inside):
        return None
    if distance is None:
        return Offset(origin, side, None)
    return Offset(origin, side, distance.km, rounding_km=distance.rounding_km)


def _offshore(items: Items, reading: Reading) -> Expression | None:
    """ "30 nautical miles off Hodeidah"."""
    water, distance = items[-1].expression, items[0].distance
    if not isinstance(water, Coast) or not water.offshore or distance is None:
        return None
    return Offset(water, None, distance.km, rounding_km=distance.rounding_km)


def _travel(items: Items, reading: Reading) -> Expression | None:
    origin = place_of(items)
    side = next((item.side for item in items if item.side is not None), None)
    words = reading.text[items[0].start : items[0].end]
    return Offset(origin, side, None, travel=words) if origin else None


def _inside(items: Items, reading: Reading) -> Expression | None:
    place = place_of(items)
    if isinstance(place, Border) and place.neighbour is None and place.side is None:
        place = place.of
    distance = next((item.distance for item in items if item.distance is not None), None)
    if place is None or isinstance(place, Border):
        return None
    return Inside(place, distance.km if distance else None, distance.rounding_km if distance else 0.0)


def _near(items: Items, reading: Reading) -> Expression | None:
    place = place_of(items)
    return None if place is None or isinstance(place, Near | Between) else Near(place)


def _outside(items: Items, reading: Reading) -> Expression | None:
    """ "outside Ouagadougou" is near it; "outside Ukraine" is anywhere else."""
    return None if any(name.country for name in items[-1].names) else _near(items, reading)


def _outskirts(items: Items, reading: Reading) -> Expression | None:
    piece = of_class(items, Word.PART)[0]
    if reading.text[piece.start : piece.end].lower() not in _OUTSKIRTS:
        return None
    return _near(items, reading)


def _between(items: Items, reading: Reading) -> Expression | None:
    before = reading.text[max(0, items[0].start - _BEFORE) : items[0].start]
    if _BETWEEN_PARTIES.search(before.rsplit("\n", 1)[-1]):
        return None
    first, second, *third = things(items)
    return Between(first, second, third[0] if third else None, midway=items[0].word is Word.HALFWAY)


OFFSETS: tuple[Rule, ...] = (
    rule("to the side of", "<!DISTANCE TO_THE SIDE OF THE? THING", _to_the),
    rule("travel", "TRAVEL AWAY? ( TO_THE )? SIDE? FROM|OF|OUTSIDE THE? THING", _travel),
    rule("inside", "DISTANCE|REACH AWAY|DEEP* INSIDE|INTO THE? THING >!POSS|TERRITORY", _inside),
    rule("inside a people's land", "DISTANCE|REACH AWAY|DEEP* INSIDE|INTO THE? OWNER POSS? TERRITORY", _inside),
    rule("deep inside", "DEEP INSIDE|INTO|IN THE? THING >!POSS|TERRITORY", _inside),
    rule("deep inside a people's land", "DEEP INSIDE|INTO|IN THE? OWNER POSS? TERRITORY", _inside),
    rule("offset", "DISTANCE|REACH AWAY* TO_THE? SIDE OF|FROM THE? THING|LAND", _offset),
    rule("off the water", "DISTANCE|REACH AWAY? EXPR", _offshore),
    rule("away", "DISTANCE|REACH AWAY* FROM|OUTSIDE THE? THING|LAND", _offset),
    rule("up or down", "DISTANCE|REACH AWAY OF THE? THING", _offset),
    rule("within reach", "REACH OF THE? THING", _offset),
    rule("just off", "<!THE SIDE OF THE? THING|LAND", _offset),
)
AROUND: tuple[Rule, ...] = (
    rule("outskirts", "( ON|IN THE )? THE? PART OF THE? THING", _outskirts),
    rule("near", "NEAR THE? THING", _near),
    rule("outside", "OUTSIDE THE? THING", _outside),
)
BETWEEN: tuple[Rule, ...] = (
    rule("halfway", "HALFWAY BETWEEN THE? THING AND THE? THING", _between),
    rule("halfway from", "HALFWAY FROM THE? THING TO THE? THING", _between),
    rule("between three", "BETWEEN THE? THING COMMA THE? THING COMMA? AND THE? THING", _between),
    rule("between", "BETWEEN THE? THING AND THE? THING", _between),
    rule("road from", "THE? ROAD FROM THE? THING TO THE? THING", _between),
    rule("road linking", "THE? ROAD LINKING THE? THING AND|TO|WITH THE? THING", _between),
    rule("road of two", "THE? THING DASH THING ROAD", _between),
)
