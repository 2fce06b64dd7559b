"""The ground of the page: lines in degrees → the same lines in Web Mercator pixels, which the page draws as they are.

Done here once for all vertices, so that the page, while it opens, has no projecting to do.
"""

from __future__ import annotations

import itertools

import numpy as np

from geomap.scene.frame import MERCATOR_LIMIT, TILE
from geomap.scene.model import Line, Shape

BASE_ZOOM = 8
"""Zoom whose Web Mercator pixels the ground is drawn in; ``basemap.js`` has the same."""
SIZE = TILE * float(2**BASE_ZOOM)


def pixels_per_step(shape: Shape) -> float:
    """Return the size of a shape's grid in pixels of ``BASE_ZOOM``: what ``projected`` counts in."""
    return shape.step / 360 * SIZE


def projected(shape: Shape) -> list[Line]:
    """Return the lines of a shape with x, y (downwards) and then dx, dy in ``pixels_per_step``."""
    if not shape.lines:
        return []
    lengths = np.array([len(line) // 2 for line in shape.lines])
    flat = np.fromiter(itertools.chain.from_iterable(shape.lines), dtype=np.int64, count=int(lengths.sum()) * 2)
    steps = flat.reshape(-1, 2)
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    sums = np.cumsum(steps, axis=0)
    before = np.where((starts > 0)[:, None], sums[starts - 1], 0)
    degrees = (sums - np.repeat(before, lengths, axis=0)) * shape.step
    unit = pixels_per_step(shape)
    sine = np.sin(np.radians(np.clip(degrees[:, 1], -MERCATOR_LIMIT, MERCATOR_LIMIT)))
    x = (degrees[:, 0] / 360 + 0.5) * SIZE
    y = (0.5 - np.log((1 + sine) / (1 - sine)) / (4 * np.pi)) * SIZE
    cells = np.rint(np.column_stack([x, y]) / unit).astype(np.int64)
    moves = cells.copy()
    moves[1:] -= cells[:-1]
    moves[starts] = cells[starts]
    numbers = moves.ravel().tolist()
    ends = (np.cumsum(lengths) * 2).tolist()
    return [tuple(numbers[start * 2 : end]) for start, end in zip(starts.tolist(), ends, strict=True)]
