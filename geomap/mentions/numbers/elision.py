"""A number with the force that it may count, and what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geomap.language import lexicon
from geomap.language.annotated import Annotated, Token
from geomap.language.schemas import ElidedWords
from geomap.mentions.actors.finding import ActorMention
from geomap.mentions.forces.finding import ForceMention
from geomap.mentions.numbers.quantities import QuantityMention

_LEAD = 60
"""Characters before a number that are read for what leads to it."""


def next_tokens(doc: Annotated, position: int) -> tuple[Token, ...]:
    """Return the tokens behind a position, four at most."""
    return tuple(t for t in doc.tokens_in((position, position + 40)) if t.start >= position)[:4]


@dataclass(frozen=True, slots=True)
class Elision:
    """A number with the force that it may count, the actors beside it and the tokens around it.

    ``token`` heads the number, ``lead`` is the text before it; ``following`` holds the tokens behind it, four at most.
    """

    doc: Annotated
    quantity: QuantityMention
    antecedent: ForceMention
    actors: Sequence[ActorMention]
    following: tuple[Token, ...]
    token: Token | None
    lead: str
    words: ElidedWords

    @classmethod
    def of(
        cls, doc: Annotated, quantity: QuantityMention, antecedent: ForceMention, actors: Sequence[ActorMention]
    ) -> Elision:
        """Gather what stands around the number."""
        start, end = quantity.span
        lead = doc.text[max(0, start - _LEAD) : start]
        following = next_tokens(doc, end)
        token = doc.head_of(quantity.span)
        return cls(doc, quantity, antecedent, actors, following, token, lead, lexicon.elided())

    @property
    def opening(self) -> str:
        """The sentence of the number up to it."""
        here = self.doc.sentence_at(self.quantity.span[0])
        return self.doc.text[here.start : self.quantity.span[0]] if here is not None else ""

    @property
    def first(self) -> Token:
        """The token behind the number; only the rule that there is one is asked before."""
        return self.following[0]

    @property
    def leads_on(self) -> bool:
        """Whether the token behind the number leads on to a place."""
        return self.first.lower in self.words.places

    @property
    def same_sentence(self) -> bool:
        """Whether the force was told in the sentence of the number."""
        here = self.doc.sentence_at(self.quantity.span[0])
        return self.doc.sentence_at(self.antecedent.start) == here
