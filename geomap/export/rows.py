"""A record as one row: every field of it in words and figures, its places beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from geomap.export.cells import Value, clean, optional
from geomap.model import Actor, Deployment, Event, Harm, PlaceMention, Report
from geomap.scene import wording

_EVIDENCE = 4_000
"""Characters of evidence at most: the limit is far beyond any sentence."""


@dataclass(frozen=True, slots=True)
class Fields:
    """What every format says of a record; the names are those of columns and properties.

    ``min`` and ``max`` are the number as read, ``shared_by`` the places that share this one number: it is never to be
    added up over them. ``part_of`` is the record that this one is counted in. ``corrected`` holds the reasons of
    corrections by hand.
    """

    article: str
    published: str | None
    url: str | None
    publication: str | None
    record: str
    kind: str
    action: str
    actor: str | None
    actor_code: str | None
    target: str | None
    target_code: str | None
    force: str | None
    category: str | None
    echelon: str | None
    number: str | None
    min: float | None
    max: float | None
    qualifier: str | None
    killed_min: float | None
    killed_max: float | None
    casualties: str | None
    status: str
    hedged: bool
    time: str | None
    start: str | None
    end: str | None
    says_who: str | None
    part_of: str | None
    shared_by: int
    confidence: float
    corrected: str | None
    evidence: str

    def items(self) -> Iterable[tuple[str, Value]]:
        """Yield each field by its name, in order."""
        for each in fields(self):
            yield each.name, getattr(self, each.name)


NAMES = tuple(each.name for each in fields(Fields))


@dataclass(frozen=True, slots=True)
class Row:
    """A record with its fields and the mentions of its places; those that were not found are among them."""

    record: Deployment | Event
    fields: Fields
    location: tuple[PlaceMention, ...]
    origin: tuple[PlaceMention, ...]


def rows(report: Report) -> list[Row]:
    """Return all records of a report, deployments first, each list in reading order."""
    mentions = {mention.id: mention for mention in report.places}
    out = []
    records: tuple[Deployment | Event, ...] = (*report.deployments, *report.events)
    for record in records:
        origin = record.origin if isinstance(record, Deployment) else ()
        location = tuple(mentions[key] for key in record.location if key in mentions)
        sources = tuple(mentions[key] for key in origin if key in mentions)
        out.append(Row(record, _fields(report, record, max(1, len(location))), location, sources))
    return out


def _fields(report: Report, record: Deployment | Event, shared_by: int) -> Fields:
    article = report.article
    deployment = record if isinstance(record, Deployment) else None
    event = record if isinstance(record, Event) else None
    target = deployment.recipient if deployment is not None else event.target if event is not None else None
    quantity = deployment.quantity if deployment is not None else None
    killed = [harm.quantity for harm in event.casualties if harm.kind is Harm.KILLED] if event is not None else []
    return Fields(
        article=clean(article.id),
        published=optional(article.published),
        url=optional(article.url),
        publication=optional(article.source),
        record=clean(record.id),
        kind="deployment" if deployment is not None else "event",
        action=str(deployment.action if deployment is not None else event.type if event is not None else ""),
        actor=_name(record.actor),
        actor_code=_code(record.actor),
        target=_name(target),
        target_code=_code(target),
        force=clean(deployment.force.text) if deployment is not None else None,
        category=str(deployment.force.category) if deployment is not None else None,
        echelon=str(deployment.force.echelon) if deployment is not None and deployment.force.echelon else None,
        number=clean(quantity.text) if quantity is not None else None,
        min=quantity.min if quantity is not None else None,
        max=quantity.max if quantity is not None else None,
        qualifier=str(quantity.qualifier) if quantity is not None else None,
        killed_min=_sum(each.min if each is not None else None for each in killed),
        killed_max=_sum(each.max if each is not None else None for each in killed),
        casualties=(clean(wording.casualties(event.casualties)) or None) if event is not None else None,
        status=str(record.status),
        hedged=record.hedged,
        time=clean(record.time.text) if record.time is not None else None,
        start=optional(record.time.start) if record.time is not None else None,
        end=optional(record.time.end) if record.time is not None else None,
        says_who=clean(record.source.name) if record.source is not None else None,
        part_of=optional(deployment.part_of) if deployment is not None else None,
        shared_by=shared_by,
        confidence=record.confidence,
        corrected="; ".join(map(clean, record.corrected)) or None,
        evidence=_evidence(report, record),
    )


def _name(actor: Actor | None) -> str | None:
    return clean(actor.name) if actor is not None else None


def _code(actor: Actor | None) -> str | None:
    return optional(actor.code) if actor is not None else None


def _sum(values: Iterable[float | None]) -> float | None:
    """Return the sum, ``None`` where one value is not known or there is none."""
    told = list(values)
    known = [value for value in told if value is not None]
    return sum(known) if known and len(known) == len(told) else None


def _evidence(report: Report, record: Deployment | Event) -> str:
    text = report.article.text
    return wording.shorten(" … ".join(clean(text[start:end]) for start, end in record.evidence), _EVIDENCE)
