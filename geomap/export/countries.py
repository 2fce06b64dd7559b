"""ISO 3166 numbers and English names of countries by alpha-3 code, as tables of conflict data need them."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_name("countries.csv")


def number(code: str | None) -> int | None:
    """Return the ISO 3166-1 number; ``None`` for Kosovo, which has none, and for what is no country."""
    found = _countries().get(code or "")
    return int(found[0]) if found is not None and found[0] else None


def name(code: str | None) -> str | None:
    """Return the usual English name, the code itself where there is none."""
    found = _countries().get(code or "")
    return found[1] if found is not None else code


@cache
def _countries() -> dict[str, tuple[str, str]]:
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return {row["code"]: (row["numeric"], row["name"]) for row in csv.DictReader(file)}
