"""Corrections by a person, beside the article: places moved, records changed, removed or added, each with its reason.

A correction names the record by its id and by a fingerprint of the words that it was read from, so that one that no
longer fits what is read is an error that names its line, never a silent change of something else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from geomap.corrections import places, records
from geomap.corrections.fingerprint import fingerprint
from geomap.corrections.located import Located, parse, read
from geomap.corrections.skeleton import skeleton
from geomap.model import BY_HAND, Report

if TYPE_CHECKING:
    from geomap.corrections.places import Finder

__all__ = ["Located", "apply", "beside", "fingerprint", "parse", "read", "skeleton"]

SUFFIX = ".fix.yml"


def beside(source: str) -> Path | None:
    """Return the file of corrections beside an article (``front.txt``: ``front.fix.yml``), ``None`` without one."""
    if source == "-" or "://" in source:
        return None
    path = Path(source).with_suffix(SUFFIX)
    try:
        return path if path.is_file() else None
    except (OSError, ValueError):  # a name that no file can have
        return None


def apply(report: Report, file: Located, gazetteer: Finder) -> Report:
    """Return the report with all corrections of a file. ``gazetteer`` is called where a place is given by name or its
    country is to be found. Raises ``CorrectionError``, which names the line."""
    moved, reasons = places.apply(report, file, gazetteer)
    deployments = tuple(
        record.model_copy(update={"rules": (*record.rules, *_told((*record.location, *record.origin), reasons))})
        for record in moved.deployments
    )
    events = tuple(
        record.model_copy(update={"rules": (*record.rules, *_told(record.location, reasons))})
        for record in moved.events
    )
    marked = moved.model_copy(update={"deployments": deployments, "events": events})
    return records.apply(marked, file, report)


def _told(keys: Iterable[str], reasons: Mapping[str, str]) -> Iterable[str]:
    """Return the reasons for which places of a record were moved, as rules of the record."""
    return dict.fromkeys(f"{BY_HAND}place moved: {reasons[key]}" for key in keys if key in reasons)
