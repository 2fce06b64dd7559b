"""Numbers that count no force make no entry with a number, whatever the sentence around them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.reading import Reader, size

TRAPS = Path(__file__).parents[2] / "corpus" / "quantities_traps.yml"


def rows() -> list[Any]:
    table = yaml.safe_load(TRAPS.read_text(encoding="utf-8"))
    return [pytest.param(row["text"], id=row["text"]) for row in table]


@pytest.mark.parametrize("text", rows())
def test_no_entry_is_counted_by_a_trap(read: Reader, text: str) -> None:
    assert [size(deployment) for deployment in read(text, "2024-06-06").deployments if deployment.quantity] == []


@pytest.mark.parametrize(
    "text",
    [
        "Twelve soldiers were killed near Gao.",
        "The attack left 40 soldiers dead in Gao.",
        "Some 300 fighters were taken prisoner at Goma.",
        "Rebels shot down two helicopters over Bambari.",
        "About 2,000 people demonstrated in Khartoum.",
        "Some 4,000 refugees crossed into Chad.",
    ],
)
def test_casualties_and_civilians_are_no_deployment(read: Reader, text: str) -> None:
    assert [size(deployment) for deployment in read(text, "2024-06-06").deployments] == []


def test_what_a_strength_was_before_is_no_entry(read: Reader) -> None:
    """The old strength made a second body of force beside the new one."""
    report = read("France has 3,000 soldiers in Chad, up from 2,500 soldiers a year ago.", "2024-06-06")
    assert [size(deployment) for deployment in report.deployments] == [(3000, 3000)]
