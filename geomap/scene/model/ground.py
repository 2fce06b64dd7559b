"""What lies under the symbols: points, shapes, countries, contested areas, names, and the basemap of them."""

from __future__ import annotations

from dataclasses import dataclass

from geomap.scene.model.kinds import LabelKind

Line = tuple[int, ...]
"""A line or closed ring on a grid: x, y of its first vertex, then dx, dy of each further one."""


@dataclass(frozen=True, slots=True)
class Point:
    """A place in the scene's frame."""

    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the frame; ``west`` may be below -180 or ``east`` above 180, never both more than 360 apart."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Shape:
    """Lines or rings on a grid of ``step`` degrees (lon right, lat up). Rings are filled by the even-odd rule, so that
    holes and islands need no order."""

    step: float
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Land:
    """One country of the basemap, or land that stands apart (without a code); ``held`` when a symbol stands for
    somewhere in it."""

    code: str
    name: str
    label: Point | None
    radius_km: float
    held: bool
    shape: Shape


@dataclass(frozen=True, slots=True)
class Contested:
    """A contested area within the region: its name, the sentence that is printed of it, where its name stands, and the
    box that it lies in. Drawn as a hatched ``shape``, as ``islets``, or (a line, or words alone) as neither. Name and
    islets show from ``min_zoom`` on."""

    slug: str
    name: str
    statement: str
    point: Point
    radius_km: float
    min_zoom: float
    box: Box
    shape: Shape | None
    islets: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """A name on the map, from ``min_zoom`` on; the larger ``weight`` goes first where there is no room."""

    kind: LabelKind
    text: str
    point: Point
    weight: float
    min_zoom: float


@dataclass(frozen=True, slots=True)
class Basemap:
    """What lies under the symbols: ``region``'s countries in detail, the world behind them, water and lines.
    Provinces lie within ``detail``. ``disputed`` are the borders of contested areas with those who contest them."""

    region: Box
    lands: tuple[Land, ...]
    contested: tuple[Contested, ...]
    backdrop: Shape
    detail: Box
    provinces: tuple[Label, ...]
    province_borders: Shape
    disputed: Shape
    lakes: Shape
    rivers: Shape
