"""Reads the names of single units and ships, which no number counts: "16 Air Assault Brigade", "frigate Haarlem"."""

from __future__ import annotations

import re

from geomap.language.annotated import Annotated
from geomap.language.matcher import Match
from geomap.mentions.force_terms import Kind
from geomap.mentions.quantities import QuantityMention
from geomap.model import Category, Span

_SHIP_NAME = re.compile(
    r" (?:(?:USS|HMS|HMAS|HMCS|INS|BRP|FS|ITS) )?[A-Z][a-z]+(?: (?:de|of the|[A-Z][a-z]+))*(?: [A-Z][a-z]+)?"
)
_UNIT_NUMBER = re.compile(r"[ ](\d{1,4}(?:st|nd|rd|th)?)(?![\d,.]*\d|\s*(?:km|miles|kilomet|percent|per cent|%))")


def ship_name(doc: Annotated, head: Match[Kind]) -> int | None:
    """Return the end of a ship's name behind its type: "the carrier Independence", "minehunter Haarlem"."""
    if head.entry.category is not Category.NAVAL or not head.entry.singular or head.entry.named:
        return None
    match = _SHIP_NAME.match(doc.text, head.end)
    if match is None or doc.text[match.end() : match.end() + 2] in {"'s", "’s"}:
        return None
    return match.end()


def unit_name(doc: Annotated, span: Span, kind: Kind, quantity: QuantityMention | None) -> Span | None:
    """Read "Tank Battalion 203", "16 Air Assault Brigade" as names: singular, capitalised, with an ordinal figure."""
    text = doc.text
    if kind.echelon is None or not kind.singular or not text[slice(*span)].split()[-1][0].isupper():
        return None
    number = _UNIT_NUMBER.match(text, span[1])
    if number is not None:
        return (span[0], number.end(1))
    if quantity is not None and not quantity.strong and (quantity.min or 0) > 1:
        return (quantity.span[0], span[1])
    return None
