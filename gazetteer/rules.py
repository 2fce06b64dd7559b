"""The rules of parts, distances and surroundings; those of borders and of water stand in modules of their own."""

from __future__ import annotations

import re
from dataclasses import replace

from .expressions import Airspace, Between, Border, Coast, Expression, Inside, Named, Near, Offset, Part, Side
from .lexer import Item
from .model import Kind
from .reduction import Items, Reading, Rule, is_plain, of_class, rule, things
from .wording import ADJECTIVES, SIDES, Word

_SIDE_WORDS = frozenset(SIDES) | frozenset(ADJECTIVES)
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


def place_of(items: Items, nth: int = 0) -> Expression | None:
    """Return the nth place of a match: "the Dnipro" is the river where the name may be one."""
    found = [index for index, item in enumerate(items) if item.expression is not None]
    if nth >= len(found):
        return None
    index = found[nth]
    item = items[index]
    before = items[index - 1] if index else None
    if (
        isinstance(item.expression, Named)
        and item.expression.kind is None
        and before is not None
        and before.word in (Word.THE, Word.TO_THE)
        and any(Kind.WATER in name.kinds for name in item.names)
    ):
        return replace(item.expression, kind=Kind.WATER)
    return item.expression


def _cue(items: Items, reading: Reading) -> Expression | None:
    """ "the besieged city of Gao" is Gao, a city; "the northern region of Syria" is a part of a country."""
    kind = next(item.meaning for item in items if item.word in (Word.PLACE, Word.BORDERLAND))
    name = items[-1]
    if not isinstance(name.expression, Named) or not isinstance(kind, Kind):
        return None
    if name.names[0].country and of_class(items, Word.BORDERLAND):
        return None
    side = next((item.side for item in items if item.word is Word.ADJ), None)
    if side is not None and name.names[0].country and not name.names[0].people and kind is Kind.ADMIN1:
        return Part(name.expression, side)
    return replace(name.expression, kind=kind)


def _kind_behind(items: Items, reading: Reading) -> Expression | None:
    """ "Tulcea county"; "Iran state media" is about a country."""
    name, kind = items[0], items[1].meaning
    if not isinstance(name.expression, Named) or not isinstance(kind, Kind) or any(n.country for n in name.names):
        return None
    return replace(name.expression, kind=kind)


def _part(items: Items, reading: Reading) -> Expression | list[Item] | None:
    side, whole = items[0], items[-1]
    if side.side is None or not is_plain(whole.expression) or whole.expression is None:
        return None
    words = reading.text[side.start : whole.end]
    if reading.is_name(words):
        wide = replace(whole, word=Word.NAME, start=side.start, expression=Named(words), wide=True)
        return [wide]
    return Part(whole.expression, side.side)


def _piece(items: Items, reading: Reading) -> Expression | None:
    side = next(item.side for item in items if item.side is not None)
    whole = place_of(items)
    return Part(whole, side) if whole else None


def _middle(items: Items, reading: Reading) -> Expression | None:
    whole = place_of(items)
    side = next((item.side for item in items if item.side is not None), None)
    if whole is None:
        return None
    return Part(whole, side or Side.CENTRE)


def _several(items: Items, reading: Reading) -> list[Item] | None:
    """ "northern and eastern Syria": the first side becomes a part of its own, the last is left with the name."""
    whole = items[-1]
    if whole.expression is None or not is_plain(whole.expression):
        return None
    last = max(index for index, item in enumerate(items) if item.side is not None)
    return [*(_shared(item, Part(whole.expression, item.side), whole) if item.side else item for item in items[:last]),
            *items[last:]]  # fmt: skip


def _several_sides(items: Items, reading: Reading) -> list[Item] | None:
    """ "the north and east of Syria" are parts, "north and east of Kyiv" lies outside of it."""
    place = place_of(items)
    if place is None:
        return None
    whole, (first, second) = items[-1], of_class(items, Word.SIDE)
    if first.side is None or second.side is None:
        return None
    inside = items[0].word is Word.THE
    one: Expression = Part(place, first.side) if inside else Offset(place, first.side, None)
    other: Expression = Part(place, second.side) if inside else Offset(place, second.side, None)
    joint = of_class(items, Word.AND)[0]
    made = [_shared(first, one, whole), joint, _shared(second, other, whole)]
    return [replace(made[0], start=items[0].start), joint, replace(made[2], end=whole.end)]


