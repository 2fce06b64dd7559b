"""Loading of lexicons: from YAML and from what was compiled of it, with the same values, and what a fault says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from geomap.errors import LexiconError
from geomap.language import compile as lexicon_compiler
from geomap.language import lexicon, schemas

REPORTING = "verbs: [say]\nhedging_verbs: [claim]\nanonymous: []\nbodies: []\ntitles: []\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with one lexicon, in place of geomap's own."""
    monkeypatch.setattr(lexicon, "FOLDER", tmp_path)
    monkeypatch.setattr(lexicon, "COMPILED", tmp_path / "compiled.json")
    monkeypatch.setattr(lexicon_compiler, "LEXICONS", {"reporting": schemas.ReportingWords})
    (tmp_path / "reporting.yml").write_text(REPORTING, encoding="utf-8")
    lexicon._compiled.cache_clear()
    yield tmp_path
    lexicon._compiled.cache_clear()


def load() -> schemas.ReportingWords:
    return lexicon.load("reporting", schemas.ReportingWords)


def test_every_lexicon_is_compiled() -> None:
    assert sorted(lexicon_compiler.LEXICONS) == sorted(path.stem for path in lexicon.FOLDER.glob("*.yml"))


@pytest.mark.parametrize("name", sorted(lexicon_compiler.LEXICONS))
def test_both_ways_give_equal_values(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    schema = lexicon_compiler.LEXICONS[name]
    written = tmp_path / "compiled.json"
    lexicon_compiler.write(written)
    monkeypatch.setattr(lexicon, "COMPILED", written)
    monkeypatch.setattr(lexicon, "parse_yaml", lambda *_: pytest.fail("read from the YAML"))
    lexicon._compiled.cache_clear()
    from_json = lexicon.load(name, schema)
    monkeypatch.undo()
    lexicon._compiled.cache_clear()
    assert from_json == lexicon.parse(name, (lexicon.FOLDER / f"{name}.yml").read_text(encoding="utf-8"), schema)


def test_compiling_twice_gives_the_same_bytes() -> None:
    assert lexicon_compiler.compiled() == lexicon_compiler.compiled()


def test_without_a_compiled_file_the_yaml_is_read(folder: Path) -> None:
    assert load().verbs == frozenset({"say"})


def test_what_was_compiled_is_read(folder: Path) -> None:
    lexicon_compiler.write(lexicon.COMPILED)
    table = json.loads(lexicon.COMPILED.read_text(encoding="utf-8"))
    table["reporting"]["data"]["verbs"] = ["compiled"]
    lexicon.COMPILED.write_text(json.dumps(table), encoding="utf-8")
    assert load().verbs == frozenset({"compiled"})
    assert [path.name for path in sorted(folder.iterdir())] == ["compiled.json", "reporting.yml"]


def test_an_edited_lexicon_is_read_at_once(folder: Path) -> None:
    lexicon_compiler.write(lexicon.COMPILED)
    (folder / "reporting.yml").write_text(REPORTING.replace("say", "tell"), encoding="utf-8")
    assert load().verbs == frozenset({"tell"})


def test_line_ends_of_another_platform_are_no_edit() -> None:
    assert lexicon.fingerprint(b"a: 1\r\nb: 2\r\n") == lexicon.fingerprint(b"a: 1\nb: 2\n")


def test_a_damaged_compiled_file_is_told(folder: Path) -> None:
    lexicon.COMPILED.write_text('{"reporting": {', encoding="utf-8")
    with pytest.raises(LexiconError, match=r"compiled\.json: damaged; remove it, or install geomap again$"):
        load()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (REPORTING + "colour: red\n", "reporting.yml: colour: Extra inputs are not permitted"),
        (REPORTING.replace("titles: []\n", ""), "reporting.yml: titles: Field required"),
        (REPORTING.replace("[say]", "[no]"), "reporting.yml: verbs.0: Input should be a valid string"),
    ],
    ids=["unknown key", "missing key", "no text (YAML reads a bare no as false)"],
)
def test_a_broken_schema_names_file_and_fault(text: str, message: str) -> None:
    with pytest.raises(LexiconError) as fault:
        lexicon.parse("reporting", text, schemas.ReportingWords)
    assert str(fault.value) == message


def test_no_yaml_is_told_in_one_line() -> None:
    with pytest.raises(LexiconError) as fault:
        lexicon.parse("reporting", "verbs: [say\n", schemas.ReportingWords)
    assert str(fault.value).startswith("reporting.yml is no YAML: while parsing a flow sequence")
    assert "\n" not in str(fault.value)


def test_the_words_that_end_terms_of_forces() -> None:
    nouns = lexicon.force_nouns()
    assert {"soldier", "soldiers", "troops", "destroyers"} <= nouns
    assert not any(" " in noun for noun in nouns)
