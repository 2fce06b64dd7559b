"""Decides what a place word does: the place itself, a government, a people, a dateline.

Governments act: a country or a capital that is the subject of a verb, owns an army or is talked with is an actor.
Other towns stay places unless the dateline rule holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gazetteer import Kind, NameKind
from geomap.language import lexicon
from geomap.language.annotated import Annotated, Token
from geomap.mentions.names import Name
from geomap.model import Span, Use


@dataclass(frozen=True, slots=True)
class UseFound:
    """A use with the rule that decided it."""

    use: Use
    rule: str


def use_of(doc: Annotated, name: Name, capitals: frozenset[str], datelines: Sequence[Span]) -> UseFound:
    """Return the use of a name; ``capitals`` are the gazetteer ids of capitals."""
    if any(start <= name.span[0] < end for start, end in datelines):
        return UseFound(Use.DATELINE, "dateline")
    token = doc.head_of(name.span)
    if token is None:
        return UseFound(Use.LITERAL, "literal")
    demonym = any(c.name_kind is NameKind.DEMONYM for c in name.candidates)
    if demonym and (name.is_demonym or not name.names(Kind.COUNTRY)):
        return UseFound(Use.DEMONYM, "demonym")
    country = name.names(Kind.COUNTRY)
    if country and _adjectival(doc, name, token):
        return UseFound(Use.DEMONYM, "abbreviation-as-adjective")
    capital = any(c.place.id in capitals for c in name.candidates)
    if not country and not capital:
        return UseFound(Use.LITERAL, "literal")
    return _government(doc, name, token, country=country)


def _adjectival(doc: Annotated, name: Name, token: Token) -> bool:
    """ "US troops", "U.S. President", "UK forces": an abbreviation before a noun."""
    bare = name.text.replace(".", "").replace("the ", "")
    if not (bare.isupper() and 2 <= len(bare) <= 4):
        return False
    following = _next(doc, name.span[1])
    if following is None or following.start - name.span[1] > 1:
        return False
    if following.pos in {"NOUN", "ADJ"} or (following.tag in {"VBN", "VBG"} and following.dep == "amod"):
        return True
    return (following.pos == "PROPN" and following.text[:1].isupper()) or following.text == "-"


def _government(doc: Annotated, name: Name, token: Token, *, country: bool) -> UseFound:
    words = lexicon.places()
    root, first = _first_conjunct(doc, token)
    owned = _possessed(doc, name)
    if owned is not None:
        return owned
    if country and _gapped(doc, name):
        return UseFound(Use.METONYM, "gapped-subject")
    head = doc.tokens[root.head]
    if root.dep in {"nsubj", "csubj"} and root.head != root.index:
        if head.lemma in (words.hosting_verbs if country else words.place_verbs):
            return UseFound(Use.LITERAL, "subject-of-place-verb")
        if head.lemma == "be" and not country and not doc.kids(head, "xcomp"):
            return UseFound(Use.LITERAL, "subject-of-being")
        return UseFound(Use.METONYM, "subject")
    if root.dep == "nsubjpass":
        return UseFound(Use.METONYM if country else Use.LITERAL, "subject-of-passive")
    if root.dep in {"dative", "dobj"} and head.lemma in words.recipient_verbs:
        return UseFound(Use.METONYM, "recipient")
    if root.dep == "pobj" or (first and root.dep == "conj"):
        return _after_preposition(doc, root, head, country=country)
    if root.dep in {"compound", "nmod", "amod"} and country:
        following = _next(doc, name.span[1])
        if following is not None and following.pos == "NOUN" and following.lemma not in words.geographic_nouns:
            return UseFound(Use.METONYM, "noun-modifier")
        if following is not None and following.text in {"-", "–"}:
            return UseFound(Use.METONYM, "noun-modifier")
    if country and _leads_item(doc, name):
        return UseFound(Use.METONYM, "leads-item")
    if _leads_sentence(doc, name) and root.dep not in {"pobj", "conj"}:
        return UseFound(Use.METONYM, "leads-sentence")
    return UseFound(Use.LITERAL, "literal")


def _possessed(doc: Annotated, name: Name) -> UseFound | None:
    """ "Russia's troops" act, "Ukraine's northern border" lies."""
    words = lexicon.places()
    tail = doc.text[name.span[1] : name.span[1] + 2]
    if tail not in {"'s", "’s"} and not (tail[:1] in {"'", "’"} and name.text.endswith("s")):
        return None
    following = [t for t in doc.tokens_in((name.span[1] + 2, name.span[1] + 60)) if t.start > name.span[1] + 1]
    for token in following[:4]:
        if token.lower in words.geographic_nouns:
            return UseFound(Use.LITERAL, "owns-geography")
        if token.lower in words.acting_nouns or token.lemma in words.acting_nouns:
            return UseFound(Use.METONYM, "owns-actor")
        if token.pos == "PROPN" and token.text[:1].isupper() and token is following[0]:
            return UseFound(Use.METONYM if _titled(token) else Use.LITERAL, "owns-name")
        if token.pos == "NOUN":
            break
    return UseFound(Use.METONYM, "owns")


def _titled(token: Token) -> bool:
    return token.lower in lexicon.reporting().titles or token.lower in {
        "wagner",
        "armed",
        "air",
        "navy",
        "army",
        "labour",
    }


def _after_preposition(doc: Annotated, root: Token, head: Token, *, country: bool) -> UseFound:
    words = lexicon.places()
    governor = doc.tokens[head.head]
    preposition = head.lower
    if preposition == "for" and (governor.lemma in words.setting_out or governor.lemma in words.bodies):
        return UseFound(Use.LITERAL, "bound-for")
    if preposition in words.partner_prepositions or preposition == "between":
        if governor.lemma in words.geographic_heads or governor.lower in words.geographic_heads:
            return UseFound(Use.LITERAL, "geography-with")
        if preposition == "between":
            actors = governor.lemma in words.governing_nouns
            return UseFound(Use.METONYM if actors else Use.LITERAL, "between")
        if preposition == "for" and governor.lemma not in words.governing_nouns:
            return UseFound(Use.LITERAL, "for")
        return UseFound(Use.METONYM, f"partner-{preposition}")
    if preposition in {"of", "to", "from"} and governor.lemma in words.governing_nouns:
        return UseFound(Use.METONYM, "government-of")
    if preposition == "to" and governor.lemma in words.giving:
        return UseFound(Use.METONYM, "recipient-to")
    return UseFound(Use.LITERAL, f"after-{preposition}")


def _first_conjunct(doc: Annotated, token: Token) -> tuple[Token, bool]:
    """Follow "Poland and Romania" back to the first conjunct, whose role both share."""
    seen = 0
    while token.dep in {"conj", "appos"} and token.head != token.index and seen < 8:
        head = doc.tokens[token.head]
        if head.pos not in {"PROPN", "NOUN"}:
            break
        token = head
        seen += 1
    return token, seen > 0


def _next(doc: Annotated, position: int) -> Token | None:
    for token in doc.tokens_in((position, position + 30)):
        if token.start >= position and token.text.strip():
            return token
    return None


def _gapped(doc: Annotated, name: Name) -> bool:
    """ "Guatemala has contributed 150 police, Jamaica 24 soldiers and Belize two": a number follows at once."""
    following = _next(doc, name.span[1])
    before = doc.text[max(0, name.span[0] - 5) : name.span[0]]
    number = following is not None and (following.pos == "NUM" or doc.text[name.span[1] :].startswith(" up to "))
    return number and doc.text[name.span[1] : name.span[1] + 1] == " " and before.endswith((", ", " and ", "; "))


def _leads_sentence(doc: Annotated, name: Name) -> bool:
    """ "Moscow, he went on, had supplied …": a government at the head of a sentence, where the parse lost its verb."""
    sentence = doc.sentence_at(name.span[0])
    if sentence is None or doc.text[sentence.start : name.span[0]].strip("“\"' \u00a0").lower() not in {"", "the"}:
        return False
    tokens = doc.sentence_tokens(sentence)
    return any(token.is_verb for token in tokens) and doc.text[name.span[1] : name.span[1] + 1] in {",", " "}


def _leads_item(doc: Annotated, name: Name) -> bool:
    """ "Germany: 38 servicemen" in a list: the country that the item is about, with a force that is its own."""
    sentence = doc.sentence_at(name.span[0])
    if sentence is None:
        return False
    before = doc.text[sentence.start : name.span[0]].strip(" -–—•*·")
    return not before and doc.text[name.span[1] : name.span[1] + 1] == ":"
