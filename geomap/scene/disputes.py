"""What a map says of its boundaries: the sentence in its credits, and the names of contested areas."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from geomap.scene.atlas import Atlas, split
from geomap.scene.model import Basemap, Box, Contested, Label, LabelKind

if TYPE_CHECKING:
    from gazetteer.model import ContestedArea, View

_BASIS = {
    "un": "internationally recognised",
    "de-facto": "as land is held, whoever claims it; no front line is drawn",
}
_NO_JUDGEMENT = "Boundaries and names shown imply no judgement on the legal status of any territory."
_SHOWN = 4
"""Areas that the sentence names; the list of contested areas names all."""
_WEIGHT = 60.0
"""Names of contested areas go before those of towns, after those of countries."""


def sentence(atlas: Atlas, view: View, bounds: Box) -> str:
    """Return whose boundaries are drawn, and which areas in ``bounds`` are drawn otherwise than another map might."""
    basis = _BASIS.get(view.code, f"contested areas as the government of {view.whose} draws them")
    other = "de-facto" if view.code == "un" else "un"
    moved = dict.fromkeys(
        words
        for part, _ in split(bounds)
        for area in atlas.gazetteer.contested_in(part, atlas.on)
        if area.drawn_as(view.code) != area.drawn_as(other) and (words := _as_drawn(area, view, atlas))
    )
    shown = list(moved)[:_SHOWN]
    more = ["others as listed"] if len(moved) > _SHOWN else []
    told = f": {'; '.join([*shown, *more])}" if shown else ""
    hatched = "Contested land is hatched, its borders are dashed. " if atlas.contested(bounds) else ""
    return f"Boundaries: Natural Earth, {basis}{told}. {hatched}{_NO_JUDGEMENT}"


def _as_drawn(area: ContestedArea, view: View, atlas: Atlas) -> str:
    code = area.drawn_as(view.code)
    country = atlas.country(code) if code else None
    if country is None or country.name in area.name:
        return f"{area.name} shown apart"
    return f"{area.name} shown as part of {country.name}"


def labels(ground: Basemap, taken: Iterable[str]) -> list[Label]:
    """Return the names of the contested areas that nothing in ``taken`` names already."""
    names = set(taken)
    found = []
    for area in ground.contested:
        if area.name in names or not (area.shape or area.islets):
            continue
        kind = LabelKind.ISLET if area.islets else LabelKind.CONTESTED
        found.append(Label(kind, area.name, area.point, _WEIGHT + area.radius_km / 1000, area.min_zoom))
    return found


def names_it(area: Contested, label: Label) -> bool:
    """Tell whether the name of a province says what the name of the contested area that it lies in says already."""
    box, point = area.box, label.point
    inside = box.west <= point.lon <= box.east and box.south <= point.lat <= box.north
    proper = [word.strip(",").lower() for word in area.name.split() if word[0].isupper() and len(word) >= 5]
    return inside and any(word in label.text.lower() for word in proper)
