from __future__ import annotations

import logging
import sqlite3
from pathlib import Path

import pytest

from gazetteer.answers import Answers
from gazetteer.osm import Found

XYZZY = Found("node/1", "Ксіззі", "city", "ua", None, 48.5, 37.9, 3.0)


def test_answers_are_kept_for_each_server_also_that_there_is_none(tmp_path: Path) -> None:
    path = tmp_path / "new" / "nominatim.sqlite"
    answers = Answers(path, "http://one")
    assert answers.get("Xyzzy") is None
    answers.put("Xyzzy", (XYZZY,))
    answers.put("Nowhere", ())
    again = Answers(path, "http://one")
    assert (again.get("Xyzzy"), again.get("Nowhere")) == ((XYZZY,), ())
    assert Answers(path, "http://two").get("Xyzzy") is None


@pytest.mark.parametrize(
    "found",
    [
        "no JSON",
        "7",
        '[{"name": "x"}]',
        '["x"]',
        '[{"osm": "a", "name": "b", "kind": "moon", "alpha2": null, "state": null, "lat": 1, "lon": 1,'
        ' "radius_km": 1}]',
    ],
)
def test_an_answer_of_another_version_is_asked_again(tmp_path: Path, found: str) -> None:
    path = tmp_path / "nominatim.sqlite"
    Answers(path, "http://one").put("Xyzzy", ())
    with sqlite3.connect(path) as database:
        database.execute("UPDATE answer SET found = ?", (found,))
    database.close()
    assert Answers(path, "http://one").get("Xyzzy") is None


@pytest.mark.parametrize("spoilt", ["damaged", "folder"])
def test_where_nothing_can_be_kept_that_is_one_warning(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, spoilt: str
) -> None:
    path = tmp_path / "cache" / "nominatim.sqlite"
    if spoilt == "damaged":
        path.parent.mkdir()
        path.write_bytes(b"no database, but long enough to be taken for one" * 40)
        why = "file is not a database"
    else:
        path.parent.write_text("a file")
        why = f"[Errno 17] File exists: '{path.parent}'"
    answers = Answers(path, "http://one")
    with caplog.at_level(logging.WARNING, "gazetteer"):
        answers.put("Xyzzy", (XYZZY,))
        assert answers.get("Xyzzy") is None
    assert caplog.messages == [
        f"{path}: answers cannot be kept ({why}); delete the file, or set GEOMAP_CACHE to another folder"
    ]
