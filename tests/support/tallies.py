"""Counts what was found in the sentences of a corpus against what stands there, its held-back third apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

PARTS = ("open", "held")
Row = dict[str, Any]


@dataclass(frozen=True)
class Spot:
    """What stands at ``span``; two match that overlap and have the same ``value``."""

    span: tuple[int, int]
    value: tuple[object, ...]
    optional: bool = False
    """Found, but neither right nor wrong where nothing is wanted."""


@dataclass
class Tally:
    """Counts over some sentences, and a line for each fault."""

    matched: int = 0
    exact: int = 0
    missed: int = 0
    spurious: int = 0
    faults: list[str] = field(default_factory=list)

    def add(self, text: str, wanted: Sequence[Spot], found: Sequence[Spot]) -> None:
        """Pair what is wanted in one sentence with what was found, one to one in reading order."""
        left = list(found)
        for want in wanted:
            hit = next((f for f in left if _overlap(want.span, f.span) and f.value == want.value), None)
            if hit is None:
                self.missed += 1
                self.faults.append(f"missed   {text[slice(*want.span)]!r} {want.value} | {text}")
                continue
            left.remove(hit)
            self.matched += 1
            self.exact += hit.span == want.span
            if hit.span != want.span:
                self.faults.append(f"reaches  {text[slice(*hit.span)]!r}, not {text[slice(*want.span)]!r} | {text}")
        for rest in left:
            if not rest.optional:
                self.spurious += 1
                self.faults.append(f"spurious {text[slice(*rest.span)]!r} {rest.value} | {text}")

    def figures(self) -> dict[str, float]:
        """Return precision, recall and F1, and the share of the found ones that reach as far as they should."""
        return {
            "precision": self.matched / (self.matched + self.spurious),
            "recall": self.matched / (self.matched + self.missed),
            "f1": 2 * self.matched / (2 * self.matched + self.missed + self.spurious),
            "exact": self.exact / self.matched,
        }


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def load(path: Path) -> tuple[dict[str, dict[str, float]], dict[str, list[Row]]]:
    """Return the floors and the sentences of each part of a corpus."""
    corpus = yaml.safe_load(path.read_text(encoding="utf-8"))
    parts: dict[str, list[Row]] = {part: [] for part in PARTS}
    for row in corpus["texts"]:
        parts["held" if row.get("held") else "open"].append(row)
    return corpus["floors"], parts


def spots(text: str, marked: Sequence[tuple[str, tuple[object, ...]]]) -> list[Spot]:
    """Return where the marked phrases stand, each behind the beginning of the one before."""
    placed: list[Spot] = []
    position = 0
    for phrase, value in marked:
        start = text.index(phrase, position)
        placed.append(Spot((start, start + len(phrase)), value))
        position = start + len(phrase)
    return placed


def below(figures: dict[str, float], floors: dict[str, float]) -> dict[str, float]:
    """Return the figures that lie below their floors."""
    return {name: round(figures[name], 4) for name, floor in floors.items() if figures[name] < floor}


def show(name: str, floors: dict[str, dict[str, float]], measure: Callable[[str], Tally], *, held: bool) -> int:
    """Print the faults of the open part, of the held one only if asked to, and all figures; 1 below a floor."""
    status = 0
    for part in PARTS:
        tally = measure(part)
        if part == "open" or held:
            print(*tally.faults, sep="\n")
        figures = tally.figures()
        print(f"{name}, {part}: " + ", ".join(f"{figure} {value:.4f}" for figure, value in figures.items()))
        status |= bool(below(figures, floors[part]))
    return status
