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
from geomap.model import Casualties, Category, Harm, Qualifier, Quantity, Span
from geomap.records.context import Mentions
from geomap.records.harm_words import HarmWord, harm_words

_LISTED = re.compile(r",|\band\b|\bor\b|\bplus\b|\balong with\b|\bas well as\b")
_TOGETHER = re.compile(r",? (?:and|or) (?:injured|wounded)\b(?! \d)")  # one figure for both is left out
_PART = re.compile(r"\b(?:including|among them|amongst them|most of them|of whom|of them)(?: at least| about)? $")
_OF = re.compile(r"^ of (?:the|its|their|his) ")
_FORWARD, _BACKWARD, _LIST = 40, 90, 60
"""Characters between a word of harm and the first number after or before it, and between two numbers of a list."""


@dataclass(frozen=True, slots=True)
class HarmMention:
    """Counted harm: the word that tells it, and one item per group that it counts."""

    token: Token
    kind: Harm
    items: tuple[Casualties, ...]


@dataclass(frozen=True, slots=True)
class _Count:
    span: Span
    value: Quantity
    who: str | None


@cache
def _person(lazy: str = "?") -> re.Pattern[str]:
    """Return the pattern of "a" or "one" with a noun for a person, the nearest such noun or (greedily) the farthest."""
    people = "|".join(sorted((re.escape(p) for p in lexicon.events().people), key=len, reverse=True))
    return re.compile(rf"\b([Aa]n?|[Oo]ne)\s+((?:[\w-]+\s+){{0,3}}{lazy})({people}|[A-Z][a-z]+(?:ian|an|ese|ish))\b")


def find_harm(m: Mentions, sentence: Sentence) -> tuple[HarmMention, ...]:
    """Return the counted harm of a sentence in reading order; words of harm without a number are left out."""
    told = harm_words(m, sentence)
    if not told:
        return ()
    counts = _counts(m, sentence.start, sentence.end)
    found: list[HarmMention] = []
    used: set[Span] = set()
    for position, word in enumerate(told):
        after = told[position + 1].start if position + 1 < len(told) else sentence.end
        before = told[position - 1].end if position else sentence.start
        free = [c for c in counts if c.span not in used and not _part(m, c)]
        ahead = [c for c in free if word.end <= c.span[0] and c.span[1] <= after]
        behind = [c for c in free if before <= c.span[0] and c.span[1] <= word.start]
        chosen = _ahead(m, ahead, word) if word.forward else _behind(m, behind, word)
        if not chosen and word.forward:
            chosen = [c for c in behind[-1:] if word.start - c.span[1] <= 12]
        used.update(count.span for count in chosen)
        kept = [] if not word.forward and _TOGETHER.match(m.doc.text, word.end) else _total(_without_parts(m, chosen))
        if word.harm is Harm.CAPTURED:
            kept = [count for count in kept if not _thing(count)]
        if kept:
            items = tuple(Casualties(kind=word.harm, who=count.who, quantity=count.value) for count in kept)
            found.append(HarmMention(word.token, word.harm, items))
    return tuple(found)


def _one_person(m: Mentions, span: Span) -> bool:
    """Whether a noun heads its phrase, or stands before another noun for a person: "a civilian contractor"."""
    noun = m.doc.tokens_in(span)[-1]
    named = noun.dep == "appos" and m.doc.tokens[noun.head].pos == "PROPN"  # "Siphiwe Dlamini, an officer of the army"
    if noun.pos == "ADJ" or named:
        return False
    if noun.dep in {"amod", "compound"} and noun.head > noun.index:
        return m.doc.tokens[noun.head].lemma in lexicon.events().people
    return True


def _thing(count: _Count) -> bool:
    """Whether what is captured is a post or a place: "captured five villages"."""
    words = words_of(count.who or "")
    forms = {word.key.rstrip("s") for word in words} | {word.key for word in words}
    return bool(
        forms & (lexicon.events().posts | {"tank", "vehicle", "gun", "truck", "weapon", "percent", "per", "km", "mile"})
    )


def _counts(m: Mentions, low: int, high: int) -> list[_Count]:
    things = {
        f.quantity.span
        for f in m.forces
        if f.quantity is not None and not f.elided and f.category not in {Category.PERSONNEL, Category.UNIT}
    }
    numbers = [
        _Count(q.span, q.value(), _who(m, q))
        for q in m.quantities
        if low <= q.span[0] and q.span[1] <= high and q.span not in things
    ]
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
        value = Quantity(text=match.group(1), min=1, max=1, qualifier=Qualifier.EXACT, span=span)
        numbers = [n for n in numbers if not (span[0] <= n.span[0] < match.end())]
        numbers.append(_Count(span, value, f"{match.group(2)}{match.group(3)}"))
    return sorted(numbers, key=lambda count: count.span)


