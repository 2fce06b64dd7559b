"""Adding files: what is kept, what is refused, and going on after an end half-way."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from gazetteer import BadData, DataFolderError, DataNameError, Gazetteer
from gazetteer.userdata import Added, Left, Wanted, add, loading, sources, staging
from gazetteer.userdata.staging import Staging
from tests.support.geonames import alternate_line, dump_line, written, zipped

Put = Callable[..., Added]


def lines(count: int, first: int = 9_000_000) -> list[str]:
    return [dump_line(first + number, f"Village {number} of many") for number in range(count)]


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "gazetteers").iterdir())


def test_what_is_told_of_a_dump(tmp_path: Path, data: Path, put: Put) -> None:
    text = [
        dump_line(9_000_001, "Synkivka", alternates="Sinkovka"),
        dump_line(9_000_002, "School", sort="S.SCH"),
        dump_line(9_000_003, "Hotel", sort="S.HTL"),
        dump_line(690791, "Ukraine", sort="A.PCLI"),
    ]
    assert put(written(tmp_path / "UA.txt", text)) == Added(
        name="UA", title="a GeoNames dump", places=1, names=2, resumed=0, bad=0, first_bad="",
        left={Left.KIND: 2, Left.COUNTRY: 1},
    )  # fmt: skip
    assert files(data) == ["UA.sqlite"]
    everything = put(tmp_path / "UA.txt", replace=True, all_features=True)
    assert (everything.places, everything.left) == (3, {Left.COUNTRY: 1})


def test_names_of_several_kinds_are_kept_once_and_numbers_not_at_all(tmp_path: Path, data: Path, put: Put) -> None:
    dump = dump_line(9_000_001, "Synkivka", alternates="SYNKIVKA,synkivka,12345,x,Sinkovka")
    assert put(written(tmp_path / "UA.txt", [dump])).names == 2
    names = [alternate_line(1, 9_000_001, "Sinkovo"), alternate_line(2, 9_000_001, "Sinkovo", flags="\t\t\t1")]
    assert put(written(tmp_path / "names.txt", names)).names == 1
    with sqlite3.connect(data / "gazetteers" / "names.sqlite") as database:
        assert database.execute("SELECT key, place, kind FROM name").fetchall() == [("sinkovo", 9_000_001, 2)]
    database.close()


def test_columns_of_a_csv_that_are_not_used_are_told(tmp_path: Path, put: Put) -> None:
    added = put(written(tmp_path / "camps.csv", ["name,lat,lon,source,radius\n", "Camp,1,2,a,9\n"]))
    assert (added.places, added.unused) == (1, ("source", "radius"))


def test_the_same_file_gives_the_same_bytes(tmp_path: Path, data: Path, put: Put) -> None:
    path = written(tmp_path / "UA.txt", lines(50))
    put(path)
    first = (data / "gazetteers" / "UA.sqlite").read_bytes()
    put(path, replace=True)
    assert (data / "gazetteers" / "UA.sqlite").read_bytes() == first


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        ("9000001\tA\tA\n", "has 3 tab-separated columns, not 19"),
        (dump_line(9_000_001, "A", lat=99), "the latitude '99' is out of range (-90 to 90)"),
        (dump_line(9_000_000, "A"), "the GeoNames id 9000000 comes a second time"),
        ("\udcff" + dump_line(9_000_001, "A"), "is not in UTF-8"),
    ],
)
def test_a_file_with_a_broken_line_is_refused_whole_or_loaded_without_it(
    tmp_path: Path, data: Path, put: Put, broken: str, why: str
) -> None:
    path = tmp_path / "UA.txt"
    path.write_bytes("".join([*lines(2), broken, *lines(2, 9_100_000), broken]).encode("utf-8", "surrogateescape"))
    with pytest.raises(BadData) as caught:
        put(path)
    assert str(caught.value) == f"{path}, line 3: {why}; nothing was added (--skip-bad-lines adds the rest)"
    assert files(data) == []
    added = put(path, skip_bad_lines=True)
    assert (added.places, added.bad, added.first_bad) == (4, 2, f"line 3: {why}")


def test_a_file_that_gives_nothing_is_refused(tmp_path: Path, data: Path, put: Put) -> None:
    schools = written(tmp_path / "S.txt", [dump_line(1, "School", sort="S.SCH")])
    empty = written(tmp_path / "E.csv", ["name,lat,lon\n"])
    broken = written(tmp_path / "B.csv", ["name,lat,lon\n", "A,x,1\n", "B,1,x\n"])
    for path in (schools, empty):
        with pytest.raises(BadData) as caught:
            put(path)
        assert str(caught.value) == f"{path}: holds nothing that could be added"
    with pytest.raises(BadData) as caught:
        put(broken, skip_bad_lines=True)
    assert str(caught.value) == (
        f"{broken}: holds nothing that could be added; 2 lines are broken, the first is line 2: "
        "the latitude 'x' is no number"
    )
    assert files(data) == []


class Stop(Exception):
    """What ends a reading half-way, as a kill would."""


def stopping(after: int) -> Callable[[str], None]:
    told: list[str] = []

    def progress(text: str) -> None:
        told.append(text)
        if len(told) == after:
            raise Stop

    return progress


@pytest.fixture
def batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "BATCH", 10)


@pytest.mark.usefixtures("batches")
@pytest.mark.parametrize("packed", [False, True])
def test_an_interrupted_reading_goes_on_and_ends_with_the_same_bytes(
    tmp_path: Path, data: Path, put: Put, packed: bool
) -> None:
    text = "".join(lines(55))
    path = zipped(tmp_path / "UA.zip", UA_txt=text) if packed else written(tmp_path / "UA.txt", [text])
    put(path, name="whole")
    with pytest.raises(Stop):
        add(path, folder=data, progress=stopping(3))
    assert files(data) == ["UA.reading", "whole.sqlite"]
    assert [(source.name, source.problem) for source in sources(data)] == [
        ("whole", ""),
        ("UA", "unfinished; add its file again to go on, or remove it"),
    ]
    again = put(path)
    assert (again.resumed, again.places) == (30, 55)
    assert files(data) == ["UA.sqlite", "whole.sqlite"]
    both = [(data / "gazetteers" / f"{name}.sqlite").read_bytes() for name in ("UA", "whole")]
    assert both[0] == both[1]


@pytest.mark.usefixtures("batches")
def test_an_interrupted_sorting_goes_on(tmp_path: Path, data: Path, put: Put) -> None:
    path = written(tmp_path / "UA.txt", lines(25))
    with pytest.raises(Stop):
        add(path, folder=data, progress=stopping(3))  # two batches are told, then the sorting
    assert files(data) == ["UA.reading"]
    assert (put(path).resumed, files(data)) == (25, ["UA.sqlite"])


def test_ctrl_c_while_sqlite_sorts(tmp_path: Path, data: Path, put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    """A signal is heeded within a statement that may take minutes; SQLite says then that it was interrupted."""
    monkeypatch.setattr(staging, "_TICK", 10)
    path = written(tmp_path / "UA.txt", lines(25))
    told: list[str] = []

    def press(text: str) -> None:
        told.append(text)
        if len(told) == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        add(path, folder=data, progress=press)
    assert set(told) == {f"{path}: sorting"}
    assert files(data) == ["UA.reading"]
    assert (put(path).places, files(data)) == (25, ["UA.sqlite"])


@pytest.mark.usefixtures("batches")
@pytest.mark.parametrize("change", ["what was read", "what was not read", "how it is read"])
def test_what_has_changed_starts_anew(tmp_path: Path, data: Path, put: Put, change: str) -> None:
    path = written(tmp_path / "UA.txt", lines(55))
    stamp = path.stat()
    with pytest.raises(Stop):
        add(path, folder=data, progress=stopping(3))
    if change == "what was read":  # of the same size and age
        written(path, [dump_line(9_000_000, "Village X of many"), *lines(55)[1:]])
        os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    elif change == "what was not read":
        written(path, [*lines(55), dump_line(9_500_000, "The last")])
    added = put(path, all_features=change == "how it is read")
    assert (added.resumed, added.places) == (0, 56 if change == "what was not read" else 55)


@pytest.mark.usefixtures("batches")
def test_broken_lines_that_were_left_out_are_not_forgotten(tmp_path: Path, data: Path, put: Put) -> None:
    path = written(tmp_path / "UA.txt", ["broken\n", *lines(55)])
    with pytest.raises(Stop):
        add(path, Wanted(skip_bad_lines=True), folder=data, progress=stopping(3))
    with pytest.raises(BadData, match=r"line 1: has 1 tab-separated columns, not 19"):
        put(path)
    with pytest.raises(Stop):
        add(path, Wanted(skip_bad_lines=True), folder=data, progress=stopping(3))
    added = put(path, skip_bad_lines=True)
    assert (added.resumed, added.bad, added.places) == (30, 1, 55)


def test_a_name_that_is_taken(tmp_path: Path, data: Path, put: Put, opened: Callable[[], Gazetteer]) -> None:
    path = written(tmp_path / "UA.txt", lines(1))
    put(path)
    other = written(tmp_path / "ua.txt", [dump_line(9_000_001, "Synkivka")])
    with pytest.raises(DataNameError) as caught:
        put(other)
    assert str(caught.value) == "a gazetteer called UA is there already; give --replace, or another --name"
    assert [c.place.name for c in opened().lookup("Village 0 of many")] == ["Village 0 of many"]
    assert put(other, replace=True).name == "ua"
    assert files(data) == ["ua.sqlite"]
    assert put(path, name="second").name == "second"


def test_a_replacement_that_fails_leaves_what_was_there(tmp_path: Path, data: Path, put: Put) -> None:
    put(written(tmp_path / "UA.txt", lines(3)))
    before = (data / "gazetteers" / "UA.sqlite").read_bytes()
    with pytest.raises(BadData):
        put(written(tmp_path / "UA.txt", [*lines(3), "broken\n"]), replace=True)
    with pytest.raises(Stop):
        add(written(tmp_path / "UA.txt", lines(3)), Wanted(replace=True), folder=data, progress=stopping(1))
    assert (data / "gazetteers" / "UA.sqlite").read_bytes() == before


def test_a_file_whose_name_cannot_be_taken(tmp_path: Path, put: Put) -> None:
    path = written(tmp_path / "a;b.txt", lines(1))
    with pytest.raises(DataNameError) as caught:
        put(path)
    assert str(caught.value) == (
        "'a;b' is no name for a gazetteer; take letters, digits, - and _, at most 64, and no path; "
        "give another with --name"
    )
    assert put(path, name="ab").name == "ab"


def test_as_many_as_are_searched_together(tmp_path: Path, put: Put) -> None:
    path = written(tmp_path / "x.csv", ["name,lat,lon\n", "Camp,1,2\n"])
    for number in range(9):
        put(path, name=f"n{number}")
    with pytest.raises(DataNameError) as caught:
        put(path)
    assert str(caught.value) == (
        "there are 9 gazetteers already, as many as are searched together; remove one first: "
        "n0, n1, n2, n3, n4, n5, n6, n7, n8"
    )
    assert put(path, name="n3", replace=True).name == "n3"


def test_another_that_adds_the_same(tmp_path: Path, data: Path, put: Put) -> None:
    path = written(tmp_path / "UA.txt", lines(1))
    (data / "gazetteers").mkdir(parents=True)
    other = Staging(data / "gazetteers" / "UA.reading")
    with pytest.raises(DataFolderError) as caught:
        put(path)
    assert str(caught.value) == (
        f"{data}/gazetteers/UA.reading: is in use; another geomap is adding it, wait until that has ended"
    )
    other.close()
    assert put(path).places == 1


def test_a_full_disk_costs_nothing_but_the_reading(
    tmp_path: Path, data: Path, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(written(tmp_path / "first.txt", lines(3)))
    path = written(tmp_path / "UA.txt", lines(3000))
    connect = sqlite3.connect

    def small(*given: object, **options: object) -> sqlite3.Connection:
        """SQLite's own word for a full disk, at twenty pages."""
        database: sqlite3.Connection = connect(*given, **options)  # type: ignore[call-overload]
        database.execute("PRAGMA max_page_count = 20")
        return database

    with monkeypatch.context() as patch:
        patch.setattr(sqlite3, "connect", small)
        with pytest.raises(DataFolderError) as caught:
            put(path)
    assert str(caught.value) == (
        f"{data}/gazetteers/UA.reading: no room is left on the disk (or in the temporary folder, SQLITE_TMPDIR); "
        "make room and give the same command again"
    )
    assert [source.name for source in sources(data) if not source.problem] == ["first"]
    assert put(path).places == 3000


