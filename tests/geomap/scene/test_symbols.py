"""APP-6 symbols: codes, drawings, the table that the build makes."""

from __future__ import annotations

from pathlib import Path

import pytest

from geomap.model import Category, Echelon
from geomap.scene import symbols
from geomap.scene.model import Side


@pytest.mark.parametrize(
    ("category", "echelon", "code"),
    [
        (Category.PERSONNEL, None, "10041000001211000000"),
        (Category.PERSONNEL, Echelon.BRIGADE, "10041000181211000000"),
        (Category.ARMOUR, Echelon.BATTALION, "10041000161205000000"),
        (Category.AIRCRAFT, Echelon.BATTALION, "10040100001101000000"),  # air has no echelons
        (Category.NAVAL, None, "10043000001202000000"),
    ],
)
def test_codes(category: Category, echelon: Echelon | None, code: str) -> None:
    assert symbols.sidc(category, echelon) == code


def test_codes_of_the_sides() -> None:
    codes = [symbols.sidc(Category.ARMOUR, None, side) for side in Side]
    assert codes == ["10031000001205000000", "10061000001205000000", "10041000001205000000"]


def test_every_code_has_a_drawing_and_the_table_is_the_same_twice(tmp_path: Path) -> None:
    table = symbols.table()
    assert len(table) == 3 * 75  # neutral, friend, hostile
    assert {code for code, svg in table.items() if "?" in svg} == set()
    symbols.write_table(tmp_path / "a.json")
    symbols.write_table(tmp_path / "b.json")
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


def test_a_code_without_a_drawing_is_an_error() -> None:
    with pytest.raises(symbols.UnknownSymbol, match="10041000009999990000"):
        symbols.svg("10041000009999990000")
