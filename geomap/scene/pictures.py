"""Plain signs: a disc with a picture for each category, for readers who know no military symbols. Drawn for geomap."""

from __future__ import annotations

from geomap.model import Category

PREFIX = "plain-"
_PERSON = "M{x} {y}m-7 0a7 7 0 1 0 14 0a7 7 0 1 0 -14 0M{x} {y}m-12 34v-12a12 12 0 0 1 24 0v12z"
_PATHS = {
    Category.PERSONNEL: _PERSON.format(x=59, y=42),
    Category.UNIT: _PERSON.format(x=59, y=38) + _PERSON.format(x=35, y=48) + _PERSON.format(x=83, y=48),
    Category.ARMOUR: "M26 66h66l-8 18H34zM42 66v-14h28v14zM70 56h26v6H70z",
    Category.ARTILLERY: "M34 78a10 10 0 1 0 20 0a10 10 0 1 0 -20 0M40 62l48-28 5 8-48 28zM54 76h30v7H54z",
    Category.MISSILE: "M59 24q9 10 9 24v24h-18v-24q0-14 9-24zM50 62l-10 16h10zM68 62l10 16h-10zM54 76h10v14H54z",
    Category.AIR_DEFENCE: "M34 30l8 8-8 8zM38 34l44 0v8H38zM59 42l22 34h-9L59 56 46 76h-9zM30 80h58v8H30z",
    Category.AIRCRAFT: "M59 22q6 8 6 20l28 22v8l-28-9v16l9 8v5l-15-4-15 4v-5l9-8v-16l-28 9v-8l28-22q0-12 6-20z",
    Category.HELICOPTER: "M28 34h62v6H62v8q18 2 18 18t-20 14H50q-12 0-16-14H20v-8h20q4-10 16-10v-8H28zM40 86h40v5H40z",
    Category.UAV: "M22 36h26v6H38l14 12h14l14-12H70v-6h26v6h-8L71 58v12L88 84h8v6H70v-6h10L66 74H52L38 84h10v6H22v-6h8"
    "l17-14V58L30 42h-8z",
    Category.NAVAL: "M22 68h74l-10 20H34zM42 68V52h24v16zM50 52V34h8v18zM70 60h16v8H70z",
    Category.VEHICLE: "M22 46h44v30H22zM68 54h18l10 12v10H68zM30 80a8 8 0 1 0 16 0zM72 80a8 8 0 1 0 16 0z",
    Category.EQUIPMENT: "M30 38h58v10H30zM34 52h50v34H34zM52 56v8h14v-8z",
}


def code(category: Category) -> str:
    """Return the code of a category's plain sign, which stands where a symbol code would."""
    return PREFIX + category


def svg(name: str) -> str:
    """Return the sign of a code as an SVG element whose frame has the fill that symbols have. ``KeyError`` for none."""
    path = _PATHS[Category(name.removeprefix(PREFIX))]
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" version="1.2" viewBox="0 0 118 118" width="118" height="118">'
        '<circle cx="59" cy="59" r="56" stroke="black" stroke-width="4" fill="rgb(170,255,170)" fill-opacity="1"/>'
        f'<path d="{path}" fill="black" stroke="none"/></svg>'
    )
