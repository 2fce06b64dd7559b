"""Decides what a place word does: the place itself, a government, a people, a dateline.

Governments act: a country or a capital that is the subject of a verb, owns an army or is talked with is an actor.
Other towns stay places unless the dateline rule holds.
"""

from __future__ import annotations

from collections.abc import Sequence

from gazetteer import Kind
from geomap.language import lexicon
from geomap.language.annotated import Annotated, Token
from geomap.mentions.actors.government import government
from geomap.mentions.actors.government_role import LITERAL, UseFound, next_word
from geomap.mentions.places.names import Name
from geomap.model import Span, Use

__all__ = ["LOCAL_BODY", "UseFound", "use_of"]

LOCAL_BODY = "local-body"
"""Rule by which a place word stands for an organ of a town or province, which is no state."""


def use_of(doc: Annotated, name: Name, capitals: frozenset[str], datelines: Sequence[Span]) -> UseFound:
    """Return the use of a name; ``capitals`` are the gazetteer ids of capitals."""
    if any(start <= name.span[0] < end for start, end in datelines):
        return UseFound(Use.DATELINE, "dateline")
    token = doc.head_of(name.span)
    if token is None:
        return LITERAL
    told = _of_the_word(doc, name)
    if told is not None:
        return told
    country = name.names(Kind.COUNTRY)
    capital = any(c.place.id in capitals for c in name.candidates)
    if not country and not capital:
        return LITERAL
    if token.dep == "compound" and _before_numbering(doc, name):
        return LITERAL
    return government(doc, name, token, country=country)


def _before_numbering(doc: Annotated, name: Name) -> bool:
    """ "The battlegroup in Romania numbers 800": a verb, which the parse takes for a noun that the country owns."""
    following = next_word(doc, name.span[1])
    after = next_word(doc, following.end) if following is not None else None
    return following is not None and following.lower == "numbers" and after is not None and after.pos in {"NUM", "ADV"}


def _of_the_word(doc: Annotated, name: Name) -> UseFound | None:
    """Tell by the word itself and the one behind it: a people, an organ of a town, an abbreviation as adjective."""
    if name.traits.people and (name.is_demonym or not name.names(Kind.COUNTRY)):
        return UseFound(Use.DEMONYM, "demonym")
    if _local_body(doc, name):
        return UseFound(Use.METONYM, "national-body" if name.names(Kind.COUNTRY) else LOCAL_BODY)
    if name.names(Kind.COUNTRY) and _adjectival(doc, name):
        return UseFound(Use.DEMONYM, "abbreviation-as-adjective")
    return None


def _local_body(doc: Annotated, name: Name) -> bool:
    """ "Torrington Fire Department", "Alexandria police": an organ of the town acts, or a person of it."""
    following = next_word(doc, name.span[1])
    if following is None or following.start - name.span[1] != 1 or not name.candidates:
        return False
    if following.lower not in lexicon.names().local_bodies or following.lower in {"county", "town", "city", "village"}:
        return False
    return not name.names(Kind.COUNTRY) or following.text[:1].isupper()


def _people(doc: Annotated, token: Token) -> bool:
    """Whether an adjective of a people begins there: "Polish", "South Korean"."""
    behind = doc.tokens[token.index + 1] if token.index + 1 < len(doc.tokens) else token
    return token.tag == "JJ" or (behind.tag == "JJ" and behind.text[:1].isupper())


def _adjectival(doc: Annotated, name: Name) -> bool:
    """ "US troops", "U.S. President", "UK forces": an abbreviation before a noun."""
    bare = name.text.replace(".", "").replace("the ", "")
    if not (bare.isupper() and 2 <= len(bare) <= 4):
        return False
    following = next_word(doc, name.span[1])
    if following is None or following.start - name.span[1] > 1:
        return False
    if following.lower == "and" and following.index + 1 < len(doc.tokens):  # "U.S. and South Korean marines"
        following = doc.tokens[following.index + 1]
        return (
            following.text[:1].isupper()
            and doc.text[name.span[0] - 1 : name.span[0]] == " "
            and _people(doc, following)
        )
    if following.pos in {"NOUN", "ADJ"} or (following.tag in {"VBN", "VBG"} and following.dep == "amod"):
        return True
    return (following.pos == "PROPN" and following.text[:1].isupper()) or following.text == "-"
