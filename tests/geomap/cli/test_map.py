"""``geomap map``: what is printed, what is written, and what one bad article costs."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import geomap.api
from geomap.errors import ModelMissing
from geomap.model import Status
from geomap.scene import wording

pytestmark = pytest.mark.usefixtures("rooms", "folder")

Run = Callable[..., Any]

TEXT = "The US has reportedly sent about 1,000 soldiers to Romania, officials said."
STATE = wording.state(Status.ACTUAL, hedged=True)
TABLE = f"""\
who             number  force       action  where                             status               says who
United States   ≈1,000  sol diers   deploy  Xyzville (not found) → Romania    {STATE}  officials

event   by  against       where    harm      status    says who
strike      a fuel depot  Romania  2 killed  possible

"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "fair.txt").write_text("The weather will be fair in the north of Romania.")
    (tmp_path / "fault.txt").write_text("The troops of the fault left.")
    return tmp_path


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def squeezed(text: str) -> list[list[str]]:
    """Return the cells of a table: what is aligned is tested in test_terminal."""
    return [line.split() for line in text.splitlines()]


def test_it_prints_what_was_read_and_the_path(run: Run, folder: Path) -> None:
    outcome = run("map", "a.txt")
    assert (outcome.status, outcome.err) == (0, "")
    assert squeezed(outcome.out) == squeezed(TABLE + "output/a.html\n")
    assert (folder / "output/a.html").read_bytes() == "<!doctype html>a–\n".encode()
    assert files(folder) == ["a.txt", "fair.txt", "fault.txt", "output/a.html"]


def test_the_word_map_may_be_left_out(run: Run) -> None:
    assert run("a.txt") == run("map", "a.txt")
    assert run("-o", "x.html", "a.txt").out.endswith("\nx.html\n")
    assert run("--debug", "a.txt").status == 0


def test_an_article_without_forces_gets_its_map(run: Run, folder: Path) -> None:
    outcome = run("fair.txt")
    assert outcome.out == "No forces and no fighting were read in this article.\n\noutput/fair.html\n"
    assert outcome.status == 0
    assert (folder / "output/fair.html").exists()


def test_standard_input_is_named_by_its_words(run: Run) -> None:
    outcome = run("map", "-", stdin=b"The weather will be fair.")
    assert outcome.out.splitlines()[-1] == "output/the-weather-will-be-fair.html"


def test_a_map_goes_to_standard_output_and_the_table_out_of_its_way(run: Run, folder: Path) -> None:
    outcome = run("map", "fair.txt", "-o", "-")
    assert outcome.out == "<!doctype html>fair–\n"
    assert outcome.err == "No forces and no fighting were read in this article.\n\n"
    assert files(folder) == ["a.txt", "fair.txt", "fault.txt"]


@pytest.mark.parametrize(
    ("output", "path"),
    [("new/deep/map.html", "new/deep/map.html"), ("new/", "new/fair.html"), ("there", "there/fair.html")],
)
def test_output_is_a_file_or_a_folder(run: Run, folder: Path, output: str, path: str) -> None:
    (folder / "there").mkdir()
    assert run("fair.txt", "-o", output).out.splitlines()[-1] == path
    assert files(folder) == sorted(["a.txt", "fair.txt", "fault.txt", path])


def test_one_bad_article_costs_no_other(run: Run, folder: Path) -> None:
    (folder / "empty.txt").touch()
    outcome = run("map", "fair.txt", "none.txt", "empty.txt", "fault.txt", "a.txt")
    assert outcome.status == 1
    assert outcome.err == (
        "geomap: error: none.txt: there is no such file; check the path\n"
        "geomap: error: empty.txt: is empty; give an article with some text\n"
        "geomap: error: fault.txt: a fault of geomap's own (RuntimeError: no such rule); "
        "run it again with --debug and report it\n"
    )
    assert [line for line in outcome.out.splitlines() if line.endswith((".txt", ".html"))] == [
        "fair.txt",
        "output/fair.html",
        "a.txt",
        "output/a.html",
    ]


