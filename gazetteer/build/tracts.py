"""Cuts contested land out of the countries, so that the pieces meet vertex by vertex and make up the countries again.

A country's outline is never redrawn: an area's inner border is laid across it, and the faces that this makes are told
apart. What of an inner border runs along the country's own (two editions of one coast differ by a kilometre or two) is
dropped, so that no sliver remains.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import numpy as np
import shapely
from shapely import ops
from shapely.geometry import LineString, MultiPoint, Point, Polygon
from shapely.geometry.base import BaseGeometry

GRID = 1e-4  # degrees: the grid of the database's shapes
EDGE = 0.04  # degrees: what of a derived ring runs this near to the country's own border is that border
EDGE_SHARE = 0.1  # of a small ring's size, where that is less
GAP = 0.005  # degrees: two loose ends of inner borders this near to each other are one
REACH = 0.08  # degrees: how far the end of an inner border may be from the country's border
MIN_SLIT = 0.001  # square degrees: a hole of three corners below this is a fault of the source


@dataclass(frozen=True, slots=True)
class Claim:
    """What of the ground an area takes: all that lies for the most part in ``ring``, or the faces that ``inside`` hits.

    ``line`` is laid across the country; ``edge`` is how near to the country's border, in degrees, it counts as that.
    """

    slug: str
    ring: BaseGeometry | None
    line: BaseGeometry | None
    inside: tuple[Point, ...] = ()
    edge: float = 0.0


@dataclass(slots=True)
class Unit:
    """A shape of the country layer: its whole outline and, once cut, what is left of it and which areas took what."""

    name: str
    code: str | None
    whole: BaseGeometry
    rest: BaseGeometry | None = None
    taken: dict[str, BaseGeometry] = field(default_factory=dict)

    @property
    def cut(self) -> bool:
        """Whether an area has taken something."""
        return bool(self.taken)


def cut(unit: Unit, claims: list[Claim]) -> None:
    """Cut the claims out of the unit, in place; a claim that only touches it takes nothing."""
    unit.whole = _without_slits(unit.whole)
    lines = _inner_lines(unit.whole, claims)
    faces = _faces(unit.whole, lines)
    taken: dict[str, list[BaseGeometry]] = {}
    rest: list[BaseGeometry] = []
    order = sorted(claims, key=lambda claim: (_extent(claim, faces), claim.slug))  # the smaller lies in the larger
    for face in faces:
        owner = next((claim.slug for claim in order if _takes(claim, face)), None)
        (rest if owner is None else taken.setdefault(owner, [])).append(face)
    unit.whole = shapely.coverage_union_all(faces)
    unit.rest = shapely.coverage_union_all(rest) if rest else None
    unit.taken = {slug: shapely.coverage_union_all(parts) for slug, parts in taken.items()}


def share_vertices(units: list[Unit], before: dict[int, BaseGeometry]) -> None:
    """Give the neighbours of cut units the vertices that cutting added to common borders.

    ``before`` holds the cut units' outlines as they were, by their index in ``units``.
    """
    tree = shapely.STRtree([unit.whole for unit in units])
    for index, outline in sorted(before.items()):
        fresh = _points(units[index].whole) - _points(outline)
        if not fresh:
            continue
        points = shapely.multipoints(sorted(fresh))
        for other in sorted(set(tree.query(points, predicate="dwithin", distance=GRID).tolist()) - {index}):
            neighbour = units[other]
            neighbour.whole = _with(neighbour.whole, points)
            if neighbour.rest is not None:
                neighbour.rest = _with(neighbour.rest, points)
            neighbour.taken = {slug: _with(shape, points) for slug, shape in neighbour.taken.items()}


def _points(shape: BaseGeometry) -> set[tuple[float, float]]:
    return set(map(tuple, np.round(shapely.get_coordinates(shape), 4).tolist()))


def _with(shape: BaseGeometry, points: BaseGeometry) -> BaseGeometry:
    near = shapely.get_parts(points)
    near = near[shapely.dwithin(near, shape.boundary, GRID)]
    return shapely.snap(shape, MultiPoint(near.tolist()), GRID * 1.5)


def _without_slits(shape: BaseGeometry) -> BaseGeometry:
    parts = []
    for part in shapely.get_parts(shape):
        holes = [ring for ring in part.interiors if len(ring.coords) > 4 or Polygon(ring).area > MIN_SLIT]
        parts.append(Polygon(part.exterior, holes))
    found: BaseGeometry = shapely.multipolygons(parts)
    return found


def _inner_lines(whole: BaseGeometry, claims: list[Claim]) -> list[BaseGeometry]:
    """What of the claims' borders runs through the country, with its loose ends tied to the country's border."""
    border = whole.boundary
    found = []
    for claim in claims:
        if claim.line is None:
            continue
        line = shapely.intersection(claim.line, whole)
        if claim.edge:
            near = shapely.clip_by_rect(border, *claim.line.buffer(REACH).bounds)
            line = shapely.difference(line, near.buffer(claim.edge, quad_segs=2))
        found.append(line)
    merged = shapely.line_merge(shapely.union_all(found)) if found else LineString()
    strokes = [part for part in shapely.get_parts(merged) if part.geom_type == "LineString" and part.length]
    ends = _ends(strokes)
    loose = [part for part in strokes if ends[part.coords[0]] == 1 == ends[part.coords[-1]] and part.length < EDGE / 2]
    strokes = [part for part in strokes if part not in loose]
    return [*strokes, *_ties(strokes, border)]


def _ends(strokes: list[BaseGeometry]) -> Counter[tuple[float, ...]]:
    return Counter(end for stroke in strokes for end in (stroke.coords[0], stroke.coords[-1]))


def _ties(strokes: list[BaseGeometry], border: BaseGeometry) -> list[BaseGeometry]:
    loose = sorted(end for end, count in _ends(strokes).items() if count == 1)
    ties = []
    for end in loose:
        point = Point(end)
        others = [Point(other) for other in loose if other != end]
        gap = min((point.distance(other), other.coords[0]) for other in others) if others else (REACH, end)
        if gap[0] <= GAP:
            ties.append(LineString([end, gap[1]]))
        elif point.distance(border) <= REACH:
            ties.append(LineString([end, ops.nearest_points(border, point)[0].coords[0]]))
    return [tie for tie in ties if tie.length > 0]


def _faces(whole: BaseGeometry, lines: list[BaseGeometry]) -> list[BaseGeometry]:
    noded = shapely.union_all([whole.boundary, *lines], grid_size=GRID)
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(noded)))
    shapely.prepare(whole)
    inner = shapely.point_on_surface(faces)
    kept: list[BaseGeometry] = faces[shapely.intersects(whole, inner)].tolist()
    return kept


def _takes(claim: Claim, face: BaseGeometry) -> bool:
    if claim.inside:
        return any(face.contains(point) for point in claim.inside)
    return claim.ring is not None and claim.ring.intersection(face).area > face.area / 2


def _extent(claim: Claim, faces: list[BaseGeometry]) -> float:
    if claim.ring is not None and not claim.inside:
        return float(claim.ring.area)
    return float(sum(face.area for face in faces if _takes(claim, face)))
