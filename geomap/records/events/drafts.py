"""An event on its way to the report: joined with what tells it again, settled by what came later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from geomap.mentions.places.finding import Place
from geomap.model import Actor, Casualties, Event, EventType, Source, Span, Status, Time
from geomap.records.drafts import place_keys
from geomap.records.events.sense import SURE


@dataclass(frozen=True, slots=True)
class EventDraft:
    """An event on its way to the report; ``sentence`` is the index of the last sentence that told of it."""

    type: EventType
    locations: tuple[Place, ...]
    actor: Actor | None
    target: Actor | None
    casualties: tuple[Casualties, ...]
    status: Status
    hedged: bool
    source: Source | None
    time: Time | None
    evidence: tuple[Span, ...]
    rules: tuple[str, ...]
    sentence: int
    block: int


def merge(drafts: Sequence[EventDraft]) -> list[EventDraft]:
    """Join what is told twice: the same kind at the same place, at most one of the two with casualties."""
    kept: list[EventDraft] = []
    by_site: dict[tuple[EventType, str], list[int]] = {}
    for draft in drafts:
        sites = [(draft.type, key) for key in sorted(place_keys(draft.locations))]
        told = sorted({index for site in sites for index in by_site.get(site, ())})
        index = next((i for i in told if _same(kept[i], draft)), None)
        if index is None:
            for site in sites:
                by_site.setdefault(site, []).append(len(kept))
            kept.append(draft)
            continue
        other = kept[index]
        kept[index] = replace(
            other,
            casualties=max(draft.casualties, other.casualties, key=len),
            evidence=tuple(dict.fromkeys((*other.evidence, *draft.evidence))),
            actor=other.actor or draft.actor,
            target=other.target or draft.target,
            time=other.time or draft.time,
            source=other.source or draft.source,
        )
    return kept


def _same(one: EventDraft, other: EventDraft) -> bool:
    """Whether two drafts of one kind at one place may tell one event: no figures nor times that differ."""
    if one.casualties and other.casualties and not _agree(one, other):
        return False
    if one.time is None or other.time is None or one.type is EventType.EXERCISE:
        return True
    return one.time.text == other.time.text


def _agree(one: EventDraft, other: EventDraft) -> bool:
    """Whether one of two tells no figure that the other lacks: "11 dead" above, "at least 11 killed" below."""
    few, many = sorted((_figures(one), _figures(other)), key=len)
    return few <= many


def _figures(draft: EventDraft) -> frozenset[tuple[str, float | None]]:
    return frozenset(
        (c.kind.value, c.quantity.min if c.quantity.min is not None else c.quantity.max)
        for c in draft.casualties
        if c.quantity is not None
    )


def settle(drafts: Sequence[EventDraft]) -> list[EventDraft]:
    """A capture or an agreement is past where the article tells that the place changed hands since."""
    last_taken: dict[str, str] = {}  # ISO dates compare as text
    for draft in drafts:
        start = draft.time.start if draft.time is not None else None
        if draft.type is EventType.CAPTURE and start is not None:
            for key in place_keys(draft.locations):
                last_taken[key] = max(start, last_taken.get(key, ""))
    settled = []
    for draft in drafts:
        end = draft.time.end if draft.time is not None else None
        held = draft.type in {EventType.CAPTURE, EventType.AGREEMENT} and draft.status is Status.ACTUAL
        if held and end is not None and any(last_taken.get(key, "") > end for key in place_keys(draft.locations)):
            settled.append(replace(draft, status=Status.PAST, rules=(*draft.rules, "event-undone-since")))
        else:
            settled.append(draft)
    return settled


def event_of(number: str, draft: EventDraft) -> Event:
    """Return the event as the report holds it, under its id."""
    return Event(
        id=number,
        type=draft.type,
        actor=draft.actor,
        target=draft.target,
        location=tuple(dict.fromkeys(p.mention.id for p in draft.locations)),
        time=draft.time,
        status=draft.status,
        hedged=draft.hedged,
        source=draft.source,
        casualties=draft.casualties,
        evidence=draft.evidence,
        confidence=0.8 if SURE & set(draft.rules) else 0.6,
        rules=tuple(dict.fromkeys(draft.rules)),
    )
