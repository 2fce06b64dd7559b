"""``geomap extract``: reports on standard output, as JSON that reads back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from geomap.model import Report

pytestmark = pytest.mark.usefixtures("rooms")

Run = Callable[..., Any]

TEXT = "The weather in the “Zürich” region will be fair."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(TEXT)
    return tmp_path


def ids(out: str) -> list[str]:
    return [json.loads(line)["article"]["id"] for line in out.splitlines()]


def test_one_article_is_indented_json(run: Run) -> None:
    outcome = run("extract", "a.txt", "--published", "2022-02-04")
    assert (outcome.status, outcome.err) == (0, "")
    assert json.loads(outcome.out) == {
        "schema": "geomap-report-1",
        "article": {
            "id": "a",
            "title": None,
            "url": None,
            "source": None,
            "published": "2022-02-04",
            "dateline": None,
            "language": "en",
            "text": TEXT,
        },
        "places": [],
        "deployments": [],
        "events": [],
    }
    assert outcome.out.startswith('{\n  "schema"')
    assert Report.model_validate_json(outcome.out).to_json(indent=2) + "\n" == outcome.out


def test_jsonl_is_one_line(run: Run) -> None:
    outcome = run("extract", "a.txt", "--format", "jsonl")
    assert outcome.out.count("\n") == 1
    assert json.loads(outcome.out) == json.loads(run("extract", "a.txt").out)


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_several_articles_are_one_line_each_in_order(run: Run, form: str) -> None:
    outcome = run("extract", "b.txt", "none.txt", "a.txt", "--format", form)
    assert outcome.status == 1
    assert ids(outcome.out) == ["b", "a"]
    assert outcome.err == "geomap: error: none.txt: there is no such file; check the path\n"


def test_lines_of_a_file_are_read_in_order_around_bad_ones(run: Run, folder: Path) -> None:
    rows = [{"id": "x/1", "text": TEXT, "title": "Fair"}, {"id": "y"}, {"id": "z", "text": "The fault of the troops"}]
    (folder / "in.jsonl").write_text("\n".join(map(json.dumps, [*rows, {"id": "x/1", "text": TEXT}])))
    outcome = run("extract", "--jsonl", "in.jsonl", "--published", "2022-02-04")
    assert outcome.status == 1
    assert ids(outcome.out) == ["x/1", "x/1"]
    assert json.loads(outcome.out.splitlines()[0])["article"]["title"] == "Fair"
    assert outcome.err == (
        'geomap: error: in.jsonl, line 2: has no "text"; each line needs "id" and "text"\n'
        "geomap: error: in.jsonl, line 3: a fault of geomap's own (RuntimeError: no such rule); "
        "run it again with --debug and report it\n"
    )


def test_lines_come_from_standard_input_too(run: Run) -> None:
    outcome = run("extract", "--jsonl", "-", stdin=json.dumps({"id": "x", "text": TEXT}).encode())
    assert (outcome.status, ids(outcome.out)) == (0, ["x"])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["extract"], "give an ARTICLE, or --jsonl FILE; see `geomap extract --help`"),
        (["extract", "a.txt", "--jsonl", "x"], "give ARTICLEs or --jsonl FILE, not both; see `geomap extract --help`"),
        (
            ["extract", "a.txt", "--format", "xls"],
            "Invalid value for '--format': 'xls' is not one of 'json', 'jsonl', 'csv', 'geojson', 'gpkg', 'kml', "
            "'acled', 'ucdp', 'md', 'fix'; see `geomap extract --help`",
        ),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(run: Run, arguments: list[str], message: str) -> None:
    outcome = run(*arguments)
    assert (outcome.status, outcome.out, outcome.err) == (2, "", f"geomap: error: {message}\n")


def test_a_missing_jsonl_file_is_one_line(run: Run) -> None:
    outcome = run("extract", "--jsonl", "none.jsonl")
    assert (outcome.status, outcome.out) == (1, "")
    assert outcome.err == "geomap: error: none.jsonl: there is no such file; check the path\n"
