"""What a user has added is searched together with the built-in gazetteer, and can do it no harm."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from gazetteer import BBox, Gazetteer, Kind, NameKind
from gazetteer.userdata import Added
from tests.support.geonames import alternate_line, dump_line, written

Put = Callable[..., Added]
Open = Callable[[], Gazetteer]
AGAIN = "remove it with `geomap gazetteer remove` and add its file again; it is left out"

UA = [
    dump_line(9_000_001, "Zorbatky", alternates="Qorbatky,Синьковка", people=120),
    dump_line(703448, "Kyiv", alternates="Sambatas,Kiev", lat=1.0, lon=1.0, people=7, sort="P.PPLC", admin1="12"),
    dump_line(9_000_002, "Great Steppe Range of Chuhuiv", sort="L.MVA"),
    dump_line(9_000_003, "Kyiv", sort="H.STM", lat=47.1, lon=31.2),
]
CAMPS = [
    "name,lat,lon,country,kind,admin1,names\n",
    "Camp Bravo,49.7,37.6,UKR,base,Kharkiv,Bravo|FOB Bravo\n",
    "Hill 101,0.5,-30.5,,landform,The Deep,\n",
]


@pytest.fixture
def both(tmp_path: Path, put: Put, opened: Open) -> Gazetteer:
    put(written(tmp_path / "UA.txt", UA))
    put(written(tmp_path / "camps.csv", CAMPS))
    return opened()


def test_names_of_all_are_found_and_told_apart(both: Gazetteer) -> None:
    (village,) = both.lookup("Qorbatky")
    assert (village.place.id, village.place.name, village.place.admin1) == (
        "geonames:9000001", "Zorbatky", "Kharkiv Oblast",
    )  # fmt: skip
    assert (village.name_kind, village.reasons) == (NameKind.ALTERNATE, ("from your gazetteer UA",))
    (camp,) = both.lookup("FOB Bravo")
    assert (camp.place.id, camp.place.kind, camp.place.country, camp.place.admin1, camp.reasons) == (
        "user:camps/2", Kind.BASE, "UKR", "Kharkiv Oblast", ("from your gazetteer camps",),
    )  # fmt: skip


def test_a_place_that_is_built_in_stays_and_gets_the_new_spellings(both: Gazetteer, gazetteer: Gazetteer) -> None:
    (kyiv,) = both.lookup("Sambatas")
    assert kyiv.place == gazetteer.place("geonames:703448")
    assert (kyiv.name_kind, kyiv.reasons) == (NameKind.ALTERNATE, ("spelled so in your gazetteer UA",))
    cities = [c for c in both.lookup("Kyiv") if c.place.id == "geonames:703448"]
    assert [(c.place.population, c.name_kind, c.reasons) for c in cities] == [(2_952_301, NameKind.NAME, ())]
    assert both.place("geonames:703448") == kyiv.place


def test_the_own_name_of_a_dump_is_another_spelling_of_a_built_in_place(tmp_path: Path, put: Put, opened: Open) -> None:
    put(written(tmp_path / "UA.txt", [dump_line(703448, "Kyyivgrad", sort="P.PPLC")]))
    assert [(c.place.name, c.name_kind) for c in opened().lookup("Kyyivgrad")] == [("Kyiv", NameKind.ALTERNATE)]


def test_every_other_look_up_covers_all(both: Gazetteer, gazetteer: Gazetteer) -> None:
    words = ["Great", "Steppe", "Range", "of", "Chuhuiv", "was", "shelled"]
    assert (both.longest_match(words, 0), gazetteer.longest_match(words, 0)) == (5, 0)
    assert both.match_at("near FOB Bravo, they said", 5) == 14
    assert (both.has("qorbatky"), gazetteer.has("qorbatky")) == (True, False)
    assert both.place("user:camps/3").name == "Hill 101"
    assert both.place("user:camps/3").admin1 == "The Deep"
    assert both.place("geonames:9000001").name == "Zorbatky"
    near = both.within(BBox(37.55, 49.65, 37.75, 49.8))
    assert [p.id for p in near if p not in gazetteer.within(BBox(37.55, 49.65, 37.75, 49.8))] == [
        "user:camps/2", "geonames:9000001", "geonames:9000002",
    ]  # fmt: skip
    assert [p.name for p in both.nearest(0.5, -30.5, kinds=(Kind.LANDFORM,))] == ["Hill 101"]
    assert [p.id for p in both.within(BBox(0.9, 0.9, 1.1, 1.1))] == []  # Kyiv lies where the built-in one does
    for unknown in ("geonames:9000009", "user:camps/9", "user:none/2", "user:camps/x", "geonames:" + "9" * 30, "x"):
        with pytest.raises(KeyError):
            both.place(unknown)


def test_the_answer_says_where_it_is_from(both: Gazetteer) -> None:
    answer = both.resolve("Zorbatky")
    assert answer.best is not None
    assert answer.why == ("from your gazetteer UA", "its own name", "120 people")
    assert both.locate("10 km north of Camp Bravo").best is not None


def test_a_creek_of_a_dump_is_no_rival_of_a_city_but_where_it_is_called_a_river(both: Gazetteer) -> None:
    answer = both.resolve("Kyiv")
    assert answer.best is not None
    assert answer.best.place.id == "geonames:703448"
    river = both.locate("the Kyiv river")
    assert river.best is not None
    assert river.best.place.id == "geonames:9000003"


def test_the_first_of_two_dumps_has_the_place_and_the_names_of_both_count(
    tmp_path: Path, put: Put, opened: Open
) -> None:
    put(written(tmp_path / "A.txt", [dump_line(9_000_001, "Zorbatky", people=120)]))
    put(written(tmp_path / "B.txt", [dump_line(9_000_001, "Zorbatky", alternates="Sinkovo", people=99)]))
    gazetteer = opened()
    assert [(c.place.population, c.reasons) for c in gazetteer.lookup("Zorbatky")] == [
        (120, ("from your gazetteer A",))
    ]
    assert gazetteer.place("geonames:9000001").population == 120
    assert [c.place.id for c in gazetteer.lookup("Sinkovo")] == ["geonames:9000001"]
    assert len(gazetteer.within(BBox(37.7, 49.76, 37.7, 49.76))) == 1


def test_countries_that_the_built_in_gazetteer_lacks(tmp_path: Path, put: Put, opened: Open) -> None:
    line = dump_line(3381670, "French Guiana", sort="A.PCLD", alpha2="GF", admin1="00", lat=4.0, lon=-53.0)
    put(written(tmp_path / "GF.txt", [line]))
    assert opened().country("GUF").name == "French Guiana"
    with pytest.raises(KeyError):
        opened().country("XYZ")


def test_alternate_names_of_a_dump_that_was_removed_name_nothing(
    tmp_path: Path, data: Path, put: Put, opened: Open
) -> None:
    put(written(tmp_path / "UA.txt", [dump_line(9_000_001, "Zorbatky")]))
    names = [
        alternate_line(1, 9_000_001, "Sinkovo"),
        alternate_line(2, 703448, "Sambatas", flags="\t\t\t1"),
        alternate_line(3, 703448, "K.V.", language="abbr"),
    ]
    put(written(tmp_path / "names.txt", names))
    gazetteer = opened()
    assert [c.place.name for c in gazetteer.lookup("Sinkovo")] == ["Zorbatky"]
    assert [(c.place.name, c.name_kind) for c in gazetteer.lookup("Sambatas")] == [("Kyiv", NameKind.FORMER)]
    assert (gazetteer.has("KV"), gazetteer.has("kv")) == (True, False)
    (data / "gazetteers" / "UA.sqlite").unlink()
    gazetteer = opened()
    assert (gazetteer.has("Sinkovo"), gazetteer.lookup("Sinkovo")) == (False, ())
    assert [c.place.name for c in gazetteer.lookup("Sambatas")] == ["Kyiv"]


def test_a_spelling_in_which_capitals_do_not_count_is_found_where_an_abbreviation_is_there_too(
    tmp_path: Path, put: Put, opened: Open
) -> None:
    """The build has "L.A." as an abbreviation, a dump may have "La": what ``has`` says, ``lookup`` must find, once."""
    put(written(tmp_path / "x.txt", [dump_line(5368361, "Los Angeles", alternates="L A,La", alpha2="US", admin1="CA")]))
    gazetteer = opened()
    for name in ("la", "LA", "L.A."):
        assert gazetteer.has(name)
        assert [c.place.id for c in gazetteer.lookup(name)].count("geonames:5368361") == 1


@pytest.mark.usefixtures("both")
def test_nothing_is_read_unless_it_is_asked_for() -> None:
    with Gazetteer.open() as gazetteer:
        assert gazetteer.lookup("Zorbatky") == ()


def spoilt(path: Path, how: str) -> str:
    """Spoil an added gazetteer; returns what is warned of."""
    content = path.read_bytes()
    if how == "another version":
        with sqlite3.connect(path) as database:
            database.execute("UPDATE meta SET value = '0' WHERE key = 'format'")
        database.close()
        return "was added by another version of geomap"
    if how == "another normaliser":
        with sqlite3.connect(path) as database:
            database.execute("UPDATE meta SET value = 'the gambia' WHERE key = 'normaliser'")
        database.close()
        return "was added by another version of geomap"
    if how == "another database":
        path.unlink()
        with sqlite3.connect(path) as database:
            database.execute("CREATE TABLE stamps (a)")
        database.close()
        return "is no gazetteer or is damaged (no such table: s1.meta)"
    if how == "cut short":
        path.write_bytes(content[: len(content) // 2])
        return "cannot be read (database disk image is malformed)"
    if how == "empty":
        path.write_bytes(b"")
        return "is no gazetteer or is damaged (no such table: s1.meta)"
    path.write_bytes(b"no database, but long enough to be taken for one" * 100)
    return "cannot be read (file is not a database)"


@pytest.mark.parametrize(
    "how", ["another version", "another normaliser", "another database", "cut short", "empty", "text"]
)
def test_one_that_cannot_be_used_is_a_warning_and_the_others_work(
    tmp_path: Path, data: Path, put: Put, opened: Open, caplog: pytest.LogCaptureFixture, *, how: str
) -> None:
    put(written(tmp_path / "UA.txt", UA), name="a")
    put(written(tmp_path / "camps.csv", CAMPS), name="b")
    path = data / "gazetteers" / "a.sqlite"
    why = spoilt(path, how)
    with caplog.at_level(logging.WARNING, "gazetteer"):
        gazetteer = opened()
        opened()  # the second to open it says nothing more
    assert caplog.messages == [f"{path}: {why}; {AGAIN}"]
    assert gazetteer.lookup("Zorbatky") == ()
    assert [c.reasons for c in gazetteer.lookup("FOB Bravo")] == [("from your gazetteer b",)]
    assert gazetteer.place("user:b/2").name == "Camp Bravo"
    assert gazetteer.has("Kyiv")


def test_one_that_proves_damaged_later_is_left_out_from_then_on(
    tmp_path: Path, data: Path, put: Put, opened: Open, caplog: pytest.LogCaptureFixture
) -> None:
    many = [dump_line(9_000_000 + number, f"Village {number} of many") for number in range(3000)]
    put(written(tmp_path / "UA.txt", many), name="a")
    put(written(tmp_path / "camps.csv", CAMPS), name="b")
    path = data / "gazetteers" / "a.sqlite"
    with sqlite3.connect(path) as database:
        (root,) = database.execute("SELECT rootpage FROM sqlite_master WHERE name = 'name'").fetchone()
    database.close()
    with path.open("r+b") as file:  # the page on which the names begin
        file.seek((root - 1) * 4096)
        file.write(b"\xff" * 4096)
    gazetteer = opened()
    with caplog.at_level(logging.WARNING, "gazetteer"):
        assert "Kyiv" in [c.place.name for c in gazetteer.lookup("Kyiv")]
        assert [c.place.name for c in gazetteer.lookup("FOB Bravo")] == ["Camp Bravo"]
        assert gazetteer.has("Kharkiv")
    assert caplog.messages == [f"{path}: is damaged (database disk image is malformed); {AGAIN}"]


def test_a_hundred_creeks_of_a_dump_do_not_crowd_out_the_town(tmp_path: Path, put: Put, opened: Open) -> None:
    creeks = [dump_line(9_000_000 + number, "Chasiv Yar", sort="H.STM", lon=number / 10) for number in range(100)]
    put(written(tmp_path / "UA.txt", creeks))
    best = opened().resolve("Chasiv Yar").best
    assert best is not None
    assert best.place.id == "geonames:710915"
