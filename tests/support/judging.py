"""Judges the force that a row of the status corpus names."""

from __future__ import annotations

from typing import Any

from geomap.records.sources import attribute
from geomap.records.status.finding import judge
from tests.support.reading import Reader


def judged(read: Reader, row: dict[str, Any]) -> dict[str, Any]:
    """Return the status, the hedge and the source; nothing where the force is not found."""
    found, links = read.links(row["text"], row.get("published"))
    named = (x for x in links if row["force"].casefold() in row["text"][x.force.start : x.force.end].casefold())
    link = next(named, None)
    if link is None:
        return {}
    told = judge(found, link)
    verb = link.trigger is not None and link.trigger.kind != "noun"
    said = attribute(found, found.doc.tokens[link.trigger.token] if link.trigger is not None and verb else link.head)
    source = said.source.name if said.source is not None else None
    return {"status": told.status.value, "hedged": told.hedged or said.anonymous, "source": source}
