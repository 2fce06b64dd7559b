"""The values that flow between geomap's rooms: the article and the report that is read out of it.

The classes mirror the published contract (schema ``geomap-report-1``) field by field; what a field means is said in
their docstrings. All are frozen. Spans are ``(start, end)`` in characters of ``Article.text``, which is never altered.
Dates are ISO 8601 strings, coordinates degrees WGS 84, distances kilometres.
"""

from geomap.model.kinds import Action, Category, Echelon, EventType, Harm, Qualifier, Relation, Status, Use
from geomap.model.report import Article, Casualties, Deployment, Event, Report
from geomap.model.values import (
    BY_HAND,
    Actor,
    AlternativePlace,
    Force,
    PlaceMention,
    Quantity,
    ResolvedPlace,
    Source,
    Span,
    Time,
    reasons_by_hand,
)

__all__ = [
    "BY_HAND",
    "Action",
    "Actor",
    "AlternativePlace",
    "Article",
    "Casualties",
    "Category",
    "Deployment",
    "Echelon",
    "Event",
    "EventType",
    "Force",
    "Harm",
    "PlaceMention",
    "Qualifier",
    "Quantity",
    "Relation",
    "Report",
    "ResolvedPlace",
    "Source",
    "Span",
    "Status",
    "Time",
    "Use",
    "reasons_by_hand",
]
