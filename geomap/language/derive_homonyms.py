"""Derives ``derived/homonyms.txt.xz``: the gazetteer's names of one word that are words or personal names as well.

    python -m geomap.language.derive_homonyms NAMES WORDS...

NAMES is the folder of the package ``names`` with the lists of the US Census of 1990, WORDS are word lists of Debian's
``wamerican-small`` and ``wbritish-small``. Run by hand when one of these or the gazetteer changes; the file is kept.
"""

from __future__ import annotations

import lzma
import sqlite3
import sys
from collections.abc import Iterable
from pathlib import Path

from gazetteer.names import fold
from gazetteer.store import DEFAULT_PATH
from geomap.language.homonyms import GIVEN_TIERS, PATH, SURNAME_TIERS


def _tier(rank: int, tiers: Iterable[int]) -> int | None:
    return next((number for number, last in enumerate(tiers, 1) if rank <= last), None)


def _ranks(path: Path) -> dict[str, int]:
    """Name → rank in a census list, whose lines are "SMITH 1.006 1.006 1"."""
    found: dict[str, int] = {}
    for line in path.read_text(encoding="ascii").splitlines():
        name, _share, _sum, rank = line.split()
        found.setdefault(name.lower(), int(rank))
    return found


def _words(path: Path) -> set[str]:
    """Return the words that are written in lower case, so that a name that is only a name stays out."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {word for word in lines if word.isalpha() and word.islower()}


def derive(names: Path, words: Iterable[Path]) -> str:
    """Return the lines "key marks" in alphabetical order: ``w`` a word, ``s`` a surname, ``g`` a given name."""
    with sqlite3.connect(f"file:{DEFAULT_PATH}?mode=ro", uri=True) as database:
        keys = {str(key) for (key,) in database.execute("SELECT DISTINCT key FROM name WHERE key NOT LIKE '% %'")}
    marks: dict[str, str] = {}
    for word in set().union(*map(_words, words)):
        marks[fold(word)] = "w"
    given = _ranks(names / "dist.female.first")
    for name, rank in _ranks(names / "dist.male.first").items():
        given[name] = min(rank, given.get(name, rank))
    for mark, ranks, tiers in (("s", _ranks(names / "dist.all.last"), SURNAME_TIERS), ("g", given, GIVEN_TIERS)):
        for name, rank in sorted(ranks.items()):
            tier = _tier(rank, tiers)
            if tier is not None:
                marks[name] = f"{marks.get(name, '')}{mark}{tier}"
    return "".join(f"{key} {marks[key]}\n" for key in sorted(marks) if key in keys)


if __name__ == "__main__":
    folder, *lists = map(Path, sys.argv[1:])
    PATH.write_bytes(lzma.compress(derive(folder, lists).encode("ascii"), preset=9))
    print(f"{PATH}: {PATH.stat().st_size:,} bytes", file=sys.stderr)
