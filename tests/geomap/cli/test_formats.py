"""The formats of ``geomap map`` and ``geomap extract``: what is written where, and what is refused."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyogrio
import pytest

from geomap.corrections import fingerprint
from geomap.model import Article
from tests.geomap.cli.conftest import report_of

pytestmark = pytest.mark.usefixtures("rooms", "folder")

Run = Callable[..., Any]

TEXT = "The US has reportedly sent about 1,000 soldiers to Romania, officials said."
CODE = fingerprint(report_of(Article(id="a", text=TEXT)), report_of(Article(id="a", text=TEXT)).deployments[0])
FIX = f"""\
records:
  - change: d1
    fingerprint: {CODE}
    to: {{status: denied}}
    reason: the ministry said so
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text("Romania and " + TEXT)
    return tmp_path


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_several_formats_are_files_side_by_side(run: Run, folder: Path) -> None:
    outcome = run("map", "a.txt", "--format", "html,svg,png,md", "--scale", "0.5")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.splitlines()[-4:] == ["output/a.html", "output/a.svg", "output/a.png", "output/a.md"]
    assert files(folder) == ["a.txt", "b.txt", *(f"output/a.{form}" for form in ("html", "md", "png", "svg"))]
    assert (folder / "output/a.svg").read_text("utf-8").startswith("<svg ")
    assert (folder / "output/a.png").read_bytes().startswith(b"\x89PNG")
    assert "](<a.svg>)" in (folder / "output/a.md").read_text("utf-8")


def test_a_section_of_markdown_brings_its_picture(run: Run, folder: Path) -> None:
    outcome = run("map", "a.txt", "--format", "md", "-o", "report/front page.md")
    assert outcome.out.splitlines()[-2:] == ["report/front page.md", "report/front page.svg"]
    assert "](<front%20page.svg>)" in (folder / "report/front page.md").read_text("utf-8")


def test_on_standard_output_the_picture_is_in_the_section(run: Run, folder: Path) -> None:
    outcome = run("map", "a.txt", "--format", "md", "-o", "-")
    assert "](<data:image/svg+xml;base64,PHN2Zy" in outcome.out
    assert files(folder) == ["a.txt", "b.txt"]


def test_nothing_is_written_beside_a_device(run: Run, folder: Path) -> None:
    outcome = run("map", "a.txt", "--format", "md", "-o", "/dev/null")
    assert (outcome.status, outcome.out.splitlines()[-1]) == (0, "/dev/null")
    assert files(folder) == ["a.txt", "b.txt"]


def test_width_and_crop(run: Run, folder: Path) -> None:
    outcome = run("map", "a.txt", "--format", "svg", "-o", "-", "--width", "640", "--crop", "20,43,30,49")
    assert outcome.out.startswith("<svg ")
    assert ' width="640" ' in outcome.out
    assert (
        run("map", "a.txt", "--format", "svg", "-o", "-", "--crop", "-60,0,-50,5").out.count("outside this view") == 1
    )


