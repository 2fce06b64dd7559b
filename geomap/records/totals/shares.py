"""Shares of a total that states give: "Uganda is to provide 4,500", "Canada accounts for 639", "Britain, 1,400"."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.language import lexicon
from geomap.records.context import Mentions
from geomap.records.drafts import Draft, place_keys

_GIVEN_SENTENCES = 2
"""Sentences back in which the total was told that states contribute to."""

_HAVING = frozenset({"have", "keep"})
_SHARES = ("elided-accounts", "elided-gapped", "elided-paired")
"""Why a number leaves its noun out where it is the share of a state."""


def fits(part: Draft, whole: Draft) -> bool:
    """Return whether a part is not more than its total."""
    number, total = part.number(), whole.number()
    if number is None or total is None:
        return True
    most = total[1] if total[1] is not None else float("inf")
    return (number[0] or number[1] or 0) <= most


def antecedent(drafts: Sequence[Draft], index: int) -> int | None:
    """Return the entry whose noun the number of this one leaves out."""
    told = drafts[index].link.force.antecedent
    return next((i for i in range(index - 1, -1, -1) if told is not None and drafts[i].link.force.span == told), None)


def contributed(m: Mentions, drafts: Sequence[Draft], index: int) -> int | None:
    """ "The mission is authorised at 11,826 … Uganda is to provide 4,500": what a state gives to a body's total."""
    part = drafts[index]
    trigger = part.link.trigger
    verb = m.doc.tokens[trigger.token].lemma if trigger is not None else ""
    gives = verb in lexicon.records().counting.giving or (part.link.force.elided and verb in _HAVING)
    if not gives or part.number() is None:
        return None
    sentence = m.doc.sentences[part.link.head.sentence]
    for earlier in range(index - 1, -1, -1):
        whole = drafts[earlier]
        told = m.doc.sentences[whole.link.head.sentence]
        if sentence.index - told.index > _GIVEN_SENTENCES:
            return None
        joint = whole.code is None and part.link.force.elided  # "266 men from the Caribbean … Jamaica has given 112"
        body = joint or (whole.code != part.code and whole.code in lexicon.records().counting.bodies)
        shared = place_keys(whole.locations) & place_keys(part.locations)
        if body and shared and whole.number() is not None and fits(part, whole):
            return earlier
    return None


def shared_by(m: Mentions, drafts: Sequence[Draft], index: int) -> int | None:
    """ "3,500 soldiers are in Macedonia: Britain, 1,400; Italy, 750", "Canada accounts for 639": shares of states."""
    part = drafts[index]
    if not part.link.force.elided_by(*_SHARES) or part.number() is None:
        return None
    total = antecedent(drafts, index)
    while total is not None and drafts[total].link.force.elided_by(*_SHARES):
        total = antecedent(drafts, total)
    if total is None:
        return None
    whole = drafts[total]
    joint = whole.code is None or whole.code in lexicon.records().counting.bodies
    accounts = part.link.force.elided_by("elided-accounts")
    shared = place_keys(whole.locations) & place_keys(part.locations)
    return total if (joint or accounts) and whole.code != part.code and shared and fits(part, whole) else None
