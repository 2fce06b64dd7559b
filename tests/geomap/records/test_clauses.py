"""Clauses: which verb each word belongs to, and who its subject is."""

from __future__ import annotations

import pytest

from geomap.records.clauses import Clauses
from tests.support.reading import Reader, token


@pytest.mark.parametrize(
    ("text", "word", "head"),
    [
        ("Russia sent soldiers to Mali.", "soldiers", "sent"),
        ("Kirby said that soldiers will leave Mali.", "soldiers", "leave"),
        ("Kirby said that soldiers will leave Mali.", "Kirby", "said"),
        ("Berlin was ordered to send soldiers to Mali.", "soldiers", "ordered"),  # an open complement is no clause
        ("The soldiers who left Mali are in Chad.", "Mali", "left"),
        ("The soldiers who left Mali are in Chad.", "Chad", "are"),
        ("France left Mali before Spain entered Chad.", "Chad", "entered"),
    ],
)
def test_the_head_of_a_clause(read: Reader, text: str, word: str, head: str) -> None:
    doc = read.parse(text)
    assert Clauses.of(doc).head(token(doc, word)).text == head


@pytest.mark.parametrize(
    ("text", "one", "other", "same"),
    [
        ("France left Mali before Spain left Chad.", "Mali", "Chad", False),
        ("France left Mali and Chad.", "Mali", "Chad", True),
        ("France sent tanks and withdrew soldiers.", "tanks", "soldiers", True),  # one subject
    ],
)
def test_words_of_one_clause(read: Reader, text: str, one: str, other: str, *, same: bool) -> None:
    doc = read.parse(text)
    assert Clauses.of(doc).same(token(doc, one), token(doc, other)) is same


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Russia sent soldiers.", "sent", "Russia"),
        ("Russia plans to send soldiers.", "send", "Russia"),
        ("Russia sent soldiers and withdrew tanks.", "withdrew", "Russia"),
        ("The soldiers who left Mali are in Chad.", "left", "who"),
        ("Soldiers were sent to Chad.", "sent", "Soldiers"),
        ("Send soldiers!", "Send", None),
    ],
)
def test_subjects(read: Reader, text: str, verb: str, subject: str | None) -> None:
    doc = read.parse(text)
    found = Clauses.of(doc).subject(token(doc, verb))
    assert (found and found.text) == subject


def test_members_keep_to_the_clause(read: Reader) -> None:
    doc = read.parse("Kirby said that soldiers left Mali.")
    assert [found.text for found in Clauses.of(doc).members(token(doc, "soldiers"))] == [
        "that",
        "soldiers",
        "left",
        "Mali",
    ]


def test_no_text() -> None:
    from geomap.language.annotated import Annotated

    assert Clauses.of(Annotated.of("", (), (), ())).head_of == ()
