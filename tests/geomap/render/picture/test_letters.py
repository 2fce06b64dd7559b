"""Lines of text: broken where they must be, never wider than their room."""

from __future__ import annotations

import pytest

from geomap.render.picture.letters import fitted, haloed, lines, width
from tests.support.hard import LONG


def test_lines_are_broken_between_words() -> None:
    assert lines("planned, announced or expected", 120, 11) == ["planned, announced", "or expected"]
    assert lines("", 100, 11) == []


@pytest.mark.parametrize("text", [LONG, "many words " * 500, "一" * 500, "قوات روسية " * 90])
@pytest.mark.parametrize("room", [60.0, 400.0])
def test_no_line_is_wider_than_its_room(text: str, room: float) -> None:
    found = lines(text, room, 12, most=4)
    assert len(found) == 4
    assert found[-1].endswith("…")
    assert max(width(line, 12) for line in found) <= room + width("…", 12)


def test_a_long_word_is_broken_not_lost() -> None:
    assert "".join(lines("a" * 100, 50, 10)) == "a" * 100


@pytest.mark.parametrize(
    ("text", "room", "cut"),
    [("soldiers", 100, "soldiers"), ("American soldiers", 96, "American…"), (LONG, 40, "Llan…")],
)
def test_fitted(text: str, room: float, cut: str) -> None:
    assert fitted(text, room, 12) == cut
    assert width(fitted(text, room, 12), 12) <= room


def test_combining_letters_take_no_room() -> None:
    assert width("e\u0301", 10) == width("e", 10)
    assert width("Kyiv", 10, bold=True) > width("Kyiv", 10)


def test_text_on_a_rim_is_read_once() -> None:
    drawn = haloed("Kyiv", 1, 2, 12, fill="#000")
    assert drawn.count("Kyiv") == 2
    assert drawn.count('aria-hidden="true"') == 1
    assert drawn.endswith('<text x="1" y="2" font-size="12" fill="#000">Kyiv</text>')
