"""Who says so: before, after and around a statement, across quotations, and who stays unnamed."""

from __future__ import annotations

import pytest

from geomap.records.sources import attribute
from tests.support.reading import Reader


def source(read: Reader, text: str) -> tuple[str | None, bool]:
    """Return the name of who tells of the last force, and whether somebody unnamed does."""
    found, links = read.links(text)
    said = attribute(found, links[-1].head)
    if said.source is not None:
        assert said.source.span is not None
        assert text[slice(*said.source.span)] == said.source.name
    return said.source.name if said.source is not None else None, said.anonymous


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jens Stoltenberg said that 300 soldiers were in Belarus.", "Jens Stoltenberg"),
        ("Pentagon spokesman John Kirby said 300 soldiers had left Kabul.", "John Kirby"),
        ("The Pentagon said 300 soldiers had left Kabul.", "Pentagon"),
        ("Moscow claimed that 300 soldiers had left Kabul.", "Moscow"),
    ],
)
def test_said_before(read: Reader, text: str, name: str) -> None:
    assert source(read, text) == (name, False)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Some 300 soldiers left Kabul, the Pentagon said.", "Pentagon"),
        ("Some 300 soldiers left Kabul, said John Kirby, its spokesman.", "John Kirby"),
        ("Some 300 soldiers, John Kirby added, left Kabul.", "John Kirby"),
        ("According to John Kirby, 300 soldiers left Kabul.", "John Kirby"),
        ("Some 300 soldiers left Kabul, according to NATO.", "NATO"),
    ],
)
def test_said_after_or_beside(read: Reader, text: str, name: str) -> None:
    assert source(read, text) == (name, False)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("John Kirby said: “We have 300 soldiers in Kabul.”", "John Kirby"),
        ("“We have 300 soldiers in Kabul,” said John Kirby.", "John Kirby"),
        ("“It was hard. We have 300 soldiers in Kabul,” John Kirby said.", "John Kirby"),
        ("John Kirby said: “It was hard.\n“We have 300 soldiers in Kabul.”", "John Kirby"),
    ],
)
def test_said_in_a_quotation(read: Reader, text: str, name: str) -> None:
    assert source(read, text) == (name, False)


def test_a_pronoun_is_the_last_person_who_spoke(read: Reader) -> None:
    text = "John Kirby spoke on Monday. Some 300 soldiers had left Kabul, he said."
    assert source(read, text) == ("John Kirby", False)


@pytest.mark.parametrize(
    "text",
    [
        "Two officials said 300 soldiers had left Kabul.",
        "Some 300 soldiers left Kabul, sources said.",
    ],
)
def test_unnamed_officials_are_no_name(read: Reader, text: str) -> None:
    assert source(read, text) == (None, True)


@pytest.mark.parametrize(
    "text",
    [
        "Some 300 soldiers left Kabul.",
        "John Kirby resigned. Some 300 soldiers left Kabul.",
        "“It rained,” said John Kirby. Some 300 soldiers left Kabul.",
    ],
)
def test_nobody_says_so(read: Reader, text: str) -> None:
    assert source(read, text) == (None, False)
