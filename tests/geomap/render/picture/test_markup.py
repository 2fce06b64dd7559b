"""SVG as text: what is escaped, what is left out, how short figures are."""

from __future__ import annotations

import pytest

from geomap.render.picture.markup import element, escaped, number


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("82nd Airborne", "82nd Airborne"),
        (
            """<script>alert('1' & "2")</script>""",
            "&lt;script&gt;alert(&#39;1&#39; &amp; &quot;2&quot;)&lt;/script&gt;",
        ),
        ("a\u202egnp.exe\u202c", "agnp.exe"),
        ("a\x00\x1b\ufffe\uffffb\nc", "ab c"),
        ("قوات", "قوات"),
        ("]]>", "]]&gt;"),
    ],
)
def test_escaped(words: str, written: str) -> None:
    assert escaped(words) == written


@pytest.mark.parametrize(
    ("value", "written"), [(1.0, "1"), (0.05, "0.05"), (12.345, "12.35"), (-0.001, "0"), (100, "100"), (0.8, "0.8")]
)
def test_number(value: float, written: str) -> None:
    assert number(value) == written


def test_element() -> None:
    assert element("rect", x=1.0, fill_opacity=0.5, rx=None) == '<rect x="1" fill-opacity="0.5"/>'
    assert element("g", "<a/>", "b", data_record='d"1') == '<g data-record="d&quot;1"><a/>b</g>'
