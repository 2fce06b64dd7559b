from __future__ import annotations

import io

import pytest

from gazetteer.model import NameKind
from gazetteer.store import FIRST_OWN_ROW
from gazetteer.userdata.known import Known
from gazetteer.userdata.lines import Lines
from gazetteer.userdata.records import BadLine, Entry, Located
from gazetteer.userdata.table import Table, header

FULL = "name,lat,lon,country,kind,admin1,radius_km,population,names"


def rows(known: Known, text: str) -> list[tuple[int, Entry | str]]:
    """Return what each record gives, or why it is refused."""
    delimiter, columns = header(text.splitlines()[0])
    table = Table(known, delimiter, columns)
    found: list[tuple[int, Entry | str]] = []
    for number, record in table.records(Lines(io.BytesIO(text.encode("utf-8", "surrogateescape")), "a.csv")):
        try:
            if isinstance(record, BadLine):
                raise record
            entry = table.entry(number, record)
            assert isinstance(entry, Entry)
            found.append((number, entry))
        except BadLine as error:
            found.append((number, str(error)))
    return found


@pytest.mark.parametrize(
    ("line", "delimiter", "columns"),
    [
        ("name,lat,lon", ",", ("name", "lat", "lon")),
        ("Name;Latitude;Longitude;Notes", ";", ("name", "lat", "lon", "notes")),
        ("lng\tlat\tname\tAlternate names", "\t", ("lon", "lat", "name", "names")),
        ('"name","lat","lon"', ",", ("name", "lat", "lon")),
    ],
)
def test_headers(line: str, delimiter: str, columns: tuple[str, ...]) -> None:
    assert header(line) == (delimiter, columns)


def test_a_row_with_everything(known: Known) -> None:
    text = f'{FULL}\n"Camp ""Bravo""",49.1,37.2,ua,base,Kharkiv,2.5,300,Bravo | Camp B|\n'
    assert rows(known, text) == [
        (
            2,
            Entry(
                FIRST_OWN_ROW + 2,
                Located('Camp "Bravo"', "base", "UKR", 706482, None, 49.1, 37.2, 2.5, 300),
                (
                    ('Camp "Bravo"', NameKind.NAME),
                    ("Bravo", NameKind.ALTERNATE),
                    ("Camp B", NameKind.ALTERNATE),
                ),
            ),
        )
    ]


def test_what_is_not_told_is_a_village_of_no_country(known: Known) -> None:
    ((_, entry),) = rows(known, "lon,lat,name\n37.7,49.8,Hill 101\n")
    assert isinstance(entry, Entry)
    assert entry.place == Located("Hill 101", "city", None, None, None, 49.8, 37.7, 3.0, 0)


def test_countries_by_code_or_name_and_divisions_that_are_not_built_in(known: Known) -> None:
    text = "name,lat,lon,country,admin1\nA,1,2,Syria,Idlib\nB,1,2,SYR,Badia\nC,1,2,sy,\n"
    places = [entry.place for _, entry in rows(known, text) if isinstance(entry, Entry)]
    assert [(p.country, p.admin1, p.division) for p in places if p] == [
        ("SYR", 169387, None),
        ("SYR", None, "Badia"),
        ("SYR", None, None),
    ]


def test_a_record_may_run_over_lines_and_is_numbered_by_its_first(known: Known) -> None:
    found = rows(known, 'name,lat,lon,notes\nA,1,2,"one\ntwo"\n\nB,1,200,\n')
    assert [(number, entry if isinstance(entry, str) else entry.row - FIRST_OWN_ROW) for number, entry in found] == [
        (2, 2),
        (5, "the longitude '200' is out of range (-180 to 180)"),
    ]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("A,1", "has 2 columns, the header 9"),
        ("A,1,2,,,,,,,x", "has 10 columns, the header 9"),
        (",1,2,,,,,,", "the name is empty"),
        ("A,1,2,Nowhereistan,,,,,", "'Nowhereistan' is no country; write an ISO 3166 code such as UKR"),
        ("A,1,2,Russian,,,,,", "'Russian' is no country; write an ISO 3166 code such as UKR"),
        (
            "A,1,2,,camp,,,,",
            "the kind 'camp' is none of continent, country, admin1, admin2, city, quarter, region, water, island, "
            "landform, base, airfield, crossing",
        ),
        ("A,1,2,,,,0,,", "the radius_km '0' is out of range (0 to 20000)"),
        ("A,1,2,,,,wide,,", "the radius_km 'wide' is no number"),
        ("A,1,2,,,,,many,", "the population 'many' is no whole number"),
        ("A\udcff,1,2,,,,,,", "is not in UTF-8"),
    ],
)
def test_broken_rows(known: Known, row: str, why: str) -> None:
    assert rows(known, f"{FULL}\n{row}\n") == [(2, why)]


def test_a_quote_that_is_not_closed(known: Known) -> None:
    assert rows(known, 'name,lat,lon\n"A,1,2\nB,1,2\n') == [(2, "is no CSV (unexpected end of data)")]
