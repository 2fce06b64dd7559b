"""``geomap gazetteer``: what is printed, the one line of every failure, and that nothing that was there is harmed."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.geonames import alternate_line, dump_line, written, zipped

ROOT = Path(__file__).parents[3]
Run = Callable[..., Any]

UA = [
    dump_line(9_000_001, "Zorbatky", alternates="Qorbatky", people=120),
    dump_line(9_000_002, "Yavoryk Range", sort="L.MILB", lat=49.97, lon=23.5, admin1="15"),
    dump_line(9_000_003, "School No. 7", sort="S.SCH"),
    dump_line(690791, "Ukraine", sort="A.PCLI"),
]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a data folder of the test's own that holds the places of "first"."""
    monkeypatch.setenv("GEOMAP_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "data"


@pytest.fixture
def before(run: Run, data: Path) -> bytes:
    """Add "first"; returns the bytes of its file, which nothing that fails may change."""
    written(Path("first.csv"), ["name,lat,lon\n", "Camp Alpha,1,2\n"])
    assert run("gazetteer", "add", "first.csv").status == 0
    return (data / "gazetteers" / "first.sqlite").read_bytes()


def unharmed(data: Path, before: bytes) -> bool:
    kept = data / "gazetteers"
    return [path.name for path in kept.iterdir()] == ["first.sqlite"] and (kept / "first.sqlite").read_bytes() == before


def best(run: Run, name: str) -> Any:
    return json.loads(run("place", "--format", "json", name).out)


def test_adding_listing_and_removing(run: Run, data: Path) -> None:
    zipped(Path("UA.zip"), readme_txt="Readme", UA_txt="".join(UA))
    outcome = run("gazetteer", "add", "UA.zip")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out == (
        "UA: 2 places with 3 names of UA.zip, a GeoNames dump\n"
        "   left out: 1 countries and continents, which the gazetteer has\n"
        "   left out: 1 of kinds that articles seldom name (buildings, roads, parks …); --all-features keeps them\n"
    )
    written(Path("names.txt"), [alternate_line(1, 9_000_001, "Sinkovo"), alternate_line(2, 1, "x" * 5)])
    assert run("gazetteer", "add", "names.txt", "--name", "more names").out == (
        "more names: 1 name of names.txt, GeoNames' alternate names\n"
        "   left out: 1 names of places that neither the gazetteer nor a dump that you added has\n"
    )
    written(Path("camps.csv"), ["name,lat,lon,source\n", "Camp Bravo,49.7,37.6,me\n"])
    assert run("gazetteer", "add", "camps.csv").out == (
        "camps: 1 place with 1 name of camps.csv, a CSV of places\n   not used: source\n"
    )
    assert run("gazetteer", "list").out == (
        "name        places  names   MB  what\n"
        "camps            1      1  0.0  a CSV of places (camps.csv)\n"
        "more names       0      1  0.0  GeoNames' alternate names (names.txt)\n"
        "UA               2      3  0.0  a GeoNames dump (UA.zip)\n"
        f"in {data}/gazetteers\n"
    )
    assert best(run, "Sinkovo")["why"][0] == "from your gazetteer UA"
    assert best(run, "Yavoryk Range")["resolved"]["admin1"] == "Lviv Oblast"
    assert best(run, "Camp Bravo")["resolved"]["id"] == "user:camps/2"
    outcome = run("gazetteer", "remove", "UA")
    assert (outcome.status, outcome.out) == (0, f"removed {data}/gazetteers/UA.sqlite\n")
    assert best(run, "Zorbatky")["resolved"] is None


def test_an_empty_list(run: Run, data: Path) -> None:
    assert run("gazetteer", "list").out == f"none\nin {data}/gazetteers\n"


def test_kinds_that_are_left_out_may_be_kept(run: Run, data: Path) -> None:
    written(Path("UA.txt"), UA)
    assert run("gazetteer", "add", "UA.txt", "--all-features").out.splitlines()[0] == (
        "UA: 3 places with 4 names of UA.txt, a GeoNames dump"
    )
    assert run("gazetteer", "add", "UA.txt", "--replace").out.splitlines()[0] == (
        "UA: 2 places with 3 names of UA.txt, a GeoNames dump"
    )


NO_KIND = (
    "is no GeoNames dump (19 tab-separated columns), no alternateNamesV2 (10) and no CSV with a header of name, lat "
    "and lon: its lines have 3 tab-separated columns"
)
SKIP = "; nothing was added (--skip-bad-lines adds the rest)"
GOOD = dump_line(9_000_001, "Zorbatky")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (GOOD + GOOD[:40], f"x.txt, line 2: has 8 tab-separated columns, not 19{SKIP}"),
        (GOOD + GOOD.rstrip()[:-4], f"x.txt, line 2: the last column '2019-1' is no date; the line is cut short{SKIP}"),
        (GOOD + "broken\n" + GOOD, f"x.txt, line 2: has 1 tab-separated columns, not 19{SKIP}"),
        (GOOD + dump_line(2, "A", lat=-91), f"x.txt, line 2: the latitude '-91' is out of range (-90 to 90){SKIP}"),
        (GOOD + dump_line(2, "A", lon="east"), f"x.txt, line 2: the longitude 'east' is no number{SKIP}"),
        (GOOD + dump_line(9_000_001, "B"), f"x.txt, line 2: the GeoNames id 9000001 comes a second time{SKIP}"),
        ("name,lat,lon\nA,1,2\nB,1\n", f"x.txt, line 3: has 2 columns, the header 3{SKIP}"),
        ("name,lat\nA,1\n", "x.txt: the header lacks lon; a CSV needs name, lat and lon"),
        ("a\tb\tc\n", f"x.txt: {NO_KIND}"),
        ("", "x.txt: is empty"),
        ("\x7fELF\x00\x01", "x.txt: is a binary file, no list of places"),
        ("PK\x03\x04", "x.txt: is a broken zip; it may be cut short, so download it again"),
    ],
)
def test_a_bad_file_is_one_line_and_costs_nothing(
    run: Run, data: Path, before: bytes, *, content: str, message: str
) -> None:
    written(Path("x.txt"), [content])
    outcome = run("gazetteer", "add", "x.txt")
    assert (outcome.status, outcome.out, outcome.err) == (1, "", f"geomap: error: {message}\n")
    assert unharmed(data, before)
    # Nor does it where it was to replace what is there.
    assert run("gazetteer", "add", "x.txt", "--name", "first", "--replace").status == 1
    assert unharmed(data, before)
    assert best(run, "Camp Alpha")["resolved"]["id"] == "user:first/2"


