"""A page within a page: sandboxed, whole, with the picture for readers without scripts."""

from __future__ import annotations

import html
from html.parser import HTMLParser

from gazetteer import Gazetteer
from geomap.render import page
from geomap.render.embed import frame
from geomap.render.picture import svg
from geomap.scene import Scene, compose
from tests.support import drawing


class Outer(HTMLParser):
    """Gathers the elements of a snippet with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_the_frame_holds_the_page_and_may_run_scripts_alone(sample: Scene) -> None:
    text = frame(page(sample), svg(sample), sample.title, height=500)
    (attributes,) = (attributes for tag, attributes in Outer(text).found if tag == "iframe")
    assert attributes["sandbox"] == "allow-scripts"
    assert attributes["srcdoc"] == page(sample)
    assert attributes["title"] == sample.title
    assert "height:500px" in (attributes["style"] or "")


def test_without_scripts_the_picture_stands_in_its_place(sample: Scene) -> None:
    text = frame(page(sample), svg(sample), sample.title)
    before = text.partition("<iframe")[0]
    assert before.startswith("<noscript><style>.geomap-")
    assert before.rstrip().endswith("</svg></noscript>")
    assert "30,000" in before
    ids = [attributes["id"] for _, attributes in Outer(before).found if attributes.get("id")]
    assert len(ids) == len(set(ids))
    assert all((each or "").startswith("geomap-") for each in ids)


def test_hostile_words_do_not_leave_the_frame(gazetteer: Gazetteer) -> None:
    for payload in drawing.HOSTILE:
        scene = compose(drawing.hostile(payload), gazetteer)
        text = frame(page(scene), svg(scene), scene.title)
        tags = [tag for tag, _ in Outer(text).found]
        assert "script" not in tags
        assert "img" not in tags
        assert tags.count("iframe") == 1
        assert html.unescape(text.partition('srcdoc="')[2]).startswith("<!DOCTYPE html>")
