"""Reports in the shape of ACLED: its 31 columns in order, so that scripts made for its files read these.

It is the shape that is ACLED's, not the coding: a record is what one article says. What did not happen (planned,
possible, denied) is never coded as violence, whatever it is: it is a strategic development, its status in ``tags``.
"""

from __future__ import annotations

import re

from geomap.export import countries, precision
from geomap.export.cells import Value, clean, lines, optional
from geomap.export.rows import Row, rows
from geomap.model import Actor, Deployment, Event, EventType, Report, Status

HEADER = (
    *("event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type"),
    *("actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting"),
    *("iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude"),
    *("geo_precision", "source", "source_scale", "notes", "fatalities", "tags", "timestamp"),
)
_VIOLENCE, _STRATEGIC = "Political violence", "Strategic developments"
_BATTLES, _REMOTE = "Battles", "Explosions/Remote violence"
_CIVILIANS = re.compile(
    r"\b(civilians?|villagers?|residents?|worshippers|pilgrims|refugees?|displaced|farmers?|herders?|passengers|"
    r"aid workers?|journalists?|protesters?|schools?|hospitals?|markets?|mosques?|churche?s?|homes|houses|camp)\b",
    re.IGNORECASE,
)

Coding = tuple[str, str, str]
"""Disorder type, event type, sub-event type."""


def header() -> str:
    """Return the first line."""
    return lines([HEADER])


def acled(report: Report) -> str:
    """Return a line for each record. Where one has several places the first stands in the columns and the others in
    ``notes``: rows of their own would count it again. ``region``, ``admin2`` and ``admin3``, the scale of the source
    and the time of entry are not in a report and stay empty, as do kinds of actors that it does not tell."""
    return lines(_line(row, report) for row in rows(report))


def _line(row: Row, report: Report) -> tuple[Value, ...]:
    place = next((mention for mention in (*row.location, *row.origin) if mention.resolved), None)
    resolved = place.resolved if place is not None else None
    country = optional(resolved.country) if resolved is not None else None
    dated = precision.day(row.fields.start or row.fields.end)
    date = dated or precision.day(row.fields.published)
    disorder, kind, sub = coding(row.record, country)
    inter1, inter2 = _inter(row.record.actor, country), _inter(_target(row.record), country)
    civilians = row.record.status in {Status.ACTUAL, Status.PAST} and _is_civilian(row.record)
    inter2 = "Civilians" if civilians else inter2
    return (
        f"{country or 'XXX'}-{row.fields.article}-{row.fields.record}",
        date.isoformat() if date is not None else None,
        date.year if date is not None else None,
        precision.acled_time(row.record.time) if dated is not None else None if date is None else 3,
        disorder,
        kind,
        sub,
        row.fields.actor,
        None,
        inter1,
        row.fields.target,
        None,
        inter2,
        "-".join(part for part in (inter1, inter2) if part) or None,
        "Civilian targeting" if civilians else None,
        countries.number(country),
        None,
        countries.name(country),
        clean(resolved.admin1) if resolved is not None and resolved.admin1 else None,
        None,
        None,
        clean(resolved.name) if resolved is not None else None,
        resolved.lat if resolved is not None else None,
        resolved.lon if resolved is not None else None,
        precision.acled_place(place) if place is not None else None,
        row.fields.publication or row.fields.url,
        None,
        _notes(row, assumed=dated is None and date is not None),
        _fatalities(row),
        _tags(row),
        None,
    )


def coding(record: Deployment | Event, country: str | None) -> Coding:
    """Return how a record is coded; ``country`` is the alpha-3 code of where it is."""
    if isinstance(record, Deployment) or record.type in {EventType.AGREEMENT, EventType.EXERCISE}:
        agreement = isinstance(record, Event) and record.type is EventType.AGREEMENT
        moves = isinstance(record, Deployment)
        return (
            _STRATEGIC,
            _STRATEGIC,
            "Agreement" if agreement else "Change to group/activity" if moves else "Other",
        )
    if record.status not in {Status.ACTUAL, Status.PAST}:
        return _STRATEGIC, _STRATEGIC, "Other"
    if _is_civilian(record) and record.type in {EventType.ATTACK, EventType.BATTLE}:
        return _VIOLENCE, "Violence against civilians", "Attack"
    if record.type is EventType.CAPTURE:
        return _VIOLENCE, _BATTLES, _taken(record.actor, country)
    return {
        EventType.BATTLE: (_VIOLENCE, _BATTLES, "Armed clash"),
        EventType.ATTACK: (_VIOLENCE, _BATTLES, "Armed clash"),
        EventType.STRIKE: (_VIOLENCE, _REMOTE, "Air/drone strike"),
        EventType.SHELLING: (_VIOLENCE, _REMOTE, "Shelling/artillery/missile attack"),
        EventType.EXPLOSION: (_VIOLENCE, _REMOTE, "Remote explosive/landmine/IED"),
    }[record.type]


def _taken(actor: Actor | None, country: str | None) -> str:
    """Return the sub-event of a capture: a state regains land in its own country, everyone else overtakes it."""
    if actor is None or actor.code is None or country is None:
        return "Armed clash"
    return "Government regains territory" if actor.code == country else "Non-state actor overtakes territory"


def _target(record: Deployment | Event) -> Actor | None:
    return record.recipient if isinstance(record, Deployment) else record.target


def _is_civilian(record: Deployment | Event) -> bool:
    target = _target(record)
    return isinstance(record, Event) and target is not None and bool(_CIVILIANS.search(target.name))


def _inter(actor: Actor | None, country: str | None) -> str | None:
    """Return the kind of actor as far as its code tells it: a state at home, or a state or body of states elsewhere."""
    if actor is None or actor.code is None or not actor.code.isupper():
        return None
    if len(actor.code) == 3 and countries.number(actor.code) is not None:
        return "State forces" if actor.code == country else "External/Other forces"
    return "External/Other forces"


def _notes(row: Row, *, assumed: bool) -> str:
    parts = [row.fields.evidence]
    more = [mention for mention in row.location if mention.resolved][1:]
    if more:
        parts.append("Also at: " + ", ".join(clean(mention.text) for mention in more) + ".")
    if row.fields.number is not None:
        parts.append(f"Number told: {row.fields.number}.")
    if assumed:
        parts.append("No date told: the day of publication.")
    if row.fields.corrected:
        parts.append(f"Corrected by hand: {row.fields.corrected}.")
    return " ".join(part for part in parts if part)


def _fatalities(row: Row) -> int:
    """Return the smallest number of killed that the article allows, as ACLED counts; 0 where it tells none."""
    happened = row.record.status in {Status.ACTUAL, Status.PAST}
    return int(row.fields.killed_min or 0) if happened else 0


def _tags(row: Row) -> str:
    tags = [f"status={row.fields.status}", f"record={row.fields.kind}", f"action={row.fields.action}"]
    tags += ["hedged"] if row.fields.hedged else []
    tags += [f"part of {row.fields.part_of}"] if row.fields.part_of else []
    tags += [f"one number for {row.fields.shared_by} places"] if row.fields.shared_by > 1 else []
    tags += ["corrected by hand"] if row.fields.corrected else []
    return "; ".join(tags)
