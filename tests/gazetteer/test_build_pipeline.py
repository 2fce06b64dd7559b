"""The built database is the one that today's sources, code and packages give."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from gazetteer.build import pipeline
from gazetteer.store import DEFAULT_PATH


def test_a_file_that_is_no_database_has_no_fingerprint(tmp_path: Path) -> None:
    assert pipeline.built_fingerprint(tmp_path / "none.sqlite") is None
    (tmp_path / "text.sqlite").write_text("text")
    assert pipeline.built_fingerprint(tmp_path / "text.sqlite") is None


def test_the_fingerprint_is_stored() -> None:
    mark = pipeline.built_fingerprint(DEFAULT_PATH)
    assert mark is not None
    assert len(mark) == 64


def test_the_file_keeps_its_size() -> None:
    assert DEFAULT_PATH.stat().st_size <= 80_000_000


def test_counts_of_the_sources() -> None:
    with sqlite3.connect(f"file:{DEFAULT_PATH}?mode=ro", uri=True) as database:
        counts = dict(database.execute("SELECT kind, count(*) FROM place WHERE id IS NULL GROUP BY kind"))
    database.close()
    assert counts["city"] + counts["quarter"] == 234_908
    assert (counts["admin1"], counts["admin2"]) == (3_786, 33_789)
