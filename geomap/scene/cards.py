"""Cards: all that is known of one record in words, with the sentences it was read from, their words marked."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence

from geomap.model import Deployment, Event, PlaceMention, Report
from geomap.model import Span as TextSpan
from geomap.scene import wording
from geomap.scene.marking import Marking
from geomap.scene.model import Card, Glyph, Mark, Piece, Run
from geomap.scene.placing import Placed
from geomap.scene.sites import glyph

CORRECTED = "Corrected by hand"
"""Heading of the reasons for which a person corrected a record."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_QUOTE_LIMIT = 1_200
"""Characters of a sentence at most: what is longer is no sentence but a page without stops."""


def build(
    report: Report, placed: Sequence[Placed], site_of: dict[str, int], marking: Marking, *, quotes: bool = True
) -> tuple[Card, ...]:
    """Return one card for each record, in the order of ``placed``; ``site_of`` gives the index of its site. Without
    ``quotes`` the cards carry no sentence of the article."""
    reading = _Reading(report, marking)
    return tuple(_card(reading, item, site_of.get(item.record.id), quotes=quotes) for item in placed)


def article(report: Report) -> tuple[Run, ...]:
    """Return the whole article, cut where a sentence that was read, or a mark in one, begins or ends."""
    reading, text = _Reading(report, Marking()), report.article.text
    records: tuple[Deployment | Event, ...] = (*report.deployments, *report.events)
    taken = bytearray(len(text))
    chosen: list[tuple[int, int, Mark]] = []
    for record in records:
        for (a, b), mark in _marks(reading, record):
            if 0 <= a < b <= len(text) and not any(taken[a:b]):
                taken[a:b] = b"\1" * (b - a)
                chosen.append((a, b, mark))
    cuts = {0, len(text), *(end for a, b, _ in chosen for end in (a, b))}
    read = [(max(0, a), min(len(text), b), record.id) for record in records for a, b in record.evidence]
    cuts |= {end for a, b, _ in read for end in (a, b) if 0 <= end <= len(text)}
    mark_at = {a: mark for a, _, mark in chosen}
    starts: dict[int, list[str]] = {}
    for a, _, record_id in read:
        starts.setdefault(a, []).append(record_id)
    ends: dict[int, list[str]] = {}
    for _, b, record_id in read:
        ends.setdefault(b, []).append(record_id)
    runs: list[Run] = []
    here: list[str] = []
    for a, b in itertools.pairwise(sorted(cuts)):
        for gone in ends.get(a, ()):
            here.remove(gone)
        here += starts.get(a, [])
        runs.append(Run(text[a:b], mark_at.get(a), tuple(dict.fromkeys(here))))
    return tuple(runs)


class _Reading:
    """A report with its mentions and deployments by id."""

    __slots__ = ("deployments", "marking", "mentions", "text")

    def __init__(self, report: Report, marking: Marking) -> None:
        self.marking = marking
        self.text = report.article.text
        self.mentions: Mapping[str, PlaceMention] = {mention.id: mention for mention in report.places}
        self.deployments: Mapping[str, Deployment] = {record.id: record for record in report.deployments}


def _card(reading: _Reading, item: Placed, site: int | None, *, quotes: bool) -> Card:
    record = item.record
    drawn = glyph(record, reading.marking)
    return Card(
        record=record.id,
        glyph=drawn,
        title=_title(record, drawn),
        where=_where(reading, item),
        state=wording.state(record.status, hedged=record.hedged),
        facts=tuple((head, words) for head, words in _facts(reading, item) if words),
        quotes=tuple(_quote(reading, span, _marks(reading, record)) for span in record.evidence) if quotes else (),
        site=site,
        absent=item.absent,
        kind=str(record.force.category if isinstance(record, Deployment) else record.type),
        dates=_dates(record),
    )


def _dates(record: Deployment | Event) -> tuple[str, str]:
    """Return the first and last ISO day of a record, both empty where no day was worked out."""
    told = record.time
    first, last = (told.start or told.end or "", told.end or told.start or "") if told is not None else ("", "")
    return (first[:10], last[:10]) if _DAY.fullmatch(first[:10]) and _DAY.fullmatch(last[:10]) else ("", "")


def _title(record: Deployment | Event, drawn: Glyph) -> str:
    if isinstance(record, Deployment):
        words = wording.plain(record.force.text) or wording.CATEGORY_WORDS[record.force.category]
        return wording.shorten(f"{drawn.number} {words}".strip(), 160)
    target = f" on {wording.plain(record.target.name)}" if record.target is not None else ""
    return wording.shorten(f"{str(record.type).capitalize()}{target}", 160)


def _where(reading: _Reading, item: Placed) -> str:
    """Return the way in a few words: "Fort Bragg → Poland, Germany"; as the article writes it."""
    record = item.record
    location = _names(reading, record.location)
    origin = _names(reading, record.origin) if isinstance(record, Deployment) else ""
    if isinstance(record, Deployment) and record.recipient is not None:
        recipient = wording.shorten(wording.plain(record.recipient.name), 60)
        location = f"{location} (to {recipient})" if location else recipient
    if origin and location:
        return f"{origin} → {location}"
    return f"{origin} →" if origin else location


def _names(reading: _Reading, ids: Iterable[str]) -> str:
    names = [_name(reading.mentions[place_id]) for place_id in ids if place_id in reading.mentions]
    return wording.shorten(", ".join(dict.fromkeys(names)), 120)


def _name(mention: PlaceMention) -> str:
    return wording.shorten(wording.plain(mention.text), 60)


