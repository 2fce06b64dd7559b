"""The part that a country's or a capital's name plays in its sentence, as the rules of its use share it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from geomap.language.annotated import Annotated, Token
from geomap.mentions.places.names import Name
from geomap.model import Use


@dataclass(frozen=True, slots=True)
class UseFound:
    """A use with the rule that decided it."""

    use: Use
    rule: str


LITERAL = UseFound(Use.LITERAL, "literal")
"""What a place word is where nothing tells otherwise."""


@dataclass(frozen=True, slots=True)
class Role:
    """The part that a name plays: ``root`` is the first conjunct, whose part the others share; ``head`` governs it."""

    doc: Annotated
    name: Name
    root: Token
    head: Token
    conjunct: bool  # the name is a later conjunct
    country: bool  # and not only a capital


Rule = Callable[[Role], UseFound | None]


def metonym(rule: str) -> UseFound:
    """Return that a government acts, by this rule."""
    return UseFound(Use.METONYM, rule)


def literal(rule: str) -> UseFound:
    """Return that the place itself is meant, by this rule."""
    return UseFound(Use.LITERAL, rule)


def next_word(doc: Annotated, position: int) -> Token | None:
    """Return the first token at or behind a position."""
    for token in doc.tokens_in((position, position + 30)):
        if token.start >= position and token.text.strip():
            return token
    return None


def word_before(doc: Annotated, position: int) -> Token | None:
    """Return the last token of the sentence that ends at or before a position, an article not counted."""
    sentence = doc.sentence_at(position)
    if sentence is None:
        return None
    before = [t for t in doc.tokens_in((max(sentence.start, position - 40), position)) if t.end <= position]
    while before and (before[-1].lower == "the" or not before[-1].text.strip()):
        before.pop()
    return before[-1] if before else None
