from __future__ import annotations

import pytest

from gazetteer import Gazetteer
from gazetteer.expressions import Border, Named, relation
from gazetteer.spans import ExpressionSpan, NameSpan, extend


def _extended(text: str, *names: str) -> list[tuple[str, str | None]]:
    """Mark each name at its first place after the one before, and return (words, relation) of what is found."""
    spans, start = [], 0
    for name in names:
        start = text.index(name, start)
        spans.append(NameSpan(start, start + len(name), name))
        start += len(name)
    known = {"eastern Europe", "West Bank"}
    return [(text[s.start : s.end], relation(s.expression)) for s in extend(text, spans, known.__contains__)]


@pytest.mark.parametrize(
    ("text", "names", "found"),
    [
        ("massed at Ukraine’s northern border.", ["Ukraine"], [("Ukraine’s northern border", "border")]),
        ("fighting near Goma, they said", ["Goma"], [("near Goma", "near")]),
        ("some 50 km north of Kyiv", ["Kyiv"], [("some 50 km north of Kyiv", "offset")]),
        ("20 km south-east of the town of Sake", ["Sake"], [("20 km south-east of the town of Sake", "offset")]),
        ("troops in northern Syria fired", ["Syria"], [("northern Syria", "part")]),
        ("the north of Kosovo", ["Kosovo"], [("the north of Kosovo", "part")]),
        ("to the north of Kyiv", ["Kyiv"], [("the north of Kyiv", "offset")]),
        ("in Armenia's north-west, where", ["Armenia"], [("Armenia's north-west", "part")]),
        ("posts west of Saraqib.", ["Saraqib"], [("west of Saraqib", "offset")]),
        ("at the Polish-Belarusian border", ["Polish", "Belarusian"], [("the Polish-Belarusian border", "border")]),
        ("the border between Chad and Sudan", ["Chad", "Sudan"], [("the border between Chad and Sudan", "border")]),
        ("Belarus's border with Poland", ["Belarus", "Poland"], [("Belarus's border with Poland", "border")]),
        ("along the Czech border", ["Czech"], [("Czech border", "border")]),
        (
            "near the Norwegian-Russian border",
            ["Norwegian", "Russian"],
            [("near the Norwegian-Russian border", "border")],
        ),
        (
            "the road between Lyptsi and Vovchansk",
            ["Lyptsi", "Vovchansk"],
            [("between Lyptsi and Vovchansk", "between")],
        ),
        ("a ship off the coast of Libya", ["Libya"], [("off the coast of Libya", "coast")]),
        ("collided off Palawan", ["Palawan"], [("off Palawan", "coast")]),
        ("on the outskirts of Kharkiv", ["Kharkiv"], [("on the outskirts of Kharkiv", "near")]),
        ("northern outskirts of Ouagadougou", ["Ouagadougou"], [("northern outskirts of Ouagadougou", "part")]),
        ("across the border from eastern Ukraine", ["Ukraine"], [("across the border from eastern Ukraine", "border")]),
        ("troops for eastern Europe", ["Europe"], [("eastern Europe", None)]),  # a name of its own
    ],
)
def test_expressions_in_running_text(text: str, names: list[str], found: list[tuple[str, str | None]]) -> None:
    assert _extended(text, *names) == found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("talks between Russia and Ukraine", ["Russia", "Ukraine"]),
        ("the war between Russia and Ukraine", ["Russia", "Ukraine"]),
        ("in the West Bank town", ["West Bank"]),
        ("he left Kyiv for Moscow", ["Kyiv", "Moscow"]),
        ("the first in Syria", ["Syria"]),
        ("turned off Mali", []),
    ],
)
def test_what_is_no_expression(text: str, names: list[str]) -> None:
    assert _extended(text, *names) == []


def test_a_line_break_ends_an_expression() -> None:
    assert _extended("north of\nKyiv", "Kyiv") == []


def test_names_of_a_pair_are_kept(gazetteer: Gazetteer) -> None:
    text = "the Polish–Belarusian border"
    names = (NameSpan(4, 10, "Polish"), NameSpan(11, 21, "Belarusian"))
    found = gazetteer.extend(text, names)
    assert found == (ExpressionSpan(0, 28, Border(Named("Polish"), Named("Belarusian")), names),)


def test_the_gazetteers_names_win_over_parts(gazetteer: Gazetteer) -> None:
    text = "patrols in the eastern Mediterranean"
    (found,) = gazetteer.extend(text, [NameSpan(23, 36, "Mediterranean")])
    assert found.expression == Named("eastern Mediterranean")
