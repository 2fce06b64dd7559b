"""Anchors: by which preposition a place hangs on which word."""

from __future__ import annotations

import pytest

from tests.support.reading import Reader


def anchors(read: Reader, text: str) -> list[tuple[str, str, str | None]]:
    return [
        (anchor.place.mention.text, anchor.preposition, anchor.governor.text if anchor.governor is not None else None)
        for anchor in read.mentions(text).anchors
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Russia sent soldiers to Mali.", [("Mali", "to", "sent")]),
        ("Russia has 300 soldiers in Mali.", [("Mali", "in", "soldiers")]),
        ("The soldiers flew from Niamey to Gao.", [("Niamey", "from", "flew"), ("Gao", "to", "flew")]),
        ("The soldiers pulled out of Mali.", [("Mali", "out of", "pulled")]),
        ("The soldiers left Mali.", [("Mali", "object", "left")]),
        ("Mali hosts 300 soldiers.", [("Mali", "subject", "hosts")]),
        ("The deployment of tanks in Poland angered them.", [("Poland", "in", "deployment")]),
        ("They crossed into Chad.", [("Chad", "into", "crossed")]),
    ],
)
def test_a_place_hangs_by_its_preposition(read: Reader, text: str, found: list[tuple[str, str, str]]) -> None:
    assert anchors(read, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They kept 300 soldiers at a base near the town of Gao.", [("near the town of Gao", "at", "kept")]),
        ("Soldiers patrol the streets of Bangui.", [("Bangui", "of", "patrol")]),
    ],
)
def test_nouns_between_are_climbed_over(read: Reader, text: str, found: list[tuple[str, str, str]]) -> None:
    assert anchors(read, text) == found


@pytest.mark.parametrize("text", ["Russian soldiers left.", "Moscow denied it.", "KYIV: Shells fell.", ""])
def test_actors_and_datelines_hang_on_nothing(read: Reader, text: str) -> None:
    assert anchors(read, text) == []