def test_zips_that_cannot_be_added(run: Run, data: Path, before: bytes) -> None:
    zipped(Path("two.zip"), UA_txt=GOOD, MD_txt=GOOD)
    zipped(Path("none.zip"), readme_txt="Readme")
    whole = zipped(Path("cut.zip"), UA_txt="".join(dump_line(n, f"V {n * n}") for n in range(1, 3000))).read_bytes()
    Path("cut.zip").write_bytes(whole[:5000])
    for name, why in (
        ("two.zip", "the zip holds 2 files (UA.txt, MD.txt); unpack it and add one of them"),
        ("none.zip", "the zip holds no file of places"),
        ("cut.zip", "is a broken zip; it may be cut short, so download it again"),
        ("missing.zip", "there is no such file"),
    ):
        outcome = run("gazetteer", "add", name)
        assert (outcome.status, outcome.out, outcome.err) == (1, "", f"geomap: error: {name}: {why}\n")
    assert unharmed(data, before)


def test_broken_lines_may_be_left_out(run: Run, data: Path) -> None:
    written(Path("x.txt"), [GOOD, "broken\n", "broken\n", dump_line(2, "Kyslatky")])
    outcome = run("gazetteer", "add", "x.txt", "--skip-bad-lines")
    assert (outcome.status, outcome.out) == (0, "x: 2 places with 2 names of x.txt, a GeoNames dump\n")
    assert outcome.err == (
        "geomap: warning: x.txt: 2 lines are broken and left out, the first is "
        "line 2: has 1 tab-separated columns, not 19\n"
    )
    written(Path("y.csv"), ["name,lat,lon\n", "A,1,2\n", "B,1,x\n"])
    assert run("gazetteer", "add", "y.csv", "--skip-bad-lines").err == (
        "geomap: warning: y.csv: 1 line is broken and left out, the first is line 3: the longitude 'x' is no number\n"
    )


