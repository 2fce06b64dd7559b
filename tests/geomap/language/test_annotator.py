"""The annotator: offsets into the whole text, lines that stay apart, long lines, and models that are not there."""

from __future__ import annotations

import pytest

from geomap.errors import ModelMissing
from geomap.language.annotated import Annotated
from geomap.language.annotator import Annotator

TEXT = "Troops leave Mali\n\nThe U.S. sent 1,000 soldiers to Romania.  They arrived on Monday.\r\n“No,” he said."


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator.load()


@pytest.fixture(scope="module")
def doc(annotator: Annotator) -> Annotated:
    return annotator.annotate(TEXT)


def check(doc: Annotated) -> None:
    """Whatever the text: offsets are those of the text, heads stay in their sentences, sentences cover all tokens."""
    end = 0
    for index, token in enumerate(doc.tokens):
        assert token.index == index
        assert doc.text[token.start : token.end] == token.text
        assert end <= token.start
        end = token.end
        sentence = doc.sentences[token.sentence]
        assert sentence.first <= index < sentence.last
        assert sentence.first <= token.head < sentence.last
    assert [i for s in doc.sentences for i in range(s.first, s.last)] == list(range(len(doc.tokens)))
    assert all(0 <= e.start < e.end <= len(doc.text) for e in doc.entities)


def test_sentences_keep_to_their_lines(doc: Annotated) -> None:
    assert [doc.text[s.start : s.end].strip() for s in doc.sentences] == [
        "Troops leave Mali",
        "The U.S. sent 1,000 soldiers to Romania.",
        "They arrived on Monday.",
        "“No,” he said.",
    ]
    assert [s.block for s in doc.sentences] == [0, 1, 1, 2]


def test_offsets_are_those_of_the_text(doc: Annotated) -> None:
    check(doc)
    (monday,) = [token for token in doc.tokens if token.text == "Monday"]
    assert (monday.start, monday.lemma, monday.pos) == (TEXT.index("Monday"), "monday", "PROPN")


def test_the_parse(doc: Annotated) -> None:
    soldiers = doc.head_of((TEXT.index("1,000"), TEXT.index(" to Romania")))
    assert soldiers is not None
    assert (soldiers.text, soldiers.dep, doc.tokens[soldiers.head].text) == ("soldiers", "dobj", "sent")
    assert [kid.text for kid in doc.kids(soldiers, "nummod")] == ["1,000"]
    assert [token.text for token in doc.ancestors(soldiers)] == ["sent"]
    assert [token.text for token in doc.subtree(soldiers)][:2] == ["1,000", "soldiers"]


def test_look_up_by_position(doc: Annotated) -> None:
    romania = TEXT.index("Romania")
    sentence = doc.sentence_at(romania)
    assert sentence is not None
    assert [token.text for token in doc.tokens_in((romania, romania + 7))] == ["Romania"]
    assert [token.text for token in doc.tokens_in((romania + 2, romania + 3))] == ["Romania"]
    assert [token.text for token in doc.sentence_tokens(sentence)][-3:] == ["Romania", ".", " "]


@pytest.mark.parametrize("text", ["", " \n\t\n", "\u2028"])
def test_nothing_to_parse(annotator: Annotator, text: str) -> None:
    doc = annotator.annotate(text)
    assert (doc.tokens, doc.sentences, doc.entities, doc.sentence_at(0), doc.head_of((0, 1))) == (
        (),
        (),
        (),
        None,
        None,
    )


@pytest.mark.parametrize(
    "text",
    [
        "🪖🪖 2,000 troops 🇺🇦",
        "قوات في سوريا and 300 men",
        "MORE THAN 2,000 TROOPS\tLEFT",
        "a\x00b\x0bc\x85d",
        "e\u0301te\u0301 \u202eabc\u202c",
        " \u00a0leading and trailing \u3000",
    ],
    ids=["emoji", "right to left", "capitals and a tab", "control characters", "combining and bidi marks", "spaces"],
)
def test_odd_texts(annotator: Annotator, text: str) -> None:
    check(annotator.annotate(text))


def test_long_lines_are_cut_between_sentences_and_long_sentences_in_themselves(annotator: Annotator) -> None:
    text = "300 men left. " * 1_500 + "x" * 20_500
    doc = annotator.annotate(text)
    check(doc)
    assert {sentence.block for sentence in doc.sentences} == {0}
    assert [len(token.text) for token in doc.tokens[-2:]] == [1_500, 1_000]
    assert "".join(token.text for token in doc.tokens) == text.replace(" ", "")


def test_a_model_that_is_not_installed() -> None:
    with pytest.raises(ModelMissing, match="the spaCy model en_core_web_none is not installed"):
        Annotator.load("en_core_web_none")
