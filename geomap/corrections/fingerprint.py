"""What tells a record from another one when its number has changed: the words that it was read from."""

from __future__ import annotations

import hashlib

from geomap.model import Deployment, Event, Report

_DIGITS = 8


def fingerprint(report: Report, record: Deployment | Event) -> str:
    """Return a short code of the record's evidence, force and number, or kind of event, in the article's words. It
    changes when these do, and not when the record is read otherwise or other records come before it."""
    text = report.article.text
    words = [text[start:end] for start, end in record.evidence]
    if isinstance(record, Deployment):
        words += ["deployment", record.force.text, record.quantity.text if record.quantity is not None else ""]
    else:
        words += ["event", str(record.type)]
    plain = "\x1f".join(" ".join(part.split()) for part in words)
    return "f" + hashlib.sha256(plain.encode()).hexdigest()[:_DIGITS]  # with a letter, or YAML may see a number


def records(report: Report) -> dict[str, Deployment | Event]:
    """Return all records by id, deployments first."""
    every: tuple[Deployment | Event, ...] = (*report.deployments, *report.events)
    return {record.id: record for record in every}
