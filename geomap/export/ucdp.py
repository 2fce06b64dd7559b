"""Reports in the manner of UCDP's GED: a low, a best and a high estimate, with codes of precision for place and date.

Columns that GED has are called as there. ``counted`` says what the estimates count, as a report knows more than deaths:
``killed`` for events, the category of the force for deployments, whose numbers are told by the same rules.
"""

from __future__ import annotations

from geomap.export import countries, precision
from geomap.export.cells import Value, clean, lines, optional
from geomap.export.rows import Row, rows
from geomap.model import Event, Report

HEADER = (
    *("id", "year", "kind", "type", "status", "hedged", "side_a", "side_b", "source_article", "source_office"),
    *("source_date", "where_prec", "where_coordinates", "where_description", "adm_1", "latitude", "longitude"),
    *("country", "country_iso", "date_prec", "date_start", "date_end", "counted", "low", "best", "high"),
    *("part_of", "shared_by", "source_original", "corrected"),
)

Estimate = tuple[float | None, float | None, float | None]


def header() -> str:
    """Return the first line."""
    return lines([HEADER])


def ucdp(report: Report) -> str:
    """Return a line for each record; of several places the first stands in the columns, so that nothing is counted
    again, and ``shared_by`` says how many they are."""
    return lines(_line(row) for row in rows(report))


def estimate(low: float | None, high: float | None) -> Estimate:
    """Return low, best and high. Where an article gives a range the best estimate is its low end, as UCDP prefers the
    lower of two reports; an open side stays open: "more than 100" has no high, "up to 50" is 0 to 50 without a best."""
    if low is None and high is None:
        return None, None, None
    return (0, None, high) if low is None else (low, low, high)


def _line(row: Row) -> tuple[Value, ...]:
    place = next((mention for mention in (*row.location, *row.origin) if mention.resolved), None)
    resolved = place.resolved if place is not None else None
    country = optional(resolved.country) if resolved is not None else None
    event = row.record if isinstance(row.record, Event) else None
    numbers = (row.fields.killed_min, row.fields.killed_max) if event else (row.fields.min, row.fields.max)
    day = precision.day(row.fields.start or row.fields.end)
    return (
        f"{row.fields.article}/{row.fields.record}",
        day.year if day is not None else None,
        row.fields.kind,
        row.fields.action,
        row.fields.status,
        row.fields.hedged,
        row.fields.actor,
        row.fields.target,
        row.fields.article,
        row.fields.publication,
        row.fields.published,
        precision.ucdp_place(place) if place is not None else None,
        clean(resolved.name) if resolved is not None else None,
        clean(place.text) if place is not None else None,
        clean(resolved.admin1) if resolved is not None and resolved.admin1 else None,
        resolved.lat if resolved is not None else None,
        resolved.lon if resolved is not None else None,
        countries.name(country),
        country,
        precision.ucdp_time(row.record.time),
        row.fields.start,
        row.fields.end,
        "killed" if event is not None else row.fields.category,
        *estimate(*numbers),
        row.fields.part_of,
        row.fields.shared_by,
        row.fields.says_who,
        row.fields.corrected,
    )
