"""The recognition corpus: which words of a news text are places, how they are used, and where they lie.

Run as a plain script, ``python tests/geomap/mentions/test_recognition.py``, it lists what is missed, what is found too
much and what is put in the wrong place; with ``--held-out`` for the held-out texts too, whose figures alone it prints
otherwise.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml
from geopy.distance import geodesic

if __name__ == "__main__":  # a script's own folder leads the path, but it is this tree's packages that are asked
    sys.path[0] = str(Path(__file__).parents[3])

from geomap.model import Article, PlaceMention, Use
from geomap.pipeline import Pipeline
from tests.support.reading import Reader

CORPUS = Path(__file__).parents[2] / "corpus" / "recognition.yml"
DRAWN = {Use.LITERAL, Use.DATELINE}
PARTS = ("open", "held_out")
Found = Callable[[str], Iterable[PlaceMention]]


@dataclass
class Tally:
    """Counts over some texts, and a line for each fault."""

    matched: int = 0
    missed: int = 0
    spurious: int = 0
    judged: int = 0
    resolved: int = 0
    faults: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """Return precision, recall and F1 of the mentions, and the share of found ones that lie where they should."""
        return {
            "precision": self.matched / (self.matched + self.spurious),
            "recall": self.matched / (self.matched + self.missed),
            "f1": 2 * self.matched / (2 * self.matched + self.missed + self.spurious),
            "resolved": self.resolved / self.judged,
        }


def load() -> tuple[dict[str, dict[str, float]], dict[str, list[dict[str, Any]]]]:
    """Return the floors and the texts of each part."""
    corpus = yaml.safe_load(CORPUS.read_text(encoding="utf-8"))
    parts: dict[str, list[dict[str, Any]]] = {part: [] for part in PARTS}
    for row in corpus["texts"]:
        parts["held_out" if row.get("held_out") else "open"].append(row)
    return corpus["floors"], parts


def span(text: str, gold: dict[str, Any]) -> tuple[int, int]:
    """Return where a gold mention stands."""
    word = re.compile(rf"(?<!\w){re.escape(gold['text'])}(?!\w)")
    return list(word.finditer(text))[gold.get("nth", 1) - 1].span()


def overlap(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Return how many characters two spans share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def same_class(gold: dict[str, Any], found: PlaceMention) -> bool:
    """Tell whether both are drawn or both are not; a gold mention without a use allows either."""
    return "use" not in gold or (Use(gold["use"]) in DRAWN) == (found.use in DRAWN)


def pair(text: str, golds: list[dict[str, Any]], found: list[PlaceMention]) -> dict[int, int]:
    """Return which gold mention each found one matches, by their numbers: one to one, most shared characters first."""
    shared = [
        (overlap(span(text, gold), place.span), -g, -f)
        for g, gold in enumerate(golds)
        for f, place in enumerate(found)
        if same_class(gold, place)
    ]
    pairs: dict[int, int] = {}
    for size, g, f in sorted(shared, reverse=True):
        if size and -f not in pairs and -g not in pairs.values():
            pairs[-f] = -g
    return pairs


def misplaced(gold: dict[str, Any], found: PlaceMention) -> str | None:
    """Say what is wrong with where a mention was put; nothing when that is right."""
    place = found.resolved
    if place is None:
        return "no match"
    wrong = []
    if "at" in gold:
        lat, lon, allowed = gold["at"]
        away = geodesic((lat, lon), (place.lat, place.lon)).km
        if away > allowed:
            wrong.append(f"{away:.0f} km away, {allowed} allowed")
    if "country" in gold and place.country != gold["country"]:
        wrong.append(f"country {place.country}, not {gold['country']}")
    return f"{place.name} ({place.kind}): {'; '.join(wrong)}" if wrong else None


def count(tally: Tally, row: dict[str, Any], found: list[PlaceMention]) -> None:
    """Add one text to a tally."""
    text, golds = row["text"], row["places"]
    pairs = pair(text, golds, found)
    for f, place in enumerate(found):
        if f in pairs:
            gold = golds[pairs[f]]
            if gold.get("optional"):
                continue
            tally.matched += 1
            if "at" in gold or "country" in gold:
                tally.judged += 1
                wrong = misplaced(gold, place)
                tally.resolved += wrong is None
                if wrong is not None:
                    tally.faults.append(f"misplaced {place.text!r}, {wrong} | {text!r}")
        else:
            tally.spurious += 1
            tally.faults.append(f"spurious {place.text!r} ({place.use}) | {text!r}")
    for g, gold in enumerate(golds):
        if g not in pairs.values() and not gold.get("optional"):
            tally.missed += 1
            tally.faults.append(f"missed {gold['text']!r} ({gold.get('use', 'any')}) | {text!r}")


def measure(find: Found, rows: list[dict[str, Any]]) -> Tally:
    """Read some texts and count."""
    tally = Tally()
    for row in rows:
        count(tally, row, list(find(row["text"])))
    return tally


@pytest.mark.parametrize("part", PARTS)
def test_the_figures(read: Reader, part: str) -> None:
    floors, parts = load()
    figures = measure(lambda text: read(text).places, parts[part]).figures()
    below = {name: round(value, 4) for name, value in figures.items() if value < floors[part][name]}
    assert not below, f"below the floors {floors[part]}"


def main() -> int:
    """Print the figures of each part, after the faults of the open one; exit status 1 below a floor."""
    pipeline = Pipeline.load()
    floors, parts = load()
    status = 0
    for part in PARTS:
        tally = measure(lambda text: pipeline.extract(Article(id="text", text=text)).places, parts[part])
        if part == "open" or "--held-out" in sys.argv:
            print(*sorted(tally.faults), sep="\n")
        figures = tally.figures()
        print(f"{part}: {len(parts[part])} texts,", ", ".join(f"{name} {value:.4f}" for name, value in figures.items()))
        status |= any(value < floors[part][name] for name, value in figures.items())
    return status


if __name__ == "__main__":
    sys.exit(main())
