"""Rules over items, and the machine that applies them: what a rule matches becomes one item, until none matches.

A rule's pattern is written in word classes: ``DISTANCE? SIDE OF THE? NAME|EXPR`` has an optional distance, a side,
"of", an optional "the" and a name or an expression. ``<!A|B`` and ``>!A|B`` stand for "no A or B before", "behind"
there; ``<A|B`` for one of them before, which is left where it is; ``( … )?`` groups.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Protocol

from .expressions import Expression, Named
from .lexer import Item
from .model import Kind
from .name_spans import NameSpan
from .wording import Word

PASSES = 5  # "near the border of northern Syria" takes three
_LETTER = {word: chr(0x100 + index) for index, word in enumerate(Word)}
_MACROS = {"THING": "NAME|EXPR", "OWNER": "NAME|PEOPLE|EXPR", "END": "COMMA|BREAK"}
_OFTEN = frozenset(_LETTER[word] for word in (Word.NAME, Word.OF, Word.THE, Word.AND, Word.LOWER, Word.COMMA))
_LOOKS = {"<!": "(?<!", ">!": "(?!", "<": "(?<=", ">": "(?="}


class Reading(Protocol):
    """What an action may ask of the text that it reads."""

    @property
    def text(self) -> str:
        """The text, with plain punctuation."""

    def is_name(self, words: str) -> bool:
        """Tell whether the gazetteer knows a name."""

    def neighbour(self, at: int, of: NameSpan) -> NameSpan | None:
        """Return the neighbour of a country that is named last before a position, itself or by a town in it."""

    def owner(self, at: int, of: NameSpan) -> NameSpan | None:
        """Return whose border with a country is told: the neighbour of it that was spoken of."""

    def pair(self, at: int) -> tuple[NameSpan, ...]:
        """Return the two neighbours named last before a position, or the one country, or nothing."""

    def antecedent(self, at: int, kinds: frozenset[Kind]) -> NameSpan | None:
        """Return the place of one of the kinds named last before a position."""


Items = Sequence[Item]
Action = Callable[[Items, Reading], "Expression | list[Item] | None"]
"""What a rule makes of its items: an expression over all of them, a list of items in their place, or nothing."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern of word classes with what it means. ``needs`` are letters without which it cannot match."""

    name: str
    pattern: re.Pattern[str]
    needs: tuple[frozenset[str], ...]
    action: Action


def rule(name: str, pattern: str, action: Action) -> Rule:
    """Compile a rule; ``KeyError`` for a class that there is none of."""
    parts, needs, depth = [], [], 0
    for piece in pattern.split():
        if piece in ("(", ")", ")?", ")*", "|"):
            parts.append({"(": "(?:"}.get(piece, piece))
            depth += (piece == "(") - piece.startswith(")")
            continue
        look = next((mark for mark in _LOOKS if piece.startswith(mark)), "")
        body = piece.removeprefix(look)
        count = body[-1] if body[-1] in "?*+" else ""
        letters = _letters(body.rstrip("?*+"))
        parts.append(f"{_LOOKS[look]}[{letters}])" if look else f"[{letters}]{count}")
        if not look and count not in ("?", "*") and not depth:
            needs.append(frozenset(letters))
    # What is rarest is asked for first: names stand in every stretch, tripoints in hardly any.
    needs.sort(key=lambda need: (not need.isdisjoint(_OFTEN), len(need)))
    return Rule(name, re.compile("".join(parts)), tuple(needs), action)


def _letters(names: str) -> str:
    words = "|".join(_MACROS.get(name, name) for name in names.split("|")).split("|")
    return "".join(_LETTER[Word[word]] for word in words)


def letters(items: Items) -> str:
    """Return the classes of items as the string that patterns are matched against."""
    return "".join([_LETTER[item.word] for item in items])


def reduce(items: list[Item], rules: Sequence[Rule], reading: Reading) -> list[Item]:
    """Apply the rules in their order, each wherever it matches, again and again until nothing changes."""
    classes = letters(items)
    present = frozenset(classes)
    for _ in range(PASSES):
        changed = False
        for each in rules:
            for need in each.needs:
                if present.isdisjoint(need):
                    break
            else:
                made = _apply(items, classes, each, reading)
                if made is not items:
                    items, classes, changed = made, letters(made), True
                    present = frozenset(classes)
        if not changed:
            break
    return items


def _apply(items: list[Item], classes: str, each: Rule, reading: Reading) -> list[Item]:
    """Apply one rule to items of these classes; the same items when it changes nothing."""
    position = 0
    while (match := each.pattern.search(classes, position)) is not None:
        start, end = match.span()
        found = each.action(items[start:end], reading) if end > start else None
        if found is None:
            position = start + 1
            continue
        made = found if isinstance(found, list) else [made_of(items[start:end], found)]
        items = [*items[:start], *made, *items[end:]]
        classes = letters(items)
        position = start + len(made)
    return items


def made_of(items: Items, expression: Expression, *, implied: Sequence[NameSpan] = ()) -> Item:
    """Return one item over items, with the names of them all."""
    return Item(
        Word.EXPR,
        items[0].start,
        items[-1].end,
        expression=expression,
        names=tuple(chain.from_iterable(item.names for item in items)),
        implied=(*chain.from_iterable(item.implied for item in items), *implied),
    )


def of_class(items: Items, *words: Word) -> list[Item]:
    """Return the items of some classes."""
    return [item for item in items if item.word in words]


def things(items: Items) -> list[Expression]:
    """Return the expressions of names, peoples and expressions among the items, in order."""
    return [item.expression for item in items if item.expression is not None]


def place_of(items: Items, nth: int = 0) -> Expression | None:
    """Return the nth place of a match: "the Dnipro" is the river where the name may be one."""
    found = [index for index, item in enumerate(items) if item.expression is not None]
    if nth >= len(found):
        return None
    index = found[nth]
    item = items[index]
    before = items[index - 1] if index else None
    if (
        isinstance(item.expression, Named)
        and item.expression.kind is None
        and before is not None
        and before.word in (Word.THE, Word.TO_THE)
        and any(Kind.WATER in name.kinds for name in item.names)
    ):
        return replace(item.expression, kind=Kind.WATER)
    return item.expression


def is_plain(expression: Expression | None) -> bool:
    """Whether an expression is a name and nothing else."""
    return isinstance(expression, Named)
