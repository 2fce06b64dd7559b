"""GeoNames' own dumps: ``allCountries.txt``, ``UA.txt``, ``cities500.txt``: one place a line, 19 columns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gazetteer.geonames import is_code, plain_name
from gazetteer.model import Kind, NameKind

from . import features
from .features import Feature
from .known import Known
from .lines import Lines, tabbed
from .records import BadLine, Entry, Left, Located, coordinate, number, own_name, shown

COLUMNS = 19
_MAX_ID = 2_000_000_000  # above, the built-in gazetteer numbers its airfields
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Dump:
    """Reads the lines of a dump; ``all_features`` keeps buildings, roads and parks as landforms."""

    title = "a GeoNames dump"
    places = True
    columns: tuple[str, ...] = ()

    def __init__(self, known: Known, *, all_features: bool) -> None:
        self._known = known
        self._all = all_features

    def records(self, lines: Lines) -> Iterator[tuple[int, list[str] | BadLine]]:
        """Split each line into its columns."""
        return tabbed(lines, (COLUMNS,))

    def entry(self, line: int, fields: list[str]) -> Entry | Left:
        """Return the place of a line; raises ``BadLine``."""
        row = number(fields[0], "GeoNames id")
        if not 0 < row < _MAX_ID:
            raise BadLine(f"the GeoNames id {shown(fields[0])} is out of range")
        lat, lon = coordinate(fields[4], "latitude", 90), coordinate(fields[5], "longitude", 180)
        people = number(fields[14], "population")
        if fields[18] and not _DAY.fullmatch(fields[18]):
            raise BadLine(f"the last column {shown(fields[18])} is no date; the line is cut short")
        alpha2 = fields[8]
        name = own_name(plain_name(own_name(fields[1]), alpha2) or fields[1])
        country = self._known.alpha3.get(alpha2)
        found = features.feature(fields[6], fields[7])
        if fields[7] == "CONT" or (found and found.kind is Kind.COUNTRY and country in self._known.countries):
            return Left.COUNTRY
        if found is None:
            if not self._all:
                return Left.KIND
            found = features.OTHER
        if found.kind is Kind.COUNTRY and country is None:
            found = Feature(Kind.REGION, found.radius_km)  # a state of the past
        place = Located(
            name,
            found.kind.value,
            country,
            self._known.divisions.get(f"{alpha2}.{fields[10]}") if found.kind is not Kind.ADMIN1 else None,
            None,
            lat,
            lon,
            features.radius_km(found, people),
            people,
        )
        others = (fields[1], fields[2], *fields[3].split(","))
        return Entry(
            row,
            place,
            (
                (name, NameKind.NAME),
                *((text, NameKind.ALTERNATE) for text in others if text and not is_code(text) and "://" not in text),
            ),
        )
