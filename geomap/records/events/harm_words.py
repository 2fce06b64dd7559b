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

_INTRANSITIVE = {"die", "perish", "flee", "drown", "fall", "surrender"}
_TO_DEATH = {"club", "beat", "hack", "stab", "stone", "burn", "bludgeon", "axe", "cut", "blow"}
_LIMBS = {
    *("leg", "arm", "foot", "hand", "thigh", "knee", "shoulder", "chest", "stomach", "neck", "face", "eye", "limb"),
    *("thumb", "finger", "toe"),
}
_COUNTING = {"stand", "number", "rise", "reach", "climb", "total", "mount", "pass", "grow", "jump"}
_PUTTING = {"put", "give", "place", "raise", "bring", "revise"}
_FREEING = {"free", "release", "rescue", "swap", "exchange", "return", "liberate", "recover", "hand"}


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
    if m.doc.text[start:end].lower().endswith("toll"):
        counting = _counted_by(m, tokens[-1])
        return HarmWord(tokens[-1], start, max(end, counting or 0), harm, forward=True)
    active = token.tag.startswith("VB") and token.tag != "VBN" and m.doc.text[end - 4 : end].lower() == "dead"
    return HarmWord(token, start, end, harm, active, harm is Harm.DISPLACED)


def _counted_by(m: Mentions, noun: Token) -> int | None:
    """ "The dead number 18", "the count of the dead stood at 55", "put the dead at 24": where the words end that lead
    to the number, ``None`` where no such number follows."""
    top = noun
    while top.dep in {"pobj", "prep", "compound", "amod"} and top.head != top.index:
        top = m.doc.tokens[top.head]
    verb = m.doc.tokens[top.head]
    if top.dep in {"nsubj", "nsubjpass"} and verb.start > noun.end and verb.lemma in _COUNTING:
        return verb.end
    if top.dep == "dobj" and verb.lemma in _PUTTING:
        led = m.doc.text[noun.end : noun.end + 4]
        return noun.end if led.startswith((" at ", " as ", " to ")) else None
    return None


def _verb(m: Mentions, token: Token, told: dict[int, bool]) -> HarmWord | None:
    harm = _verbs().get(token.lemma) or _by_phrase(m, token)
    participle = token.tag == "NN" and token.dep in {"advcl", "acl"} and token.lower.endswith("ing")
    if participle:  # ", killing, the governor said, three people": the tagger takes it for a noun
        harm = _verbs().get(token.lower[:-3])
    if harm is None or not (
        participle
        or token.tag.startswith("VB")
        or (token.pos == "ADJ" and token.lower in {"injured", "wounded", "killed", "hurt"})
    ):
        return None
    if harm is Harm.CAPTURED and token.dep == "amod":
        return None  # "three captured paratroopers were shown": it does not tell the capture
    maimed = token.lemma == "lose" and harm is Harm.WOUNDED
    if maimed or token.lemma in _INTRANSITIVE or token.pos == "ADJ" or m.doc.kids(token, "auxpass"):
        forward = False
    elif m.doc.kids(token, "dobj"):
        forward = True
    elif token.dep == "conj" and token.head in told and not m.doc.kids(token, "nsubj", "nsubjpass"):
        forward = told[token.head]
    else:
        forward = token.tag != "VBN" or bool(m.doc.kids(token, "aux"))
    return HarmWord(token, token.start, token.end, harm, forward)


def _by_phrase(m: Mentions, token: Token) -> Harm | None:
    """Harm that a verb tells with the words around it: "lost 19 men", "cost the rebels 67 men", "beat him to death"."""
    if token.lemma == "fall":
        return Harm.KILLED if _fallen(m, token) else None
    objects = m.doc.kids(token, "dobj", "nsubjpass", "oprd")
    if token.lemma in {"lose", "cost"} and not m.doc.kids(token, "auxpass"):
        if token.lemma == "lose" and any(t.lemma in _LIMBS for t in objects):
            return Harm.WOUNDED  # "a sailor lost a thumb"
        counted = (t for t in objects if t.tag.startswith("NN") and m.doc.kids(t, "nummod", "amod", "quantmod"))
        return Harm.KILLED if any(_people(m, t) or t.lower == "men" for t in counted) else None
    if token.lemma in _TO_DEATH and any(
        t.lemma == "death" for p in m.doc.kids(token, "prep") if p.lower == "to" for t in m.doc.kids(p, "pobj")
    ):
        return Harm.KILLED
    if token.lemma == "shoot" and any(_people(m, t) for t in objects):
        struck = (t for p in m.doc.kids(token, "prep") if p.lower == "in" for t in m.doc.kids(p, "pobj"))
        return Harm.WOUNDED if any(t.lemma in _LIMBS for t in struck) else Harm.KILLED
    return None


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
    if harm is Harm.CAPTURED and any(t.lemma in _FREEING for t in list(m.doc.ancestors(token))[:3]):
        return None  # "freed two hostages", "the release of 20 prisoners"
    counting = _counted_by(m, token)
    if counting is not None:
        return HarmWord(token, token.start, max(token.end, counting), harm, forward=True)
    return HarmWord(token, token.start, token.end, harm, False)
