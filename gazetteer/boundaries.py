"""The countries as a viewpoint draws them: contested areas moved between their outlines.

The database holds a country that has contested land whole, without that land, and that land in pieces that meet the
rest vertex by vertex. A viewpoint only says which pieces go together, so that nothing is cut when a map is drawn.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from .errors import UnknownView
from .layers import AreaRow, Unit
from .model import AreaKind, BBox, ContestedArea, Outline, Place, Tract, View
from .sphere import distance_km
from .store import Store

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

UN = "un"


class Boundaries:
    """The country layer of a gazetteer under its viewpoints. Shapes are kept once read."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._shape = lru_cache(maxsize=512)(store.layers.unit_shape)
        self._rest = lru_cache(maxsize=128)(store.layers.unit_rest)
        self._union = lru_cache(maxsize=128)(self._united)
        self._piece = lru_cache(maxsize=None)(store.layers.contested)
        self._place = lru_cache(maxsize=None)(store.country)

    @cached_property
    def _pieces(self) -> dict[int, AreaRow]:
        """Every contested area of land, by its number."""
        found = (self._piece(number) for number in self._store.layers.contested_in(BBox(-180.0, -90.0, 180.0, 90.0)))
        return {piece.number: piece for piece in found if piece.parts}

    def views(self) -> tuple[View, ...]:
        """The viewpoints, in their order."""
        return tuple(self._store.layers.views())

    def checked(self, view: str) -> str:
        """Return the code of a viewpoint however its letters are cased; ``UnknownView`` if there is none."""
        codes = [each.code for each in self.views()]
        for code in codes:
            if code.lower() == view.lower():
                return code
        raise UnknownView(f"there is no view {view} of boundaries; there are {', '.join(codes)}")

    def areas(self, box: BBox, on: str | None) -> list[ContestedArea]:
        """Areas contested on the date whose bounds meet the box, by slug."""
        found = (self._piece(number).area for number in self._store.layers.contested_in(box))
        return [area for area in found if area.contested_on(on)]

    def tracts(self, box: BBox, view: str, on: str | None) -> list[Tract]:
        """The ground in the box: units without their contested land in the layer's order, then areas by slug."""
        view = self.checked(view)
        pieces = [piece for n in self._store.layers.contested_in(box) if (piece := self._piece(n)).parts]
        cut = {number for piece in pieces for number in piece.parts}
        found = []
        for unit in self._store.layers.units(box):
            shape = self._rest(unit.number) if unit.number in cut else self._shape(unit.number)
            if shape is not None:
                found.append(Tract(unit.name, unit.place, None, shape))
        for piece in pieces:
            area = piece.area if piece.area.contested_on(on) else None
            drawn = _drawn(piece.area, view, on)
            place = self._place(drawn) if drawn else None
            name = place.name if place else piece.area.name
            found.append(Tract(name, place, area, piece.area.geometry))
        return found

    def countries(self, box: BBox, view: str, on: str | None) -> list[Outline]:
        """Countries that meet the box, whole, by code; then land that stands apart, by name."""
        view = self.checked(view)
        drawn: dict[str | None, list[AreaRow]] = {}
        for piece in self._pieces.values():
            drawn.setdefault(_drawn(piece.area, view, on), []).append(piece)
        units = {unit.number: unit for unit in self._store.layers.units(box)}
        for number in self._store.layers.contested_in(box):
            piece = self._piece(number)
            owner = self._store.layers.unit_of(_drawn(piece.area, view, on) or "") if piece.parts else None
            if owner is not None:
                units.setdefault(owner.number, owner)
        found = [self._outline(unit, drawn) for unit in units.values()]
        apart = [Outline(p.area.name, None, p.area.geometry) for p in drawn.get(None, ()) if _meets(p.area, box)]
        ordered = sorted((item for item in found if item and item.place), key=lambda item: _code(item.place))
        return [*ordered, *(item for item in found if item and not item.place), *apart]

    def _outline(self, unit: Unit, drawn: dict[str | None, list[AreaRow]]) -> Outline | None:
        """The unit with the areas that are drawn as it and without those that are not; whole where nothing moves."""
        code = unit.place.country if unit.place else None
        mine = drawn.get(code, []) if code else []
        was = {n for n, piece in self._pieces.items() if unit.number in piece.parts}
        if was == {piece.number for piece in mine} and all(piece.parts == (unit.number,) for piece in mine):
            return Outline(unit.name, unit.place, self._shape(unit.number))
        shape = self._union(unit.number, tuple(piece.number for piece in mine))
        return None if shape is None else Outline(unit.name, unit.place, shape)

    def _united(self, unit: int, numbers: tuple[int, ...]) -> BaseGeometry | None:
        import shapely

        cut = any(unit in piece.parts for piece in self._pieces.values())
        rest = self._rest(unit) if cut else self._shape(unit)
        shapes = [*([] if rest is None else [rest]), *(self._pieces[number].area.geometry for number in numbers)]
        return shapely.coverage_union_all(shapes) if shapes else None

    def country_at(self, lat: float, lon: float, view: str, on: str | None) -> str | None:
        """Code of the country that the point is drawn in; ``None`` at sea and on land that stands apart."""
        from shapely.geometry import Point

        view = self.checked(view)
        box = BBox(lon, lat, lon, lat)
        for area in self.areas(box, on):
            if area.kind is AreaKind.ISLETS and _reached(area, lat, lon):
                return area.drawn_as(view)
        point = Point(lon, lat)
        for tract in self.tracts(box, view, on):
            if tract.geometry.intersects(point):
                return tract.place.country if tract.place else None
        return None


def _drawn(area: ContestedArea, view: str, on: str | None) -> str | None:
    """Whose the viewpoint draws the area as; before and after the dispute all draw it as the UN does."""
    return area.drawn_as(view if area.contested_on(on) else UN)


def _meets(area: ContestedArea, box: BBox) -> bool:
    west, south, east, north = area.geometry.bounds
    return west <= box.east and east >= box.west and south <= box.north and north >= box.south


def _reached(area: ContestedArea, lat: float, lon: float) -> bool:
    import shapely

    points = shapely.get_coordinates(area.geometry).tolist()
    return any(distance_km(lat, lon, islet[1], islet[0]) <= area.radius_km for islet in points)


def _code(place: Place | None) -> str:
    return (place.country if place else None) or ""
