"""Reports → files of other programs: GeoJSON, GeoPackage, KML, CSV, tables like ACLED's and UCDP's, Markdown.

Nothing is inferred on the way out: what an article does not state is empty, a number that several places share is told
once for a record or marked with ``shared_by``, and every word of an article is made harmless for where it goes.
"""

from __future__ import annotations

from collections.abc import Iterable

from geomap.export import acled, tables, ucdp
from geomap.export.geojson import geojson
from geomap.export.gpkg import gpkg
from geomap.export.kml import kml
from geomap.export.markdown import markdown
from geomap.export.writers import FORMATS, Writer, writer
from geomap.model import Report

__all__ = [
    "FORMATS",
    "Writer",
    "markdown",
    "to_acled",
    "to_csv",
    "to_geojson",
    "to_gpkg",
    "to_kml",
    "to_ucdp",
    "writer",
]

Reports = Report | Iterable[Report]


def _many(reports: Reports) -> list[Report]:
    return [reports] if isinstance(reports, Report) else list(reports)


def to_geojson(reports: Reports) -> str:
    """Return one report or several as a GeoJSON feature collection (RFC 7946)."""
    return geojson(_many(reports))


def to_gpkg(reports: Reports) -> bytes:
    """Return one report or several as a GeoPackage with the layers ``places``, ``flows`` and ``records``."""
    return gpkg(_many(reports))


def to_kml(reports: Reports) -> str:
    """Return one report or several as KML."""
    return kml(_many(reports))


def to_csv(reports: Reports) -> str:
    """Return one report or several as CSV, one row a record."""
    return tables.header() + "".join(map(tables.table, _many(reports)))


def to_acled(reports: Reports) -> str:
    """Return one report or several as CSV in ACLED's 31 columns."""
    return acled.header() + "".join(map(acled.acled, _many(reports)))


def to_ucdp(reports: Reports) -> str:
    """Return one report or several as CSV with low, best and high estimates and UCDP's codes of precision."""
    return ucdp.header() + "".join(map(ucdp.ucdp, _many(reports)))