def _who(m: Mentions, quantity: QuantityMention) -> str | None:
    words: list[str] = []
    if m.doc.text[quantity.span[1] : quantity.span[1] + 1] in {",", ";", "."}:
        return None  # "wounding 17, the governor said": the number stands alone
    for word in words_of(_OF.sub("", m.doc.text[quantity.span[1] : quantity.span[1] + 60])):
        if (not word.joined and words) or word.key in lexicon.events().who_stops or len(words) == 3:
            break
        words.append(word.text)
    return " ".join(words) or None


def _behind(m: Mentions, counts: Sequence[_Count], word: HarmWord) -> list[_Count]:
    """The last run of counts that is listed together: "20 soldiers and a civilian were killed"."""
    group: list[_Count] = []
    for count in reversed(counts):
        edge = group[-1].span[0] if group else word.start
        gap = m.doc.text[count.span[1] : edge]
        if (
            len(gap) > (_LIST if group else _BACKWARD)
            or ";" in gap
            or (group and (not _LISTED.search(gap) or _verb_between(m, count.span[1], edge)))
        ):
            break
        if not group and _other_subject(m, count, word):
            break
        group.append(count)
        if word.single:
            break
    return group[::-1]


def _other_subject(m: Mentions, count: _Count, word: HarmWord) -> bool:
    """Whether a clause of its own stands between a count and the word: "hit 54 targets and, he said, was killed"."""
    between = [
        t for t in m.doc.tokens_in((count.span[1], word.start)) if t.start >= count.span[1] and t.end <= word.start
    ]
    return any(
        t.tag in {"VBD", "VBZ", "VBP"} and t.dep in {"ROOT", "conj"} and not _reaches(m, word.token, t) for t in between
    )


def _reaches(m: Mentions, token: Token, verb: Token) -> bool:
    return (
        token.index in {verb.index, verb.head}
        or token.head == verb.index
        or any(a.index == verb.index for a in m.doc.ancestors(token))
    )


def _ahead(m: Mentions, counts: Sequence[_Count], word: HarmWord) -> list[_Count]:
    group: list[_Count] = []
    for count in counts:
        edge = group[-1].span[1] if group else word.end
        gap = m.doc.text[edge : count.span[0]]
        if len(gap) > (_LIST if group else _FORWARD) or ";" in gap or (group and not _LISTED.search(gap)):
            break
        if _verb_between(m, edge, count.span[0]) or (group and _starts_clause(m, count, word)):
            break
        group.append(count)
        if word.single:
            break
    return group


def _verb_between(m: Mentions, low: int, high: int) -> bool:
    return any(t.tag.startswith("VB") and t.start >= low and t.end <= high for t in m.doc.tokens_in((low, high)))


def _starts_clause(m: Mentions, count: _Count, word: HarmWord) -> bool:
    """Whether a count is the subject of another verb: "killed 12 people and three officers died"."""
    token = m.doc.tokens_in(count.span)[0]
    for above in (token, *m.doc.ancestors(token)):
        if above.dep in {"nsubj", "nsubjpass"}:
            return above.head != word.token.index
        if above.is_verb:
            return False
    return False


def _part(m: Mentions, count: _Count) -> bool:
    """ "14 people, including five children": what the number before it counts already."""
    return _PART.search(m.doc.text, max(0, count.span[0] - 30), count.span[0]) is not None


def _without_parts(m: Mentions, counts: Sequence[_Count]) -> list[_Count]:
    """Leave out "two of them officers" beside the whole that it belongs to."""
    kept = []
    for position, count in enumerate(counts):
        part = position and re.match(r" of (?:them|whom|these|those)\b", m.doc.text[count.span[1] : count.span[1] + 12])
        if not part:
            kept.append(count)
    return kept


def _total(counts: Sequence[_Count]) -> list[_Count]:
    """Keep the total alone where the parts that follow sum up to it: "30 of them, 11 Italians and 19 Hungarians"."""
    if len(counts) > 2:
        first, *rest = counts
        if first.value.min is not None and first.value.min == sum(c.value.min or 0 for c in rest):
            return [first]
    return list(counts)
