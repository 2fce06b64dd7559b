"""A user's own CSV: a header with name, lat and lon, and what else is known of each place."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence

from gazetteer.geonames import AIRFIELD_RADIUS_KM, town_radius_km
from gazetteer.model import Kind, NameKind
from gazetteer.store import FIRST_OWN_ROW

from .known import Known
from .lines import Lines
from .records import BadLine, Entry, Left, Located, coordinate, measure, number, own_name, shown

REQUIRED = ("name", "lat", "lon")
OPTIONAL = ("country", "kind", "admin1", "radius_km", "population", "names")
DELIMITERS = ",;\t"
_ALSO = {
    "latitude": "lat",
    "longitude": "lon",
    "lng": "lon",
    "long": "lon",
    "alternate names": "names",
    "alternate_names": "names",
    "alternatenames": "names",
}
# Of the kinds whose size no population tells; the same as those of a dump's plain features.
_RADIUS_KM = {
    Kind.BASE: 3.0,
    Kind.AIRFIELD: AIRFIELD_RADIUS_KM,
    Kind.CROSSING: 3.0,
    Kind.ISLAND: 10.0,
    Kind.LANDFORM: 5.0,
    Kind.WATER: 10.0,
    Kind.REGION: 50.0,
    Kind.ADMIN1: 80.0,
    Kind.ADMIN2: 15.0,
    Kind.COUNTRY: 300.0,
    Kind.CONTINENT: 3000.0,
}


def header(line: str) -> tuple[str, tuple[str, ...]]:
    """Return the delimiter and the columns of a header; of the delimiters the one that gives most known columns."""
    best: tuple[str, tuple[str, ...]] = (",", ())
    most = -1
    for delimiter in DELIMITERS:
        try:
            cells = next(csv.reader([line], delimiter=delimiter), [])
        except csv.Error:
            continue
        columns = tuple(_ALSO.get(cell.strip().lower(), cell.strip().lower()) for cell in cells)
        known = len({*REQUIRED, *OPTIONAL}.intersection(columns))
        if known > most:
            best, most = (delimiter, columns), known
    return best


class Table:
    """Reads the rows of a CSV with these columns."""

    title = "a CSV of places"
    places = True

    def __init__(self, known: Known, delimiter: str, columns: Sequence[str]) -> None:
        self._known = known
        self._delimiter = delimiter
        self.columns = tuple(columns)
        self._at = {column: index for index, column in enumerate(columns)}

    def records(self, lines: Lines) -> Iterator[tuple[int, list[str] | BadLine]]:
        """Read rows, which may run over several lines, without the header."""
        decoded = (line.decode("utf-8", "surrogateescape") for line in lines)
        reader = csv.reader(decoded, delimiter=self._delimiter, strict=True)
        while True:
            first = lines.number + 1
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield first, BadLine(f"is no CSV ({error})")
                continue
            if first > 1 and any(row):
                yield first, self._checked(row)

    def _checked(self, row: list[str]) -> list[str] | BadLine:
        if any("\ud800" <= character <= "\udfff" for cell in row for character in cell):  # what decoding left over
            return BadLine("is not in UTF-8")
        width = len(self.columns)
        if len(row) < width or any(row[width:]):
            return BadLine(f"has {len(row)} columns, the header {width}")
        return [cell.strip() for cell in row]

    def entry(self, line: int, fields: list[str]) -> Entry | Left:
        """Return the place of a row; raises ``BadLine``."""
        name = own_name(self._cell(fields, "name"))
        lat = coordinate(self._cell(fields, "lat"), "latitude", 90)
        lon = coordinate(self._cell(fields, "lon"), "longitude", 180)
        kind, country = self._kind(fields), self._country(fields)
        division = self._cell(fields, "admin1")
        admin1 = self._known.division(country, division) if division else None
        people = number(self._cell(fields, "population"), "population")
        place = Located(
            name,
            kind.value,
            country,
            admin1,
            division if division and admin1 is None else None,
            lat,
            lon,
            self._radius_km(fields, kind, people),
            people,
        )
        others = [other.strip() for other in self._cell(fields, "names").split("|")]
        return Entry(
            FIRST_OWN_ROW + line,
            place,
            ((name, NameKind.NAME), *((own_name(other), NameKind.ALTERNATE) for other in others if other)),
        )

    def _cell(self, fields: list[str], column: str) -> str:
        index = self._at.get(column)
        return fields[index] if index is not None else ""

    def _kind(self, fields: list[str]) -> Kind:
        text = self._cell(fields, "kind")
        try:
            return Kind(text.lower()) if text else Kind.CITY
        except ValueError:
            raise BadLine(f"the kind {shown(text)} is none of {', '.join(Kind)}") from None

    def _country(self, fields: list[str]) -> str | None:
        text = self._cell(fields, "country")
        country = self._known.country(text) if text else None
        if text and country is None:
            raise BadLine(f"{shown(text)} is no country; write an ISO 3166 code such as UKR")
        return country

    def _radius_km(self, fields: list[str], kind: Kind, people: int) -> float:
        text = self._cell(fields, "radius_km")
        if not text:
            return _RADIUS_KM.get(kind) or town_radius_km(people)
        radius = measure(text, "radius_km")
        if not 0 < radius <= 20_000:
            raise BadLine(f"the radius_km {shown(text)} is out of range (0 to 20000)")
        return round(radius, 1)