def _several_names(items: Items, reading: Reading) -> list[Item] | None:
    """ "north and south Lebanon", where "south Lebanon" is a name."""
    name, first = items[-1], items[0]
    words = name.names[0].name.split(" ")
    side = next((split for split in (1, 2) if " ".join(words[:split]).lower() in _SIDE_WORDS), None)
    if side is None or len(words) <= side or first.side is None:
        return None
    rest = " ".join(words[side:])
    whole = f"{reading.text[first.start : first.end]} {rest}"
    if reading.is_name(whole):
        made = replace(_shared(first, Named(whole), name), word=Word.NAME, wide=True)
    else:
        made = _shared(first, Part(Named(rest), first.side), name)
    return [made, *items[1:]]


def _shared(item: Item, expression: Expression, whole: Item) -> Item:
    """An item at the words of one that stands on the names of another."""
    return Item(Word.EXPR, item.start, item.end, expression=expression, names=whole.names, implied=whole.implied)


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


def _airspace(items: Items, reading: Reading) -> Expression | None:
    place = place_of(items)
    return Airspace(place) if place and is_plain(place) else None


_CALLED = "( THE|A ( NAME DASH LOWER )? ADJ|SIDE|LOWER|BORDER|PEOPLE|COMMA|DASH* )? ADJ*"
NAMES: tuple[Rule, ...] = (
    rule("kind before", f"{_CALLED} PLACE OF THE? NAME", _cue),
    rule("at a border", f"{_CALLED} BORDERLAND OF THE? NAME", _cue),
    rule("kind behind", "NAME PLACE >!OF", _kind_behind),
)
PARTS: tuple[Rule, ...] = (
    rule("several parts", "<!POSS ADJ|SIDE ( COMMA ADJ|SIDE )* COMMA? AND ADJ|SIDE THING", _several),
    rule("several sides", "THE? SIDE AND THE? SIDE OF THE? THING|LAND", _several_sides),
    rule("several names", "<!POSS ADJ|SIDE AND NAME", _several_names),
    rule("side before", "<!POSS|ITS|LANDS ADJ THING >!DASH", _part),
    rule("compass before", "<!POSS|ITS|LANDS|DISTANCE SIDE NAME >!DASH", _part),
    rule("side of a piece", "ADJ PART OF THE? THING|LAND", _piece),
    rule("side of pieces", "ADJ PARTS OF THE? THING|LAND >!AND|COMMA", _piece),
    rule("side of", "THE SIDE|MIDDLE OF THE? THING|LAND", _middle),
    rule("own side", "THING POSS SIDE|MIDDLE >!OF|NAME|COAST|BORDER|BORDERLAND|BANK", _middle),
    rule("own piece", "THING POSS ADJ PART|PARTS|PLACE >!OF", _piece),
    rule("the country's side", "LANDS SIDE|MIDDLE >!OF|NAME|COAST|BORDER|BORDERLAND|BANK", _middle),
    rule("the country's piece", "LANDS|ITS ADJ PART|PARTS >!OF", _piece),
    rule("airspace", "OWNER POSS? AIRSPACE", _airspace),
    rule("own airspace", "LANDS|ITS AIRSPACE", _airspace),
    rule("airspace of", "THE? AIRSPACE OF THE? THING", _airspace),
)
OFFSETS: tuple[Rule, ...] = (
    rule("to the side of", "<!DISTANCE TO_THE SIDE OF THE? THING", _to_the),
    rule("travel", "TRAVEL AWAY? ( TO_THE )? SIDE? FROM|OF|OUTSIDE THE? THING", _travel),
    rule("inside", "DISTANCE|REACH AWAY|DEEP* INSIDE|INTO THE? THING", _inside),
    rule("inside a people's land", "DISTANCE|REACH AWAY|DEEP* INSIDE|INTO THE? OWNER POSS? TERRITORY", _inside),
    rule("deep inside", "DEEP INSIDE|INTO|IN THE? THING >!POSS", _inside),
    rule("deep inside a people's land", "DEEP INSIDE|INTO|IN THE? OWNER POSS? TERRITORY", _inside),
    rule("offset", "DISTANCE|REACH AWAY* TO_THE? SIDE OF|FROM THE? THING", _offset),
    rule("off the water", "DISTANCE|REACH AWAY? EXPR", _offshore),
    rule("away", "DISTANCE|REACH AWAY* FROM|OUTSIDE THE? THING", _offset),
    rule("within reach", "REACH OF THE? THING", _offset),
    rule("just off", "<!THE SIDE OF THE? THING", _offset),
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
    rule("road from", "THE? ROAD FROM|BETWEEN THE? THING TO|AND THE? THING", _between),
    rule("road linking", "THE? ROAD LINKING THE? THING AND|TO|WITH THE? THING", _between),
    rule("road of two", "THE? THING DASH THING ROAD", _between),
)
