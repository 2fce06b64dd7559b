"""What was made for the last keys, kept within bounds: the news says the same names again and again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
REMEMBERED = 16_384  # names kept in memory, some 10 MB


class Memory(dict[Key, Value]):
    """``memory[key]`` is what ``make`` makes of the key, made once; emptied when ``limit`` keys are kept.

    A dictionary, since what is remembered is then found without a call.
    """

    def __init__(self, make: Callable[[Key], Value], limit: int = REMEMBERED) -> None:
        super().__init__()
        self._make = make
        self._limit = limit

    def __missing__(self, key: Key) -> Value:
        made = self._make(key)
        if len(self) >= self._limit:
            self.clear()
        self[key] = made
        return made
