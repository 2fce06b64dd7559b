"""CSV with one row a record, as spreadsheets and scripts read it."""

from __future__ import annotations

import csv
import io

from geomap.export import to_csv
from tests.support import drawing, hard


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_rows_of_the_sample() -> None:
    rows = rows_of(to_csv(drawing.sample()))
    assert [row["record"] for row in rows] == ["d1", "d2", "d3", "d4", "d5", "d6", "d7", "d8", "d9", "e1", "e2"]
    assert (rows[6]["actor"], rows[6]["min"], rows[6]["location_name"], rows[6]["hedged"]) == (
        "United States",
        "2000",
        "Poland",
        "true",
    )
    assert rows[7]["status"] == "denied"


def test_a_number_for_three_places_is_one_row() -> None:
    first, part = rows_of(to_csv(hard.shared()))
    assert (first["min"], first["shared_by"], first["location_name"]) == ("3000", "3", "Poland; Germany; Romania")
    assert (first["location_lat"], first["location_lon"]) == ("52.0; 51.0; 46.0", "19.0; 10.0; 25.0")
    assert (first["origin_name"], first["origin_lat"], first["origin_lon"]) == ("Fort Bragg", "35.14", "-79")
    assert (part["min"], part["part_of"]) == ("1700", "d1")


def test_a_place_that_was_not_found_keeps_its_words() -> None:
    rows = rows_of(to_csv(hard.nowhere()))
    assert [(row["location_name"], row["location_kind"], row["location_lat"]) for row in rows] == [
        ("", "", ""),
        ("Nowhere", "not found", ""),
        ("", "", ""),
    ]


def test_no_report_is_a_header() -> None:
    assert to_csv([]).startswith("article,published,")
    assert to_csv([]).count("\r\n") == 1
