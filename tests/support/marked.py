"""Sentences with their names marked ``{so}`` → the expressions that the gazetteer reads in them."""

from __future__ import annotations

import re

from gazetteer import Gazetteer
from gazetteer.spans import ExpressionSpan, NameSpan


def read(gazetteer: Gazetteer, marked: str) -> tuple[str, tuple[ExpressionSpan, ...]]:
    """Return the text without its marks, and the expressions around the names that were marked."""
    text, names = "", []
    for piece in re.split(r"(\{[^}]*\})", marked):
        words = piece.strip("{}") if piece.startswith("{") else piece
        if piece.startswith("{"):
            names.append(NameSpan(len(text), len(text) + len(words), words))
        text += words
    return text, gazetteer.extend(text, names)
