"""How much one article may hold."""

from __future__ import annotations

from geomap.errors import UnreadableArticle

TEXT_LIMIT = 10_000_000
"""Longest text in bytes of UTF-8: 10 MB, several hundred times the longest news feature."""

FILE_LIMIT = 20_000_000
"""Largest page, PDF, Word file or e-mail in bytes; what is not text in it (pictures, markup) is the larger part."""


def too_long(name: str) -> UnreadableArticle:
    """Return the error for a text above :data:`TEXT_LIMIT`; ``name`` says what was read."""
    return UnreadableArticle(f"{name}: is longer than {TEXT_LIMIT // 1_000_000} MB; give one article, not an archive")


def too_large(name: str) -> UnreadableArticle:
    """Return the error for a file above :data:`FILE_LIMIT`."""
    return UnreadableArticle(f"{name}: is larger than {FILE_LIMIT // 1_000_000} MB; give one article, not an archive")