def test_embed_prints_a_frame(run: Run, folder: Path) -> None:
    outcome = run("map", "a.txt", "--embed")
    assert outcome.status == 0
    assert outcome.out.startswith("<noscript>")
    assert '<iframe class="geomap-' in outcome.out
    assert 'sandbox="allow-scripts"' in outcome.out
    assert outcome.err.startswith("who ")
    assert files(folder) == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["map", "a.txt", "--format", "svg,png", "-o", "-"], "-o - takes one --format only"),
        (["map", "a.txt", "b.txt", "--embed"], "--embed takes one ARTICLE only"),
        (["map", "a.txt", "b.txt", "--fix", "x.yml"], "--fix takes one ARTICLE only"),
        (["map", "a.txt", "--crop", "1,2,3"], "Invalid value for '--crop': '1,2,3' is not four numbers of degrees"),
        (["map", "a.txt", "--crop", "a,b,c,d"], "Invalid value for '--crop': 'a,b,c,d' is not four numbers of degrees"),
        (["map", "a.txt", "--width", "5"], "Invalid value for '--width': 5 is not in the range 320<=x<=6000"),
        (
            ["map", "a.txt", "--format", "png", "--width", "6000", "--scale", "8"],
            "--width times --scale is 48,000; a PNG has 24,000 at most",
        ),
        (["extract", "a.txt", "b.txt", "--format", "fix"], "--format fix takes one ARTICLE only"),
        (["extract", "--jsonl", "x", "--fix", "y"], "--fix goes with an ARTICLE, not with --jsonl"),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(run: Run, arguments: list[str], message: str) -> None:
    outcome = run(*arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith(f"geomap: error: {message}")
    assert outcome.err.count("\n") == 1


def test_a_crop_that_makes_no_map_costs_one_line(run: Run) -> None:
    outcome = run("map", "a.txt", "--format", "svg", "--crop", "20,49,30,43")
    assert (outcome.status, outcome.err) == (
        1,
        "geomap: error: crop 20,49,30,43: south is to be less than north, both within 85 degrees\n",
    )


@pytest.mark.parametrize("form", ["csv", "acled", "ucdp"])
def test_tables_of_several_articles_have_one_header(run: Run, form: str) -> None:
    outcome = run("extract", "a.txt", "b.txt", "--format", form)
    header, *rows = csv.reader(io.StringIO(outcome.out, newline=""))
    assert (outcome.status, len(rows)) == (0, 4)
    assert {len(row) for row in rows} == {len(header)}


def test_geojson_and_kml_of_several_articles_are_one_file(run: Run) -> None:
    found = json.loads(run("extract", "a.txt", "b.txt", "--format", "geojson").out)["features"]
    assert [feature["properties"]["article"] for feature in found] == ["a", "a", "b", "b"]
    assert run("extract", "a.txt", "b.txt", "--format", "kml").out.count("<Folder>") == 2


def test_a_geopackage_goes_to_a_file(run: Run, folder: Path) -> None:
    outcome = run("extract", "a.txt", "--format", "gpkg", "-o", "data/a.gpkg")
    assert (outcome.status, outcome.out, outcome.err) == (0, "", "")
    assert pyogrio.read_dataframe(folder / "data/a.gpkg", layer="records")["record"].tolist() == ["d1", "e1"]


def test_markdown_of_several_articles_are_sections(run: Run) -> None:
    outcome = run("extract", "a.txt", "b.txt", "--format", "md")
    assert [line for line in outcome.out.splitlines() if line.startswith("## ")] == ["## a", "## b"]


def test_an_article_that_cannot_be_read_costs_none_of_the_others(run: Run) -> None:
    outcome = run("extract", "none.txt", "a.txt", "--format", "csv")
    assert outcome.status == 1
    assert outcome.out.count("\r\n") == 3
    assert outcome.err.startswith("geomap: error: none.txt: ")


def test_corrections_beside_the_article_are_found(run: Run, folder: Path) -> None:
    (folder / "a.fix.yml").write_text(FIX)
    assert json.loads(run("extract", "a.txt").out)["deployments"][0]["status"] == "denied"
    assert json.loads(run("extract", "b.txt").out)["deployments"][0]["status"] == "actual"
    row = run("extract", "a.txt", "--format", "csv").out.splitlines()[1]
    assert "the ministry said so" in row
    assert "denied" in run("map", "a.txt").out


def test_corrections_elsewhere_are_named(run: Run, folder: Path) -> None:
    (folder / "mine.yml").write_text(FIX)
    assert json.loads(run("extract", "a.txt", "--fix", "mine.yml").out)["deployments"][0]["status"] == "denied"
    outcome = run("map", "a.txt", "--fix", "none.yml")
    assert (outcome.status, outcome.err) == (
        1,
        "geomap: error: none.yml: cannot be read: No such file or directory\n",
    )


def test_a_stale_correction_is_an_error_with_its_line(run: Run, folder: Path) -> None:
    (folder / "a.fix.yml").write_text(FIX.replace(CODE, "f00000000"))
    outcome = run("map", "a.txt", "b.txt")
    assert outcome.status == 1
    assert outcome.err.startswith(
        "geomap: error: a.fix.yml, line 2: d1 is not the record that was corrected: its words"
    )
    assert "output/b.html" in outcome.out
    assert files(folder) == ["a.fix.yml", "a.txt", "b.txt", "output/b.html"]


def test_a_file_of_corrections_to_fill_in_is_of_what_was_read(run: Run, folder: Path) -> None:
    (folder / "a.fix.yml").write_text(FIX)
    outcome = run("extract", "a.txt", "--format", "fix")
    assert f"fingerprint: {CODE}" in outcome.out
    assert "deploy, actual" in outcome.out
