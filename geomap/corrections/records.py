"""Corrections of records: changed, removed, added, each marked with its reason among the record's rules."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from geomap.corrections.fingerprint import fingerprint, records
from geomap.corrections.located import At, Located
from geomap.corrections.places import nth_span
from geomap.corrections.schema import (
    ActorFix,
    AddRecord,
    ChangeRecord,
    DeploymentFix,
    EventFix,
    Fix,
    ForceFix,
    QuantityFix,
    RemoveRecord,
    TimeFix,
    validated,
)
from geomap.corrections.schema import records as corrections
from geomap.model import (
    BY_HAND,
    Actor,
    Casualties,
    Category,
    Deployment,
    Event,
    Force,
    PlaceMention,
    Quantity,
    Report,
    Source,
    Time,
    Use,
)


def apply(report: Report, file: Located, original: Report) -> Report:
    """Return the report with its records corrected. Their ids and fingerprints are those of ``original``, the report
    before any correction. Raises ``CorrectionError``."""
    for at, correction in corrections(file):
        if isinstance(correction, AddRecord):
            report = _with(report, _added(report, file, at, correction))
            continue
        record_id = correction.change if isinstance(correction, ChangeRecord) else correction.remove
        record = _current(report, original, file, at, record_id=record_id, code=correction.fingerprint)
        if isinstance(correction, RemoveRecord):
            report = _without(report, record, correction.reason)
            continue
        to = (*at, "to")
        fix: Fix
        if isinstance(record, Deployment):
            fix = validated(file, to, DeploymentFix, correction.to)
        else:
            fix = validated(file, to, EventFix, correction.to)
        values = _values(report, file, to, fix, record)
        if not values:
            raise file.error(to, "changes nothing")
        values["rules"] = (*record.rules, BY_HAND + correction.reason)
        report = _with(report, record.model_copy(update=values))
    return report


def _current(
    report: Report, original: Report, file: Located, at: At, *, record_id: str, code: str
) -> Deployment | Event:
    """Return the record that a correction was made for, as it is now; an error where it is no longer the same."""
    key = next(part for part in ("change", "remove") if (*at, part) in file.lines)
    found = records(original).get(record_id)
    if found is not None and fingerprint(original, found) == code:
        now = records(report).get(record_id)
        if now is None:
            raise file.error((*at, key), f"{record_id} was removed by a correction before this one")
        return now
    moved = [each for each, record in records(original).items() if fingerprint(original, record) == code]
    if moved:
        what = f"{record_id} is not the record that was corrected, which is {moved[0]} now; change the id"
    elif found is None:
        what = f"this report has no record {record_id}, and none with the fingerprint {code}"
    else:
        what = (
            f"{record_id} is not the record that was corrected: its words are others now (fingerprint "
            f"{fingerprint(original, found)}, not {code}); look at it again"
        )
    raise file.error((*at, key), f"{what}; `geomap extract --format fix` prints all records")


def _with(report: Report, record: Deployment | Event) -> Report:
    """Return the report with the record in the place of the one with its id, or at the end of its list."""
    name = "deployments" if isinstance(record, Deployment) else "events"
    found: tuple[Deployment | Event, ...] = getattr(report, name)
    if all(each.id != record.id for each in found):
        return report.model_copy(update={name: (*found, record)})
    return report.model_copy(update={name: tuple(record if each.id == record.id else each for each in found)})


def _without(report: Report, record: Deployment | Event, reason: str) -> Report:
    """Return the report without the record; what was counted in it stands alone."""
    words = record.force.text if isinstance(record, Deployment) else str(record.type)
    number = f"{record.quantity.text} " if isinstance(record, Deployment) and record.quantity is not None else ""
    deployments = tuple(
        each.model_copy(update={"part_of": None}) if each.part_of == record.id else each
        for each in report.deployments
        if each.id != record.id
    )
    events = tuple(each for each in report.events if each.id != record.id)
    removed = (*report.removed, f"{number}{words} ({reason})")
    return report.model_copy(update={"deployments": deployments, "events": events, "removed": removed})


def _added(report: Report, file: Located, at: At, correction: AddRecord) -> Deployment | Event:
    span = nth_span(report.article.text, correction.evidence, correction.nth)
    if span is None:
        raise file.error((*at, "evidence"), "the article does not say this; a record stands on the article's own words")
    to = (*at, "to")
    rules = (BY_HAND + correction.reason,)
    if correction.add == "event":
        event = validated(file, to, EventFix, correction.to)
        if "type" not in event.model_fields_set:
            raise file.error(to, "type: is missing")
        values = _values(report, file, to, event, None)
        blank = {"id": _next(report.events, "e"), "actor": None, "target": None, "status": event.status}
        return Event(
            **blank
            | values
            | {"hedged": event.hedged, "confidence": event.confidence, "evidence": (span,), "rules": rules}
        )
    fix = validated(file, to, DeploymentFix, correction.to)
    if fix.force.category is None:
        raise file.error(to, "force.category: is missing")
    values = _values(report, file, to, fix, None)
    blank = {
        "id": _next(report.deployments, "d"),
        "actor": None,
        "quantity": None,
        "action": fix.action,
        "status": fix.status,
    }
    return Deployment(
        **blank | values | {"hedged": fix.hedged, "confidence": fix.confidence, "evidence": (span,), "rules": rules}
    )


def _next(found: Iterable[Deployment | Event], letter: str) -> str:
    return f"{letter}{max((int(each.id[1:]) for each in found if each.id[1:].isdigit()), default=0) + 1}"


def _values(report: Report, file: Located, at: At, fix: Fix, record: Deployment | Event | None) -> dict[str, Any]:
    """Return the fields that a correction names, as the model has them."""
    values: dict[str, Any] = {}
    for name in sorted(fix.model_fields_set):
        value = getattr(fix, name)
        if name in {"location", "origin"}:
            value = tuple(_place(report, file, (*at, name, i), words) for i, words in enumerate(value))
        elif name in {"actor", "recipient", "target"}:
            value = _actor(value)
        elif name == "quantity":
            value = _quantity(file, (*at, name), value)
        elif name == "force":
            value = _force(value, record.force if isinstance(record, Deployment) else None)
        elif name == "time":
            value = _time(file, (*at, name), value)
        elif name == "source":
            value = Source(name=value) if value is not None else None
        elif name == "casualties":
            value = tuple(
                Casualties(
                    kind=harm.kind, who=harm.who, quantity=_quantity(file, (*at, name, i, "quantity"), harm.quantity)
                )
                for i, harm in enumerate(value)
            )
        elif name == "part_of" and value is not None and value not in {each.id for each in report.deployments}:
            raise file.error((*at, name), f"this report has no deployment {value}")
        values[name] = value
    return values


def _place(report: Report, file: Located, at: At, words: str) -> str:
    """Return the id of the first mention of these words, places themselves before words that stand for actors. Ids
    are not taken: they are others as soon as one place more is read."""
    plain = " ".join(words.split())
    ranked: list[PlaceMention] = sorted(report.places, key=lambda mention: mention.use is not Use.LITERAL)
    for mention in ranked:
        if " ".join(mention.text.split()) == plain:
            return mention.id
    raise file.error(at, f"this report has no place {words!r}; add: it under places:")


def _actor(fix: ActorFix | None) -> Actor | None:
    return Actor(name=fix.name, code=fix.code) if fix is not None else None


def _force(fix: ForceFix, before: Force | None) -> Force:
    text = fix.text or (before.text if before is not None else str(fix.category))
    category = fix.category or (before.category if before is not None else Category.PERSONNEL)
    told = "echelon" in fix.model_fields_set
    echelon = fix.echelon if told or before is None else before.echelon
    span = before.span if before is not None and fix.text is None else None
    return Force(text=text, category=category, echelon=echelon, span=span)


def _quantity(file: Located, at: At, fix: QuantityFix | int | None) -> Quantity | None:
    if fix is None:
        return None
    fix = QuantityFix(min=fix, max=fix) if isinstance(fix, int) else fix
    if fix.min is None and fix.max is None:
        raise file.error(at, "quantity: needs min or max; null is no number told")
    if fix.min is not None and fix.max is not None and fix.min > fix.max:
        raise file.error(at, f"quantity: min {fix.min} is more than max {fix.max}")
    told = [f"{value:,}" for value in (fix.min, fix.max) if value is not None]
    return Quantity(text=fix.text or "–".join(dict.fromkeys(told)), min=fix.min, max=fix.max, qualifier=fix.qualifier)


def _time(file: Located, at: At, fix: TimeFix | None) -> Time | None:
    if fix is None:
        return None
    for name, day in (("start", fix.start), ("end", fix.end)):
        try:
            datetime.date.fromisoformat(day or "2000-01-01")
        except ValueError:
            raise file.error((*at, name), f"{day} is no day of the calendar") from None
    if fix.start and fix.end and fix.start > fix.end:
        raise file.error(at, f"the time ends ({fix.end}) before it starts ({fix.start})")
    words = fix.text or " to ".join(dict.fromkeys(day for day in (fix.start, fix.end) if day))
    if not words:
        raise file.error(at, "time: needs start, end or text; null is no time told")
    return Time(text=words, start=fix.start, end=fix.end)
