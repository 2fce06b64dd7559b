"""Tokens without a parse, for lines that nothing can be read out of: a hundredth of what the parse costs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from geomap.language.annotated import Token

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PREPOSITIONS = frozenset(
    {"across", "along", "around", "at", "behind", "between", "beyond", "by", "for", "from", "in", "inside", "into"}
    | {"near", "of", "off", "on", "onto", "outside", "over", "through", "throughout", "to", "toward", "towards", "via"}
    | {"with", "within"}
)


def plain_tokens(doc: Doc, first: int, start: int, sentence: int) -> Iterator[Token]:
    """Yield the tokens of a line that only the tokenizer has seen; ``first`` is the index of the first, ``start`` where
    the line begins, ``sentence`` the index of the sentence that it is.

    A preposition is one, a word with a capital a name, all others are unknown (X); each is its own head.
    """
    for token in doc:
        text = token.text
        lower = text.lower()
        pos = "ADP" if lower in _PREPOSITIONS else "PROPN" if text[:1].isupper() else "X"
        at = start + token.idx
        index = first + token.i
        yield Token(index, at, at + len(text), text, lower, pos, "", "", index, sentence, lower)
