"""Which corpus tests which lexicon and which rules: the registry that ``tests/mutation.py`` runs.

A corpus is registered by a function that returns its rows; a row says whether the sentence is read as the corpus wants.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

CORPUS = Path(__file__).parents[1] / "corpus"


@dataclass(frozen=True)
class Row:
    """A sentence: ``words`` is what a term is looked for in, the text and its lemmas, in lower case."""

    words: str
    passes: Callable[[], bool]


@dataclass(frozen=True)
class Check:
    """A corpus; ``lexicons`` and ``rules`` (modules with a table RULES) are what its rows depend on."""

    rows: Callable[[], list[Row]]
    lexicons: frozenset[str]
    rules: frozenset[str] = frozenset()


def table(name: str) -> list[dict[str, Any]]:
    """Return the rows of a corpus file, which may be under ``texts``; none where this tree lacks the file."""
    path = CORPUS / name
    found: Any = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else []
    rows: list[dict[str, Any]] = found["texts"] if isinstance(found, dict) else found
    return rows


@cache
def reader() -> Any:
    """Return the real pipeline behind the calls that tests need, loaded once."""
    from gazetteer import Gazetteer
    from geomap.language.annotator import Annotator
    from geomap.pipeline import Pipeline
    from tests.support.reading import Reader

    read = Reader(Pipeline(Annotator.load(), Gazetteer.open()))
    parse = read.parse
    read.parse = cache(parse)  # type: ignore[method-assign]  # the parse depends on no lexicon
    return read


def lemmas(text: str) -> str:
    """Return a text and its lemmas in lower case, hyphens as blanks."""
    doc = reader().parse(text)
    return _plain(f"{text} {' '.join(token.lemma for token in doc.tokens)}")


def _plain(text: str) -> str:
    return text.lower().replace("-", " ").replace("’", "'")


def quantities() -> list[Row]:
    """Numbers and their traps."""
    from geomap.mentions.numbers.quantities import find_quantities

    def passes(row: dict[str, Any]) -> bool:
        found = [(m.text, m.min, m.max, m.qualifier.value, m.former, m.strong) for m in find_quantities(row["text"])]
        return [f[:5] for f in found] == [
            (v["span"], v["min"], v["max"], v["qualifier"], v.get("former", False)) for v in row["values"]
        ]

    names = ("quantities.yml", "quantities_more.yml", "quantities_press.yml", "quantities_traps.yml", "numbers.yml")
    rows = [row for name in names for row in table(name)]
    return [Row(_plain(row["text"]), lambda row=row: passes(row)) for row in rows]  # type: ignore[misc]


def times() -> list[Row]:
    """Times, with the tense that the words tell."""
    from geomap.mentions.times.grammar import find_times

    def passes(row: dict[str, Any]) -> bool:
        published = date.fromisoformat(row["published"]) if row["published"] else None
        found = [[_bare(m.text), m.start, m.end] for m in find_times(row["text"], published)]
        wanted = row.get("spans")
        if wanted is None:
            wanted = [[row["span"], row["start"], row["end"]]] if row["span"] else []
        return found == [[_bare(span), start, end] for span, start, end in wanted]

    rows = [
        row for name in ("times.yml", "times_more.yml", "times_press.yml", "times_words.yml") for row in table(name)
    ]
    return [Row(_plain(row["text"]), lambda row=row: passes(row)) for row in rows]  # type: ignore[misc]


def _bare(span: str) -> str:
    first, _, rest = span.partition(" ")
    return rest if first.lower() in {"on", "in", "at"} else span


def elided() -> list[Row]:
    """Numbers that leave their noun out."""

    def passes(row: dict[str, Any]) -> bool:
        forces = reader().mentions(row["text"]).forces
        found = [[f.text, f.quantity.text] for f in forces if f.elided or "force-people" in f.rules]
        return bool(found == row["elided"])

    return [Row(lemmas(row["text"]), lambda row=row: passes(row)) for row in table("elided.yml")]  # type: ignore[misc]


def status() -> list[Row]:
    """Whether a record is so, and who says so; a row for each of the three answers."""
    from tests.support.judging import judged

    def passes(row: dict[str, Any], slot: str) -> bool:
        return bool(judged(reader(), row).get(slot, "no such force") == row[slot])

    return [
        Row(lemmas(row["text"]), lambda row=row, slot=slot: passes(row, slot))  # type: ignore[misc]
        for name in ("status.yml", "status_words.yml")
        for row in table(name)
        for slot in ("status", "hedged", "source")
    ]


def forces() -> list[Row]:
    """The forces of a sentence by their words, category and echelon."""
    from geomap.mentions.forces.finding import find_forces
    from geomap.mentions.numbers.quantities import find_quantities

    def passes(row: dict[str, Any]) -> bool:
        doc = reader().parse(row["text"])
        forces = find_forces(doc, find_quantities(doc.text))
        found = {(f.text, f.category.value, f.echelon and f.echelon.value) for f in forces}
        return found == {(f["text"], f["category"], f.get("echelon")) for f in row["forces"]}

    return [Row(lemmas(row["text"]), lambda row=row: passes(row)) for row in table("forces.yml")]  # type: ignore[misc]


def actors() -> list[Row]:
    """The actors of a sentence by their words and codes."""

    def passes(row: dict[str, Any]) -> bool:
        found = [(row["text"][slice(*a.span)], a.code) for a in reader().mentions(row["text"]).actors]
        return sorted(map(str, found)) == sorted(str((a["text"], a["code"])) for a in row["actors"])

    return [Row(lemmas(row["text"]), lambda row=row: passes(row)) for row in table("actors.yml")]  # type: ignore[misc]


CHECKS: dict[str, Check] = {
    "quantities": Check(quantities, frozenset({"quantities", "forces"}), frozenset({"geomap.mentions.numbers.traps"})),
    "times": Check(times, frozenset({"times", "quantities"}), frozenset({"geomap.mentions.times.relative_rules"})),
    "elided": Check(elided, frozenset({"elided", "quantities"}), frozenset({"geomap.mentions.numbers.elided_rules"})),
    "status": Check(status, frozenset({"status", "reporting"})),
    "forces": Check(forces, frozenset({"forces", "weapons"})),
    "actors": Check(actors, frozenset({"actors"})),
}


def checks_of(lexicon: str) -> Iterable[Check]:
    """Return the corpora that a lexicon is tested by."""
    return [check for check in CHECKS.values() if lexicon in check.lexicons]