def test_names_that_are_taken_unknown_or_hostile(run: Run, data: Path, before: bytes) -> None:
    written(Path("x.csv"), ["name,lat,lon\n", "A,1,2\n"])
    for arguments, status, message in (
        (
            ["add", "x.csv", "--name", "FIRST"],
            1,
            "a gazetteer called first is there already; give --replace, or another --name",
        ),
        (["remove", "second"], 1, "there is no gazetteer called 'second'; there is first"),
        (["remove", "../first"], 1, "there is no gazetteer called '../first'; there is first"),
        (
            ["add", "x.csv", "--name", "../x"],
            2,
            "Invalid value for '--name': '../x' is no name for a gazetteer; take letters, digits, - and _, at most 64, "
            "and no path; see `geomap gazetteer add --help`",
        ),
        (
            ["add", "x.csv", "--name", "\x1b[2J"],
            2,
            "Invalid value for '--name': '\\x1b[2J' is no name for a gazetteer; take letters, digits, - and _, at most "
            "64, and no path; see `geomap gazetteer add --help`",
        ),
        (["add"], 2, "Missing argument 'FILE'; see `geomap gazetteer add --help`"),
        (["empty"], 2, "No such command 'empty'; see `geomap gazetteer --help`"),
    ):
        outcome = run("gazetteer", *arguments)
        assert (outcome.status, outcome.out, outcome.err) == (status, "", f"geomap: error: {message}\n")
    assert unharmed(data, before)


def test_hostile_words_in_a_file_do_nothing_to_the_terminal(run: Run, data: Path) -> None:
    written(Path("x.csv"), ["name,lat,lon,\x1b[2Jnote\u202e\n", "\x1b[31mEvil\x07 Camp,1,2,\n"])
    assert run("gazetteer", "add", "x.csv").out == (
        "x: 1 place with 1 name of x.csv, a CSV of places\n   not used: note\n"
    )
    assert "\x1b" not in run("place", "[31mEvil Camp").out


def test_a_folder_that_is_a_file(run: Run, data: Path) -> None:
    data.write_text("a file")
    written(Path("x.csv"), ["name,lat,lon\n", "A,1,2\n"])
    line = f"{data}/gazetteers: cannot be read: Not a directory"
    for command in (["add", "x.csv"], ["list"], ["remove", "x"]):
        outcome = run("gazetteer", *command)
        assert (outcome.status, outcome.out, outcome.err) == (1, "", f"geomap: error: {line}\n")
    outcome = run("place", "--format", "json", "Kyiv")
    assert (outcome.status, json.loads(outcome.out)["resolved"]["name"]) == (0, "Kyiv")
    assert outcome.err == f"geomap: warning: {line}; your own gazetteers are left out\n"


def test_one_that_cannot_be_used_is_a_warning(run: Run, data: Path, before: bytes) -> None:
    (data / "gazetteers" / "old.sqlite").write_bytes(b"no database, but long enough to be taken for one" * 40)
    why = "cannot be read (file is not a database); remove it with `geomap gazetteer remove` and add its file again"
    outcome = run("place", "--format", "json", "Camp Alpha")
    assert (outcome.status, json.loads(outcome.out)["resolved"]["id"]) == (0, "user:first/2")
    assert outcome.err == f"geomap: warning: {data}/gazetteers/old.sqlite: {why}; it is left out\n"
    assert run("gazetteer", "list").out.splitlines()[2] == f"old                   0.0  {why}"
    assert run("gazetteer", "remove", "old").status == 0
    assert unharmed(data, before)


