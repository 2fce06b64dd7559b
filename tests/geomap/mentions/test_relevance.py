"""What is parsed and what is not: a safe test, which may parse too much and never too little."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geomap.language import lexicon
from geomap.mentions.relevance import is_military, tells_of_forces, verb_forms, worth_parsing
from geomap.records.deployments import find_deployments
from geomap.records.events.finding import find_events
from tests import news
from tests.support.reading import Reader

TESTS = Path(__file__).parents[2]
GOLD = [path for path in sorted((TESTS / "gold").rglob("*.json")) if path.name != "baseline.json"]
QUIET = "Stir the flour into the water and let the dough rest for an hour."


def parsed(read: Reader, text: str) -> list[str]:
    """Return the lines that are parsed."""
    doc = read.pipeline.annotator.tokenise(text)
    return [line for start, end in worth_parsing(doc, read.gazetteer) for line in text[start:end].splitlines() if line]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (QUIET, []),
        ("", []),
        # Without a place and without anybody no record can be made, whatever the words.
        ("The battery of the drone lasted an hour.", []),
        ("Two soldiers fought for the last loaf.", []),
        # A place alone: its line, for the parse tells places from persons.
        (f"{QUIET}\nThe flour comes from Italy.\n{QUIET}", ["The flour comes from Italy."]),
        (f"{QUIET}\nMary Kehoe went to Gorey.\n", ["Mary Kehoe went to Gorey."]),
        (f"{QUIET}\nThey went to Xyzzyvka.\n", ["They went to Xyzzyvka."]),
        # A place, an actor or a house, and a force or fighting anywhere: everything.
        (f"{QUIET}\nFrance is big.\nThe soldiers left.", [QUIET, "France is big.", "The soldiers left."]),
        ("Hezbollah said so.\nIts tanks left.", ["Hezbollah said so.", "Its tanks left."]),
        ("The Kremlin said so.\nIts tanks left.", ["The Kremlin said so.", "Its tanks left."]),
        ("Macron said so.\nThe tanks left.", ["Macron said so.", "The tanks left."]),
        ("In Goma it was loud.\nThey fought all night.", ["In Goma it was loud.", "They fought all night."]),
        ("GAO, Mali —\nShells were raining.", ["GAO, Mali —", "Shells were raining."]),
        ("IN GOMA IT WAS LOUD.\nTHEY FOUGHT ALL NIGHT.", ["IN GOMA IT WAS LOUD.", "THEY FOUGHT ALL NIGHT."]),
        # Words that every text has tell of an event only with a place in their line.
        (f"They took the town of Goma.\n{QUIET}", ["They took the town of Goma."]),
        (f"They fell on the stairs.\nIn Goma it rained.\n{QUIET}", ["In Goma it rained."]),
    ],
)
def test_lines_that_are_parsed(read: Reader, text: str, lines: list[str]) -> None:
    assert parsed(read, text) == lines


def test_a_long_text_is_judged_passage_by_passage(read: Reader) -> None:
    quiet = f"{QUIET}\n" * 200
    war = "France sent 300 soldiers to Chad.\n"
    lines = parsed(read, quiet + war + quiet)
    assert (war.strip() in lines, len(quiet) > 10_000, sum(map(len, lines)) < 10_000) == (True, True, True)


@pytest.mark.parametrize(
    ("text", "military"),
    [
        ("France sent 300 soldiers to Chad.", True),
        ("French shells fell.", True),
        ("The soldiers left.", False),
        ("France is big.", False),
        ("France sent 300 soldiers to Chad. " * 300, False),  # judged by its passages
    ],
)
def test_short_articles_about_forces_are_told_at_once(read: Reader, text: str, *, military: bool) -> None:
    assert is_military(text, read.gazetteer) is military


@pytest.mark.parametrize(
    "text", ["They fought.", "The village was shelled.", "Five were slain.", "Rams rammed it.", "An S-300 was seen."]
)
def test_forces_and_fighting_in_all_their_forms(text: str) -> None:
    assert tells_of_forces(text)


@pytest.mark.parametrize("text", [QUIET, "The company took a share.", "A man fell off the bus.", ""])
def test_everyday_words_tell_nothing(text: str) -> None:
    assert not tells_of_forces(text)


def test_every_form_of_every_verb_of_fighting(read: Reader) -> None:
    """The model's table of irregular verbs knows no form of them that is not among those that are looked for."""
    table = read.pipeline.annotator._nlp.get_pipe("lemmatizer").lookups.get_table("lemma_exc")["verb"]
    verbs = {verb for frame in lexicon.events().frames for verb in frame.verbs if frame.name not in {"take", "fall"}}
    missing = {
        form
        for form, lemmas in table.items()
        for lemma in lemmas
        if lemma in verbs and form not in verb_forms(lemma) and form not in verbs
    }
    assert missing == {"drove", "driven", "lost"}  # in frames whose words every text has


ORDINARY = {entry.id: entry.text for entry in news.load()}
ARTICLES = {path.stem: json.loads(path.read_text(encoding="utf-8"))["text"] for path in GOLD}


@pytest.mark.parametrize("name", sorted([*ORDINARY, *ARTICLES]))
def test_what_is_not_parsed_tells_nothing(read: Reader, name: str) -> None:
    text = ORDINARY.get(name) or ARTICLES[name]
    pipeline = read.pipeline
    if pipeline.worth_parsing(text) is None:
        assert tells_of_forces(text)
        return
    report, whole = read(text), pipeline.mentions(pipeline.annotator.annotate(text), None)
    assert report.places == tuple(place.mention for place in whole.places)
    assert (report.deployments, report.events) == (find_deployments(whole).deployments, find_events(whole))
