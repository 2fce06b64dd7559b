"""A report as the table that ``geomap map`` prints; numbers and states in the same words as on the map."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.cli.terminal import layout
from geomap.model import Action, Actor, Deployment, Event, Report
from geomap.scene import wording

_DEPLOYMENTS = ("who", "number", "force", "action", "where", "status", "says who")
_EVENTS = ("event", "by", "against", "where", "harm", "status", "says who")


def report_table(report: Report) -> str:
    """Return deployments and events, each under its headings, or a line that says that there are none."""
    parts = []
    if report.deployments:
        rows = [_deployment(report, deployment) for deployment in report.deployments]
        parts.append(layout(_DEPLOYMENTS, rows, right=frozenset({1})))
    if report.events:
        parts.append(layout(_EVENTS, [_event(report, event) for event in report.events]))
    return "\n".join(parts or ["No forces and no fighting were read in this article.\n"]) + "\n"


def _deployment(report: Report, deployment: Deployment) -> tuple[str, ...]:
    return (
        _actor(deployment.actor),
        wording.number(deployment.quantity),
        deployment.force.text,
        deployment.action.value,
        _route(report, deployment),
        wording.state(deployment.status, hedged=deployment.hedged),
        deployment.source.name if deployment.source else "",
    )


def _event(report: Report, event: Event) -> tuple[str, ...]:
    return (
        event.type.value,
        _actor(event.actor),
        _actor(event.target),
        _names(report, event.location),
        wording.casualties(event.casualties),
        wording.state(event.status, hedged=event.hedged),
        event.source.name if event.source else "",
    )


def _route(report: Report, deployment: Deployment) -> str:
    places = _names(report, deployment.location)
    if deployment.origin:
        places = f"{_names(report, deployment.origin)} → {places}".rstrip()
    if deployment.action is Action.TRANSFER and deployment.recipient:
        return f"{places} (to {deployment.recipient.name})" if places else f"to {deployment.recipient.name}"
    return places


def _names(report: Report, ids: Sequence[str]) -> str:
    """Return the places by their names in the gazetteer; one that was not found in the article's words, marked."""
    mentions = [report.place(place_id) for place_id in ids]
    return ", ".join(
        mention.resolved.name if mention.resolved else f"{mention.text} (not found)" for mention in mentions
    )


def _actor(actor: Actor | None) -> str:
    return actor.name if actor else ""
