"""Sites: what stands where on the map, with its symbol, number and words, and how a stack of them is laid out."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from geomap.model import Deployment, Event, Harm
from geomap.scene import wording
from geomap.scene.actors import key as actor_key
from geomap.scene.frame import Frame, mean_point
from geomap.scene.marking import NEUTRAL, Marking, proportions
from geomap.scene.model import Extent, Glyph, Grid, Site
from geomap.scene.placing import Placed, Where

SIZES = ((10.0, 22), (100.0, 26), (1_000.0, 30), (10_000.0, 35), (100_000.0, 41), (math.inf, 48))
"""Height of a symbol's frame in pixels for numbers below each bound: about one step for each power of ten."""
UNTOLD_SIZE = 22
EVENT_SIZE = 24
LINE_WIDTH = 25
LINE_HEIGHT = 14
COMPACT_WORDS = 96
"""Pixels of words at most in a compact stack; the page cuts the rest off."""
MAX_ROWS = 6
MAX_SHOWN = 12
MAX_COMPACT = 5
"""Rows of a stack, and records that it shows, with room and without; the rest fan out when they are asked for."""
MORE_HEIGHT = 18
HEADER_HEIGHT = 17


@dataclass(frozen=True, slots=True)
class Stack:
    """A site with the index of each of its glyphs' records in the list of placed records."""

    site: Site
    where: tuple[Where, ...]


def size_of(value: float | None) -> int:
    """Return the height in pixels of the frame of a symbol that stands for ``value``."""
    if value is None:
        return UNTOLD_SIZE
    return next(size for bound, size in SIZES if value < bound)


def glyph(record: Deployment | Event, marking: Marking = NEUTRAL) -> Glyph:
    """Return the record's symbol and the words beside it."""
    return _event_glyph(record) if isinstance(record, Event) else _deployment_glyph(record, marking)


def _deployment_glyph(record: Deployment, marking: Marking) -> Glyph:
    number = wording.shown(record.quantity)
    words = wording.plain(record.force.text) or wording.CATEGORY_WORDS[record.force.category]
    return Glyph(
        record=record.id,
        sidc=marking.code(record),
        event=None,
        size=size_of(wording.magnitude(record.quantity)),
        actor=actor_key(record.actor),
        status=record.status,
        hedged=record.hedged,
        number=number,
        words=_beside(number, words),
        tag=wording.tag(record.status, record.action, corrected=bool(record.corrected)),
    )


def _event_glyph(record: Event) -> Glyph:
    killed = next((item for item in record.casualties if item.kind is Harm.KILLED), None)
    number = wording.shown(killed.quantity) if killed is not None else ""
    words = "killed, " + str(record.type) if number else str(record.type)
    return Glyph(
        record=record.id,
        sidc=None,
        event=record.type,
        size=EVENT_SIZE,
        actor=actor_key(record.actor),
        status=record.status,
        hedged=record.hedged,
        number=number,
        words=_beside(number, words),
        tag=wording.tag(record.status, None, corrected=bool(record.corrected)),
    )


def _beside(number: str, words: str) -> tuple[str, ...]:
    """Return the lines beside a symbol; the number, drawn bold, takes the start of the first."""
    if not number:
        return wording.wrap(words, LINE_WIDTH, 2)
    room = LINE_WIDTH - len(number) - 1
    first, _, rest = words.partition(" ")
    if len(first) > room:
        return ("", wording.shorten(words, LINE_WIDTH))
    if len(words) <= room:
        return (words,)
    cut = words.rfind(" ", 0, room + 1)
    head = words[:cut] if cut > 0 else first
    tail = words[len(head) :].strip()
    return (head, wording.shorten(tail or rest, LINE_WIDTH))


def build(placed: Sequence[Placed], frame: Frame, marking: Marking = NEUTRAL) -> tuple[Stack, ...]:
    """Return the sites in reading order of their first record. A record at several places stands in their middle."""
    groups: dict[tuple[tuple[int, int], ...], list[Placed]] = {}
    for item in placed:
        if item.at:
            groups.setdefault(tuple(sorted(where.key for where in item.at)), []).append(item)
    return tuple(_stack(index, group, frame, marking) for index, group in enumerate(groups.values()))


