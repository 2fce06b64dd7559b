"""Finds the words that tell harm, and whether each counts what follows it or what stands before it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from geomap.language import lexicon
from geomap.language.annotated import Sentence, Token
from geomap.language.matcher import Matcher
from geomap.language.words import words_of
from geomap.model import Category, Harm, Use
from geomap.records.context import Mentions, overlaps

_INTRANSITIVE = {"die", "perish", "flee", "drown", "fall"}


@dataclass(frozen=True, slots=True)
class HarmWord:
    """A word of harm at ``[start, end)``; ``forward`` ones count what follows, ``single`` ones one group only."""

    token: Token
    start: int
    end: int
    harm: Harm
    forward: bool
    single: bool = False


@cache
def _verbs() -> dict[str, Harm]:
    return {verb: words.kind for words in lexicon.events().harm for verb in words.verbs}


@cache
def _nouns() -> dict[str, Harm]:
    return {noun: words.kind for words in lexicon.events().harm for noun in words.nouns}


@cache
def _phrases() -> Matcher[Harm]:
    return Matcher((phrase, words.kind) for words in lexicon.events().harm for phrase in words.phrases)


def harm_words(m: Mentions, sentence: Sentence) -> list[HarmWord]:
    """Return the words of harm of a sentence in reading order."""
    words = words_of(m.doc.text, sentence.start, sentence.end)
    found = [_phrase(m, match.start, match.end, match.entry) for match in _phrases().scan(words)]
    covered = [(w.start, w.end) for w in found]
    forward: dict[int, bool] = {}
    for token in m.doc.sentence_tokens(sentence):
        if any(overlaps((token.start, token.end), span) for span in covered):
            continue
        word = _verb(m, token, forward) or _noun(m, token)
        if word is not None:
            forward[token.index] = word.forward
            found.append(word)
    return sorted(found, key=lambda word: word.start)


def _phrase(m: Mentions, start: int, end: int, harm: Harm) -> HarmWord:
    tokens = m.doc.tokens_in((start, end))
    token = next((t for t in tokens if t.tag.startswith("VB")), tokens[0])
    active = token.tag.startswith("VB") and token.tag != "VBN" and m.doc.text[end - 4 : end].lower() == "dead"
    return HarmWord(token, start, end, harm, active, harm is Harm.DISPLACED)


def _verb(m: Mentions, token: Token, told: dict[int, bool]) -> HarmWord | None:
    harm = _verbs().get(token.lemma)
    if harm is None and token.lemma == "fall" and _fallen(m, token):
        harm = Harm.KILLED
    if harm is None or not (
        token.tag.startswith("VB") or (token.pos == "ADJ" and token.lower in {"injured", "wounded", "killed", "hurt"})
    ):
        return None
    if token.lemma in _INTRANSITIVE or token.pos == "ADJ" or m.doc.kids(token, "auxpass"):
        forward = False
    elif m.doc.kids(token, "dobj"):
        forward = True
    elif token.dep == "conj" and token.head in told and not m.doc.kids(token, "nsubj", "nsubjpass"):
        forward = told[token.head]
    else:
        forward = token.tag != "VBN" or bool(m.doc.kids(token, "aux"))
    return HarmWord(token, token.start, token.end, harm, forward)


def _fallen(m: Mentions, token: Token) -> bool:
    """ "13 soldiers fell with them", not "troops fell back" nor "fell on the town"."""
    subject = next(iter(m.doc.kids(token, "nsubj")), None)
    if subject is None or not any(_people(m, t) for t in (subject, *m.doc.kids(subject, "conj"))):
        return False
    return not any(kid.dep == "prt" or kid.lower in {"on", "to", "by", "from", "into"} for kid in m.doc.kids(token))


def _people(m: Mentions, token: Token) -> bool:
    force = m.force_heads.get(token.index)
    if force is not None:
        return force.category is Category.PERSONNEL
    return token.lemma in lexicon.events().people or any(
        a.span[0] <= token.start < a.span[1] and a.use is Use.DEMONYM for a in m.actors
    )


def _noun(m: Mentions, token: Token) -> HarmWord | None:
    harm = _nouns().get(token.lower)
    if token.lower in {"prisoner", "hostage", "captive"}:  # "taking 30 soldiers prisoner"
        taken = any(t.lemma in {"take", "hold"} for t in m.doc.tokens[max(0, token.index - 6) : token.index])
        return HarmWord(token, token.start, token.end, Harm.CAPTURED, False) if taken else None
    if harm is None or token.pos not in {"NOUN", "ADJ", "VERB"}:
        return None
    return HarmWord(token, token.start, token.end, harm, False)
