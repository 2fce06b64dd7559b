"""``geomap extract --explain``: each record with the rules that made it, and what was considered and dropped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from geomap.cli.terminal import printable
from geomap.scene import wording

if TYPE_CHECKING:
    from geomap.model import Deployment, Event, Report, Span
    from geomap.pipeline import Reading
    from geomap.records.drafts import Dropped

_PARTS = (
    ("number", ("quantity-",)),
    ("force", ("force-",)),
    ("action", ("trigger-", "transfer", "left-", "not-leaving", "change-", "reinforced-", "kept-", "withdrawal-")),
    ("place", ("place-",)),
    ("owner", ("owner-",)),
    ("status", ("status-", "hedge-")),
    ("source", ("source-",)),
    ("total", ("part-",)),
    ("repeats", ("merged-",)),
)
"""What a rule decides, by how its name begins; the rest comes last."""

_WHY = {
    "no-place": "no place is told where it is or goes",
    "too-little-told": "too little is told of it: a bare word without a number, or one that means other things too",
    "merged-repeat": "told before: its sentence was added to that record",
    "announced-then-counted": "named before it is counted: the count is the record",
    "restates": "only takes up a record",
    "no-deployment-civil": "nothing in the article shows that forces are meant",
    "no-deployment-exhibit": "the article is about what is shown or remembered",
    "no-deployment-harm": "casualties, not a deployment",
    "no-deployment-spent": "used up or lost",
    "no-deployment-attacker": "a side or a means of an attack",
    "no-deployment-target": "the target of an attack",
    "no-deployment-prisoners": "prisoners",
    "no-deployment-munition": "munitions in an event",
    "no-deployment-former": "no longer what the words say",
    "no-deployment-whole-army": "the size of a whole army",
    "no-deployment-people": "a people or civilians, not forces",
    "no-deployment-number": "a number of which nothing is told",
    "no-deployment-threat": "what others guard against",
    "no-deployment-wish": "asked for, not there",
    "no-deployment-passing": "named in passing",
}


def explanation(reading: Reading) -> str:
    """Return the explanation of a report as lines of text, without anything that a terminal obeys."""
    report = reading.report
    lines = [printable(report.article.title or report.article.id), ""]
    for deployment in report.deployments:
        lines.extend(_deployment(report, deployment))
    for number, event in enumerate(report.events, start=1):
        lines.extend(_event(report, number, event))
    if not report.deployments and not report.events:
        lines.extend(["No forces and no fighting were read in this article.", ""])
    if reading.dropped:
        lines.append("Considered and dropped")
        for dropped in reading.dropped:
            lines.extend(_dropped(dropped))
    return "\n".join(lines).rstrip() + "\n"


def _deployment(report: Report, entry: Deployment) -> Iterator[str]:
    who = entry.actor.name if entry.actor is not None else "not told whose"
    number = wording.number(entry.quantity)
    counted = f"{number} {entry.force.text}".strip()
    state = wording.state(entry.status, hedged=entry.hedged)
    yield printable(f"{entry.id}  {who}: {counted}, {entry.action.value}, {_route(report, entry)}, {state}")
    yield from _evidence(report, entry.evidence)
    yield from _rules(entry.rules)
    yield ""


def _event(report: Report, number: int, event: Event) -> Iterator[str]:
    places = ", ".join(report.place(place).text for place in event.location) or "no place told"
    state = wording.state(event.status, hedged=event.hedged)
    yield printable(f"e{number}  {event.type.value}, {places}, {state}")
    yield from _evidence(report, event.evidence)
    yield from _rules(event.rules)
    yield ""


def _route(report: Report, entry: Deployment) -> str:
    origin = ", ".join(report.place(place).text for place in entry.origin)
    location = ", ".join(report.place(place).text for place in entry.location)
    route = " → ".join(part for part in (origin and f"from {origin}", location) if part)
    if entry.recipient is not None:
        route = f"{route} to {entry.recipient.name}".strip()
    return route or "no place told"


def _evidence(report: Report, spans: Sequence[Span]) -> Iterator[str]:
    for start, end in spans:
        yield f"    “{printable(report.article.text[start:end])}”"


def _rules(rules: Sequence[str]) -> Iterator[str]:
    """Yield the rules by what they decide, a line each."""
    left = list(rules)
    for name, openings in _PARTS:
        own = [rule for rule in left if rule.startswith(openings)]
        left = [rule for rule in left if rule not in own]
        if own:
            yield f"    {name:8}{', '.join(own)}"
    if left:
        yield f"    {'other':8}{', '.join(left)}"


def _dropped(dropped: Dropped) -> Iterator[str]:
    why = _WHY.get(dropped.rule)
    yield (
        f"    “{printable(dropped.words)}”: {why} ({dropped.rule})"
        if why
        else (f"    “{printable(dropped.words)}”: {dropped.rule}")
    )
    if dropped.rules:
        yield f"        {', '.join(dropped.rules)}"
