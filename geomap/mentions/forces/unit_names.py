"""Reads the names of single units and ships, which no number counts: "16 Air Assault Brigade", "frigate Haarlem"."""

from __future__ import annotations

import re

from geomap.language import lexicon
from geomap.language.annotated import Annotated
from geomap.language.matcher import Match
from geomap.mentions.forces.terms import Kind
from geomap.mentions.numbers.quantities import QuantityMention
from geomap.model import Category, Echelon, Span

_NAME = r"[A-ZÀ-Þ][^\W\d_A-Z]+(?:-[A-ZÀ-Þ]?[^\W\d_A-Z]+)*"  # "Akçay", "Baden-Württemberg", "Latouche-Tréville"
_SHIP_NAME = re.compile(
    rf" (?:(?:USS|HMS|HMAS|HMCS|INS|BRP|FS|ITS) )?{_NAME}(?: (?:[A-Z]\.)+)?(?: (?:de|of the|{_NAME}))*(?: {_NAME})?"
)
_UNIT_NUMBER = re.compile(
    r"[ ](\d{1,4}(?:\.\d+)*(?:st|nd|rd|th)?)(?![\d,.]*\d|\s*(?:km|miles|kilomet|percent|per cent|%))"
)
_ORDINAL = re.compile(r"(?<![\w.,-])(?:\d{1,4}(?:st|nd|rd|th|er|e|ème|ª|º)|[IVXL]{1,6}(?= [A-Z]))(?= )")
_SPELT = re.compile(
    r"\b(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth|Fourteenth) (?=[A-Z])"
)
_ARTICLE = re.compile(r"\b(?:an?|another) $", re.IGNORECASE)
_LED = re.compile(r"[ -](?:(?:al|an|ar|as|ash|at|az)[- ])?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?")
_CAPITALISED = re.compile(r"[A-ZÀ-Þ][^\W\d_]+(?=[ -])")
_LARGE = frozenset(
    {Echelon.BATTALION, Echelon.REGIMENT, Echelon.BRIGADE, Echelon.DIVISION, Echelon.CORPS, Echelon.ARMY}
)
"""Echelons whose formations have names; an "Intelligence Unit" and a "Flying Squad" are mostly no soldiers."""

_GROUPS = frozenset({"wing", "squadron", "fleet"})
"""Last words of terms without an echelon that units are named by: "31st Fighter Wing", "Sixth Fleet"."""

_HEADLINE_REACH = 200
"""Characters around a word that tell whether it stands in a headline."""

_TITLE_SHARE = 0.8
"""Share of long words with a capital from which a sentence is a headline, whose capitals tell nothing."""


def ship_name(doc: Annotated, head: Match[Kind]) -> int | None:
    """Return the end of a ship's name behind its type: "the carrier Independence", "minehunter Haarlem"."""
    if head.entry.category is not Category.NAVAL or not head.entry.singular or head.entry.named:
        return None
    match = _SHIP_NAME.match(doc.text, head.end)
    if match is None or doc.text[match.end() : match.end() + 2] in {"'s", "’s"}:
        return None
    return match.end()


def unit_name(doc: Annotated, span: Span, head: Match[Kind], quantity: QuantityMention | None) -> Span | None:
    """Return the name that a phrase is of one unit, by its number or by its capitals; ``None`` where it is none."""
    kind = head.entry
    if not kind.singular or not _is_unit(kind):
        return None
    return _led(doc.text, span, kind) or _numbered(doc.text, span, kind, quantity) or _called(doc, span, head, quantity)


def _is_unit(kind: Kind) -> bool:
    last = kind.term.split()[-1]
    return kind.echelon is not None or kind.category is Category.UNIT or last in _GROUPS or last == "group"


def _led(text: str, span: Span, kind: Kind) -> Span | None:
    """ "Liwa al-Tawhid", "Katibat Macina": a noun that stands before its name."""
    capital = text[slice(*span)].rsplit(maxsplit=1)[-1][0].isupper()
    name = _LED.match(text, span[1]) if capital and kind.term in lexicon.forces().leading_heads else None
    return (span[0], name.end()) if name is not None else None


def _numbered(text: str, span: Span, kind: Kind, quantity: QuantityMention | None) -> Span | None:
    """ "Tank Battalion 203", "16 Air Assault Brigade", "82nd Airborne Division", "the 36th marine brigade"."""
    phrase = text[slice(*span)]
    capital = phrase.rsplit(maxsplit=1)[-1][0].isupper()
    number = _UNIT_NUMBER.match(text, span[1]) if capital else None
    if number is not None:
        return (span[0], number.end(1))
    if quantity is not None:
        figure = quantity.text.isdigit() and (quantity.min or 0) > 1
        counted = quantity.strong or not figure or kind.echelon is None
        return None if counted or not capital else (quantity.span[0], span[1])
    ordinal = _ORDINAL.search(phrase) or (_SPELT.search(phrase) if capital else None)
    if ordinal is None or _ARTICLE.search(text[max(0, span[0] - 9) : span[0]]):
        return None  # "a 3rd battalion" is one more
    return span


def _called(doc: Annotated, span: Span, head: Match[Kind], quantity: QuantityMention | None) -> Span | None:
    """ "The Golani Brigade", "the Royal Anglian Regiment": a capitalised noun behind another word with a capital."""
    text = doc.text
    last = text[head.start : head.end].split()[-1]
    large = head.entry.echelon in _LARGE or last.lower() in _GROUPS
    if not large or head.entry.ambiguous or quantity is not None or not last[0].isupper() or last.isupper():
        return None
    name = _CAPITALISED.search(text[slice(*span)])
    return span if name is not None and not _headline(doc, head.start) else None


def _headline(doc: Annotated, position: int) -> bool:
    sentence = doc.sentence_at(position)
    if sentence is None:
        return False
    near = doc.text[max(sentence.start, position - _HEADLINE_REACH) : min(sentence.end, position + _HEADLINE_REACH)]
    words: list[str] = re.findall(r"[^\W\d_]{4,}", near)
    return sum(word[0].isupper() for word in words) > _TITLE_SHARE * len(words)
