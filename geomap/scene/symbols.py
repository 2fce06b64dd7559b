"""APP-6 symbols: category and echelon → a 20-digit symbol code (SIDC) → SVG.

Codes are those of APP-6E / MIL-STD-2525E: version 10, reality, affiliation neutral (a map of news takes no side)
unless a viewpoint is given,
symbol set, status present, no headquarters, echelon, entity, no modifiers. What is planned, possible or denied is shown
by the page's own line styles, which also hold for air and sea.

milsymbol decodes 30 MB of JSON before its first symbol (half a second), so the symbols used here are drawn once, when
the package is built, into ``symbols.json`` beside this file. Without that file they are drawn at run time, the same.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from geomap.model import Category, Echelon
from geomap.scene.model import Side

TABLE = Path(__file__).with_name("symbols.json")
_AFFILIATION = {Side.FRIEND: "3", Side.NEUTRAL: "4", Side.HOSTILE: "6"}

_ENTITY = {
    Category.PERSONNEL: ("10", "121100"),  # infantry
    Category.UNIT: ("10", "121000"),  # combined arms
    Category.ARMOUR: ("10", "120500"),
    Category.ARTILLERY: ("10", "130300"),  # field artillery
    Category.MISSILE: ("10", "130700"),
    Category.AIR_DEFENCE: ("10", "130100"),
    Category.AIRCRAFT: ("01", "110100"),  # military fixed wing
    Category.HELICOPTER: ("01", "110200"),  # military rotary wing
    Category.UAV: ("01", "110300"),
    Category.NAVAL: ("30", "120200"),  # surface combatant
    Category.VEHICLE: ("15", "140100"),  # utility vehicle
    Category.EQUIPMENT: ("10", "163400"),  # supply
}
_ECHELON = {
    Echelon.SQUAD: "12",
    Echelon.PLATOON: "14",
    Echelon.COMPANY: "15",
    Echelon.BATTALION: "16",
    Echelon.REGIMENT: "17",
    Echelon.BRIGADE: "18",
    Echelon.DIVISION: "21",
    Echelon.CORPS: "22",
    Echelon.ARMY: "23",
}
_LAND_UNIT = "10"


class UnknownSymbol(ValueError):
    """milsymbol has no drawing for a code (it would draw a question mark)."""


def sidc(category: Category, echelon: Echelon | None, side: Side = Side.NEUTRAL) -> str:
    """Return the symbol code; echelons exist for land units only."""
    symbol_set, entity = _ENTITY[category]
    size = _ECHELON[echelon] if echelon is not None and symbol_set == _LAND_UNIT else "00"
    return f"100{_AFFILIATION[side]}{symbol_set}00{size}{entity}0000"


def svg(code: str) -> str:
    """Return the symbol as an SVG element. Raises ``UnknownSymbol`` for a code that has no drawing."""
    drawn = _table().get(code)
    return drawn if drawn is not None else _draw(code)


def table() -> dict[str, str]:
    """Return every symbol that ``sidc`` can name, by code, drawn by milsymbol."""
    codes = {sidc(category, echelon, side) for category in Category for echelon in (None, *Echelon) for side in Side}
    return {code: _draw(code) for code in sorted(codes)}


def write_table(path: Path = TABLE) -> None:
    """Write the table for ``svg`` to read. The package's build calls this; the same bytes every time."""
    path.write_text(json.dumps(table(), indent=0, sort_keys=True) + "\n", encoding="utf-8")


@cache
def _table() -> dict[str, str]:
    if not TABLE.is_file():
        return {}
    loaded: dict[str, str] = json.loads(TABLE.read_text(encoding="utf-8"))
    return loaded


def _draw(code: str) -> str:
    from milsymbol import Symbol  # type: ignore[import-untyped]

    symbol = Symbol(code, size=100)
    if not symbol.is_valid():
        raise UnknownSymbol(f"no APP-6 symbol for the code {code}")
    return str(symbol.as_svg())
