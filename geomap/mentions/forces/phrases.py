"""The noun phrase that a force stands in: how far its modifiers reach to the left, and the number that counts it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.language import lexicon
from geomap.language.annotated import Annotated, Token
from geomap.mentions.forces.terms import Kind
from geomap.mentions.numbers.lexemes import HYPHENS
from geomap.mentions.numbers.quantities import QuantityMention
from geomap.model import Category, Qualifier

_FIGURE_REACH = 8
_MODIFIER_REACH = 80
"""Characters before a noun in which its modifiers are looked for."""

_MOST_MODIFIERS = 9
"""Tokens that may modify a noun, hyphens among them."""

_COUNT_REACH = 40
"""Characters that may lie between a number and the noun that it counts."""

_BETWEEN = re.compile(
    r"\s*(?:(?:or so|odd|more|further|additional|extra|other|of|the|of the|of its|of their|of his|of our|of them"
    r"|its|their|new|fresh)\s+)*",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"(?<!\S)(?:(?:[A-Z][\w.]+ )?(?:U\.?S|U\.?K|[A-Z]\w+(?:n|sh|ese|i|ch|k|ss|no|ot|ic))\.?(?:, | and )){1,4}$"
)
"""Peoples before the last one of "1,200 Malian, Burkinabe and Nigerien soldiers", which the number counts together."""
_JOINT_REACH = 70

_STRONG_TEAM = re.compile(r"\s+(?:[\w-]+\s+){1,3}of\s+(?:the\s+)?")
"""What follows "400-strong" in "a 400-strong special team of police"."""

_FIGURE = re.compile(r"(?<![\w.,])\d{1,3}(?:\.\d+)?[- ]?$")
_CALIBRE = re.compile(r"(?:mm|cm|millimet(?:re|er)|pounder|inch)\b")
"""A calibre and its figure: "155mm howitzers", "25-pounder guns"."""

_MOUNTING = re.compile(rf"(?:{'|'.join(sorted(lexicon.elided().mounting))})\b")

_MODIFIER_POS = frozenset({"ADJ", "NOUN", "PROPN"})
_MODIFIER_DEPS = frozenset({"compound", "nmod", "amod"})


def counted_phrase(
    doc: Annotated, noun: int, quantities: Sequence[QuantityMention]
) -> tuple[int, QuantityMention | None]:
    """Return where the phrase of the noun that begins at ``noun`` begins, its number left out, and the number."""
    text = doc.text
    start = _modifiers(doc, noun)
    joint = _JOINT.search(text, max(0, start - _JOINT_REACH), start) if text[start : start + 1].isupper() else None
    if joint is not None and _quantity_before(text, joint.start(), quantities) is not None:
        start = joint.start()
    quantity = _quantity_before(text, start, quantities) or _quantity_before(text, noun, quantities)
    if quantity is None or (
        quantity.max == 1 and text[max(0, quantity.span[0] - 4) : quantity.span[0]].lower() == "not "
    ):
        return start, None  # "not one soldier" is no number
    if quantity.span[1] > start:
        gap = text[quantity.span[1] : noun]
        start = quantity.span[1] + len(gap) - len(gap.lstrip())
    return start, quantity


def single(doc: Annotated, start: int, kind: Kind) -> QuantityMention | None:
    """Read "a brigade", "another destroyer", "a second frigate" as one; collectives stay without a number."""
    words = lexicon.forces()
    countable = kind.category is not Category.PERSONNEL or kind.echelon is not None
    collective = kind.term in words.collectives or kind.term.split()[-1] in words.collectives
    if not kind.singular or not countable or collective:
        return None
    before = [token for token in doc.tokens_in((max(0, start - 20), start)) if token.end <= start]
    if before and before[-1].lower in {"one", "single"} and "not" in {t.lower for t in before[-3:]}:
        return None  # "not one soldier" is no number
    chosen: list[Token] = []
    for token in reversed(before):
        if token.lower not in words.single_fillers or (chosen and chosen[-1].start - token.end > 1):
            break
        chosen.append(token)
    if not chosen or chosen[-1].lower not in words.single_openers:
        return None
    span = (chosen[-1].start, chosen[0].end)
    return QuantityMention(span, doc.text[slice(*span)], 1, 1, Qualifier.EXACT, ("quantity-single",))


def _modifiers(doc: Annotated, start: int) -> int:
    """Move left over the adjectives, nouns and names that modify the noun at ``start``."""
    position = start
    for steps, token in enumerate(reversed(doc.tokens_in((max(0, start - _MODIFIER_REACH), start)))):
        if token.end > position or steps >= _MOST_MODIFIERS:
            if token.start >= start:
                continue
            break
        gap = doc.text[token.end : position]
        if gap.strip(" \u00a0") or "\n" in gap or len(gap) > 2:
            break
        if not _modifies(doc, token, position):
            break
        if token.tag in {"NNS", "NNPS"} and token.dep not in _MODIFIER_DEPS:
            break  # a plural heads a phrase of its own
        position = token.start
    position += 1 if doc.text[position : position + 1] in HYPHENS else 0
    figure = _FIGURE.search(doc.text[max(0, position - _FIGURE_REACH) : position])
    return position - len(figure[0]) if figure is not None and _CALIBRE.match(doc.text, position) else position


def _modifies(doc: Annotated, token: Token, position: int) -> bool:
    """Whether a token belongs to the phrase that goes on at ``position``: "heavily armed", "well-trained", "new"."""
    if token.text in HYPHENS:
        return not (token.index and doc.tokens[token.index - 1].pos == "NUM")
    if token.lower in lexicon.forces().no_modifiers:
        return False
    following = doc.text[position : position + 1]
    if _CALIBRE.fullmatch(token.lower):
        return True
    if token.pos == "ADV":
        after = doc.tokens[token.index + 1] if token.index + 1 < len(doc.tokens) else None
        return following in HYPHENS or (after is not None and (after.tag in {"VBN", "VBG"} or after.pos == "ADJ"))
    participle = token.tag in {"VBN", "VBG"} and token.dep in _MODIFIER_DEPS
    return token.pos in _MODIFIER_POS or participle or following in HYPHENS


def _quantity_before(text: str, start: int, quantities: Sequence[QuantityMention]) -> QuantityMention | None:
    return next((quantity for quantity in quantities if _counts(text, start, quantity)), None)


def _counts(text: str, start: int, quantity: QuantityMention) -> bool:
    """Whether a number counts what begins at ``start``: it stands before it or opens it."""
    first, last = quantity.span
    if first < start and last <= start and start - last <= _COUNT_REACH:
        gap = text[last:start]
        if gap.endswith(" of them ") and _MOUNTING.match(text, start) is not None:
            return False  # "about 50 of them mount guard"
        if (quantity.strong and _STRONG_TEAM.fullmatch(gap)) or _BETWEEN.fullmatch(gap or " "):
            return True
    return start <= first < start + _COUNT_REACH and not text[start:first].strip()
