"""Tells civil uses of force words by the words beside them: "fish tanks", "an army of ants", "the Apache tribe"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.language import lexicon
from geomap.language.annotated import Annotated
from geomap.language.matcher import Match
from geomap.language.words import key_of
from geomap.mentions.forces.terms import Kind, is_force_word, looks_like_verb
from geomap.model import Category

_WORD_BEFORE = re.compile(r"([^\W_]+)[ \u00a0\-‐‑]$")
_OF_WORD = re.compile(r"[ \u00a0]of[ \u00a0](?:the |its |their |his |her )?([^\W\d_]+)(?:[ \u00a0]([^\W\d_]+))?")
_NOUN_REACH = 20
"""Characters that may lie between a modifier and its noun."""

_BEFORE_REACH = 30


def is_civil(doc: Annotated, run: Sequence[Match[Kind]]) -> bool:
    """Whether a compound is no force where it stands."""
    head = run[-1]
    alone = len(run) == 1 and _verb(doc, head)
    kind = (len(run) == 1 or run[-2].entry.ambiguous) and _kind_before(doc.text, head)  # "an ambulance plane"
    return alone or kind or _attributive(doc, head) or _of(doc.text, head)


def _attributive(doc: Annotated, head: Match[Kind]) -> bool:
    """Whether a word only modifies another noun: "troop deployment", "drone production", "Tomahawk steaks"."""
    kind = head.entry
    if not kind.singular or (kind.named and not kind.ambiguous) or _named_behind(doc.text, head):
        return False
    token = doc.head_of((head.start, head.end))
    if token is None or token.dep not in {"compound", "nmod", "amod"} or token.head <= token.index:
        return False
    noun = doc.tokens[token.head]
    return noun.pos in {"NOUN", "PROPN"} and noun.start - head.end <= _NOUN_REACH and not is_force_word(noun.text)


def _named_behind(text: str, head: Match[Kind]) -> bool:
    """ "The cruiser General Belgrano", "Liwa al-Tawhid": what follows is its name."""
    if head.entry.term in lexicon.forces().leading_heads:
        return True
    return head.entry.category is Category.NAVAL and re.match(r" [A-Z][a-z]", text[head.end : head.end + 3]) is not None


def _verb(doc: Annotated, head: Match[Kind]) -> bool:
    """ "Two T-55s guard the palace": a verb that looks like a force."""
    if not looks_like_verb(doc.text, head):
        return False
    token = doc.head_of((head.start, head.end))
    return token is not None and token.pos == "VERB" and token.dep not in {"amod", "compound"}


def _kind_before(text: str, head: Match[Kind]) -> bool:
    """ "Fish tanks", "car batteries", "toy soldiers"."""
    before = _WORD_BEFORE.search(text[max(0, head.start - _BEFORE_REACH) : head.start])
    if before is None:
        return False
    noun = key_of(head.entry.term).split()[-1]
    return key_of(before[1]) in lexicon.forces().civil.get(noun, ())


def _of(text: str, head: Match[Kind]) -> bool:
    """ "An army of lawyers", "a battery of tests"."""
    kind = head.entry
    if not kind.singular or kind.named or kind.category is Category.PERSONNEL:
        return False
    behind = _OF_WORD.match(text, head.end)
    return behind is not None and any(word and key_of(word) in lexicon.forces().civil_of for word in behind.groups())
