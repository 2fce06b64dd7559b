"""What a lexicon is without one of its entries, one at a time; the entries of rule tables likewise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Mutant:
    """A lexicon without the entry at ``path``; ``words`` are the terms whose sentences may read otherwise without it.

    ``data`` is the lexicon itself, changed in place until the next mutant is asked for.
    """

    path: str
    words: tuple[str, ...]
    data: Any


def mutants(data: Any) -> Iterator[Mutant]:
    """Take out each term of each list, each key of each table and each entry of nested ones, and put it back."""
    for path, holder, key, words in _entries(data, "", ()):
        mark: list[Any] | dict[Any, Any]
        if isinstance(holder, list):
            mark = holder[:]
            del holder[key]
            yield Mutant(path, words, data)
            holder[:] = mark
        else:
            mark = dict(holder)
            del holder[key]
            yield Mutant(path, words, data)
            holder.clear()
            holder.update(mark)  # in the old order: the order of a table may count


def _entries(node: Any, path: str, above: tuple[str, ...]) -> Iterator[tuple[str, Any, Any, tuple[str, ...]]]:
    """Yield where each entry is held, under which key, and the words that it concerns."""
    if isinstance(node, list):
        for index, item in enumerate(node):
            if isinstance(item, dict):
                words = tuple(_strings(item))
                label = item.get("name") or (words[0] if words else index)
                yield f"{path}[{label}]", node, index, words
                yield from _entries(item, f"{path}[{label}]", words)
            else:
                yield f"{path}: {item}", node, index, (str(item),)
    elif isinstance(node, dict):
        for key, value in node.items():
            where = f"{path}.{key}" if path else str(key)
            if isinstance(value, dict) or (isinstance(value, list) and not all(isinstance(x, int) for x in value)):
                yield from _entries(value, where, above)
            else:
                yield where, node, key, above or (str(key),)


def _strings(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for item in node:
            yield from _strings(item)
    elif isinstance(node, dict):
        for item in node.values():
            yield from _strings(item)
