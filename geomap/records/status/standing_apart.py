"""Forces that stand where their own words say, whatever the sentence goes on to do: "the troops already in Syria".

"The 25,000 troops already in Catatumbo are to be reinforced": a plan for them is none that they be there.
"""

from __future__ import annotations

from collections.abc import Callable

from geomap.language import lexicon
from geomap.language.annotated import Token
from geomap.model import Action, Span, Status
from geomap.records.context import Mentions
from geomap.records.status.moods import cues_of
from geomap.records.triggering import Link

_LEAVING = {Action.WITHDRAW, Action.STANDBY, Action.TRANSFER}
_PRESENT = {"VBZ", "VBP"}
_FINITE = {"VBZ", "VBP", "VBD", "MD"}
_PARTICIPLES = {"VBN", "VBG"}
_AHEAD = {"due", "bound", "expected", "scheduled", "supposed", "meant", "about", "set"}
_WITH_REACH = 14
"""Characters before a force in which the "with" stands that opens what a subject has with it."""

_GAP = 3
"""Characters between a force and the adverb that tells that it is there."""


def stands_apart(m: Mentions, link: Link, action: Action) -> bool:
    """Whether a force's only places are told by words of its own that say where it is, apart from what is planned."""
    if action in _LEAVING or link.origins or not link.locations:
        return False
    return any(_all_within(link, aside) for rule in RULES for aside in [rule(m, link)] if aside is not None)


def _all_within(link: Link, aside: Span) -> bool:
    return all(aside[0] <= place.mention.span[0] < aside[1] for place in link.locations)


def _already_there(m: Mentions, link: Link) -> Span | None:
    """ "HMS Trent, already on the prowl in the Mediterranean", "our lads already in Kabul"."""
    behind = [t for t in m.doc.tokens_in((link.force.end, link.force.end + _GAP + 1)) if t.start >= link.force.end]
    adverb = next((t for t in behind if t.text not in {",", "—", "–"}), None)
    if adverb is None or adverb.lower not in lexicon.records().judging.standing_adverbs:
        return None
    sentence = m.doc.sentences[link.head.sentence]
    following = [t for t in m.doc.sentence_tokens(sentence) if t.index > adverb.index]
    if not following or not _tells_where(m, following[0]):
        return None
    end = next((t.start for t in following if t.tag in _FINITE), sentence.end)
    return (adverb.end, end)


def _tells_where(m: Mentions, token: Token) -> bool:
    """Whether a preposition or a participle follows; "now expected in Gao" tells a plan."""
    if token.tag in _PARTICIPLES:
        return not any(cue.status is Status.PLANNED for cue in cues_of(m.doc, token))
    return token.pos == "ADP"


def _where_it_is(m: Mentions, link: Link) -> Span | None:
    """ "HMS Ocean, which is off Libya, may take them aboard": its own clause in the present tells where it is."""
    noun = m.doc.tokens[link.head.head]
    heads = (link.head, noun) if link.force.start <= noun.start < link.force.end else (link.head,)  # "frigate Hessen"
    for clause in (kid for head in heads for kid in m.doc.kids(head, "relcl")):
        members = m.doc.subtree(clause)
        ahead = any(member.lower in _AHEAD for member in members)  # "which are due in Souda Bay"
        if clause.lemma in lexicon.records().judging.states and _is_present(m, clause) and not ahead:
            return (members[0].start, members[-1].end)
    return None


def _is_present(m: Mentions, verb: Token) -> bool:
    if any(kid.tag == "MD" or kid.dep == "neg" for kid in m.doc.kids(verb)):
        return False
    return verb.tag in _PRESENT or any(kid.tag in _PRESENT for kid in m.doc.kids(verb, "auxpass"))


def _with_them(m: Mentions, link: Link) -> Span | None:
    """ "The UN mission, with 12,000 soldiers in Mali, is to receive 2,750 more": what is told of the subject itself."""
    start = link.force.start
    before = [t for t in m.doc.tokens_in((max(0, start - _WITH_REACH), start)) if t.end <= start]
    led = next((t for t in reversed(before) if t.lower == "with"), None)
    noun = m.doc.tokens[led.head] if led is not None else None
    if (
        led is None
        or noun is None
        or noun.pos not in {"NOUN", "PROPN"}
        or m.doc.text[led.start - 2 : led.start] != ", "
    ):
        return None
    end = m.doc.text.find(",", link.force.end)
    return (link.force.end, end) if end > 0 else None


RULES: tuple[Callable[[Mentions, Link], Span | None], ...] = (_already_there, _where_it_is, _with_them)
