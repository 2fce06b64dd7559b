"""Finds what words of harm may count: numbers of people, "a sergeant", and one person who is named or meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from geomap.language import lexicon
from geomap.language.annotated import Token
from geomap.language.words import words_of
from geomap.mentions.numbers.quantities import QuantityMention
from geomap.model import Category, Harm, Qualifier, Quantity, Span
from geomap.records.context import Mentions, overlaps
from geomap.records.events.harm_words import HarmWord

_OF = re.compile(r"^ of (?:the|its|their|his) ")
_AGE = re.compile(r"\b(?:aged|of)(?: only| just)? $")
_SUPERLATIVE = re.compile(r" of the (?:\w+est|worst|best|most|least|first|last|few)\b")
_KILLING = {
    *("kill", "shoot", "assassinate", "murder", "execute", "slay", "behead", "hack", "beat"),
    *("wound", "injure", "capture"),
}


@dataclass(frozen=True, slots=True)
class Count:
    """People who are counted at ``span``; ``who`` are the words that tell who they are."""

    span: Span
    value: Quantity
    who: str | None


@cache
def _person(lazy: str = "?") -> re.Pattern[str]:
    """Return the pattern of "a" or "one" with a noun for a person, the nearest such noun or (greedily) the farthest."""
    people = "|".join(sorted((re.escape(p) for p in lexicon.events().people), key=len, reverse=True))
    return re.compile(rf"\b([Aa]n?|[Oo]ne)\s+((?:[\w-]+\s+){{0,3}}{lazy})({people}|[A-Z][a-z]+(?:ian|an|ese|ish))\b")


def counts_of(m: Mentions, low: int, high: int) -> list[Count]:
    """Return the counts of people between two characters in reading order."""
    things = {
        f.quantity.span
        for f in m.forces
        if f.quantity is not None and not f.elided and f.category not in {Category.PERSONNEL, Category.UNIT}
    }
    numbers = [
        Count(q.span, q.value(), _who(m, q))
        for q in m.quantities
        if low <= q.span[0] and q.span[1] <= high and q.span not in things and not _size_or_age(m, q)
    ]
    numbers.extend(_lone(m, low, high, {n.span[0] for n in numbers}))
    for found in _person().finditer(m.doc.text, low, high):
        longest = _person("").match(
            m.doc.text, found.start(), high
        )  # "a civilian contractor", where the first noun describes
        match = next(
            (hit for hit in (found, longest) if hit is not None and _one_person(m, (hit.start(3), hit.end(3)))), None
        )
        if match is None:
            continue
        span = (match.start(1), match.end(1))
        if any(c.span[0] <= span[0] < c.span[1] for c in numbers) or re.search(
            r"\b(?:and|was|were|had|in|by|of)\b", match.group(2)
        ):
            continue
        numbers = [n for n in numbers if not (span[0] <= n.span[0] < match.end())]
        numbers.append(Count(span, _one(match.group(1), span), f"{match.group(2)}{match.group(3)}"))
    return sorted(numbers, key=lambda count: count.span)


def _lone(m: Mentions, low: int, high: int, counted: set[int]) -> list[Count]:
    """ "One was wounded", "another died": a pronoun that counts one of those just told of."""
    found = []
    for token in m.doc.tokens_in((low, high)):
        verb = m.doc.tokens[token.head]
        if token.lower not in {"one", "another"} or token.start in counted or not verb.tag.startswith("VB"):
            continue
        if token.dep in {"nsubj", "nsubjpass", "dobj"} and not m.doc.kids(token, "det", "relcl", "prep"):
            found.append(Count((token.start, token.end), _one(token.text, (token.start, token.end)), None))
    return found


def _one(text: str, span: Span) -> Quantity:
    return Quantity(text=text, min=1, max=1, qualifier=Qualifier.EXACT, span=span)


def _one_person(m: Mentions, span: Span) -> bool:
    """Whether a noun heads its phrase, or stands before another noun for a person: "a civilian contractor"."""
    noun = m.doc.tokens_in(span)[-1]
    named = noun.dep == "appos" and m.doc.tokens[noun.head].pos == "PROPN"  # "Siphiwe Dlamini, an officer of the army"
    placed = any(p.literal and p.mention.span[0] <= noun.start < p.mention.span[1] for p in m.places)
    if noun.pos == "ADJ" or named or placed:
        return False  # "a boat off Palawan" is nobody from there
    if noun.dep in {"amod", "compound"} and noun.head > noun.index:
        return m.doc.tokens[noun.head].lemma in lexicon.events().people
    return True


def _size_or_age(m: Mentions, quantity: QuantityMention) -> bool:
    """ "2,500 strong" is the size of a body, "a girl of 15" an age."""
    text, (start, end) = m.doc.text, quantity.span
    if quantity.strong or text[end : end + 7] == " strong":
        return True
    if _SUPERLATIVE.match(text, end):
        return True  # "one of the worst massacres"
    ends = text[end : end + 1] in {",", ";", ".", ")"} or text[end : end + 5] == " and "
    before = m.doc.tokens_in((max(0, start - 12), start))[-2:-1]
    return (
        ends
        and _AGE.search(text, max(0, start - 12), start) is not None
        and any(t.tag == "NN" and t.lemma in lexicon.events().people for t in before)
    )


def _who(m: Mentions, quantity: QuantityMention) -> str | None:
    words: list[str] = []
    if m.doc.text[quantity.span[1] : quantity.span[1] + 1] in {",", ";", "."}:
        return None  # "wounding 17, the governor said": the number stands alone
    for word in words_of(_OF.sub("", m.doc.text[quantity.span[1] : quantity.span[1] + 60])):
        if (not word.joined and words) or word.key in lexicon.events().who_stops or len(words) == 3:
            break
        words.append(word.text)
    return " ".join(words) or None


def one_victim(m: Mentions, word: HarmWord) -> Count | None:
    """ "Killing Raúl Reyes", "the commander was shot dead": one person whom no number counts."""
    verb = word.token
    if verb.lemma not in _KILLING or word.harm not in {Harm.KILLED, Harm.WOUNDED, Harm.CAPTURED}:
        return None
    passive = bool(m.doc.kids(verb, "auxpass", "nsubjpass"))
    for noun in m.doc.kids(verb, "nsubjpass") if passive else m.doc.kids(verb, "dobj"):
        if not passive and noun.lower in {"him", "her"}:
            return Count((noun.start, noun.end), _one(noun.text, (noun.start, noun.end)), None)
        article = next((kid for kid in m.doc.kids(noun, "det") if kid.lower in {"a", "an"}), None)
        if article is not None and noun.tag == "NN" and noun.lemma not in lexicon.events().unharmed:
            span = (article.start, article.end)
            return Count(span, _one(article.text, span), noun.text)
        if article is not None or m.doc.kids(noun, "nummod"):
            continue  # a number counts them
        apposed = (_name(m, kid) for kid in m.doc.kids(noun, "appos"))
        named = _name(m, noun) or next((name for name in apposed if name is not None), None)
        if named is not None:
            return Count(named, _one(m.doc.text[slice(*named)], named), None)
        told = m.doc.kids(noun, "det", "poss")
        definite = any(
            kid.lower in {"the", "its", "his", "her", "their", "another"} or kid.dep == "poss" for kid in told
        )
        if definite and noun.tag == "NN" and noun.lemma in lexicon.events().people:
            span = (noun.start, noun.end)
            return Count(span, _one(noun.text, span), noun.text)
    return None


def _name(m: Mentions, noun: Token) -> Span | None:
    """The name of a person whose last word is the noun: two words or more, of no place and no body."""
    if noun.tag != "NNP":
        return None
    for entity in m.doc.entities_in((max(0, noun.start - 60), noun.end)):
        span = (entity.start, entity.end)
        if entity.label == "PERSON" and entity.start <= noun.start < entity.end and " " in m.doc.text[slice(*span)]:
            taken = (*(p.mention.span for p in m.places), *(a.span for a in m.actors))
            return None if any(overlaps(span, other) for other in taken) else span
    return None
