"""A body and its number told side by side: "a fourth contingent, 144 police officers, landed".

They are one force, counted by the second and doing what the first does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.language import lexicon
from geomap.model import Category
from geomap.records.context import Mentions
from geomap.records.triggering import Link

_SIDE_BY_SIDE = re.compile(
    r"(?:,| -| –| —| \() ?(?:(?:this one|that one|a force|one|in all|all told) ?(?:of )?)?", re.IGNORECASE
)
_CLOSED = re.compile(r"\s*(?:[,)—–;.]| -| in all| all told| strong| in )")
_CLOSE_REACH = 12


def join_appositions(m: Mentions, group: Sequence[Link]) -> list[Link]:
    """Return the forces of one sentence, those that only count the one before them made one with it."""
    result: list[Link] = []
    for link in (_strong(m, link) for link in group):
        if result and _counts(m, result[-1], link):
            result[-1] = _joined(result[-1], link)
        else:
            result.append(link)
    return result


def _strong(m: Mentions, link: Link) -> Link:
    """ "one battalion, 500 strong, in the Kalai-Khumb sector": the number of its people counts a unit."""
    force = link.force
    if force.echelon is None and force.quantity is not None:
        return link
    for quantity in m.quantities:
        gap = m.doc.text[force.end : quantity.span[0]] if quantity.span[0] >= force.end else "…"
        if quantity.strong and re.fullmatch(r"(?:,| \(|,? which is|,? now)? ?(?:about |some )?", gap):
            counted = replace(
                force,
                category=Category.PERSONNEL,
                quantity=quantity,
                generic=False,
                rules=(*force.rules, *quantity.rules, "force-strong-behind"),
            )
            return replace(link, force=counted)
    return link


def _counts(m: Mentions, body: Link, number: Link) -> bool:
    """Whether the second force gives the number of the first: a body without one, or a unit and its people."""
    one, other = body.force, number.force
    if other.quantity is None or other.singular or other.elided or one.named or number.head.dep == "conj":
        return False
    gap = m.doc.text[one.end : other.start]
    if one.end > other.start or not _SIDE_BY_SIDE.fullmatch(gap + ("" if gap.endswith(" ") else " ")):
        return False
    if not _CLOSED.match(m.doc.text[other.end : other.end + _CLOSE_REACH] + "."):
        return False
    unit = one.echelon is not None and other.category is Category.PERSONNEL
    noun = one.head_term(m.doc.text).casefold()
    return unit or (one.quantity is None and (one.singular and noun in lexicon.forces().collectives))


def _joined(body: Link, number: Link) -> Link:
    force = replace(
        number.force,
        echelon=body.force.echelon,
        rules=(*number.force.rules, "force-apposition"),
        generic=False,
    )
    return replace(body, force=force, beside=body.force.span)
