"""A user's own gazetteers: adding files of places, listing and removing what was added."""

from .listing import Source, remove, sources
from .loading import Added, Wanted, add
from .records import Left

__all__ = [
    "Added",
    "Left",
    "Source",
    "Wanted",
    "add",
    "remove",
    "sources",
]
