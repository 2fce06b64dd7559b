"""A file of corrections to fill in: every place and record of a report with what is needed to correct it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from geomap.corrections.fingerprint import fingerprint, records
from geomap.model import Deployment, Event, Report
from geomap.scene import wording

_GUIDE = """\
# Corrections of {title}. Save this beside the article as ARTICLE.fix.yml; it is found there, or with --fix FILE.
# Take the # away from what is wrong and say why. Every correction needs a reason; the map shows it.
# Under to: name only what changes (null takes a field away):
#   deployments  actor: {{name: , code: }} · force: {{text: , category: , echelon: }} · quantity: 2000, or
#                {{min: , max: , qualifier: }} · action · origin: [] · location: [] · recipient
#                · status · hedged · part_of
#   events       type · actor · target · location: [] · status · hedged · casualties: [{{kind: , who: , quantity: }}]
#   both         time: {{start: 2022-02-20, end: 2022-02-24}} · source
# To add one:    - add: deployment            (or event)
#                  evidence: words of the article that it stands on
#                  to: {{force: {{category: personnel}}, location: [Minsk]}}
#                  reason: why
"""


def skeleton(report: Report) -> str:
    """Return the file as YAML that corrects nothing yet."""
    title = wording.shorten(wording.plain(report.article.title or report.article.id), 100)
    lines = [_GUIDE.format(title=title).rstrip(), "", "places:", *_places(report), "", "records:", *_records(report)]
    return "\n".join(lines) + "\n"


def _places(report: Report) -> Iterator[str]:
    used = {key for record in records(report).values() for key in _keys(record)}
    told: set[str] = set()
    for mention in report.places:
        words = " ".join(mention.text.split())
        if mention.id in used and words not in told:
            told.add(words)
            place = mention.resolved
            read = f"{wording.plain(place.name)}, {place.lat:g} {place.lon:g}" if place is not None else "not found"
            yield f"#  - move: {_quoted(words)}  # read as {_comment(read)}"
            yield "#    to: [0.0, 0.0]  # latitude, longitude; or a name. nth: 2 for the second time only"
            yield "#    reason: "


def _keys(record: Deployment | Event) -> tuple[str, ...]:
    return (*record.location, *record.origin) if isinstance(record, Deployment) else record.location


def _records(report: Report) -> Iterator[str]:
    for key, record in records(report).items():
        yield f"#  - change: {key}  # {_comment(_told(record))}"
        yield f"#    fingerprint: {fingerprint(report, record)}"
        yield "#    to: {}"
        yield "#    reason: "


def _told(record: Deployment | Event) -> str:
    actor = record.actor.name if record.actor is not None else "nobody named"
    if isinstance(record, Event):
        return f"{actor}: {record.type}"
    return f"{actor}: {wording.number(record.quantity)} {record.force.text}, {record.action}, {record.status}"


def _quoted(text: str) -> str:
    """Return words as a value of YAML, which JSON's strings are."""
    return json.dumps(text, ensure_ascii=True)


def _comment(text: str) -> str:
    return wording.shorten(wording.plain(text), 80)
