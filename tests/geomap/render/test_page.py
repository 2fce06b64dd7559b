"""The page as text: the same twice, small, without outside files, inert whatever an article holds."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from gazetteer import Gazetteer
from geomap.render import page
from geomap.render.folio import POLICY
from geomap.render.page import ASSETS, TITLE
from geomap.scene import Scene, compose
from tests.support import drawing

DATA = re.compile(r'<script type="application/json" id="scene">(.*?)</script>', re.DOTALL)


@pytest.fixture(scope="module")
def html(sample: Scene) -> str:
    return page(sample)


def test_the_same_scene_gives_the_same_page(html: str, gazetteer: Gazetteer) -> None:
    assert page(compose(drawing.sample(), gazetteer)) == html


def test_the_sample_page_is_at_most_400_kilobytes(html: str) -> None:
    assert len(html.encode()) <= 400 * 1024


def test_head(html: str) -> None:
    head = html[: html.index("<style>")]
    assert head.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">' in head
    assert POLICY.split("; ")[:2] == ["default-src 'none'", "script-src 'unsafe-inline'"]
    assert '<meta name="viewport" content="width=device-width, initial-scale=1">' in head
    assert f"<title>{TITLE}</title>" in head
    assert "user-scalable" not in html


def test_nothing_is_asked_for_from_anywhere(html: str) -> None:
    markup = re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)
    assert re.findall(r"<link|<img|<iframe|@import|url\(|\ssrc=", markup) == []
    assert re.findall(r"<script[^>]*\ssrc", html) == []
    assert "sourceMappingURL" not in html
    assert "jquery" not in html.lower()
    assert "bootstrap" not in html.lower()


def test_leaflet_says_nothing_of_itself_in_the_corner_of_the_map(html: str) -> None:
    assert "attributionControl.setPrefix(false)" in html


def test_symbols_are_drawn_once_each_and_take_the_actors_colour(html: str) -> None:
    sprite = html[html.index('<svg class="sprite"') : html.index('<a class="skip"')]
    assert sprite.count("<symbol ") == len(set(re.findall(r'id="(s\d{20})"', sprite)))
    assert 'id="s10041000001211000000"' in sprite
    assert "rgb(170,255,170)" not in sprite


@pytest.mark.parametrize("payload", drawing.HOSTILE)
def test_words_of_an_article_stand_only_in_the_data(
    payload: str, gazetteer: Gazetteer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = page(compose(drawing.hostile(payload), gazetteer))
    (data,) = DATA.findall(text)
    assert payload.partition("(")[0].strip() in "".join(_strings(json.loads(data))) or payload[0] in "\u2028\u202e"
    outside = DATA.sub("", text)
    if payload not in {"-->", "]]>", "__proto__"}:  # Leaflet's own code may hold these
        assert payload not in outside
    assert os.listdir() == []  # noqa: PTH208 - no command was run


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for item in (*value.keys(), *value.values()) for text in _strings(item)]
    return [text for item in value for text in _strings(item)] if isinstance(value, list) else []


def test_the_scripts_never_make_markup_from_text() -> None:
    for script in sorted(ASSETS.glob("*.js")):
        found = re.findall(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|localStorage",
            script.read_text(encoding="utf-8"),
        )
        assert found == [], script.name