def _stack(index: int, group: Sequence[Placed], frame: Frame, marking: Marking) -> Stack:
    where = group[0].at
    points = [frame.point(place.lat, place.lon) for place in where]
    glyphs = tuple(glyph(item.record, marking) for item in _ordered(group))
    tags = {each.tag for each in glyphs}
    shared_tag = tags.pop() if len(tags) == 1 and len(glyphs) > 1 else ""
    name = ", ".join(place.name for place in where[:3]) + (f" and {len(where) - 3} more" if len(where) > 3 else "")
    name = wording.shorten(name, 44)
    shared = len(where) > 1
    site = Site(
        key=f"s{index + 1}",
        name=name,
        extent=Extent.SHARED if shared else Extent.POINT if where[0].is_point else Extent.AREA,
        point=mean_point(points) if shared else points[0],
        radius_km=0.0 if shared else where[0].radius_km,
        tag=shared_tag,
        glyphs=glyphs,
        grid=_grid(name, shared_tag, glyphs, compact=False),
        compact=_grid(name, "", glyphs, compact=True),
    )
    return Stack(site, where)


def _ordered(group: Sequence[Placed]) -> list[Placed]:
    """Return the records largest first, parts right after their total, unnumbered ones after, events last."""

    def rank(item: Placed) -> tuple[int, float]:
        if isinstance(item.record, Event):
            return 2, 0.0
        value = wording.magnitude(item.record.quantity)
        return (1, 0.0) if value is None else (0, -value)

    here = {item.record.id for item in group}
    parts: dict[str, list[Placed]] = {}
    wholes = []
    for item in sorted(group, key=rank):
        parent = item.record.part_of if isinstance(item.record, Deployment) else None
        if parent is not None and parent in here and parent != item.record.id:
            parts.setdefault(parent, []).append(item)
        else:
            wholes.append(item)
    out: list[Placed] = []
    pending = list(reversed(wholes))
    while pending:
        item = pending.pop()
        out.append(item)
        pending.extend(reversed(parts.pop(item.record.id, [])))
    for orphans in parts.values():  # parts that point at each other in a ring
        out.extend(orphans)
    return out


def _grid(name: str, tag: str, glyphs: Sequence[Glyph], *, compact: bool) -> Grid:
    most = MAX_COMPACT if compact else MAX_SHOWN
    shown = glyphs if len(glyphs) == most + 1 and compact else glyphs[:most]
    columns = 1 if compact else math.ceil(len(shown) / MAX_ROWS)
    rows = math.ceil(len(shown) / columns)
    cells = [_cell(each, own_tag=not tag, compact=compact) for each in shown]
    icon = max(_sign(each)[0] for each in shown)
    cell_width = icon + 6 + max(width for width, _ in cells)
    header = _width(name, 12.5, bold=True) + (_width("  " + tag, 11) if tag else 0)
    return Grid(
        columns=columns,
        rows=tuple(max(height for _, height in cells[row::rows]) for row in range(rows)),
        cell_width=cell_width,
        icon=icon,
        header=HEADER_HEIGHT,
        width=max(columns * cell_width + (columns - 1) * 8, header),
        hidden=len(glyphs) - len(shown),
        more=MORE_HEIGHT if len(glyphs) > len(shown) else 0,
    )


def _cell(each: Glyph, *, own_tag: bool, compact: bool) -> tuple[int, int]:
    """Return width of the words and height of the cell of one glyph."""
    symbol = _sign(each)[1]
    number = _width(each.number, 13, bold=True)
    if compact:
        first = _width(each.words[0], 12) if each.words else 0
        return number or min(COMPACT_WORDS, first), max(symbol, LINE_HEIGHT) + 3
    widths = [_width(line, 12) for line in each.words] or [0]
    widths[0] += number + 4 if number else 0
    tagged = bool(each.tag) and own_tag
    widths.append(_width(each.tag, 11) if tagged else 0)
    return max(widths), max(symbol, (max(1, len(each.words)) + tagged) * LINE_HEIGHT) + 4


def _sign(each: Glyph) -> tuple[int, int]:
    """Return width and height of a glyph's sign in pixels."""
    if each.sidc is None:
        return each.size, each.size
    wide, high = proportions(each.sidc)
    return math.ceil(each.size * wide), math.ceil(each.size * high)


def _width(text: str, size: float, *, bold: bool = False) -> int:
    """Return a safe estimate of a line's width in pixels: fonts differ, so it errs on the wide side."""
    ems = sum(_ems(char) for char in text)
    return math.ceil(ems * size * (1.08 if bold else 1.02))


def _ems(char: str) -> float:
    if unicodedata.combining(char):
        return 0.0
    if unicodedata.east_asian_width(char) in {"W", "F"}:
        return 1.0
    if char in "iljtfI.,:;'’ |()-":
        return 0.34
    if char in "mwMW@%…—":
        return 0.92
    return 0.68 if char.isupper() else 0.56
