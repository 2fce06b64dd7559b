"""A section of Markdown: table, sources, and nothing that a reader of Markdown would act on."""

from __future__ import annotations

import pytest

from geomap.export import markdown
from geomap.export.markdown import escaped
from tests.support import drawing, hard


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("82nd Airborne", "82nd Airborne"),
        ("a*b*_c_", "\\*".join(("a", "b", "")) + "\\_c\\_"),
        ("[x](javascript:y)", "\\[x\\](javascript:y)"),
        ("a | b", "a &#124; b"),
        ("<script>", "&#60;script&#62;"),
        ("`r system('id')`", "&#96;r system('id')&#96;"),
        ("{{< include x >}}", "&#123;&#123;&#60; include x &#62;&#125;&#125;"),
        ("$x$ @doe #1 ~a~ ^b^", "&#36;x&#36; &#64;doe \\#1 \\~a\\~ \\^b\\^"),
        ("http://x www.y", "http\\://x www\\.y"),
        ("two\nlines\u202e", "two lines"),
    ],
)
def test_escaped(words: str, written: str) -> None:
    assert escaped(words) == written


def test_section_of_the_sample() -> None:
    lines = markdown(drawing.sample(), "map.svg", "A map.", "Boundaries: none.").splitlines()
    assert lines[0] == "## nato-belarus-2022"
    assert lines[2] == "![A map.](<map.svg>)"
    assert lines[4] == "Article: 4 February 2022"
    assert lines[8] == "| 1 | Russia | 30,000 | combat troops | deploy |  | Belarus |  | planned | Jens Stoltenberg |"
    assert lines[15] == "| 8 | United States |  | US soldiers | deploy |  | Ukraine |  | denied | John Kirby |"
    assert lines[22].startswith("**1, 2, 3, 4, 5** – “This is the biggest Russian deployment there since the Cold War")
    assert lines[-1] == "*Boundaries: none.*"
    assert {line.count(" | ") for line in lines if line.startswith("| ")} == {9}


def test_a_shared_number_says_so() -> None:
    text = markdown(hard.shared(), "m.svg", "")
    assert "| 3,000 | soldiers | deploy | Fort Bragg | Poland, Germany, Romania (one number for all) |" in text
    assert "| 1,700 (part of d1) | soldiers |" in text


def test_an_address_keeps_its_brackets() -> None:
    assert "(<a%3E b.svg>)" in markdown(drawing.report(), "a> b.svg", "")
    assert "No forces and no fighting were read in this article." in markdown(drawing.report(), "a.svg", "")
