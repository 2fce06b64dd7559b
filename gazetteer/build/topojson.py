"""Reads a TopoJSON object (quantised, with shared arcs) into shapely geometries."""

from __future__ import annotations

from typing import Any

from shapely.geometry import LineString, MultiLineString, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from . import geofile
from .geofile import Feature


def _arcs(topology: dict[str, Any]) -> list[list[tuple[float, float]]]:
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    decoded = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy, *_ in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        decoded.append(points)
    return decoded


def _path(arcs: list[list[tuple[float, float]]], indexes: list[int]) -> list[tuple[float, float]]:
    points: list[tuple[float, float]] = []
    for index in indexes:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    return points


def _polygon(arcs: list[list[tuple[float, float]]], rings: list[list[int]]) -> Polygon:
    paths = [_path(arcs, ring) for ring in rings]
    return Polygon(paths[0], [path for path in paths[1:] if len(path) >= 4])


def _shape(arcs: list[list[tuple[float, float]]], item: dict[str, Any]) -> BaseGeometry | None:
    kind = item.get("type")
    if kind == "Polygon":
        return MultiPolygon([_polygon(arcs, item["arcs"])])
    if kind == "MultiPolygon":
        return MultiPolygon([_polygon(arcs, rings) for rings in item["arcs"]])
    if kind == "LineString":
        return MultiLineString([LineString(_path(arcs, item["arcs"]))])
    if kind == "MultiLineString":
        return MultiLineString([LineString(_path(arcs, indexes)) for indexes in item["arcs"]])
    return None


def features(topology: dict[str, Any], name: str) -> list[Feature]:
    """Return the geometries of the object ``name`` with their string properties, in order; null shapes are left out."""
    arcs = _arcs(topology)
    found = []
    for item in topology["objects"][name]["geometries"]:
        shape = _shape(arcs, item)
        if shape is not None:
            properties = {key: value for key, value in (item.get("properties") or {}).items() if isinstance(value, str)}
            found.append(Feature(properties, geofile.mended(shape) if isinstance(shape, MultiPolygon) else shape))
    return found
