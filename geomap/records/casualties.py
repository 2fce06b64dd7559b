"""Reads the harm that a sentence tells: numbers with the verbs and nouns of killing, wounding, capture and flight.

An active verb counts what follows it ("killing seven soldiers and wounding 13"), a passive or a noun what stands before
("20 soldiers and a civilian were killed and nine wounded"); the next word of harm ends the reach of the last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from geomap.language import lexicon
from geomap.language.annotated import Sentence, Token
from geomap.language.words import words_of
from geomap.mentions.quantities import QuantityMention
from geomap.model import Casualties, Harm, Qualifier, Quantity, Span
from geomap.records.context import Mentions

_PERSON = re.compile(r"\b(a|an|one)\s+((?:[\w-]+\s+){0,3}?)(soldier|civilian|officer|child|man|woman|contractor|person|sergeant|policeman|policewoman|peacekeeper|commander|boy|girl|journalist|medic|pilot|marine|fighter|worker|nurse|doctor|guard|colonel|general|captain|major|lieutenant|driver|farmer|shepherd|crewman|sailor|teenager|militant|Uruguayan|[A-Z][a-z]+(?:ian|an|ese|ish))\b")  # fmt: skip
_WHO_STOP = {"and", "were", "was", "have", "had", "been", "are", "is", "in", "on", "at", "near", "by", "when", "while", "more", "others", "after", "as", "with", "of", "who", "that"}


@dataclass(frozen=True, slots=True)
class _Word:
    token: Token
    harm: Harm
    forward: bool


@cache
def _verbs() -> dict[str, Harm]:
    return {verb: words.kind for words in lexicon.events().harm for verb in words.verbs if " " not in verb}


@cache
def _nouns() -> dict[str, Harm]:
    return {noun: words.kind for words in lexicon.events().harm for noun in words.nouns}


def casualties_in(m: Mentions, sentence: Sentence, span: Span | None = None) -> tuple[Casualties, ...]:
    """Return the harm told in a sentence, or in a part of it, in reading order."""
    low, high = span or (sentence.start, sentence.end)
    told = [word for word in _words(m, sentence) if low <= word.token.start < high]
    if not told:
        return ()
    counts = _counts(m, low, high)
    found: list[tuple[int, Casualties]] = []
    used: set[Span] = set()
    for position, word in enumerate(told):
        after = told[position + 1].token.start if position + 1 < len(told) else high
        before = told[position - 1].token.end if position else low
        reach = (word.token.end, after) if word.forward else (before, word.token.start)
        chosen = [c for c in counts if reach[0] <= c.span[0] and c.span[1] <= reach[1] and c.span not in used]
        if not word.forward:
            chosen = _nearest_group(m, chosen, word.token.start)
            # "nine wounded": the number right before a noun of harm belongs to it alone
        else:
            chosen = _first_group(m, chosen, word.token.end)
        for count in chosen:
            used.add(count.span)
            found.append((count.span[0], Casualties(kind=word.harm, who=count.who, quantity=count.value)))
    return tuple(item for _, item in sorted(found, key=lambda pair: pair[0]))


@dataclass(frozen=True, slots=True)
class _Count:
    span: Span
    value: Quantity
    who: str | None


def _counts(m: Mentions, low: int, high: int) -> list[_Count]:
    numbers = [_Count(q.span, q.value(), _who(m, q)) for q in m.quantities if low <= q.span[0] and q.span[1] <= high]
    for match in _PERSON.finditer(m.doc.text, low, high):
        span = (match.start(1), match.end(1))
        if any(c.span[0] <= span[0] < c.span[1] for c in numbers):
            continue
        value = Quantity(text=match.group(1), min=1, max=1, qualifier=Qualifier.EXACT, span=span)
        numbers.append(_Count(span, value, f"{match.group(2)}{match.group(3)}"))
    return sorted(numbers, key=lambda count: count.span)


def _who(m: Mentions, quantity: QuantityMention) -> str | None:
    words = []
    for word in words_of(m.doc.text[quantity.span[1] : quantity.span[1] + 60]):
        if not word.joined and words or word.key in _WHO_STOP or len(words) == 3:
            break
        words.append(word.text)
    return " ".join(words) or None


def _words(m: Mentions, sentence: Sentence) -> list[_Word]:
    found = []
    for token in m.doc.sentence_tokens(sentence):
        verb = _verbs().get(token.lemma) if token.tag.startswith("VB") or token.pos == "ADJ" and token.lower in {"injured", "wounded", "killed", "dead"} else None
        if verb is not None:
            passive = token.tag == "VBN" and bool(m.doc.kids(token, "auxpass")) or token.tag == "VBN" and not m.doc.kids(token, "aux", "dobj")
            intransitive = token.lemma in {"die", "perish", "flee"} or token.pos == "ADJ"
            found.append(_Word(token, verb, not (passive or intransitive)))
            continue
        noun = _nouns().get(token.lower)
        if noun is not None and token.pos in {"NOUN", "ADJ"}:
            found.append(_Word(token, noun, False))
        elif token.lower == "prisoner" and token.index and m.doc.tokens[token.index - 1].lemma == "take":
            found.append(_Word(token, Harm.CAPTURED, False))
    return found


def _nearest_group(m: Mentions, counts: Sequence[_Count], end: int) -> list[_Count]:
    """Keep the last run of counts that is listed together: "20 soldiers and a civilian were killed"."""
    group: list[_Count] = []
    for count in reversed(counts):
        edge = group[-1].span[0] if group else end
        gap = m.doc.text[count.span[1] : edge]
        if len(gap) > (60 if group else 90) or ";" in gap or group and not re.search(r",|\band\b", gap):
            break
        group.append(count)
    return group[::-1]


def _first_group(m: Mentions, counts: Sequence[_Count], start: int) -> list[_Count]:
    group: list[_Count] = []
    for count in counts:
        edge = group[-1].span[1] if group else start
        gap = m.doc.text[edge : count.span[0]]
        if len(gap) > (60 if group else 40) or ";" in gap or group and not re.search(r",|\band\b|\bor\b", gap):
            break
        group.append(count)
    return group
