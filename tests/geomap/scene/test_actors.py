"""Actors' colours: black is read on them, they stand out on their ground, and colour-blind readers tell them apart."""

from __future__ import annotations

import itertools
import re

import pytest

from geomap.model import Actor
from geomap.render.page import ASSETS
from geomap.scene import actors
from geomap.scene.model import Side
from tests.support.colours import contrast, difference
from tests.support.drawing import deployment, report

PALETTES = {"neutral map": actors._PALETTE, **{str(side): colours for side, colours in actors._SIDES.items()}}
CSS = (ASSETS / "page.css").read_text(encoding="utf-8")


def _styles(count: int) -> list[actors.ActorStyle]:
    names = [Actor(name=f"Side {i}", code=f"side-{i}") for i in range(count)]
    return list(actors.styles(report(tuple(deployment(f"d{i}", actor=name) for i, name in enumerate(names)))))


def _variable(theme: str, name: str) -> str:
    block = re.search(rf"^{re.escape(theme)} {{(.*?)}}", CSS, re.DOTALL | re.MULTILINE)
    assert block is not None
    value = re.search(rf"--{name}: (#[0-9a-f]{{6}})", block[1])
    assert value is not None, name
    return value[1]


@pytest.mark.parametrize("name", PALETTES)
def test_black_is_read_on_every_fill(name: str) -> None:
    assert [fill for fill, _ in PALETTES[name] if contrast("#111111", fill) < 7] == []


@pytest.mark.parametrize("name", PALETTES)
@pytest.mark.parametrize("ground", ["land", "sea", "held", "paper"])
def test_lines_stand_out_on_the_light_map_and_fills_on_the_dark_one(name: str, ground: str) -> None:
    light, dark = _variable(":root", ground), _variable(".dark", ground)
    assert [line for _, line in PALETTES[name] if contrast(line, light) < 4.5] == []
    assert [fill for fill, _ in PALETTES[name] if contrast(fill, dark) < 4.5] == []


@pytest.mark.parametrize("vision", ["normal", "protan", "deutan", "tritan"])
def test_the_first_six_actors_are_told_apart_with_every_kind_of_sight(vision: str) -> None:
    """CIE 1976 differences of the fills; 10 is about what two patches side by side need to be seen as two."""
    fills = [fill for fill, _ in actors._PALETTE[:6]]
    close = [(a, b) for a, b in itertools.combinations(fills, 2) if difference(a, b, vision) < 10]
    assert close == []


@pytest.mark.parametrize("vision", ["normal", "protan", "deutan", "tritan"])
def test_friend_hostile_and_neutral_are_told_apart_with_every_kind_of_sight(vision: str) -> None:
    friend, hostile, neutral = (actors._SIDES[side][0][0] for side in Side)
    assert min(difference(a, b, vision) for a, b in ((friend, hostile), (friend, neutral), (hostile, neutral))) >= 10


def test_no_two_of_forty_actors_look_alike() -> None:
    styles = _styles(40)
    assert len({(style.fill, style.pattern) for style in styles}) == 40
    assert [style.pattern for style in styles[:8]] == [0] * 8
    assert [style.pattern for style in styles[8:16]] == [1] * 8


@pytest.mark.parametrize("theme", [":root", ".dark"])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *((ink, ground) for ink in ("ink", "soft") for ground in ("paper", "raised")),
        ("name", "land"),
        ("name-soft", "land"),
        ("name-sea", "sea"),
        ("bad", "raised"),
        *(("ink", mark) for mark in ("mark", "mark-quantity", "mark-actor", "mark-place", "mark-time")),
    ],
)
def test_words_are_read_on_their_ground(theme: str, ink: str, ground: str) -> None:
    assert contrast(_variable(theme, ink), _variable(theme, ground)) >= 4.5
