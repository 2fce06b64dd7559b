"""What a force mention is, as the later rooms get it."""

from __future__ import annotations

from dataclasses import dataclass

from geomap.mentions.quantities import QuantityMention
from geomap.model import Category, Echelon, Span

_NUMBER_REACH = 60
"""Characters that a number may stand from its force to count as a part of the mention."""


@dataclass(frozen=True, slots=True)
class ForceMention:
    """A force at ``span`` (modifiers and head), counted by ``quantity`` where a number stands with it.

    ``elided`` marks a number whose noun is told elsewhere ("and 2,000 to Poland"); ``head`` is the span of the noun.
    """

    span: Span
    head: Span
    text: str
    category: Category
    echelon: Echelon | None
    quantity: QuantityMention | None
    generic: bool
    named: bool
    ambiguous: bool
    singular: bool
    rules: tuple[str, ...]
    elided: bool = False

    def head_term(self, text: str) -> str:
        """Return the head noun as written."""
        return text[self.head[0] : self.head[1]]

    @property
    def start(self) -> int:
        """Where the mention begins, its number included."""
        if self.quantity is None or abs(self.span[0] - self.quantity.span[1]) >= _NUMBER_REACH:
            return self.span[0]
        return min(self.span[0], self.quantity.span[0])

    @property
    def end(self) -> int:
        """Where the mention ends, its number included."""
        return max(self.span[1], self.quantity.span[1]) if self.quantity else self.span[1]
