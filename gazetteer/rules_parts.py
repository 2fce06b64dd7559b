"""The rules of names with what they are called, and of parts: sides, pieces, several of them, what lies above."""

from __future__ import annotations

from dataclasses import replace

from .expressions import Airspace, Expression, Named, Offset, Part, Side
from .lexer import Item
from .model import Kind
from .reduction import Items, Reading, Rule, is_plain, made_of, of_class, place_of, rule
from .wording import ADJECTIVES, SIDES, Word

_SIDE_WORDS = frozenset(SIDES) | frozenset(ADJECTIVES)


def _cue(items: Items, reading: Reading) -> list[Item] | None:
    """ "the besieged Libyan city of Tripoli" is Tripoli; "the northern region of Syria" is a part of a country."""
    kind = next(item.meaning for item in items if item.word in (Word.PLACE, Word.BORDERLAND))
    name = items[-1]
    if not isinstance(name.expression, Named) or not isinstance(kind, Kind):
        return None
    if name.names[0].country and of_class(items, Word.BORDERLAND):
        return None
    side = next((item.side for item in items if item.word is Word.ADJ), None)
    found: Expression
    if side is not None and name.names[0].country and not name.names[0].people and kind is Kind.ADMIN1:
        found = Part(name.expression, side)
    else:
        people = [item.names[0].name for item in of_class(items, Word.PEOPLE) if item.names]
        alone = people if not of_class(items, Word.DASH) else []  # "Russian-held" says who holds it
        found = replace(name.expression, kind=kind, within=alone[0] if alone else None)
    # The words around belong to the expression, but it stands on the last name alone.
    return [made_of(items, found)._replace(names=name.names)]


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
        wide = whole._replace(word=Word.NAME, start=side.start, expression=Named(words), wide=True)
        return [wide]
    return Part(whole.expression, side.side)


def _compass(items: Items, reading: Reading) -> Expression | list[Item] | None:
    """ "north Lebanon"; "West Nile" is a name."""
    return None if reading.text[items[0].start].isupper() else _part(items, reading)


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
    return [made[0]._replace(start=items[0].start), joint, made[2]._replace(end=whole.end)]


def _several_names(items: Items, reading: Reading) -> list[Item] | None:
    """ "north and south Lebanon", where "south Lebanon" is a name."""
    name, first = items[-1], items[0]
    words = name.names[0].name.split(" ")
    side = next((split for split in (1, 2) if " ".join(words[:split]).lower() in _SIDE_WORDS), None)
    if side is None or len(words) <= side or first.side is None or reading.text[first.start].isupper():
        return None
    rest = " ".join(words[side:])
    whole = f"{reading.text[first.start : first.end]} {rest}"
    if reading.is_name(whole):
        made = _shared(first, Named(whole), name)._replace(word=Word.NAME, wide=True)
    else:
        made = _shared(first, Part(Named(rest), first.side), name)
    return [made, *items[1:]]


def _shared(item: Item, expression: Expression, whole: Item) -> Item:
    """An item at the words of one that stands on the names of another."""
    return Item(Word.EXPR, item.start, item.end, expression=expression, names=whole.names, implied=whole.implied)


def _far(items: Items, reading: Reading) -> list[Item] | None:
    """ "in the far north": of the country named last."""
    side = items[-1]
    country = reading.antecedent(items[0].start, frozenset({Kind.COUNTRY}))
    if country is None or side.side is None or not reading.text[side.start : side.end].lower().startswith("far "):
        return None
    return [made_of(items, Part(Named(country.name), side.side), implied=(country,))]


def _airspace(items: Items, reading: Reading) -> Expression | None:
    place = place_of(items)
    return Airspace(place) if place and is_plain(place) else None


_CALLED = "( THE|A ( NAME DASH LOWER )? ADJ|SIDE|LOWER|BORDER|PEOPLE|COMMA|DASH* )? ADJ*"
NAMES: tuple[Rule, ...] = (
    rule("kind before", f"{_CALLED} PLACE OF THE? NAME", _cue),
    rule("at a border", f"{_CALLED} BORDERLAND OF THE? NAME", _cue),
    rule("kind in front", "THE|PEOPLE ADJ|PEOPLE|BORDER* PLACE NAME >!PLACE|POSS", _cue),
    rule("kind behind", "NAME PLACE >!OF", _kind_behind),
)
PARTS: tuple[Rule, ...] = (
    rule("several parts", "<!POSS ADJ|SIDE ( COMMA ADJ|SIDE )* COMMA? AND ADJ|SIDE THING", _several),
    rule("several sides", "THE? SIDE AND THE? SIDE OF THE? THING|LAND", _several_sides),
    rule("several names", "<!POSS ADJ|SIDE AND NAME", _several_names),
    rule("side before", "<!POSS|ITS|LANDS ADJ THING >!DASH", _part),
    rule("compass before", "<!POSS|ITS|LANDS|DISTANCE SIDE NAME >!DASH", _compass),
    rule("side of a piece", "ADJ PART OF THE? THING|LAND", _piece),
    rule("side of pieces", "ADJ PARTS OF THE? THING|LAND >!AND|COMMA", _piece),
    rule("side of", "THE SIDE|MIDDLE OF THE? THING", _middle),
    rule("side of the country", "THE SIDE OF LAND", _middle),
    rule("own side", "THING POSS SIDE|MIDDLE >!OF|NAME|COAST|BORDER|BORDERLAND|BANK", _middle),
    rule("own piece", "THING POSS ADJ PART|PARTS|PLACE >!OF", _piece),
    rule("the country's side", "LANDS SIDE >!OF|NAME|COAST|BORDER|BORDERLAND|BANK", _middle),
    rule("the country's piece", "LANDS|ITS ADJ PART|PARTS >!OF", _piece),
    rule("airspace", "OWNER POSS? AIRSPACE", _airspace),
    rule("own airspace", "LANDS|ITS AIRSPACE", _airspace),
    rule("airspace of", "THE? AIRSPACE OF THE? THING", _airspace),
)
FAR: tuple[Rule, ...] = (rule("the far north", "<IN THE SIDE >!OF|LOWER|UPPER|NAME|PEOPLE|PLACE|AND", _far),)
