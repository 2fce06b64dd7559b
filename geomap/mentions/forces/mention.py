"""What a force mention is, as the later rooms get it."""

from __future__ import annotations

from dataclasses import dataclass

from geomap.mentions.numbers.quantities import QuantityMention
from geomap.model import Category, Echelon, Span

_NUMBER_REACH = 60
"""Characters that a number may stand from its force to count as a part of the mention."""

_NUMBER_BEHIND = 12
"""The same for a number behind it: between "the garrison" and "numbers 2,500" its place may stand."""


@dataclass(frozen=True, slots=True)
class ForceMention:
    """A force at ``span`` (modifiers and head), counted by ``quantity`` where a number stands with it.

    ``elided`` marks a number whose noun is told elsewhere ("and 2,000 to Poland"), by the force at ``antecedent``;
    ``head`` is the span of the noun.
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
    antecedent: Span | None = None

    def head_term(self, text: str) -> str:
        """Return the head noun as written."""
        return text[self.head[0] : self.head[1]]

    def elided_by(self, *names: str) -> bool:
        """Whether one of these rules tells that the number leaves its noun out."""
        return self.elided and self.rules[-1] in names

    @property
    def start(self) -> int:
        """Where the mention begins, its number included."""
        if self.quantity is None or abs(self.span[0] - self.quantity.span[1]) >= _NUMBER_REACH:
            return self.span[0]
        return min(self.span[0], self.quantity.span[0])

    @property
    def end(self) -> int:
        """Where the mention ends, its number included."""
        if self.quantity is None or self.quantity.span[0] - self.span[1] >= _NUMBER_BEHIND:
            return self.span[1]
        return max(self.span[1], self.quantity.span[1])
