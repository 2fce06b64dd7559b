"""Uses that the words right around a name tell, whatever the parse makes of them: who speaks, hosts, is given to."""

from __future__ import annotations

import re

from geomap.language import lexicon
from geomap.language.annotated import Token
from geomap.mentions.actors.government_role import Role, Rule, UseFound, literal, metonym, next_word, word_before

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ASIDE = 15
"""Tokens that an aside between a subject and its verb has at most: "Ukraine, determined not to …, will send"."""

_HOSTS = re.compile(
    r",? ?(?:(?:which|that) )?"
    r"(?:hosts\b|hosted\b|host\b|(?:is|was|are|were|remains|remained|became|will be) (?:home|host) to\b)"
)
_TALKS = re.compile(r" (?:[a-z]+ ){0,3}?(?:talks?|summits?|meetings?|leaders|ministers|conferences?)\b")
_ALONE = re.compile(r"[“\"‘']?(?:(?:and|but|or|so|then|what of|what about) )?(?:the )?$", re.IGNORECASE)
_AS_FOR = re.compile(r"(?:^|[.!?;,] )(?:as|so much) for (?:the )?$", re.IGNORECASE)
_ACCORDING = re.compile(
    r"\b(?:according|thanks(?: in [a-z]+)?|loyal|hostile|allied|beholden) to (?:the )?$", re.IGNORECASE
)
_TIME = re.compile(
    r" (?:on (?:[A-Z][a-z]+day)|yesterday|today|last [a-z]+|now|then|also|already|still|later|since|meanwhile)\b"
)
_AND_ANOTHER = re.compile(r" and (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+)?")
_LED = frozenset({"in", "at", "from", "into", "to", "of", "near", "for", "with", "by", "against", "across", "around"})


def _hosts(role: Role) -> UseFound | None:
    """ "Latvia hosts 1,887", "Guam is home to 9,700": where they are; but "Egypt hosted talks" is a government."""
    found = _HOSTS.match(role.doc.text, role.name.span[1])
    if found is None or (found.group().endswith("host") and role.doc.text[role.name.span[1]] == ","):
        return None
    return metonym("hosts-talks") if _TALKS.match(role.doc.text, found.end()) else literal("hosts")


def _asked_after(role: Role) -> UseFound | None:
    """ "And France? No French soldier will fight": a name that is a whole question; "as for Ankara, it"."""
    (start, end), text = role.name.span, role.doc.text
    sentence = role.doc.sentence_at(start)
    if sentence is None:
        return None
    opening = text[sentence.start : start]
    if text[end : end + 1] == "?" and _ALONE.fullmatch(opening):
        return metonym("asked-after")
    return metonym("as-for") if _AS_FOR.search(opening) else None


def _speaks_behind(role: Role) -> UseFound | None:
    """ "Nonsense, replied Dushanbe": behind its verb, which the parse takes for a verb with an object."""
    verb = word_before(role.doc, role.name.span[0])
    if verb is None or verb.tag not in _FINITE or verb.lemma not in lexicon.reporting().verbs:
        return None
    ahead = role.doc.text[: verb.start].rstrip()[-1:]
    closed = role.doc.text[role.name.span[1] : role.name.span[1] + 1] in {",", ".", ";", ":", ""}
    return metonym("speaks") if ahead in {",", "”", '"', "’", "'", "?", "!"} and closed else None


def _speaks_outright(role: Role) -> UseFound | None:
    """ "… in three suburbs, South Korea on Monday opened": a verb of governments behind a name that the parse lists."""
    doc, (start, end) = role.doc, role.name.span
    before = word_before(doc, start)
    if before is not None and before.lower in _LED:
        return None
    verb = _verb_behind(role, end)
    if verb is None or verb.lemma not in lexicon.places().acting_verbs:
        return None
    subjects = doc.kids(verb, "nsubj", "nsubjpass")
    if any(not (start <= subject.start < end) and subject.end <= start for subject in subjects):
        return None
    return metonym("acts")


def _verb_behind(role: Role, end: int) -> Token | None:
    """Return the full verb of a finite group behind a name, another name, a time or an aside left out."""
    text = role.doc.text
    position = end
    for pattern in (_AND_ANOTHER, _TIME):
        found = pattern.match(text, position)
        position = found.end() if found is not None else position
    token = next_word(role.doc, position)
    if token is not None and token.text == "," and position == end:
        token = _behind_aside(role, token)
    if token is None or token.tag not in _FINITE:
        return None
    if token.dep in {"aux", "auxpass"}:
        return role.doc.tokens[token.head]
    return token


def _behind_aside(role: Role, comma: Token) -> Token | None:
    """ "Ukraine, determined not to become the next way round, will send": an aside that opens with a participle."""
    tokens = role.doc.tokens[comma.index + 1 : comma.index + 1 + _ASIDE]
    if not tokens or tokens[0].tag not in {"VBN", "VBD", "VBG"} or tokens[0].sentence != comma.sentence:
        return None
    closing = next((t for t in tokens if t.text == "," and t.sentence == comma.sentence), None)
    return (
        role.doc.tokens[closing.index + 1] if closing is not None and closing.index + 1 < len(role.doc.tokens) else None
    )


def _told_to(role: Role) -> UseFound | None:
    """ "Obliges Papua New Guinea to take its soldiers out": who is made to do something."""
    before, after = word_before(role.doc, role.name.span[0]), next_word(role.doc, role.name.span[1])
    if before is None or after is None or after.lower != "to" or after.index + 1 >= len(role.doc.tokens):
        return None
    made = before.lemma in lexicon.places().control_verbs and before.is_verb
    return metonym("told-to") if made and role.doc.tokens[after.index + 1].tag == "VB" else None


def _given(role: Role) -> UseFound | None:
    """ "Have given Niger two aircraft": a recipient that the parse takes for part of the thing."""
    before, after = word_before(role.doc, role.name.span[0]), next_word(role.doc, role.name.span[1])
    if before is None or after is None or not before.is_verb or before.lemma not in lexicon.places().recipient_verbs:
        return None
    thing = after.pos in {"NUM", "DET"} or after.lower in {"more", "some", "several", "dozens", "hundreds"}
    return metonym("recipient") if thing else None


def _source_of(role: Role) -> UseFound | None:
    """ "According to Moscow", "thanks to Washington", "loyal to Tripoli"."""
    start = role.name.span[0]
    return metonym("according-to") if _ACCORDING.search(role.doc.text[max(0, start - 40) : start]) else None


def _of_mind(role: Role) -> UseFound | None:
    """ "Jakarta was quick to scotch a rumour", "Beijing is concerned": what is said of governments alone."""
    if role.root.dep != "nsubj" or role.head.lemma != "be":
        return None
    kids = role.doc.kids(role.head, "acomp", "attr")
    minded = any(kid.lower in lexicon.places().minded for kid in kids)
    inverted = role.doc.text.startswith(" to ", role.name.span[1])  # "were Moscow to go on"
    return metonym("of-mind") if minded or inverted else None


def _told(role: Role) -> UseFound | None:
    """ "Ankara was not told", "Beijing is reckoned to have 30 warships": a capital that things are done to in words."""
    told = role.root.dep == "nsubjpass" and role.head.lemma in lexicon.places().telling_verbs
    return metonym("told") if told else None


CUES: tuple[Rule, ...] = (
    _hosts,
    _asked_after,
    _speaks_behind,
    _told_to,
    _given,
    _source_of,
    _of_mind,
    _told,
    _speaks_outright,
)
"""Tried in turn before the rules that ask the parse."""
