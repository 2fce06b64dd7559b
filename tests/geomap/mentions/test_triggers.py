"""Triggers: what is done with forces, by verbs, verbs with particles, nouns and phrases."""

from __future__ import annotations

import pytest

from geomap.mentions.triggers import find_triggers, verb_of_force
from tests.support.reading import Reader


def triggers(read: Reader, text: str) -> list[tuple[str, str, str]]:
    found = find_triggers(read.parse(text))
    return [(text[slice(*t.span)], t.action.value, t.kind) for t in sorted(found.values(), key=lambda t: t.span)]


@pytest.mark.parametrize(
    ("text", "word", "action"),
    [
        ("They sent soldiers to Mali.", "sent", "deploy"),
        ("Soldiers arrived in Mali.", "arrived", "deploy"),
        ("Tanks were moved to the front.", "moved", "deploy"),
        ("It stationed soldiers in Mali.", "stationed", "station"),
        ("It massed troops on the frontier.", "massed", "mass"),
        ("They withdrew soldiers from Mali.", "withdrew", "withdraw"),
        ("They pulled out 300 soldiers.", "pulled", "withdraw"),
        ("They supplied tanks to Kyiv.", "supplied", "transfer"),
        ("It reinforced them with tanks.", "reinforced", "reinforce"),
    ],
)
def test_verbs(read: Reader, text: str, word: str, action: str) -> None:
    assert triggers(read, text) == [(word, action, "verb")]


@pytest.mark.parametrize(
    ("text", "word", "action"),
    [
        ("The deployment of soldiers was slow.", "deployment", "deploy"),
        ("The withdrawal of soldiers was slow.", "withdrawal", "withdraw"),
        ("The build-up of soldiers was slow.", "build", "mass"),
    ],
)
def test_nouns(read: Reader, text: str, word: str, action: str) -> None:
    assert triggers(read, text) == [(word, action, "noun")]


@pytest.mark.parametrize(
    ("text", "phrase", "action"),
    [
        ("A brigade is on call in Rzeszow.", "on call", "standby"),
        ("Two ships are on station off Yemen.", "on station", "station"),
    ],
)
def test_phrases(read: Reader, text: str, phrase: str, action: str) -> None:
    assert triggers(read, text) == [(phrase, action, "phrase")]


@pytest.mark.parametrize("text", ["The minister spoke of peace.", "Rain fell all day.", ""])
def test_other_words_are_none(read: Reader, text: str) -> None:
    assert triggers(read, text) == []


@pytest.mark.parametrize(("lemma", "holds"), [("send", True), ("withdraw", True), ("sing", False)])
def test_verbs_of_force(lemma: str, *, holds: bool) -> None:
    assert verb_of_force(lemma) is holds