def _facts(reading: _Reading, item: Placed) -> list[tuple[str, str]]:
    record = item.record
    facts = [("Actor", wording.plain(record.actor.name) if record.actor is not None else "not named")]
    if isinstance(record, Deployment):
        facts += _deployment_facts(reading, item, record)
    else:
        facts.append(("Event", wording.EVENT_WORDS[record.type]))
        facts.append(("Target", wording.plain(record.target.name) if record.target is not None else ""))
        facts.append(("Casualties", wording.casualties(record.casualties)))
        facts.append(("Place", _places(reading, record.location)))
    facts.append(("Time", wording.time(record.time) or "not told"))
    facts.append(("Status", wording.STATUS_WORDS[record.status]))
    facts.append(("Hedge", "the article distances itself from this" if record.hedged else ""))
    teller = wording.plain(record.source.name) if record.source is not None else "the article itself"
    facts.append(("Who says so", teller))
    facts.append((CORRECTED, "; ".join(wording.plain(reason) for reason in record.corrected)))
    facts.append(("Confidence", f"{record.confidence:.0%} that it was read rightly"))
    return facts


def _deployment_facts(reading: _Reading, item: Placed, record: Deployment) -> list[tuple[str, str]]:
    quantity = record.quantity
    if quantity is not None:
        told = wording.plain(quantity.text)
        number = f"“{told}”, read as {wording.reading(quantity)}" if told else wording.reading(quantity)
    else:
        number = "none told"
    kind = wording.category(record.force.category, record.force.echelon)
    facts = [
        ("Number", number),
        ("Force", f"{words} ({kind})" if (words := wording.plain(record.force.text)) else kind),
        ("Action", wording.ACTION_WORDS[record.action]),
    ]
    if record.recipient is not None:
        facts.append(("Recipient", wording.plain(record.recipient.name)))
    facts.append(("From", _places(reading, record.origin) or _inferred(item)))
    facts.append(("Place", _places(reading, record.location)))
    if record.part_of is not None:
        whole = reading.deployments.get(record.part_of)
        if whole is not None:
            facts.append(("Counted in", _title(whole, glyph(whole, reading.marking))))
    return facts


def _inferred(item: Placed) -> str:
    if not item.inferred or not item.sources:
        return ""
    return f"origin not stated; the arrow comes from the actor’s own country, {item.sources[0].name}"


def _places(reading: _Reading, ids: Iterable[str]) -> str:
    parts = []
    for place_id in ids:
        mention = reading.mentions.get(place_id)
        if mention is None:
            continue
        words = f"“{_name(mention)}”"
        resolved = mention.resolved
        if resolved is None:
            parts.append(f"{words}, not found in the gazetteer")
            continue
        country = f", {resolved.country}" if resolved.country and resolved.kind != "country" else ""
        parts.append(
            f"{words}, read as {wording.plain(resolved.name)} ({wording.plain(resolved.kind)}{country}), "
            f"known to {_distance(resolved.radius_km)}"
        )
    return "; ".join(dict.fromkeys(parts))


def _distance(km: float) -> str:
    return f"about {wording.figure(round(km, -1 if km >= 20 else 0))} km" if km >= 1 else "within 1 km"


def _marks(reading: _Reading, record: Deployment | Event) -> list[tuple[TextSpan, Mark]]:
    """Return the spans to mark in the evidence, those that matter most first: where two overlap the first one wins."""
    places = {key: reading.mentions[key].span for key in _place_ids(record) if key in reading.mentions}
    found: list[tuple[TextSpan | None, Mark]] = []
    if isinstance(record, Deployment):
        found.append((record.quantity.span if record.quantity is not None else None, Mark.QUANTITY))
        found.append((record.force.span, Mark.FORCE))
        found += [(places.get(place_id), Mark.PLACE) for place_id in _place_ids(record)]
        found.append((record.recipient.span if record.recipient is not None else None, Mark.ACTOR))
    else:
        found += [(harm.quantity.span, Mark.QUANTITY) for harm in record.casualties if harm.quantity is not None]
        found += [(places.get(place_id), Mark.PLACE) for place_id in _place_ids(record)]
        found.append((record.target.span if record.target is not None else None, Mark.ACTOR))
    found.append((record.actor.span if record.actor is not None else None, Mark.ACTOR))
    found.append((record.time.span if record.time is not None else None, Mark.TIME))
    found.append((record.source.span if record.source is not None else None, Mark.SOURCE))
    return [(span, mark) for span, mark in found if span is not None]


def _place_ids(record: Deployment | Event) -> tuple[str, ...]:
    return (*record.location, *record.origin) if isinstance(record, Deployment) else record.location


def _quote(reading: _Reading, span: TextSpan, marks: Sequence[tuple[TextSpan, Mark]]) -> tuple[Piece, ...]:
    """Return the words of ``span`` cut where a mark begins or ends."""
    text = reading.text
    start, end = max(0, span[0]), min(len(text), span[1])
    cut = end - start > _QUOTE_LIMIT
    end = min(end, start + _QUOTE_LIMIT)
    chosen: list[tuple[int, int, Mark]] = []
    for (a, b), mark in marks:
        if start <= a < b <= end and all(b <= x or y <= a for x, y, _ in chosen):
            chosen.append((a, b, mark))
    pieces, at = [], start
    for a, b, mark in sorted(chosen, key=lambda item: item[0]):
        if at < a:
            pieces.append(Piece(text[at:a], None))
        pieces.append(Piece(text[a:b], mark))
        at = b
    if at < end or cut:
        pieces.append(Piece(text[at:end] + ("…" if cut else ""), None))
    return tuple(pieces)
