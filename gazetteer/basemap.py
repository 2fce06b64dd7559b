"""What maps are drawn on: countries under a viewpoint, contested land, divisions, rivers and lakes."""

from __future__ import annotations

from .boundaries import UN, Boundaries
from .model import BBox, ContestedArea, Outline, Place, Tract, View
from .store import Store


class Basemap:
    """The part of a ``Gazetteer`` that tells where land, borders and water are drawn."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._boundaries = Boundaries(store)

    def countries_in(self, box: BBox, view: str = UN, on: str | None = None) -> tuple[Outline, ...]:
        """Countries (10m, simplified to 0.01°) that meet the box, whole, by code; then land that stands apart.

        ``view`` is the viewpoint that they are drawn from, ``on`` the ISO date whose disputes count (without one those
        not settled). Raises ``UnknownView``.
        """
        return tuple(self._boundaries.countries(box, view, on))

    def tracts_in(self, box: BBox, view: str = UN, on: str | None = None) -> tuple[Tract, ...]:
        """Return the same ground in pieces: countries without their contested land, whole, then each contested area."""
        return tuple(self._boundaries.tracts(box, view, on))

    def contested_in(self, box: BBox, on: str | None = None) -> tuple[ContestedArea, ...]:
        """Return the areas contested on a date (without one those not settled) whose bounds meet the box, by slug."""
        return tuple(self._boundaries.areas(box, on))

    def country_at(self, lat: float, lon: float, view: str = UN, on: str | None = None) -> str | None:
        """Code of the country that a point is drawn in; ``None`` at sea and on land that stands apart."""
        return self._boundaries.country_at(lat, lon, view, on)

    def views(self) -> tuple[View, ...]:
        """Return the viewpoints that boundaries can be drawn from, the default first."""
        return self._boundaries.views()

    def view(self, code: str) -> View:
        """Return the viewpoint with that code, in capitals or not; ``UnknownView`` lists those there are."""
        known = self._boundaries.checked(code)
        return next(view for view in self.views() if view.code == known)

    def provinces_in(self, box: BBox) -> tuple[Outline, ...]:
        """First-order divisions with an outline whose bounds meet the box, by GeoNames id."""
        return tuple(self._store.layers.layer("province", box))

    def backdrop(self) -> tuple[Outline, ...]:
        """The world's countries at 110m, to lie behind a clipped basemap."""
        return tuple(self._store.layers.layer("backdrop", None))

    def disputed_lines_in(self, box: BBox) -> tuple[Outline, ...]:
        """Lines of claims and cease-fires, each named by whose claim it is."""
        return tuple(self._store.layers.layer("disputed_lines", box))

    def rivers_in(self, box: BBox) -> tuple[Outline, ...]:
        """Rivers at 50m as lines."""
        return tuple(self._store.layers.layer("rivers", box))

    def lakes_in(self, box: BBox) -> tuple[Outline, ...]:
        """Lakes at 50m as polygons."""
        return tuple(self._store.layers.layer("lakes", box))

    def largest_in(self, box: BBox, people: int, count: int) -> tuple[Place, ...]:
        """Return the ``count`` largest built-in towns of at least ``people`` whose point lies in the box."""
        return tuple(self._store.layers.largest_in(box, people, count))

    def seas_in(self, box: BBox) -> tuple[Place, ...]:
        """Return seas, gulfs, bays and straits whose middle lies in the box, by name; no rivers, lakes and canals."""
        return tuple(self._store.layers.seas_in(box))
