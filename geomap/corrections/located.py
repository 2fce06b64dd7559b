"""YAML with the line of every value, so that what is wrong with a file can be shown where it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from geomap.errors import CorrectionError

At = tuple[str | int, ...]
"""The way to a value: keys and indexes, from the outside in."""

_LARGEST = 1_000_000
"""Bytes of a file at most: one that is larger holds no corrections of an article."""


@dataclass(frozen=True)
class Located:
    """What a file says and in which line each value of it begins."""

    name: str
    value: Any
    lines: dict[At, int] = field(default_factory=dict)

    def error(self, at: At, what: str) -> CorrectionError:
        """Return the error that says ``what`` of the value at ``at``, or of what holds it where there is none."""
        way = at
        while way and way not in self.lines:
            way = way[:-1]
        return CorrectionError(f"{self.name}, line {self.lines.get(way, 1)}: {what}")


def read(path: Path) -> Located:
    """Return what a file says. Raises ``CorrectionError`` where it cannot be read or is no YAML."""
    try:
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise CorrectionError(f"{path}: cannot be read: {reason}") from error
    if len(data) > _LARGEST:
        raise CorrectionError(
            f"{path}: holds {len(data):,} bytes; corrections of one article take less than a megabyte"
        )
    try:
        return parse(path.name, data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise CorrectionError(f"{path}: is not UTF-8 (byte {error.start}); save it as UTF-8") from error


def parse(name: str, text: str) -> Located:
    """Return what a text says; ``name`` is what errors call it. Raises ``CorrectionError``."""
    try:
        loader = yaml.SafeLoader(text)
        node = loader.get_single_node()
        reader = _Reader(name)
        value = reader.value(node, ()) if node is not None else None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark is not None else 1
        what = getattr(error, "problem", None) or str(error).splitlines()[0]
        raise CorrectionError(f"{name}, line {line}: is no YAML: {what}") from error
    except RecursionError as error:
        raise CorrectionError(f"{name}: is nested too deep for a file of corrections") from error
    return Located(name, value, reader.lines)


_KNOWN = frozenset(f"tag:yaml.org,2002:{kind}" for kind in ("map", "seq", "str", "int", "float", "bool", "null"))
_DAY = "tag:yaml.org,2002:timestamp"


class _Reader:
    """Turns nodes into values and notes their lines; dates and times stay the words that they are."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._seen: set[yaml.Node] = set()  # nodes compare by what they are, not by what they say
        self._scalars = yaml.SafeLoader("")
        self.lines: dict[At, int] = {}

    def value(self, node: yaml.Node, at: At) -> Any:
        line = node.start_mark.line + 1
        if node in self._seen:
            raise CorrectionError(f"{self._name}, line {line}: anchors are not understood; write the value out")
        if node.tag not in _KNOWN | {_DAY}:
            raise CorrectionError(f"{self._name}, line {line}: {node.tag} is no kind of value here")
        self._seen.add(node)
        self.lines.setdefault(at, line)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(each, (*at, i)) for i, each in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, at)
        return node.value if node.tag == _DAY else self._scalars.construct_object(node)

    def _mapping(self, node: yaml.MappingNode, at: At) -> dict[str, Any]:
        out: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else ""
            line = key_node.start_mark.line + 1
            if not key or key in out:
                what = f"{key!r} stands here twice" if key else "a key is to be a word"
                raise CorrectionError(f"{self._name}, line {line}: {what}")
            self.lines[(*at, key)] = line
            out[key] = self.value(value_node, (*at, key))
        return out
