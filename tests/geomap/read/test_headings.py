"""What stands before a text goes, its dateline and its own headings stay."""

from __future__ import annotations

import pytest

from geomap.read.headings import part_heading

LEAD = "GAO, Mali — The convoy left."


@pytest.mark.parametrize(
    ("leading", "text"),
    [
        ([], [LEAD]),
        (["Convoy leaves Gao!"], [LEAD]),
        (["By Jane Doe in Bamako"], [LEAD]),
        (["Jonathan Doe, Defence correspondent"], [LEAD]),
        (["Convoy leaves Gao", "Jane Doe", "March 12, 2024"], [LEAD]),
        (["From:", "Ministry of Defence", "Published", "5 May 2025"], [LEAD]),
        ([], ["A hard road", LEAD]),
        ([], ["The convoy left on March 12, 2024.", LEAD]),
        ([], ["KYIV, March 12, 2024 —", LEAD]),
        ([], ["March 12, 2024"]),
        ([], []),
    ],
)
def test_headlines_bylines_and_dates_go(leading: list[str], text: list[str]) -> None:
    assert part_heading([*leading, *text], "Convoy leaves Gao") == (leading, text)
