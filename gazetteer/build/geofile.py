"""The compact file of shapes that ``sources`` keeps: JSON with delta-coded integer coordinates, xz-compressed.

``{"scale": n, "features": [{"properties": {…}, "type": "MultiPolygon" | "MultiLineString", "parts": [[[…]]]}]}``:
a part of a MultiPolygon is a list of rings (shell first), a part of a MultiLineString one line. A ring or line is a
flat list ``[x0, y0, dx1, dy1, …]`` in 1/scale degrees. Derived files are small enough to be kept in git and build
to the same bytes wherever they are read.
"""

from __future__ import annotations

import json
import lzma
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from shapely.geometry import LineString, MultiLineString, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from gazetteer.errors import SourceError


@dataclass(frozen=True)
class Feature:
    """A shape (MultiPolygon or MultiLineString, lon/lat degrees) and what is known of it."""

    properties: dict[str, str]
    geometry: BaseGeometry


def _encode_path(points: Any, scale: int) -> list[int]:
    grid = [(round(x * scale), round(y * scale)) for x, y in points]
    kept = [grid[0]]
    kept += [point for before, point in pairwise(grid) if point != before]
    flat = list(kept[0])
    for (x0, y0), (x1, y1) in pairwise(kept):
        flat += [x1 - x0, y1 - y0]
    return flat


def _decode_path(flat: list[int], scale: int) -> list[tuple[float, float]]:
    x = y = 0
    points = []
    for dx, dy in zip(flat[::2], flat[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / scale, y / scale))
    return points


def mended(shape: MultiPolygon) -> BaseGeometry:
    """Return polygons that cross themselves as ones that do not. Those that run on from 180° to -180° are left as they
    are: they are in order once they are unrolled, and mending would cut away what lies between the crossings."""
    if shape.is_valid or any(_crosses_the_seam(polygon) for polygon in shape.geoms):
        return shape
    return shape.buffer(0)


def _crosses_the_seam(polygon: Polygon) -> bool:
    return any(abs(x1 - x0) > 180 for (x0, _), (x1, _) in pairwise(polygon.exterior.coords))


def _encode(feature: Feature, scale: int) -> dict[str, Any] | None:
    geometry = feature.geometry
    parts: list[Any]
    if geometry.geom_type in ("Polygon", "MultiPolygon"):
        polygons = list(geometry.geoms) if isinstance(geometry, MultiPolygon) else [geometry]
        parts = []
        for polygon in polygons:
            assert isinstance(polygon, Polygon)  # noqa: S101 - narrows the type
            rings = [_encode_path(ring.coords, scale) for ring in (polygon.exterior, *polygon.interiors)]
            if len(rings[0]) >= 8:
                parts.append([rings[0], *(ring for ring in rings[1:] if len(ring) >= 8)])
        kind = "MultiPolygon"
    else:
        lines = list(geometry.geoms) if isinstance(geometry, MultiLineString) else [geometry]
        parts = [path for line in lines if len(path := _encode_path(line.coords, scale)) >= 4]
        kind = "MultiLineString"
    return {"properties": feature.properties, "type": kind, "parts": parts} if parts else None


def write(path: Path, features: list[Feature], scale: int) -> None:
    """Write the features in their order; those that vanish on the grid of 1/scale degrees are left out."""
    encoded = [item for feature in features if (item := _encode(feature, scale))]
    text = json.dumps({"scale": scale, "features": encoded}, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    path.write_bytes(lzma.compress(text.encode(), format=lzma.FORMAT_XZ, preset=9))


def read(path: Path) -> list[Feature]:
    """Read back what ``write`` wrote; polygons come out valid, except those that run on from 180° to -180°, which are
    valid once they are unrolled. ``SourceError`` when the file is no such file."""
    try:
        data = json.loads(lzma.decompress(path.read_bytes()))
        scale = data["scale"]
        features = []
        for item in data["features"]:
            shape: BaseGeometry
            if item["type"] == "MultiPolygon":
                rings = [[_decode_path(ring, scale) for ring in part] for part in item["parts"]]
                shape = mended(MultiPolygon([Polygon(part[0], part[1:]) for part in rings]))
            else:
                shape = MultiLineString([LineString(_decode_path(part, scale)) for part in item["parts"]])
            features.append(Feature(item["properties"], shape))
    except (lzma.LZMAError, KeyError, ValueError) as error:
        raise SourceError(f"{path}: not a file of shapes ({error})") from error
    return features
