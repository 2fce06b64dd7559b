"""The formats by name, for whoever writes many reports in one of them: what can be written at once is, article by
article; what is one whole is kept until the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Protocol

from geomap.export import acled, tables, ucdp
from geomap.export.geojson import geojson
from geomap.export.gpkg import gpkg
from geomap.export.kml import kml
from geomap.model import Report


class Writer(Protocol):
    """Takes reports one by one and gives bytes: ``add`` what can be written now, ``end`` what is left."""

    def add(self, report: Report) -> bytes:
        """Take a report."""

    def end(self) -> bytes:
        """Return the rest; nothing is added after it."""


@dataclass
class Lines:
    """A header, then lines for each report."""

    header: Callable[[], str]
    body: Callable[[Report], str]
    _begun: bool = False

    def add(self, report: Report) -> bytes:
        """Return the report's lines, the first time after the header."""
        return self._head() + self.body(report).encode()

    def end(self) -> bytes:
        """Return the header where there was no report at all."""
        return self._head()

    def _head(self) -> bytes:
        head = b"" if self._begun else self.header().encode()
        self._begun = True
        return head


@dataclass
class Whole:
    """One file of all reports."""

    make: Callable[[Iterable[Report]], bytes]
    _reports: list[Report] = field(default_factory=list)

    def add(self, report: Report) -> bytes:
        """Keep the report."""
        self._reports.append(report)
        return b""

    def end(self) -> bytes:
        """Return the file."""
        return self.make(self._reports)


FORMATS = ("csv", "geojson", "acled", "ucdp", "gpkg", "kml")


def writer(form: str) -> Writer:
    """Return a writer of one of ``FORMATS``; ``KeyError`` for another."""
    made: dict[str, Callable[[], Writer]] = {
        "csv": lambda: Lines(tables.header, tables.table),
        "acled": lambda: Lines(acled.header, acled.acled),
        "ucdp": lambda: Lines(ucdp.header, ucdp.ucdp),
        "geojson": lambda: Whole(lambda reports: geojson(reports).encode()),
        "kml": lambda: Whole(lambda reports: kml(reports).encode()),
        "gpkg": lambda: Whole(gpkg),
    }
    return made[form]()
