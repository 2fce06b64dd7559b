"""The rivers of the basemap as one network, on which the course between two points is the shortest way.

The layer's lines carry no names, so an entry tells a river by points on it (its source, its mouth, and where it would
be ambiguous a point between) and gets the line of the layer between them.
"""

from __future__ import annotations

import heapq
import math
from itertools import pairwise

import numpy as np
import shapely
from shapely.geometry import LineString

from gazetteer.errors import SourceError

from .geofile import Feature

GRID = 100  # vertices of the layer lie on a grid of 1/100 degree
MAX_SNAP = 0.6  # degrees that a told point may lie off the river; between rivers closer than this take care
MAX_GAP = 0.12  # degrees between the end of one line and the next that a lake or rounding leaves open
Vertex = tuple[int, int]


class RiverNetwork:
    """All lines of the layer, joined where they meet."""

    def __init__(self, features: list[Feature]) -> None:
        self._edges: dict[Vertex, dict[Vertex, float]] = {}
        ends: list[Vertex] = []
        for feature in features:
            for line in shapely.get_parts(feature.geometry):
                path = [(round(x * GRID), round(y * GRID)) for x, y in line.coords]
                ends += [path[0], path[-1]]
                for one, other in pairwise(path):
                    self._join(one, other)
        self._vertices = sorted(self._edges)
        self._points = np.array(self._vertices, dtype=float) / GRID
        for end in sorted(set(ends)):
            if len(self._edges[end]) == 1:
                self._bridge(end)

    def _join(self, one: Vertex, other: Vertex) -> None:
        if one != other:
            squeeze = math.cos(math.radians((one[1] + other[1]) / 2 / GRID))
            length = math.hypot((one[0] - other[0]) * squeeze, one[1] - other[1]) / GRID
            self._edges.setdefault(one, {})[other] = length
            self._edges.setdefault(other, {})[one] = length

    def _bridge(self, end: Vertex) -> None:
        """Join a loose end to the nearest vertex that is not on its own line close by."""
        away = np.hypot(*(self._points - np.array(end) / GRID).T)
        for index in np.argsort(away, kind="stable").tolist():
            if away[index] > MAX_GAP:
                return
            if self._route(end, self._vertices[index], limit=3 * MAX_GAP) is None:
                self._join(end, self._vertices[index])
                return

    def _route(self, start: Vertex, goal: Vertex, limit: float = math.inf) -> list[Vertex] | None:
        """The shortest way (Dijkstra), ``None`` when there is none within ``limit`` degrees."""
        before: dict[Vertex, Vertex] = {}
        best = {start: 0.0}
        waiting = [(0.0, start)]
        while waiting:
            so_far, vertex = heapq.heappop(waiting)
            if vertex == goal:
                way = [goal]
                while way[-1] != start:
                    way.append(before[way[-1]])
                return way[::-1]
            if so_far > best[vertex]:
                continue
            for other, length in self._edges[vertex].items():
                total = so_far + length
                if total <= limit and total < best.get(other, math.inf):
                    best[other], before[other] = total, vertex
                    heapq.heappush(waiting, (total, other))
        return None

    def course(self, slug: str, points: tuple[tuple[float, float], ...]) -> LineString:
        """The line through the points, each moved to the nearest vertex; ``SourceError`` where the layer has none."""
        stops = [self._nearest(slug, lon, lat) for lon, lat in points]
        way = stops[:1]
        for (one, other), told in zip(pairwise(stops), pairwise(points), strict=True):
            part = self._route(one, other)
            if part is None:
                raise SourceError(
                    f"places: {slug}: the rivers have no course from {told[0]} to {told[1]}; write a line"
                )
            way += part[1:]
        if len(way) < 2:
            raise SourceError(f"places: {slug}: the points of the river are one and the same")
        return LineString([(x / GRID, y / GRID) for x, y in way])

    def _nearest(self, slug: str, lon: float, lat: float) -> Vertex:
        away = self._points - np.array([lon, lat])
        away[:, 0] *= math.cos(math.radians(lat))
        distances = np.hypot(*away.T)
        index = int(np.argmin(distances))
        if distances[index] > MAX_SNAP:
            raise SourceError(f"places: {slug}: no river within {MAX_SNAP}° of [{lon}, {lat}]; write a line")
        return self._vertices[index]
