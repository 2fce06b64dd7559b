"""Place names that are words of the language or names of people as well: Nice, Reading, Jordan, Franklin.

Read from ``derived/homonyms.txt.xz``, which ``derive_homonyms`` writes; what it is derived from stands in
``derived/SOURCES.md``.
"""

from __future__ import annotations

import lzma
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PATH = Path(__file__).parent / "derived" / "homonyms.txt.xz"
SURNAME_TIERS = (300, 1_000, 3_000, 10_000, 30_000)
"""Last rank of each tier among the surnames of the US Census of 1990."""

GIVEN_TIERS = (150, 500, 5_000)
"""Last rank of each tier among its given names, of men or of women, whichever is the more common."""

_MARKS = re.compile(r"(w)?(?:s(\d))?(?:g(\d))?")


@dataclass(frozen=True, slots=True)
class Homonym:
    """What else a name is; ``surname`` and ``given`` are tiers from 1, the most common names, or 0 for none."""

    word: bool = False
    surname: int = 0
    given: int = 0


_NONE = Homonym()


def homonym(key: str) -> Homonym:
    """Return what else a name of one word is, by its key (lower case, no diacritics)."""
    return _table().get(key, _NONE)


@cache
def _table() -> dict[str, Homonym]:
    kinds: dict[str, Homonym] = {}  # a few dozen kinds of marks, shared by all names
    table = {}
    for line in lzma.decompress(PATH.read_bytes()).decode("ascii").splitlines():
        key, marks = line.split(" ")
        if marks not in kinds:
            kinds[marks] = _homonym(marks)
        table[key] = kinds[marks]
    return table


def _homonym(marks: str) -> Homonym:
    match = _MARKS.fullmatch(marks)
    if match is None:
        raise ValueError(f"{PATH.name}: no marks: {marks!r}")
    return Homonym(match[1] is not None, int(match[2] or 0), int(match[3] or 0))
