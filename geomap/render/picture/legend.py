"""The legend of a picture: a sample of every sign that is on this map, drawn as it is drawn there, in columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geomap.render.picture.letters import INK, SOFT, lines, text
from geomap.render.picture.markup import element
from geomap.render.picture.samples import sample
from geomap.render.picture.signs import Signs
from geomap.scene import Scene
from geomap.scene.model import LegendKind, LegendLine

_HEADS = {
    LegendKind.ACTOR: "Whose",
    LegendKind.SIDE: "Sides",
    LegendKind.SYMBOL: "What",
    LegendKind.STATUS: "Is it so?",
    LegendKind.SIZE: "How many",
    LegendKind.FLOW: "Movement",
    LegendKind.PLACE: "Where",
    LegendKind.CONTESTED: "Contested",
}
_UNDER = {
    LegendKind.ECHELON: LegendKind.SYMBOL,
    LegendKind.EVENT: LegendKind.SYMBOL,
    LegendKind.WIDTH: LegendKind.FLOW,
}
_COLUMN, _GAP, _SAMPLE = 172.0, 16.0, 44.0
_SIZE, _LINE, _ROW, _HEAD = 11.5, 13.5, 21.0, 20.0


@dataclass(frozen=True, slots=True)
class _Block:
    """A heading or a line of the legend: its height, and what is drawn in it."""

    height: float
    line: LegendLine | None
    words: tuple[str, ...]
    sizes: tuple[LegendLine, ...] = ()


def draw(scene: Scene, signs: Signs, left: float, top: float, width: float) -> tuple[str, float]:
    """Return the legend within ``width`` pixels and its height, both nought where there is nothing to explain."""
    count = max(1, int((width + _GAP) // (_COLUMN + _GAP)))
    column = (width - (count - 1) * _GAP) / count
    columns = _filled(list(_blocks(scene.legend, column)), count)
    parts = []
    for index, blocks in enumerate(columns):
        x, y = left + index * (column + _GAP), top
        for block in blocks:
            parts.append(_drawn(block, scene, signs, x, y))
            y += block.height
    return "".join(parts), max((sum(block.height for block in blocks) for blocks in columns), default=0.0)


def _blocks(legend: Sequence[LegendLine], column: float) -> Iterator[_Block]:
    groups: dict[LegendKind, list[LegendLine]] = {}
    for line in legend:
        groups.setdefault(_UNDER.get(line.kind, line.kind), []).append(line)
    for kind, found in groups.items():
        yield _Block(_HEAD, None, (_HEADS.get(kind, kind.capitalize()),))
        sizes = tuple(line for line in found if line.kind is LegendKind.SIZE)
        if sizes:
            yield _Block(max(float(line.key) for line in sizes) + 20, sizes[0], (), sizes)
        for line in found:
            if line.kind is not LegendKind.SIZE:
                words = tuple(lines(_words(line), column - _SAMPLE - 6, _SIZE, most=3))
                yield _Block(max(_ROW, len(words) * _LINE + 6), line, words)


def _words(line: LegendLine) -> str:
    """Return a line's words; a reader of a picture cannot zoom."""
    crowded = line.kind is LegendKind.PLACE and line.key == "crowded"
    return "more here than there is room for" if crowded else line.text


def _filled(blocks: Sequence[_Block], count: int) -> list[list[_Block]]:
    """Return the blocks in ``count`` columns at most, as low as they can be in this order; no heading ends a column."""
    least = max((block.height for block in blocks), default=0.0)
    most = sum(block.height for block in blocks)
    height = max(least, most / count)
    while True:
        columns: list[list[_Block]] = [[]]
        used = 0.0
        for index, block in enumerate(blocks):
            with_next = blocks[index + 1].height if block.line is None and index + 1 < len(blocks) else 0.0
            if columns[-1] and used + block.height + with_next > height:
                columns.append([])
                used = 0.0
            columns[-1].append(block)
            used += block.height
        if len(columns) <= count:
            return columns
        height += _LINE


def _drawn(block: _Block, scene: Scene, signs: Signs, x: float, y: float) -> str:
    if block.line is None:
        return text(block.words[0], x, y + 14, _SIZE + 0.5, font_weight="bold", fill=SOFT)
    if block.sizes:
        return _scale(block.sizes, x, y, block.height)
    middle = y + block.height / 2
    first = middle - len(block.words) * _LINE / 2 + 10
    words = "".join(
        text(line, x + _SAMPLE + 6, first + i * _LINE, _SIZE, fill=INK) for i, line in enumerate(block.words)
    )
    return sample(block.line, scene, signs, x + _SAMPLE / 2, middle) + words


def _scale(sizes: Sequence[LegendLine], x: float, y: float, height: float) -> str:
    """Return all sizes side by side, each with the number that it begins at."""
    parts = []
    for line in sizes:
        side = float(line.key) * 0.93
        wide = max(side, len(line.text) * 6.2) + 6
        parts.append(
            element(
                "rect",
                x=x + (wide - side) / 2,
                y=y + height - 16 - side,
                width=side,
                height=side,
                fill="#ffffff",
                stroke="#111111",
                stroke_width=1.5,
            )
        )
        parts.append(text(line.text, x + wide / 2, y + height - 4, 10, text_anchor="middle", fill=INK))
        x += wide
    return "".join(parts)
