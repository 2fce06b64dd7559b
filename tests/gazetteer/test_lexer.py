from __future__ import annotations

import pytest

from gazetteer.distances import Distance
from gazetteer.expressions import Hand, Named, Side
from gazetteer.lexer import lex
from gazetteer.model import Kind
from gazetteer.name_spans import NameSpan
from gazetteer.wording import PLACE_KINDS, Word


def classes(text: str, *names: NameSpan) -> list[Word]:
    return [item.word for item in lex(text, names)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("north-east of the", [Word.SIDE, Word.OF, Word.THE]),
        ("far north-eastern", [Word.ADJ]),
        ("to the north of", [Word.TO_THE, Word.SIDE, Word.OF]),
        ("to the border", [Word.TO, Word.THE, Word.BORDER]),  # no direction
        ("some 50 km from", [Word.DISTANCE, Word.FROM]),
        ("within 20 km of", [Word.REACH, Word.OF]),
        ("a two-hour drive from", [Word.TRAVEL, Word.FROM]),
        ("paid $30m from", [Word.LOWER, Word.OTHER, Word.NUMBER, Word.LOWER, Word.FROM]),
        ("the border guards", [Word.THE, Word.OTHER]),
        ("cut off", [Word.OTHER]),
        ("stand-off", [Word.LOWER]),
        ("border regions", [Word.BORDERLAND]),
        ("the country's north", [Word.LANDS, Word.SIDE]),
        ("the city of gold", [Word.THE, Word.PLACE, Word.OF, Word.LOWER]),  # not one that was told before
        ("a region's south", [Word.A, Word.PLACE, Word.POSS, Word.SIDE]),
        ("Frontier Province", [Word.BORDER, Word.PLACE]),  # a name, unlike "frontier province"
        ("coast, 1,000 men.", [Word.COAST, Word.COMMA, Word.NUMBER, Word.LOWER, Word.BREAK]),
    ],
)
def test_words_have_classes(text: str, words: list[Word]) -> None:
    assert classes(text) == words


def test_items_say_what_they_mean() -> None:
    (side,) = lex("north east", ())
    assert side.side is Side.NORTH_EAST
    (hand,) = lex("left", ())
    assert hand.hand is Hand.LEFT
    (distance,) = lex("10 to 15 km", ())
    assert distance.distance == Distance(12.5, 2.5)
    (place,) = lex("village", ())
    assert place.meaning is PLACE_KINDS["village"] is Kind.CITY


def test_names_stand_where_they_are() -> None:
    text = "the Polish-Belarusian border"
    items = lex(text, (NameSpan(4, 10, "Polish", people=True), NameSpan(11, 21, "Belarusian")))
    assert [item.word for item in items] == [Word.THE, Word.PEOPLE, Word.DASH, Word.NAME, Word.BORDER]
    assert [text[item.start : item.end] for item in items] == ["the", "Polish", "-", "Belarusian", "border"]
    assert items[1].expression == Named("Polish")


def test_a_possessive_of_a_name_is_a_word_of_its_own() -> None:
    for text in ("Ukraine's north", "Belarus' north"):
        end = text.index("'")
        assert classes(text, NameSpan(0, end, text[:end])) == [Word.NAME, Word.POSS, Word.SIDE]


def test_a_quotation_ends_a_run() -> None:
    assert classes('north" of') == [Word.SIDE, Word.BREAK, Word.OF]
