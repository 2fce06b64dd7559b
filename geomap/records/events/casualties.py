"""Reads the harm that a sentence tells: numbers with the verbs and nouns of killing, wounding, capture and flight.

An active verb counts what follows it ("killing seven soldiers and wounding 13"), a passive or a noun what stands before
("20 soldiers and a civilian were killed and nine wounded"); the next word of harm ends the reach of the last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from geomap.language import lexicon
from geomap.language.annotated import Sentence, Token
from geomap.language.words import words_of
from geomap.model import Casualties, Harm, Span
from geomap.records.context import Mentions
from geomap.records.events.harm_counts import Count, counts_of, one_victim
from geomap.records.events.harm_words import HarmWord, harm_words

_LISTED = re.compile(r",|\band\b|\bor\b|\bplus\b|\balong with\b|\bas well as\b")
_TOGETHER = re.compile(r",? (?:and|or) (?:injured|wounded)\b(?! \d)")  # one figure for both is left out
_PART = re.compile(r"\b(?:including|among them|amongst them|most of them|of whom|of them)(?: at least| about)? $")
_AMONG = re.compile(r"(?: [\w-]+){1,3}(?: were| was| are| is)? (?:among|amongst) (?:them|the dead|the victims|those)\b")
_BESIDE = re.compile(r",? (?:along |together )?(?:with|as were|as was) ")
_COMPANY = re.compile(r" (?:\w+ )?(?:others|other|colleagues|companions|comrades|bodyguards|relatives|aides)\b")
_BODIES = 20
"""Characters between a number and the bodies that it counts."""
_FORWARD, _BACKWARD, _LIST = 40, 90, 60
"""Characters between a word of harm and the first number after or before it, and between two numbers of a list."""


@dataclass(frozen=True, slots=True)
class HarmMention:
    """Counted harm: the word that tells it, and one item per group that it counts."""

    token: Token
    kind: Harm
    items: tuple[Casualties, ...]


def find_harm(m: Mentions, sentence: Sentence) -> tuple[HarmMention, ...]:
    """Return the counted harm of a sentence in reading order; words of harm without a number are left out."""
    told = harm_words(m, sentence)
    if not told:
        return ()
    counts = counts_of(m, sentence.start, sentence.end)
    found: list[HarmMention] = []
    used: set[Span] = set()
    for position, word in enumerate(told):
        after = told[position + 1].start if position + 1 < len(told) else sentence.end
        before = told[position - 1].end if position else sentence.start
        victim = one_victim(m, word)
        if victim is not None and any(victim.span == count.span for count in counts):
            victim = None
        known = counts if victim is None else sorted((*counts, victim), key=lambda count: count.span)
        free = [c for c in known if c.span not in used and not _part(m, c)]
        ahead = [c for c in free if word.end <= c.span[0] and c.span[1] <= after]
        behind = [c for c in free if before <= c.span[0] and c.span[1] <= word.start]
        if word.token.lemma == "lose" and word.harm is Harm.WOUNDED:
            behind = [c for c in behind if _loser(m, word.token, c)]
        chosen = _ahead(m, ahead, word) if word.forward else _behind(m, behind, word)
        if not chosen and word.forward:
            chosen = [c for c in behind[-1:] if word.start - c.span[1] <= 12]
        if chosen and not word.forward:
            chosen += [c for c in ahead[:1] if _in_company(m, word, c)]
        used.update(count.span for count in chosen)
        kept = [] if not word.forward and _TOGETHER.match(m.doc.text, word.end) else _total(_without_parts(m, chosen))
        if word.harm is Harm.CAPTURED:
            kept = [count for count in kept if not _thing(count)]
        if kept:
            items = tuple(Casualties(kind=word.harm, who=count.who, quantity=count.value) for count in kept)
            found.append(HarmMention(word.token, word.harm, items))
    return tuple(found)


def _loser(m: Mentions, verb: Token, count: Count) -> bool:
    """ "A woman who lost an arm": whether a count is of the subject itself."""
    subject = m.clauses.subject(verb)
    if subject is None:
        return False
    if subject.tag in {"WDT", "WP"}:
        subject = m.doc.tokens[m.clauses.head(subject).head]
    return m.doc.subtree(subject)[0].start <= count.span[0] <= subject.start


def _in_company(m: Mentions, word: HarmWord, count: Count) -> bool:
    """ "Was shot dead with four others"."""
    led = _BESIDE.fullmatch(m.doc.text, word.end, count.span[0])
    return led is not None and _COMPANY.match(m.doc.text, count.span[1]) is not None


def _thing(count: Count) -> bool:
    """Whether what is captured is a post or a place: "captured five villages"."""
    words = words_of(count.who or "")
    forms = {word.key.rstrip("s") for word in words} | {word.key for word in words}
    return bool(
        forms & (lexicon.events().posts | {"tank", "vehicle", "gun", "truck", "weapon", "percent", "per", "km", "mile"})
    )


def _behind(m: Mentions, counts: Sequence[Count], word: HarmWord) -> list[Count]:
    """The last run of counts that is listed together: "20 soldiers and a civilian were killed"."""
    group: list[Count] = []
    for count in reversed(counts):
        edge = group[-1].span[0] if group else word.start
        gap = m.doc.text[count.span[1] : edge]
        if not group and len(gap) > _BODIES and word.token.lemma in {"body", "corpse"}:
            break  # "2,500 strong by one account, they hold the bodies"
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


def _other_subject(m: Mentions, count: Count, word: HarmWord) -> bool:
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


def _ahead(m: Mentions, counts: Sequence[Count], word: HarmWord) -> list[Count]:
    group: list[Count] = []
    for count in counts:
        edge = group[-1].span[1] if group else word.end
        gap = m.doc.text[edge : count.span[0]]
        if len(gap) > (_LIST if group else _FORWARD) or ";" in gap or (group and not _LISTED.search(gap)):
            break
        if _clause_between(m, edge, count.span[0]) or (group and _starts_clause(m, count, word)):
            break
        group.append(count)
        if word.single:
            break
    return group


def _clause_between(m: Mentions, low: int, high: int) -> bool:
    """Whether a verb stands between that does not only say who says so: "killing, Iraqi television said, three"."""
    between = [t for t in m.doc.tokens_in((low, high)) if t.start >= low and t.end <= high]
    commas = [t.start for t in between if t.text == ","]
    said = lexicon.reporting().verbs
    for verb in (t for t in between if t.tag.startswith("VB")):
        aside = verb.lemma in said and any(c < verb.start for c in commas) and any(c > verb.start for c in commas)
        if not (aside or (verb.pos == "AUX" and any(t.lemma in said for t in between))):
            return True
    return False


def _verb_between(m: Mentions, low: int, high: int) -> bool:
    return any(t.tag.startswith("VB") and t.start >= low and t.end <= high for t in m.doc.tokens_in((low, high)))


def _starts_clause(m: Mentions, count: Count, word: HarmWord) -> bool:
    """Whether a count is the subject of another verb: "killed 12 people and three officers died"."""
    token = m.doc.tokens_in(count.span)[0]
    for above in (token, *m.doc.ancestors(token)):
        if above.dep in {"nsubj", "nsubjpass"}:
            return above.head != word.token.index
        if above.is_verb:
            return False
    return False


def _part(m: Mentions, count: Count) -> bool:
    """ "14 people, including five children", "a general among them": what the number before it counts already."""
    behind = m.doc.text[count.span[1] : count.span[1] + 40]
    if _AMONG.match(behind):
        return True
    return _PART.search(m.doc.text, max(0, count.span[0] - 30), count.span[0]) is not None


def _without_parts(m: Mentions, counts: Sequence[Count]) -> list[Count]:
    """Leave out "two of them officers" beside the whole that it belongs to."""
    kept = []
    for position, count in enumerate(counts):
        part = position and re.match(r" of (?:them|whom|these|those)\b", m.doc.text[count.span[1] : count.span[1] + 12])
        if not part:
            kept.append(count)
    return kept


def _total(counts: Sequence[Count]) -> list[Count]:
    """Keep the total alone where the parts that follow sum up to it: "30 of them, 11 Italians and 19 Hungarians"."""
    if len(counts) > 2:
        first, *rest = counts
        if first.value.min is not None and first.value.min == sum(c.value.min or 0 for c in rest):
            return [first]
    return list(counts)
