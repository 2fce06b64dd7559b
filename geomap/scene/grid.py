"""Geometries → lines on an integer grid, all at once, which is what the page carries and what takes the time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geomap.scene.frame import MERCATOR_LIMIT
from geomap.scene.model import Box, Line, Shape

if TYPE_CHECKING:
    from shapely import Polygon
    from shapely.geometry.base import BaseGeometry


_POLYGON, _LINE = 3, 1
"""Shapely's type ids."""


def clip(shape: BaseGeometry, box: Box, shift: float) -> BaseGeometry:
    """Return the part of ``shape`` (polygons or lines, ±180°) within ``box``, moved ``shift`` degrees east into the
    frame. Of polygons only polygons are kept: what touches the box's edge in a line is dropped."""
    cut = shapely.clip_by_rect(shape, box.west - shift, box.south, box.east - shift, box.north)
    if shape.geom_type in {"Polygon", "MultiPolygon"} and cut.geom_type != "MultiPolygon":
        parts = shapely.get_parts([cut])
        cut = shapely.multipolygons(parts[(shapely.get_type_id(parts) == _POLYGON) & ~shapely.is_empty(parts)])
    return moved(cut, shift) if shift else cut


def moved(shape: BaseGeometry, degrees: float) -> BaseGeometry:
    """Return the shape that many degrees further east."""
    return shapely.transform(shape, lambda xy: xy + np.array([degrees, 0.0]))


def unwrapped(polygon: Polygon) -> Polygon:
    """Return a polygon whose outer ring jumps across the antimeridian as one that goes on beyond 180°; a ring round the
    pole (Antarctica) is closed along the edge of the drawn map. Holes are dropped."""
    xy = shapely.get_coordinates(polygon.exterior)
    jumps = np.diff(xy[:, 0], prepend=xy[0, 0])
    turns = np.cumsum(np.where(jumps > 180, -360.0, np.where(jumps < -180, 360.0, 0.0)))
    if not turns.any():
        return polygon
    xy[:, 0] += turns
    if turns[-1]:
        pole = -MERCATOR_LIMIT if xy[:, 1].mean() < 0 else MERCATOR_LIMIT
        xy = np.vstack([xy, [xy[-1, 0], pole], [xy[0, 0], pole], xy[0]])
    return shapely.Polygon(xy)


def lines_of(shapes: Sequence[BaseGeometry], step: float, smallest: float = 0.0) -> list[tuple[Line, ...]]:
    """Return the lines and rings of each of ``shapes`` on a grid of ``step`` degrees. Rings around less than
    ``smallest`` square degrees are left out unless a shape has no other; a vertex on the one before is dropped."""
    out: list[tuple[Line, ...]] = [()] * len(shapes)
    parts, owner = shapely.get_parts(np.asarray(shapes, dtype=object), return_index=True)
    rings, of_part = shapely.get_rings(parts, return_index=True)
    is_line = shapely.get_type_id(parts) == _LINE
    pieces = np.concatenate([rings, parts[is_line]])
    whose = np.concatenate([owner[of_part], owner[is_line]])
    if not len(pieces):
        return out
    size = np.concatenate([shapely.area(shapely.polygons(rings)), np.full(int(is_line.sum()), np.inf)])
    largest = np.zeros(len(shapes))
    np.maximum.at(largest, whose, size)
    keep = (size >= smallest) | (size == largest[whose])
    pieces, whose = pieces[keep], whose[keep]
    xy, of_piece = shapely.get_coordinates(pieces, return_index=True)
    cells = np.rint(xy / step).astype(np.int64)
    first = np.ones(len(cells), dtype=bool)
    first[1:] = of_piece[1:] != of_piece[:-1]
    moved = first.copy()
    moved[1:] |= (cells[1:] != cells[:-1]).any(axis=1)
    cells, of_piece, first = cells[moved], of_piece[moved], first[moved]
    deltas = cells.copy()
    deltas[1:] -= cells[:-1]
    deltas[first] = cells[first]
    flat = deltas.ravel().tolist()
    starts = [*(np.flatnonzero(first) * 2).tolist(), len(flat)]
    gathered: dict[int, list[Line]] = {}
    for index, owner_index in enumerate(whose.tolist()):
        line = tuple(flat[starts[index] : starts[index + 1]])
        if len(line) >= 4:
            gathered.setdefault(owner_index, []).append(line)
    for owner_index, found in gathered.items():
        out[owner_index] = tuple(found)
    return out


def shape_of(shapes: Sequence[BaseGeometry], step: float, smallest: float = 0.0) -> Shape:
    """Return all lines of all ``shapes`` as one shape."""
    return Shape(step, tuple(line for lines in lines_of(shapes, step, smallest) for line in lines))
