from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from gazetteer import BadData
from gazetteer.userdata.files import opened, recognise
from gazetteer.userdata.known import Known
from tests.support.geonames import alternate_line, dump_line, written, zipped

DUMP = dump_line(9_000_001, "Synkivka") + dump_line(9_000_002, "Kyslivka")
ALTERNATES = alternate_line(1, 703448, "Sambatas")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (DUMP, "a GeoNames dump"),
        ("x\ty\n" + DUMP, "a GeoNames dump"),  # most of its lines are one's
        ("\ufeff" + DUMP.replace("\n", "\r\n"), "a GeoNames dump"),
        (ALTERNATES, "GeoNames' alternate names"),
        ("1\t703448\ten\tSambatas\t\t\t\t\n", "GeoNames' alternate names"),  # the older file has eight columns
        ("name,lat,lon\nA,1,2\n", "a CSV of places"),
        ("name\tlat\tlon\na\tb\tc\td\te\tf\tg\th\ti\tj\n", "a CSV of places"),
    ],
)
def test_files_are_told_by_their_content(tmp_path: Path, known: Known, text: str, title: str) -> None:
    assert recognise(written(tmp_path / "x.dat", [text]), known, all_features=False).title == title


def test_what_geonames_packs_beside_its_data_does_not_count(tmp_path: Path, known: Known) -> None:
    dump = zipped(tmp_path / "UA.zip", readme_txt="Readme for GeoNames", UA_txt=DUMP)
    names = zipped(tmp_path / "a.zip", alternateNamesV2_txt=ALTERNATES)
    with zipfile.ZipFile(names, "a") as archive:
        archive.writestr("iso-languagecodes.txt", "ISO 639-3\tISO 639-2\n")
    assert recognise(dump, known, all_features=False).title == "a GeoNames dump"
    assert recognise(names, known, all_features=False).title == "GeoNames' alternate names"
    with opened(dump) as (stream, size):
        assert (stream.read().decode(), size) == (DUMP, len(DUMP.encode()))


NO_KIND = (
    "is no GeoNames dump (19 tab-separated columns), no alternateNamesV2 (10) and no CSV with a header of name, lat "
    "and lon: its lines have {} tab-separated column{}"
)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (b"\x89PNG\r\n\x00\x00", "is a binary file, no list of places"),
        ("name,lat,lon\n".encode("utf-16"), "is in UTF-16; save it as UTF-8"),
        (b"Kyiv,50.4,30.5\n", NO_KIND.format(1, "")),
        (b"a\tb\tc\n1\t2\t3\n", NO_KIND.format(3, "s")),
        (b"place,lat,lon\n", "the header lacks name; a CSV needs name, lat and lon"),
        (b"name;x;y\n", "the header lacks lat, lon; a CSV needs name, lat and lon"),
        (b"name,lat,lon,Latitude\n", "the header has the column lat twice"),
        (b"PK\x05\x06" + b"\0" * 18, "the zip holds no file of places"),
        (b"PK\x03\x04 and no more", "is a broken zip; it may be cut short, so download it again"),
    ],
)
def test_what_cannot_be_added(tmp_path: Path, known: Known, content: bytes, why: str) -> None:
    path = tmp_path / "x.dat"
    path.write_bytes(content)
    with pytest.raises(BadData) as caught:
        recognise(path, known, all_features=False)
    assert str(caught.value) == f"{path}: {why}"


def test_a_zip_with_several_files_names_them(tmp_path: Path, known: Known) -> None:
    path = zipped(tmp_path / "a.zip", UA_txt=DUMP, MD_txt=DUMP, RO_txt=DUMP, PL_txt=DUMP)
    with pytest.raises(BadData) as caught:
        recognise(path, known, all_features=False)
    assert str(caught.value) == (
        f"{path}: the zip holds 4 files (UA.txt, MD.txt, RO.txt, …); unpack it and add one of them"
    )


def test_a_zip_that_is_cut_short_or_damaged(tmp_path: Path) -> None:
    whole = zipped(tmp_path / "UA.zip", UA_txt=DUMP * 2000).read_bytes()
    damaged = bytearray(whole)
    damaged[200:230] = bytes(30)
    for content in (whole[: len(whole) // 2], bytes(damaged)):
        path = tmp_path / "broken.zip"
        path.write_bytes(content)
        with pytest.raises(BadData) as caught, opened(path) as (stream, _):
            stream.read()  # its check sum stands at its end
        assert str(caught.value) == f"{path}: is a broken zip; it may be cut short, so download it again"


def test_an_encrypted_zip_and_one_of_an_unknown_kind(tmp_path: Path, known: Known) -> None:
    path = zipped(tmp_path / "a.zip", UA_txt=DUMP)
    plain = path.read_bytes()
    central = plain.index(b"PK\x01\x02")
    for offset, value, why in (
        (8, b"\x01", "the zip is encrypted; unpack it and add the file in it"),
        (10, b"\x62", "is a zip of a kind that cannot be read; unpack it and add the file in it"),
    ):
        content = bytearray(plain)
        content[central + offset : central + offset + 1] = value
        content[offset - 2 : offset - 1] = value
        path.write_bytes(content)
        with pytest.raises(BadData) as caught:
            recognise(path, known, all_features=False)
        assert str(caught.value) == f"{path}: {why}"


def test_no_file_and_a_folder(tmp_path: Path, known: Known) -> None:
    for path, why in ((tmp_path / "none.txt", "there is no such file"), (tmp_path, "is no file")):
        with pytest.raises(BadData) as caught:
            recognise(path, known, all_features=False)
        assert str(caught.value) == f"{path}: {why}"
