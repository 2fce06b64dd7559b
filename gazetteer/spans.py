"""Expressions in running text: from names already recognised to the widest expression around each, with its span."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from .antecedents import Adjoin, Antecedents
from .expressions import Expression, Named
from .lexer import Item, lex, telling_runs
from .model import Kind
from .name_spans import NameSpan
from .phrases import TELLING
from .reduction import Rule, reduce
from .rules_borders import BORDERS, IMPLIED_BORDERS
from .rules_offsets import AROUND, BETWEEN, OFFSETS
from .rules_parts import FAR, NAMES, PARTS
from .rules_waters import IMPLIED_COASTS, WATERS
from .wording import Word, plain

__all__ = ["ExpressionSpan", "NameSpan", "extend", "items_of"]

RULES: tuple[Rule, ...] = (*NAMES, *PARTS, *BORDERS, *WATERS, *OFFSETS, *BETWEEN, *AROUND)
IMPLIED: tuple[Rule, ...] = (*IMPLIED_BORDERS, *IMPLIED_COASTS, *FAR)
"""Rules that take a meaning from what was told before; they come after all that has one of its own."""

_COUNTRY = frozenset({Kind.COUNTRY})


@dataclass(frozen=True, slots=True)
class ExpressionSpan:
    """An expression at ``text[start:end]`` and the names that it stands on, in reading order.

    ``implied`` are names before it from which words such as "its" or "the border" take their meaning.
    """

    start: int
    end: int
    expression: Expression
    names: tuple[NameSpan, ...]
    implied: tuple[NameSpan, ...] = ()


def extend(
    text: str,
    names: Sequence[NameSpan],
    is_name: Callable[[str], bool] = lambda _: False,
    adjoin: Adjoin = lambda _one, _other: False,
    called: Callable[[str], str] = str,
) -> tuple[ExpressionSpan, ...]:
    """Return the widest expression around every name or pair of names, in reading order; plain names give none.

    ``names`` are the longest names at their places and do not overlap. Where ``is_name`` knows a name with the side
    before it ("eastern Europe"), that is no part but a ``Named`` itself. "The country's east" and "the border" stand on
    the names before them that ``NameSpan`` tells to be countries, of which ``adjoin`` knows which are neighbours and
    ``called`` their names; without such names they are nothing.
    """
    ordered = sorted(names, key=lambda name: name.start)
    reading = Antecedents(plain(text), ordered, is_name, adjoin, called)
    found: list[ExpressionSpan] = []
    for start, end, inside in telling_runs(reading.text, ordered):
        for sentence in _sentences(lex(reading.text, inside, start, end)):
            found.extend(_found(items_of(sentence, reading)))
    return tuple(found)


def items_of(items: list[Item], reading: Antecedents) -> list[Item]:
    """Return what the rules make of the items of a sentence."""
    items = reduce([_filled(item, reading) for item in items], RULES, reading)
    implied = reduce(items, IMPLIED, reading)
    return reduce(implied, RULES, reading) if implied is not items else items


def _sentences(items: Sequence[Item]) -> Iterator[list[Item]]:
    """Yield the runs of items between breaks in which an expression may be."""
    run: list[Item] = []
    for item in items:
        if item.word is not Word.BREAK:
            run.append(item)
            continue
        if any(each.word in TELLING for each in run):
            yield run
        run = []
    if any(each.word in TELLING for each in run):
        yield run


def _filled(item: Item, reading: Antecedents) -> Item:
    """Give "its" and "the country" the place that they stand for."""
    if item.word is Word.ITS:
        kinds = _COUNTRY
    elif item.word in (Word.LAND, Word.LANDS) and isinstance(item.meaning, frozenset):
        kinds = item.meaning
    else:
        return item
    name = reading.antecedent(item.start, kinds)
    if name is None or (item.word is Word.ITS and name.people):
        return item
    kind = next(iter(kinds)) if len(kinds) == 1 and Kind.COUNTRY not in kinds else None
    return item._replace(expression=Named(name.name, kind), implied=(name,))


def _found(items: Sequence[Item]) -> Iterator[ExpressionSpan]:
    for item in items:
        if item.expression is None or item.word in (Word.ITS, Word.LAND, Word.LANDS):
            continue
        if item.wide or (item.word is Word.EXPR and not isinstance(item.expression, Named)):
            yield ExpressionSpan(item.start, item.end, item.expression, item.names, item.implied)
