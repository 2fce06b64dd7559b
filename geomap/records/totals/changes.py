"""Changes of strength: "will shrink from about 2,500 troops to fewer than 2,000", "doubled from 850 to 1,700".

Both ends are sizes of a force that is somewhere. The first was so before the change, the second is so after it.
"""

from __future__ import annotations

from geomap.language import lexicon
from geomap.language.annotated import Token
from geomap.model import Status
from geomap.records.context import Mentions
from geomap.records.triggering import Link


def change_of(m: Mentions, link: Link, status: Status) -> Status | None:
    """Return the status of a number that is one end of a change, or ``None`` if it is none."""
    quantity = link.force.quantity
    if quantity is None:
        return None
    before = [t for t in m.doc.tokens_in((max(0, quantity.span[0] - 8), quantity.span[0])) if t.end <= quantity.span[0]]
    if not before or before[-1].lower not in {"from", "to"}:
        return None
    sentence = m.doc.sentences[link.head.sentence]
    tokens = m.doc.sentence_tokens(sentence)
    verbs = lexicon.records().acting.change_verbs
    verb = next((t for t in reversed(tokens) if t.end <= quantity.span[0] and t.lemma in verbs and t.is_verb), None)
    if verb is None or not _both_ends(m, verb, sentence.end):
        return None
    if before[-1].lower == "to":
        return status
    # Before a change that is still to come the old strength is so; after one that has happened it is past.
    return Status.ACTUAL if status is not Status.ACTUAL else Status.PAST


def _both_ends(m: Mentions, verb: Token, end: int) -> bool:
    """Whether a number behind "from" and a "to" follow the verb."""
    text = m.doc.text[verb.end : end]
    return (
        any(q.span[0] > verb.end for q in m.quantities if m.doc.text[max(0, q.span[0] - 5) : q.span[0]] == "from ")
        and " to " in text
    )
