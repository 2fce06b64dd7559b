"""The rules of coasts, waters and rivers."""

from __future__ import annotations

from dataclasses import replace

from .expressions import Bank, Coast, Expression, Hand, Mouth, Named, Near, Side, Waters
from .lexer import Item
from .model import Kind
from .reduction import Items, Reading, Rule, is_plain, made_of, place_of, rule, things
from .wording import Word

_COUNTRY = frozenset({Kind.COUNTRY})


def _off(items: Items) -> bool:
    return any(item.word is Word.OFF for item in items)


def _coast(items: Items, reading: Reading) -> Expression | None:
    """ "the coast of Libya", "off Taiwan's east coast"."""
    place = place_of(items)
    side = next((item.side for item in items if item.side is not None), None)
    if place is None or isinstance(place, Coast | Near):
        return None
    return Coast(place, side, offshore=_off(items))


def _sea_coast(items: Items, reading: Reading) -> Expression | None:
    """ "the Black Sea coast of Bulgaria": the sea is told first."""
    sea, place = things(items)
    return Coast(place, None, offshore=_off(items), sea=sea)


def _own_sea_coast(items: Items, reading: Reading) -> Expression | None:
    """ "Bulgaria's Black Sea coast"."""
    place, sea = things(items)
    return Coast(place, None, offshore=_off(items), sea=sea) if is_plain(sea) else None


def _off_place(items: Items, reading: Reading) -> Expression | None:
    """ "off Yemen": a place, not one of its things."""
    place = place_of(items)
    return Coast(place, None, offshore=True) if place is not None and not isinstance(place, Coast) else None


def _waters(items: Items, reading: Reading) -> Expression | None:
    place = place_of(items)
    alone = items[0].word is Word.NAME and len(items) == 2
    if alone and not _names_country(items[0]) and reading.text[items[1].start : items[1].end].lower() == "waters":
        return None  # "Akkar waters its fields"
    reach = next(item.meaning for item in items if item.word is Word.WATERS)
    if place is None or not isinstance(reach, float) or any(Kind.WATER in n.kinds for i in items for n in i.names):
        return None
    return Waters(place, reach)


def _names_country(item: Item) -> bool:
    """Whether a name is a country's, or nothing is known of it."""
    return all(name.country is not None or not name.kinds for name in item.names)


def _river(place: Expression | None) -> Expression | None:
    return replace(place, kind=Kind.WATER) if isinstance(place, Named) else None


def _side_or_hand(items: Items) -> Side | Hand | None:
    """Return the side that a bank is on; "the central bank of Syria" is no bank of a river."""
    side = next((item.side or item.hand for item in items if item.side or item.hand), None)
    return None if side is Side.CENTRE else side


def _bank(items: Items, reading: Reading) -> Expression | None:
    river, side = _river(place_of(items)), _side_or_hand(items)
    return Bank(river, side) if river and side else None


def _own_bank(items: Items, reading: Reading) -> Expression | None:
    """ "Kherson's left bank": of the river there."""
    place, side = place_of(items), _side_or_hand(items)
    return Bank(place, side) if place and side else None


def _banks(items: Items, reading: Reading) -> Expression | None:
    river = _river(place_of(items))
    return Near(river) if river else None


def _along(items: Items, reading: Reading) -> Expression | None:
    """ "along the Dnipro", where the name is that of a water."""
    place = place_of(items)
    return Near(place) if isinstance(place, Named) and place.kind is Kind.WATER else None


def _mouth(items: Items, reading: Reading) -> Expression | None:
    river = _river(place_of(items))
    return Mouth(river) if river else None


def _the_coast(items: Items, reading: Reading) -> list[Item] | None:
    """ "off the coast": of the country named last."""
    country = reading.antecedent(items[0].start, _COUNTRY)
    if country is None:
        return None
    side = next((item.side for item in items if item.side is not None), None)
    coast = Coast(Named(country.name), side, offshore=_off(items))
    return [made_of(items, coast, implied=(country,))]


_SIDE = "ADJ|SIDE?"
WATERS: tuple[Rule, ...] = (
    rule("mouth", "MOUTH THE? NAME|EXPR", _mouth),
    rule("bank of", "THE? ADJ|SIDE|HAND BANK OF THE? THING", _bank),
    rule("own bank", "THE? OWNER POSS HAND|ADJ|SIDE BANK", _own_bank),
    rule("banks of", "BANKS THE? THING", _banks),
    rule("along", "ALONG THE NAME|EXPR >!COAST|POSS|BORDER", _along),
    rule("along a river", "ALONG EXPR", _along),
    rule("sea coast of", "OFF? THE? NAME COAST OF THE? THING", _sea_coast),
    rule("own sea coast", "OFF? OWNER POSS NAME COAST", _own_sea_coast),
    rule("people's sea coast", "OFF? THE? PEOPLE NAME COAST", _own_sea_coast),
    rule("coast of", f"OFF? THE? {_SIDE} COAST OF THE? THING|LAND", _coast),
    rule("own coast", f"OFF? THE? OWNER POSS {_SIDE} COAST", _coast),
    rule("off a coast", f"OFF THE? OWNER {_SIDE} COAST", _coast),
    rule("coast near", "THE? COAST NEAR THE? THING", _coast),
    rule("coast behind", f"OWNER {_SIDE} COAST", _coast),
    rule("its coast", f"OFF? ITS|LANDS {_SIDE} COAST", _coast),
    rule("waters", "OWNER POSS? WATERS", _waters),
    rule("its waters", "ITS|LANDS WATERS", _waters),
    rule("off", "<!DASH OFF THE? THING >!POSS|DASH", _off_place),
)
_ALONE = ">!LOWER|UPPER|NAME|PEOPLE|PLACE|DASH|OF|POSS|ROAD"
IMPLIED_COASTS: tuple[Rule, ...] = (
    rule("off the coast", f"OFF THE {_SIDE} COAST {_ALONE}", _the_coast),
    rule("the coast", f"<ALONG|ON|FROM|TO|NEAR THE {_SIDE} COAST {_ALONE}", _the_coast),
)
