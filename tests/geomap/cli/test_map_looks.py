"""``geomap map --quotes --viewpoint --style``: how the map is drawn and how much of the article it carries."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

TEXT = "Russia sent 400 soldiers to Goma on Monday, a spokesman said. The weather was unusually mild."
DATA = re.compile(r'<script type="application/json" id="scene">(.*?)</script>', re.DOTALL)


Draw = Callable[..., tuple[Any, str]]


@pytest.fixture
def drawn(run: Run, tmp_path: Path) -> Draw:
    """Return a function that draws the article with options: what the command said, and the page."""

    def call(*options: str) -> tuple[Any, str]:
        article, page = tmp_path / "article.txt", tmp_path / "map.html"
        article.write_text(TEXT, "utf-8")
        outcome = run("map", str(article), "-o", str(page), *options)
        return outcome, page.read_text("utf-8") if page.exists() else ""

    return call


@pytest.mark.parametrize(
    ("quotes", "sentence", "rest"), [("none", False, False), ("sentence", True, False), ("full", True, True)]
)
def test_quotes_decide_how_much_of_the_article_is_in_the_file(
    drawn: Draw, quotes: str, sentence: bool, rest: bool
) -> None:
    result, page = drawn("--quotes", quotes)
    assert result.status == 0
    text = json.dumps(json.loads(DATA.findall(page)[0]))
    assert ("soldiers" in text) is sentence
    assert ("spokesman" in text) is sentence
    assert ("unusually" in page) is rest


def test_by_default_the_sentences_are_quoted(drawn: Draw) -> None:
    assert drawn()[1] == drawn("--quotes", "sentence")[1]


def test_viewpoint_and_style(drawn: Draw) -> None:
    assert "s10061000001211000000" in drawn("--viewpoint", "cod/rus")[1]
    assert "splain-personnel" in drawn("--style", "plain")[1]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--viewpoint", "UKR;RUS"], "“UKR;RUS” names no viewpoint"),
        (["--viewpoint", "RUS/RUS"], "has RUS on both sides"),
        (["--quotes", "some"], "'some' is not one of"),
        (["--style", "comic"], "'comic' is not one of"),
    ],
)
def test_what_is_none_of_them_is_wrong_usage(drawn: Draw, options: list[str], words: str) -> None:
    result, page = drawn(*options)
    assert (result.status, page) == (2, "")
    assert words in result.err