def test_what_an_article_names_is_found_in_it(run: Run, data: Path) -> None:
    from geomap import api

    written(Path("UA.txt"), UA)
    written(Path("a.txt"), ["Russian forces shelled the village of Zorbatky near Kupiansk on Monday, officials said."])
    assert run("gazetteer", "add", "UA.txt").status == 0
    api._pipeline.cache_clear()  # opened before, without what was added
    report = json.loads(run("extract", "a.txt").out)
    api._pipeline.cache_clear()
    (village,) = [place for place in report["places"] if place["text"] == "Zorbatky"]
    assert village["resolved"]["id"] == "geonames:9000001"
    assert "from your gazetteer UA" in village["why"]


def start(data: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "geomap", "gazetteer", "add", *arguments],
        cwd=ROOT,
        env={**os.environ, "GEOMAP_DATA": str(data)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=heed_interrupts,  # noqa: PLW1509 - nothing but a signal's disposition is set
    )


def heed_interrupts() -> None:
    """Let the command be interrupted though the tests run in the background, where a shell has SIGINT ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def until(process: subprocess.Popen[str], there: Callable[[], bool]) -> None:
    """Wait until something is there; fails where the process ends or a minute goes by before."""
    for _ in range(6000):
        if there():
            return
        assert process.poll() is None, process.communicate()
        time.sleep(0.01)
    pytest.fail("nothing came in a minute")


@pytest.mark.parametrize(
    ("number", "status", "error"),
    [
        (
            signal.SIGINT,
            130,
            "geomap: warning: {path}: is not added yet; the same command goes on where this one stopped\n"
            "geomap: error: interrupted\n",
        ),
        (signal.SIGTERM, 143, ""),
        (signal.SIGKILL, -9, ""),
    ],
)
def test_the_same_command_goes_on_after_an_end_half_way(
    run: Run, data: Path, tmp_path: Path, *, number: signal.Signals, status: int, error: str
) -> None:
    path = written(tmp_path / "UA.txt", (dump_line(9_000_000 + n, f"Village {n} of many") for n in range(150_000)))
    gathered = data / "gazetteers" / "UA.reading"
    with start(data, str(path)) as process:
        until(
            process, lambda: gathered.exists() and gathered.stat().st_size > 5_000_000
        )  # twice what is kept at a time
        process.send_signal(number)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (status, "", error.format(path=path))
    assert not (data / "gazetteers" / "UA.sqlite").exists()
    lines = run("gazetteer", "add", str(path)).out.splitlines()
    assert lines[0] == "UA: 150,000 places with 150,000 names of UA.txt, a GeoNames dump"
    assert lines[1].startswith("   went on behind line ")
    assert sorted(kept.name for kept in (data / "gazetteers").iterdir()) == ["UA.sqlite"]


def test_a_full_disk_is_one_line(data: Path, tmp_path: Path, run: Run, before: bytes) -> None:
    path = written(tmp_path / "UA.txt", (dump_line(9_000_000 + n, f"Village {n} of many") for n in range(30_000)))

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # a write beyond the limit fails then, as on a full disk
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))

    done = subprocess.run(
        [sys.executable, "-m", "geomap", "gazetteer", "add", str(path)],
        cwd=ROOT,
        env={**os.environ, "GEOMAP_DATA": str(data)},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limit,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"geomap: error: {data}/gazetteers/UA.reading: cannot be written: disk I/O error; "
        "make sure of the disk and give the same command again\n"
    )
    assert (data / "gazetteers" / "first.sqlite").read_bytes() == before
    assert best(run, "Camp Alpha")["resolved"]["id"] == "user:first/2"
    assert run("gazetteer", "add", str(path)).status == 0
