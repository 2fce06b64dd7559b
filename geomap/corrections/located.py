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
        lines: dict[At, int] = {}
        value = _value(name, node, (), lines) if node is not None else None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark is not None else 1
        what = getattr(error, "problem", None) or str(error).splitlines()[0]
        raise CorrectionError(f"{name}, line {line}: is no YAML: {what}") from error
    except RecursionError as error:
        raise CorrectionError(f"{name}: is nested too deep for a file of corrections") from error
    return Located(name, value, lines)


def _value(name: str, node: yaml.Node, at: At, lines: dict[At, int]) -> Any:
    """Return a node's value; dates and times stay the words that they are."""
    line = node.start_mark.line + 1
    if node.anchor if hasattr(node, "anchor") else False:
        raise CorrectionError(f"{name}, line {line}: anchors are not understood; write the value out")
    lines.setdefault(at, line)
    if isinstance(node, yaml.SequenceNode):
        return [_value(name, each, (*at, i), lines) for i, each in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        out: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else ""
            here = key_node.start_mark.line + 1
            if not key or key in out:
                what = f"{key!r} stands here twice" if key else "a key is to be a word"
                raise CorrectionError(f"{name}, line {here}: {what}")
            lines[(*at, key)] = here
            out[key] = _value(name, value_node, (*at, key), lines)
        return out
    if node.tag == "tag:yaml.org,2002:timestamp":
        return node.value
    return yaml.SafeLoader("").construct_object(node)
