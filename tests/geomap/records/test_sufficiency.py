"""Whether enough is told of a force without a number, and of everyday words for ships and aircraft."""

from __future__ import annotations

import pytest

from tests.support.reading import Reader, size

_BESIDE = " Some 300 Dutch soldiers guard Kabul."
"""What shows that the article is about forces."""


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("The nearest American marines were at Diego Garcia.", "nearest American marines"),
        ("Russian tanks are in Tskhinvali.", "Russian tanks"),
        ("Up to ten ships are on patrol in the Baltic Sea.", "ships"),
        ("France has ordered planes to N'Djamena.", "planes"),
        ("No vessel will be sent to Kuwait.", "vessel"),
        ("A company of reservists is in Movses.", "company of reservists"),
        ("A second carrier, the Hancock, left Subic Bay for Thailand.", "second carrier"),
    ],
)
def test_enough(read: Reader, text: str, force: str) -> None:
    assert force in [entry.force.text for entry in read(text + _BESIDE).deployments]


@pytest.mark.parametrize(
    "text",
    [
        "Lorries were queueing in Osh.",
        "How many Russian tanks are in Tskhinvali?",
        "The Honduran battalions were in good spirits at Jamastrán.",
        "A plane crashed near Gao.",
        "Troops were in Gao.",
    ],
)
def test_too_little(read: Reader, text: str) -> None:
    assert [size(entry) for entry in read(text + _BESIDE).deployments] == [(300, 300)]


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("Cuba has ruled out pulling a single company from Angola.", None),
        ("Germany has ruled out sending so much as a frigate to Kuwait.", None),
        ("Germany has ruled out sending a frigate to Kuwait.", (1, 1)),
    ],
)
def test_not_a_single_one_is_no_number(read: Reader, text: str, quantity: tuple[int, int] | None) -> None:
    assert [size(entry) for entry in read(text).deployments] == [quantity]
