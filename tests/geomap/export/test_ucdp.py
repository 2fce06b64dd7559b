"""Low, best and high, and that they stand once for each record."""

from __future__ import annotations

import csv
import io

import pytest

from geomap.export import to_ucdp
from geomap.export.ucdp import Estimate, estimate
from tests.support import drawing, hard


@pytest.mark.parametrize(
    ("low", "high", "estimates"),
    [
        (2000, 2000, (2000, 2000, 2000)),
        (24, 99, (24, 24, 99)),
        (100_000, None, (100_000, 100_000, None)),
        (None, 8500, (0, None, 8500)),
        (None, None, (None, None, None)),
    ],
)
def test_estimate(low: float | None, high: float | None, estimates: Estimate) -> None:
    assert estimate(low, high) == estimates


def test_a_shared_number_is_counted_once() -> None:
    rows = list(csv.DictReader(io.StringIO(to_ucdp(hard.shared()), newline="")))
    assert [(row["id"], row["low"], row["best"], row["high"], row["shared_by"], row["part_of"]) for row in rows] == [
        ("test/d1", "3000", "3000", "3000", "3", ""),
        ("test/d2", "1700", "1700", "1700", "1", "d1"),
    ]
    assert (rows[0]["counted"], rows[0]["where_prec"], rows[0]["country"]) == ("personnel", "6", "Poland")


def test_events_count_the_killed() -> None:
    report = drawing.sample()
    rows = list(csv.DictReader(io.StringIO(to_ucdp(report), newline="")))
    assert [(row["id"][-2:], row["counted"]) for row in rows][-2:] == [("e1", "killed"), ("e2", "killed")]
