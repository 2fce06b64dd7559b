"""Corrections of places: mentions are moved or added; records that lie at them are marked with the reason."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from geomap.corrections.located import At, Located
from geomap.corrections.schema import AddPlace, MovePlace, PlaceCorrection, places
from geomap.model import BY_HAND, PlaceMention, Report, ResolvedPlace, Span, Use

if TYPE_CHECKING:
    from gazetteer import Gazetteer

_POINT_KM = 1.0
"""How far the truth may lie from a point that a person gives without saying."""

Finder = Callable[[], "Gazetteer"]


def apply(report: Report, file: Located, gazetteer: Finder) -> tuple[Report, dict[str, str]]:
    """Return the report with its mentions corrected, and the reason for each mention that was, by its id. Raises
    ``CorrectionError``."""
    reasons: dict[str, str] = {}
    for at, correction in places(file):
        resolved = _resolved(file, at, correction, gazetteer)
        if isinstance(correction, AddPlace):
            mention = _added(report, file, at, correction, resolved)
            reasons[mention.id] = correction.reason
            ordered = sorted((*report.places, mention), key=lambda each: each.span)
            report = report.model_copy(update={"places": tuple(ordered)})
            continue
        moved = _moved(report, file, at, correction)
        reasons |= dict.fromkeys(moved, correction.reason)
        changed = tuple(
            _with(mention, resolved, correction.reason) if mention.id in moved else mention for mention in report.places
        )
        report = report.model_copy(update={"places": changed})
    return report, reasons


def _moved(report: Report, file: Located, at: At, correction: MovePlace) -> list[str]:
    """Return the ids of the mentions that a correction moves."""
    words = correction.move
    found = [mention for mention in report.places if _same(mention.text, words)]
    if not found:
        raise file.error((*at, "move"), f"{words!r} is no place of this report any more; add: it if it is to be one")
    if correction.nth is None:
        return [mention.id for mention in found]
    span = nth_span(report.article.text, words, correction.nth)
    picked = [mention.id for mention in found if mention.span == span]
    if not picked:
        what = f"where the article says {words!r} for the {correction.nth}. time it is no place of this report"
        raise file.error((*at, "nth"), what if span else f"the article does not say {words!r} {correction.nth} times")
    return picked


def _added(report: Report, file: Located, at: At, correction: AddPlace, resolved: ResolvedPlace) -> PlaceMention:
    span = nth_span(report.article.text, correction.add, correction.nth or 1)
    if span is None:
        times = f" {correction.nth} times" if correction.nth else ""
        raise file.error((*at, "add"), f"the article does not say {correction.add!r}{times}; its own words are needed")
    if any(mention.span == span for mention in report.places):
        raise file.error((*at, "add"), f"{correction.add!r} is a place of this report already; move: it")
    number = max((int(mention.id[1:]) for mention in report.places if mention.id[1:].isdigit()), default=0) + 1
    words = report.article.text[slice(*span)]
    plain = PlaceMention(
        id=f"p{number}", span=span, text=words, use=Use.LITERAL, relation=None, resolved=None, confidence=1.0
    )
    return _with(plain, resolved, correction.reason)


def _with(mention: PlaceMention, resolved: ResolvedPlace, reason: str) -> PlaceMention:
    update = {"resolved": resolved, "confidence": 1.0, "why": (BY_HAND + reason,), "relation": None}
    return mention.model_copy(update=update)


def _resolved(file: Located, at: At, correction: PlaceCorrection, gazetteer: Finder) -> ResolvedPlace:
    if isinstance(correction.to, str):
        answer = gazetteer().locate(correction.to).best
        if answer is None:
            raise file.error(
                (*at, "to"), f"the gazetteer knows no place {correction.to!r}; give its position as [lat, lon]"
            )
        place = answer.place
        return ResolvedPlace(
            id=place.id,
            name=correction.name or place.name,
            kind=str(place.kind),
            country=correction.country or place.country,
            admin1=place.admin1,
            lat=place.lat,
            lon=place.lon,
            radius_km=place.radius_km if correction.radius_km is None else correction.radius_km,
        )
    lat, lon = correction.to
    words = correction.move if isinstance(correction, MovePlace) else correction.add
    return ResolvedPlace(
        id=f"by-hand:{lat:g},{lon:g}",
        name=correction.name or words,
        kind="city" if (correction.radius_km or _POINT_KM) <= 40 else "region",
        country=correction.country or gazetteer().country_at(lat, lon),
        admin1=None,
        lat=lat,
        lon=lon,
        radius_km=_POINT_KM if correction.radius_km is None else correction.radius_km,
    )


def nth_span(text: str, words: str, nth: int) -> Span | None:
    """Return the span of the ``nth`` time that ``words`` stand in the text as whole words, white space taken as it
    comes."""
    pattern = r"(?<!\w)" + r"\s+".join(re.escape(word) for word in words.split()) + r"(?!\w)"
    for count, match in enumerate(re.finditer(pattern, text), start=1):
        if count == nth:
            return match.span()
    return None


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()) == " ".join(other.split())
