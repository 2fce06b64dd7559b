"""What the language room hands on: tokens, sentences and entities of an article, free of spaCy's own types."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from geomap.language.words import Word, words_of
from geomap.model import Span


@dataclass(frozen=True, slots=True)
class Token:
    """One token. ``head`` is the index of the syntactic head (its own index for a root)."""

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str  # universal part of speech
    tag: str  # Penn Treebank tag
    dep: str  # ClearNLP dependency label
    head: int
    sentence: int
    lower: str  # the text in lower case

    @property
    def is_verb(self) -> bool:
        """Whether the token is a verb or an auxiliary."""
        return self.pos in {"VERB", "AUX"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """``[first, last)`` are token indices, ``block`` counts the lines of the article that hold text."""

    index: int
    start: int
    end: int
    first: int
    last: int
    block: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity as the statistical model proposes it (PERSON, ORG, GPE, …)."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article's text with its words, tokens, sentences and entities; every offset counts in ``text``."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]
    words: tuple[Word, ...] = field(repr=False)
    children: tuple[tuple[int, ...], ...] = field(repr=False)
    _starts: tuple[int, ...] = field(repr=False)
    _sentence_starts: tuple[int, ...] = field(repr=False)

    @classmethod
    def of(
        cls, text: str, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...], entities: tuple[Entity, ...]
    ) -> Annotated:
        """Index the parts for look-up by position and by head."""
        children: list[list[int]] = [[] for _ in tokens]
        for token in tokens:
            if token.head != token.index:
                children[token.head].append(token.index)
        return cls(
            text,
            tokens,
            sentences,
            entities,
            words_of(text),
            tuple(tuple(kids) for kids in children),
            tuple(token.start for token in tokens),
            tuple(sentence.start for sentence in sentences),
        )

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """Return the tokens that overlap the span, in order."""
        first = max(0, bisect_right(self._starts, span[0]) - 1)
        last = bisect_left(self._starts, span[1])
        if first < last and self.tokens[first].end <= span[0]:
            first += 1
        return self.tokens[first:last]

    def sentences_in(self, span: Span) -> tuple[Sentence, ...]:
        """Return the sentences that begin inside the span."""
        first, last = bisect_left(self._sentence_starts, span[0]), bisect_left(self._sentence_starts, span[1])
        return self.sentences[first:last]

    def first_of_block(self, sentence: Sentence) -> Sentence:
        """Return the first sentence of the line that a sentence stands in."""
        index = sentence.index
        while index and self.sentences[index - 1].block == sentence.block:
            index -= 1
        return self.sentences[index]

    def entities_in(self, span: Span) -> tuple[Entity, ...]:
        """Return the entities that begin inside the span."""
        first = bisect_left(self.entities, span[0], key=lambda entity: entity.start)
        last = bisect_left(self.entities, span[1], key=lambda entity: entity.start)
        return self.entities[first:last]

    def head_of(self, span: Span) -> Token | None:
        """Return the token of the span that governs the others: the one whose head lies outside."""
        inside = self.tokens_in(span)
        indices = {token.index for token in inside}
        for token in inside:
            if token.head == token.index or token.head not in indices:
                if token.pos == "PUNCT" and len(inside) > 1:
                    continue
                return token
        return inside[-1] if inside else None

    def sentence_at(self, position: int) -> Sentence | None:
        """Return the sentence that holds the character, or the last one before it."""
        if not self.sentences:
            return None
        return self.sentences[max(0, bisect_right(self._sentence_starts, position) - 1)]

    def sentence_tokens(self, sentence: Sentence) -> tuple[Token, ...]:
        """Return the tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Yield the heads above a token, nearest first."""
        while token.head != token.index:
            token = self.tokens[token.head]
            yield token

    def kids(self, token: Token, *deps: str) -> tuple[Token, ...]:
        """Return the direct dependants, those with one of the labels where labels are given."""
        found = (self.tokens[i] for i in self.children[token.index])
        return tuple(kid for kid in found if not deps or kid.dep in deps)

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """Return the token with all that depends on it, in reading order."""
        stack, found = [token.index], []
        while stack:
            index = stack.pop()
            found.append(index)
            stack.extend(self.children[index])
        return tuple(self.tokens[i] for i in sorted(found))
