"""How far a cue phrase reaches: not over a semicolon, nor from one verb of a row to another with a tense of its own.

"The carrier left Yokosuka and will be in the Yellow Sea on Sunday": it has left. The parse is used only to shut cues
out, so that one it cannot place still counts.
"""

from __future__ import annotations

from collections.abc import Callable

from geomap.language import lexicon
from geomap.language.annotated import Token
from geomap.records.context import Mentions
from geomap.records.status.moods import base_of, line, own_tense
from geomap.records.triggering import Link


def reaches(m: Mentions, link: Link, cue: Token) -> bool:
    """Whether a cue that begins with a token says something of a force."""
    return not any(rule(m, link, cue) for rule in RULES)


def _over_semicolon(m: Mentions, link: Link, cue: Token) -> bool:
    """ "Here are 48 F-15s; 12 Jaguars are to follow"."""
    between = [sorted((cue.start, other.start)) for other in (base_of(m, link), link.head)]
    return all(";" in m.doc.text[low:high] for low, high in between)


def _of_later_verb(m: Mentions, link: Link, cue: Token) -> bool:
    """ "left Yokosuka and will be in the Yellow Sea"."""
    own = line(m, link)
    verb = _verb_of(m, cue)
    if not own or verb is None or verb.index <= own[0].index:
        return False
    while verb.dep == "conj" and verb.head != verb.index and verb.index not in {v.index for v in own}:
        above = m.doc.tokens[verb.head]
        if above.index == own[0].index:
            return own_tense(m.doc, verb, above)
        verb = above
    return False


def _of_earlier_verb(m: Mentions, link: Link, cue: Token) -> bool:
    """ "is expected in Amman on Friday and has sent 300 men to Idlib"."""
    own = line(m, link)
    if not own or own[-1].dep != "conj":
        return False
    verb = _verb_of(m, cue)
    above = m.doc.tokens[own[-1].head]
    return verb is not None and verb.index == above.index and own_tense(m.doc, own[-1], above)


def _only_said(m: Mentions, link: Link, cue: Token) -> bool:
    """ "has left Yokosuka, the Navy has announced": who announces it does not plan it."""
    return (
        cue.lemma in lexicon.reporting().verbs
        and cue.index not in {v.index for v in line(m, link)}
        and bool(m.doc.kids(cue, "nsubj"))
    )


def _verb_of(m: Mentions, token: Token) -> Token | None:
    """Return the verb that a token belongs to; an auxiliary belongs to its main verb."""
    current = token
    while not current.tag.startswith("VB") or current.dep in {"aux", "auxpass"}:
        if current.head == current.index:
            return None
        current = m.doc.tokens[current.head]
    return current


RULES: tuple[Callable[[Mentions, Link, Token], bool], ...] = (
    _over_semicolon,
    _of_later_verb,
    _of_earlier_verb,
    _only_said,
)
