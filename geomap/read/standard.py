"""Standard input as bytes."""

from __future__ import annotations

import sys
from typing import BinaryIO

from geomap.errors import UnreadableArticle

STANDARD_INPUT = "standard input"
"""What it is called in errors."""


def standard_input() -> BinaryIO:
    """Return standard input; ``UnreadableArticle`` where the process has none."""
    if sys.stdin is None:
        raise UnreadableArticle(f"{STANDARD_INPUT}: is closed; give a file instead of -")
    return sys.stdin.buffer
