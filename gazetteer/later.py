"""Geometries that are made when they are first asked for: who asks where a place is mostly wants its point."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


class Later:
    """Calls ``make`` once, when it is called itself. A copy or a pickle holds what was made."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], BaseGeometry | None]) -> None:
        self._make: Callable[[], BaseGeometry | None] | None = make
        self._made: BaseGeometry | None = None

    def __call__(self) -> BaseGeometry | None:
        """Return the geometry, ``None`` where there is none."""
        if self._make is not None:
            self._made, self._make = self._make(), None
        return self._made

    def __reduce__(self) -> tuple[Any, ...]:
        return _already, (self(),)


def _already(made: BaseGeometry | None) -> Later:
    return Later(lambda: made)
