"""A file that a user adds: opened, also out of a zip, and recognised by its content."""

from __future__ import annotations

import contextlib
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Protocol

from gazetteer.errors import BadData

from . import alternates, dump, table
from .known import Known
from .lines import Lines
from .records import BadLine, Entry, Left

_SAMPLE = 65536  # bytes by which a file is recognised
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_BESIDE = {"readme.txt", "iso-languagecodes.txt"}  # what GeoNames packs beside its data
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


class Format(Protocol):
    """One kind of file. ``title`` says which; ``places`` whether it has places or only names of known ones;
    ``columns`` are those of a CSV's header.
    """

    title: str
    places: bool
    columns: tuple[str, ...]

    def records(self, lines: Lines) -> Iterator[tuple[int, list[str] | BadLine]]:
        """Give each record with the number of its first line."""

    def entry(self, line: int, fields: list[str]) -> Entry | Left:
        """Return what a record gives; raises ``BadLine``."""


@contextlib.contextmanager
def opened(path: Path) -> Iterator[tuple[BinaryIO, int]]:
    """Open the file, or the one file of places in a zip; gives its stream and its size in bytes when unpacked.

    Whatever goes wrong with reading, also later while the stream is open, is a ``BadData`` that names the file.
    """
    try:
        if path.exists() and not path.is_file():
            raise BadData(f"{path}: is no file")
        with path.open("rb") as file:
            packed = file.read(4) in _ZIP
            file.seek(0)
            if not packed:
                yield file, path.stat().st_size
                return
            with zipfile.ZipFile(file) as archive:
                member = _member(path, archive)
                with archive.open(member) as stream:
                    yield stream, member.file_size  # type: ignore[misc]  # a ZipExtFile reads as a BinaryIO does
    except FileNotFoundError as error:
        raise BadData(f"{path}: there is no such file") from error
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise BadData(f"{path}: is a broken zip; it may be cut short, so download it again") from error
    except NotImplementedError as error:
        raise BadData(f"{path}: is a zip of a kind that cannot be read; unpack it and add the file in it") from error
    except OSError as error:
        raise BadData(f"{path}: cannot be read: {error.strerror or error}") from error


def _member(path: Path, archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    found = [
        info
        for info in archive.infolist()
        if not info.is_dir() and not info.filename.startswith("__MACOSX/") and info.filename.lower() not in _BESIDE
    ]
    if not found:
        raise BadData(f"{path}: the zip holds no file of places")
    if len(found) > 1:
        names = ", ".join(info.filename for info in found[:3]) + (", …" if len(found) > 3 else "")
        raise BadData(f"{path}: the zip holds {len(found)} files ({names}); unpack it and add one of them")
    if found[0].flag_bits & 1:
        raise BadData(f"{path}: the zip is encrypted; unpack it and add the file in it")
    return found[0]


def recognise(path: Path, known: Known, *, all_features: bool) -> Format:
    """Return the kind of the file, told by its first lines; raises ``BadData`` when it is none that can be added."""
    with opened(path) as (stream, _):
        sample = stream.read(_SAMPLE)
    if not sample.strip():
        raise BadData(f"{path}: is empty")
    if sample.startswith(_UTF16):
        raise BadData(f"{path}: is in UTF-16; save it as UTF-8")
    if b"\0" in sample:
        raise BadData(f"{path}: is a binary file, no list of places")
    text = sample.decode("utf-8-sig", "replace")
    lines = [line for line in text.splitlines() if line.strip()]
    whole = lines[:-1] if len(sample) == _SAMPLE and len(lines) > 1 else lines
    widths = Counter(line.count("\t") + 1 for line in whole)
    width = max(widths, key=lambda columns: (widths[columns], columns))
    if width == dump.COLUMNS:
        return dump.Dump(known, all_features=all_features)
    if width in alternates.COLUMNS and whole[0].split("\t")[0].isdigit():
        return alternates.Alternates(known)
    delimiter, columns = table.header(lines[0])
    missing = [column for column in table.REQUIRED if column not in columns]
    if not missing:
        doubled = [column for column, count in Counter(columns).items() if column and count > 1]
        if doubled:
            raise BadData(f"{path}: the header has the column {doubled[0]} twice")
        return table.Table(known, delimiter, columns)
    if len(missing) < len(table.REQUIRED):
        raise BadData(f"{path}: the header lacks {', '.join(missing)}; a CSV needs name, lat and lon")
    raise BadData(
        f"{path}: is no GeoNames dump ({dump.COLUMNS} tab-separated columns), no alternateNamesV2 "
        f"({alternates.COLUMNS[-1]}) and no CSV with a header of name, lat and lon: its lines have {width}"
        f" tab-separated column{'s' if width > 1 else ''}"
    )
