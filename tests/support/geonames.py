"""Lines as GeoNames writes them, with what a test does not care about filled in."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path


def dump_line(
    number: object,
    name: str,
    *,
    lat: object = 49.76,
    lon: object = 37.7,
    sort: str = "P.PPL",
    alternates: str = "",
    alpha2: str = "UA",
    admin1: str = "07",
    people: object = 0,
    day: str = "2019-10-05",
) -> str:
    """Return a line of a dump such as UA.txt; ``sort`` is feature class and code."""
    feature_class, _, code = sort.partition(".")
    columns = [number, name, name, alternates, lat, lon, feature_class, code, alpha2, "", admin1, "", "", ""]
    return "\t".join(map(str, [*columns, people, "", 95, "Europe/Kyiv", day])) + "\n"


def alternate_line(number: object, place: object, name: str, *, language: str = "en", flags: str = "\t\t\t") -> str:
    """Return a line of alternateNamesV2.txt; ``flags`` are preferred, short, colloquial and historic."""
    return f"{number}\t{place}\t{language}\t{name}\t{flags}\t\t\n"


def written(path: Path, lines: Iterable[str]) -> Path:
    """Write the lines as UTF-8 and return the path."""
    path.write_bytes("".join(lines).encode())
    return path


def zipped(path: Path, **members: str) -> Path:
    """Write a zip whose members are named ``UA_txt`` for UA.txt, and return the path."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name.replace("_", "."), text)
    return path
