"""An event on its way to the report: joined with what tells it again, settled by what came later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from geomap.mentions.places import Place
from geomap.model import Actor, Casualties, Event, EventType, Source, Span, Status, Time
from geomap.records.drafts import place_keys
from geomap.records.event_sense import SURE


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
    for draft in drafts:
        index = next((i for i, other in enumerate(kept) if _same(other, draft)), None)
        if index is None:
            kept.append(draft)
            continue
        other = kept[index]
        kept[index] = replace(
            other,
            casualties=other.casualties or draft.casualties,
            evidence=tuple(dict.fromkeys((*other.evidence, *draft.evidence))),
            actor=other.actor or draft.actor,
            target=other.target or draft.target,
            time=other.time or draft.time,
            source=other.source or draft.source,
        )
    return kept


def _same(one: EventDraft, other: EventDraft) -> bool:
    if one.type is not other.type or (one.casualties and other.casualties and one.casualties != other.casualties):
        return False
    if (
        one.time is not None
        and other.time is not None
        and one.time.text != other.time.text
        and one.type is not EventType.EXERCISE
    ):
        return False
    return bool(place_keys(one.locations) & place_keys(other.locations))


def settle(drafts: Sequence[EventDraft]) -> list[EventDraft]:
    """A capture or an agreement is past where the article tells that the place changed hands since."""
    settled = list(drafts)
    for index, draft in enumerate(drafts):
        if draft.type not in {EventType.CAPTURE, EventType.AGREEMENT} or draft.time is None or draft.time.end is None:
            continue
        end = draft.time.end
        later = any(
            other.type is EventType.CAPTURE
            and other.time is not None
            and other.time.start is not None
            and other.time.start > end
            and place_keys(other.locations) & place_keys(draft.locations)
            for other in drafts
            if other is not draft
        )
        if later and draft.status is Status.ACTUAL:
            settled[index] = replace(draft, status=Status.PAST, rules=(*draft.rules, "event-undone-since"))
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