@pytest.mark.parametrize("code", ["EACCES", "EROFS"])
def test_a_folder_that_cannot_be_written(
    tmp_path: Path, data: Path, put: Put, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    import errno

    number = getattr(errno, code)

    def refuse(*_given: object, **_options: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "mkdir", refuse)  # root, as which tests may run, may write where nobody else may
    with pytest.raises(DataFolderError) as caught:
        put(written(tmp_path / "UA.txt", lines(1)))
    assert str(caught.value) == (
        f"{data}/gazetteers: cannot be written: {os.strerror(number)}; set GEOMAP_DATA to a folder that can be"
    )


def test_a_folder_that_is_a_file(tmp_path: Path, data: Path, put: Put) -> None:
    data.write_text("a file")
    with pytest.raises(DataFolderError) as caught:
        put(written(tmp_path / "UA.txt", lines(1)))
    assert str(caught.value) == f"{data}/gazetteers: cannot be read: Not a directory"


def test_a_gathering_file_that_is_damaged(tmp_path: Path, data: Path, put: Put) -> None:
    (data / "gazetteers").mkdir(parents=True)
    (data / "gazetteers" / "UA.reading").write_bytes(b"no database, but long enough to be taken for one" * 40)
    with pytest.raises(DataFolderError) as caught:
        put(written(tmp_path / "UA.txt", lines(1)))
    assert str(caught.value) == (
        f"{data}/gazetteers/UA.reading: is damaged (file is not a database); delete it and give the same command again"
    )


def test_alternate_names_need_their_places(tmp_path: Path, put: Put, opened: Callable[[], Gazetteer]) -> None:
    names = written(
        tmp_path / "names.txt", [alternate_line(1, 9_000_001, "Sinkovo"), alternate_line(2, 703448, "Kyivsk")]
    )
    first = put(names)
    assert (first.places, first.names, first.left) == (0, 1, {Left.PLACE: 1})
    put(written(tmp_path / "UA.txt", [dump_line(9_000_001, "Synkivka")]))
    assert put(names, replace=True).names == 2
    assert [(c.place.id, c.reasons) for c in opened().lookup("Sinkovo")] == [
        ("geonames:9000001", ("from your gazetteer UA",))
    ]
