"""Which entry of a gold article a force of its text belongs to, for what is fitted on gold articles."""

from __future__ import annotations

from typing import Any

from geomap.records.triggering import Link


def entry_of(gold: dict[str, Any], link: Link) -> dict[str, Any] | None:
    """Return the gold deployment with the shortest quote that holds the force, with the same number."""
    quantity = link.force.quantity.value() if link.force.quantity is not None else None
    number = (quantity.min, quantity.max) if quantity is not None else (None, None)
    held = []
    for entry in gold["deployments"]:
        start = gold["text"].find(entry["quote"])
        inside = start >= 0 and link.force.start < start + len(entry["quote"]) and link.force.end > start
        if inside and (entry["min"], entry["max"]) == number:
            held.append((entry["category"] == link.force.category.value, -len(entry["quote"]), entry))
    return max(held, key=lambda item: item[:2])[2] if held else None