def test_articles_of_one_name_do_not_overwrite_each_other(run: Run, folder: Path) -> None:
    (folder / "b").mkdir()
    (folder / "b/A.txt").write_text(TEXT)
    run("map", "a.txt", "b/A.txt", "a.txt", "-o", "maps")
    assert files(folder / "maps") == ["a-2.html", "a-3.html", "a.html"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["map"], "Missing argument 'ARTICLE...'; see `geomap map --help`"),
        (["map", "a.txt", "fair.txt", "-o", "-"], "-o - takes one ARTICLE only; see `geomap map --help`"),
        (
            ["map", "a.txt", "fair.txt", "-o", "a.txt"],
            "-o a.txt is a file; several ARTICLEs need a folder; see `geomap map --help`",
        ),
        (
            ["map", "a.txt", "--format", "svg,gif"],
            "Invalid value for '--format': 'gif' is not one of 'html', 'svg', 'png', 'md'; see `geomap map --help`",
        ),
        (
            ["map", "a.txt", "--published", "Friday"],
            "Invalid value for '--published': 'Friday' is no date; write it as YYYY-MM-DD, for example 2022-02-04; "
            "see `geomap map --help`",
        ),
        (["a.txt", "--qqqq"], "No such option '--qqqq'; see `geomap map --help`"),
        (
            ["a.txt", "--boundaries", "XYZ"],
            "Invalid value for '--boundaries': there is no view XYZ of boundaries; there are un, de-facto, "
            "ARE, ARG, ARM, AZE, CHN, CYP, EGY, ESP, GBR, GEO, GRC, GTM, GUY, IND, IRN, ISR, JPN, KOR, LBN, MAR, MDA, "
            "MUS, NPL, PAK, PHL, PSE, RUS, SDN, SRB, SSD, SUR, SYR, TUR, TWN, UKR, USA, VEN, VNM; "
            "see `geomap map --help`",
        ),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(run: Run, folder: Path, arguments: list[str], message: str) -> None:
    outcome = run(*arguments)
    assert (outcome.status, outcome.out, outcome.err) == (2, "", f"geomap: error: {message}\n")
    assert files(folder) == ["a.txt", "fair.txt", "fault.txt"]


@pytest.mark.parametrize(
    ("output", "message"),
    [
        ("a.txt", "a.txt: is the article itself; choose another path with -o"),
        ("fair.txt/x.html", "fair.txt/x.html: cannot be written: a folder in it is a file; choose another with -o"),
        ("x" * 300, "x" * 300 + ": cannot be written: File name too long; choose another path with -o"),
    ],
)
def test_what_cannot_be_written_is_one_line(run: Run, folder: Path, output: str, message: str) -> None:
    outcome = run("map", "a.txt", "-o", output)
    assert (outcome.status, outcome.out) == (1, "")
    assert outcome.err == f"geomap: error: {message}\n"
    assert files(folder) == ["a.txt", "fair.txt", "fault.txt"]
    assert (folder / "a.txt").read_text() == TEXT


def test_an_error_names_a_hostile_path_harmlessly(run: Run) -> None:
    assert run("\x1b[2Jx\n\u202ey").err == "geomap: error: x y: there is no such file; check the path\n"


def test_debug_shows_the_traceback_before_the_line(run: Run) -> None:
    lines = run("map", "none.txt", "--debug").err.splitlines()
    assert lines[0] == "Traceback (most recent call last):"
    assert lines[-1] == "geomap: error: none.txt: there is no such file; check the path"


def test_what_every_article_would_meet_is_said_once(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object, **__: object) -> None:
        raise ModelMissing("the spaCy model x is not installed")

    monkeypatch.setattr(geomap.api, "extract", missing)
    outcome = run("map", "a.txt", "fair.txt")
    assert (outcome.status, outcome.err) == (1, "geomap: error: the spaCy model x is not installed\n")


def test_interruption_leaves_nothing_behind(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_self: Path, _target: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupt)
    outcome = run("map", "a.txt")
    assert (outcome.status, outcome.err) == (130, "geomap: error: interrupted\n")
    assert files(folder) == ["a.txt", "fair.txt", "fault.txt"]


def test_termination_leaves_nothing_behind(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "replace", lambda _self, _target: signal.raise_signal(signal.SIGTERM))
    with pytest.raises(SystemExit) as caught:
        run("map", "a.txt")
    assert caught.value.code == 143
    assert files(folder) == ["a.txt", "fair.txt", "fault.txt"]
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_a_published_date_reaches_the_article(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(geomap.api, "draw", lambda report, **_: str(report.article.published))
    assert run("map", "a.txt", "--published", "2022-02-04", "-o", "-").out == "2022-02-04"


@pytest.mark.parametrize(
    ("given", "view"), [("un", ""), ("UN", ""), ("ind", " IND"), ("IND", " IND"), ("De-Facto", " de-facto")]
)
def test_the_view_of_boundaries_reaches_the_map(run: Run, given: str, view: str) -> None:
    outcome = run("map", "fair.txt", "--boundaries", given, "-o", "-")
    assert (outcome.status, outcome.out) == (0, f"<!doctype html>fair–{view}\n")


def test_a_guessed_encoding_is_a_warning(run: Run, folder: Path) -> None:
    (folder / "old.txt").write_bytes("The weather – Zürich’s – will be fair.".encode("cp1252"))
    outcome = run("map", "old.txt")
    assert outcome.status == 0
    assert outcome.err == (
        "geomap: warning: old.txt: is not UTF-8, read as cp1252; check its quotation marks and accents\n"
    )


def test_a_device_is_written_to_and_not_replaced(run: Run) -> None:
    run("map", "a.txt", "-o", os.devnull)
    assert Path(os.devnull).is_char_device()
