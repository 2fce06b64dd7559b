"""Reports as GeoJSON (RFC 7946): a feature for each record and place, a line for each stated way."""

from __future__ import annotations

import json
from collections.abc import Iterable

from geomap.export.features import Feature, bounds, features
from geomap.model import Report


def geojson(reports: Iterable[Report]) -> str:
    """Return a feature collection. Coordinates are WGS 84 longitude and latitude; lines across the antimeridian are cut
    there. A number that several places share stands in the properties of each of their features, with ``shared_by``
    saying how many they are: sum it over records, never over features."""
    found = [feature for report in reports for feature in features(report)]
    collection: dict[str, object] = {"type": "FeatureCollection"}
    box = bounds(part for feature in found for part in feature.parts)
    if box is not None:
        collection["bbox"] = list(box)
    collection["features"] = [_feature(feature) for feature in found]
    text = json.dumps(collection, ensure_ascii=False, indent=None, separators=(",", ":"))
    return text.replace('{"type":"Feature"', '\n{"type":"Feature"') + "\n"


def _feature(feature: Feature) -> dict[str, object]:
    return {
        "type": "Feature",
        "id": feature.id,
        "geometry": _geometry(feature),
        "properties": dict(feature.properties()),
    }


def _geometry(feature: Feature) -> dict[str, object] | None:
    if not feature.parts:
        return None
    if not feature.is_line:
        return {"type": "Point", "coordinates": list(feature.parts[0][0])}
    if len(feature.parts) == 1:
        return {"type": "LineString", "coordinates": [list(point) for point in feature.parts[0]]}
    return {"type": "MultiLineString", "coordinates": [[list(point) for point in part] for part in feature.parts]}
