"""Takes out one entry of a lexicon, or one rule, at a time and lists those that no corpus misses.

    python tests/mutation.py quantities times    the entries of these lexicons
    python tests/mutation.py --rules             the tables of rules
    python tests/mutation.py                     all of both that a corpus is registered for

Nothing is written: a lexicon is changed in memory, and only the sentences that hold the entry's words are read again.
A gap in the tests is an entry whose removal no sentence notices. Which corpus tests what: ``tests/support/checks.py``.
"""

from __future__ import annotations

import argparse
import importlib
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
# Run as a script, this folder leads the path, and its tests/geomap would hide the package of that name.
sys.path[:] = [str(HERE.parent), *(entry for entry in sys.path if Path(entry or ".").resolve() != HERE)]

from geomap.errors import LexiconError  # noqa: E402
from geomap.language import lexicon  # noqa: E402
from tests.support.checks import CHECKS, Row, checks_of  # noqa: E402
from tests.support.mutants import mutants  # noqa: E402

_KEPT = ("geomap.api", "geomap.read", "geomap.render", "geomap.scene", "geomap.cli", "geomap.language.homonyms")
"""Modules whose caches depend on no lexicon."""
_STEM = 4
"""Letters of a word that its inflected forms keep."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run and print; exit 1 where there is a gap."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("lexicons", nargs="*", help="lexicons by name; all that have a corpus without")
    parser.add_argument("--rules", action="store_true", help="the tables of rules")
    asked = parser.parse_args(arguments)
    known = sorted({name for check in CHECKS.values() for name in check.lexicons})
    unknown = [name for name in asked.lexicons if name not in known]
    if unknown:
        parser.error(f"no corpus is registered for {', '.join(unknown)}; there is one for {', '.join(known)}")
    gaps = 0
    for name in asked.lexicons or ([] if asked.rules else known):
        gaps += report(name, *test_entries(name))
    for module in sorted({name for check in CHECKS.values() for name in check.rules}):
        if asked.rules or not asked.lexicons:
            gaps += report(module, *test_rules(module))
    return 1 if gaps else 0


def report(name: str, count: int, gaps: list[str]) -> int:
    """Print the figures of one lexicon and its gaps, and return how many there are."""
    print(f"{name}: {count} entries, {count - len(gaps)} noticed, {len(gaps)} not")
    for gap in gaps:
        print(f"    {gap}")
    return len(gaps)


def test_entries(name: str) -> tuple[int, list[str]]:
    """Return how many entries a lexicon has, and those that no corpus misses."""
    rows = passing(row for check in checks_of(name) for row in check.rows())
    count, gaps = 0, []
    for mutant in mutants(json.loads(json.dumps(lexicon.parse_yaml(name, _source(name))))):
        try:
            with replaced(name, mutant.data):
                noticed = any(fails(row) for row in touched(rows, mutant.words))
        except LexiconError:
            continue  # the schema wants it
        count += 1
        if not noticed:
            gaps.append(mutant.path)
    return count, gaps


def test_rules(module: str) -> tuple[int, list[str]]:
    """Return how many rules a table has, and those that no corpus misses."""
    rows = passing(row for check in CHECKS.values() if module in check.rules for row in check.rows())
    holder: Any = importlib.import_module(module)
    table = holder.RULES
    gaps = []
    for index, rule in enumerate(table):
        holder.RULES = (*table[:index], *table[index + 1 :])
        if not any(fails(row) for row in rows):
            gaps.append(rule[0] if isinstance(rule, tuple) else rule.__name__)
    holder.RULES = table
    return len(table), gaps


def passing(rows: Iterable[Row]) -> list[Row]:
    """Return the rows that pass with the lexicon whole: only these can notice anything."""
    clear_caches()
    return [row for row in rows if row.passes()]


def fails(row: Row) -> bool:
    """Tell whether a row notices; a table that lacks what another names is noticed too."""
    try:
        return not row.passes()
    except LookupError:
        return True


def touched(rows: Sequence[Row], words: Iterable[str]) -> list[Row]:
    """Return the rows that hold one of the words; all, where a word is a sign or has no letters to look for."""
    stems = [stem(word) for word in words]
    return [row for row in rows if any(part in row.words for part in stems)]


def stem(term: str) -> str:
    """Return the part of a term's longest word that is the same in all its forms."""
    found = re.findall(r"[^\W_]+", term.lower().replace("’", "'"))
    if not found:
        return term
    return max(found, key=len)[:_STEM]


@contextmanager
def replaced(name: str, data: Any) -> Iterator[None]:
    """Let a lexicon hold other data, checked against its schema.

    Raises:
        LexiconError: the schema does not allow it.
    """
    original = lexicon.load
    stored: dict[str, Any] = {}

    def load(asked: str, schema: Any) -> Any:
        if asked != name:
            return whole(asked, schema)
        if name not in stored:
            stored[name] = lexicon._checked(name, data, schema)
        return stored[name]

    lexicon.load = load
    clear_caches()
    try:
        getattr(lexicon, name)()
        yield
    finally:
        lexicon.load = original
        clear_caches()


_LOAD = lexicon.load


@cache
def whole(name: str, schema: Any) -> Any:
    """Return a lexicon as it is, checked once."""
    return _LOAD(name, schema)


def clear_caches() -> None:
    """Forget what was derived from lexicons."""
    for module_name, module in sorted(sys.modules.items()):
        if module_name.startswith("geomap.") and not module_name.startswith(_KEPT):
            for value in list(vars(module).values()):
                if hasattr(value, "cache_clear"):
                    value.cache_clear()


def _source(name: str) -> str:
    return (lexicon.FOLDER / f"{name}.yml").read_text(encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
