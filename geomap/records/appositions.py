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
    r"(?:,| -| –| —| \() ?(?:or |an? )?(?:(?:this one|that one|a force|one|in all|all told) ?(?:of )?)?", re.IGNORECASE
)
_CLOSED = re.compile(r"\s*(?:[,)—–;.]| -| in all| all told| strong| in | at | by | and )")
_ASIDE = re.compile(
    r"(?: (?:at|in|on|near|of|from|around|outside) (?:the )?"
    r"[A-Z][\w'’-]*(?:[ -](?:[A-Z][\w'’-]*|of|the|de|la|al|el))*)?"
    r"(?: \([^()]{1,40}\))?"
)
"""What may stand between a body and its number: where it is, its name, its commander."""

_CLOSE_REACH = 12
_STRONG = re.compile(
    r"(?:, (?:led|commanded|headed) by [^,.;]{2,40}?(?:,| and)?)?"
    r"(?:,| \(|,? which is|,? now)? ?(?:and )?(?:about |some )?"
)
_OF_THEM = re.compile(r" of them(?:,| -| –| —|\))")
_THEM_REACH = 12
"""Characters between a body and the number of all of it."""

_OF = re.compile(r",? of (?:about |some |around |up to |nearly |over |just )?")
_BARE = re.compile(
    r"\s*(?:[,.;:)—–\n]|$|(?:in|at|on|for|to|is|are|was|were|will|has|have|had|from|and|that|which|under)\b)"
)
"""What may follow the number of a body: no noun of its own."""


def join_appositions(m: Mentions, group: Sequence[Link]) -> list[Link]:
    """Return the forces of one sentence, those that only count the one before them made one with it."""
    result: list[Link] = []
    counted = [_strong(m, link) for link in group]
    taken = {link.force.quantity.span for link in counted if link.force.quantity is not None and not link.force.elided}
    for link in counted:
        if link.force.elided and link.force.quantity is not None and link.force.quantity.span in taken:
            # "A battalion of 600": the number is the battalion's, and what hangs on it too.
            result = [_hung_on(m, one, link) for one in result]
            continue
        if result and _counts(m, result[-1], link):
            result[-1] = _joined(m, result[-1], link)
        else:
            result.append(link)
    return result


def _hung_on(m: Mentions, body: Link, number: Link) -> Link:
    """Hang a body where its number hangs, if the parse gives that one the places."""
    if body.force.quantity is None or number.force.quantity is None:
        return body
    same = body.force.quantity.span == number.force.quantity.span
    return replace(_placed(m, body, number), force=body.force, beside=body.beside) if same else body


def _placed(m: Mentions, body: Link, number: Link) -> Link:
    """Return the link that the parse gives the places: the body's, unless it gives them to the number alone."""
    governed: set[int] = set()
    for anchor in m.in_sentence(body.head.sentence):
        governed.update(anchor.through)
        if anchor.governor is not None:
            governed.add(anchor.governor.index)
    return number if number.head.index in governed and body.head.index not in governed else body


def _strong(m: Mentions, link: Link) -> Link:
    """ "one battalion, 500 strong, in the Kalai-Khumb sector": the number of its people counts a unit."""
    force = link.force
    if force.quantity is None and not force.elided:
        whole = _all_of_them(m, link)
        if whole is not link:
            return whole
    single = force.quantity is None or force.quantity.max == 1
    body = force.echelon is not None or force.category is Category.UNIT or _collective(m, link)
    if force.elided or not body:
        return link
    for quantity in m.quantities:
        gap = m.doc.text[force.end : quantity.span[0]] if quantity.span[0] >= force.end else "…"
        strong = quantity.strong and _STRONG.fullmatch(gap) is not None
        if strong or (single and _OF.fullmatch(gap) and _BARE.match(m.doc.text, quantity.span[1])):
            counted = replace(
                force,
                category=Category.PERSONNEL,
                quantity=quantity,
                generic=False,
                rules=(*force.rules, *quantity.rules, "force-strong-behind"),
            )
            return replace(link, force=counted)
    return link


def _all_of_them(m: Mentions, link: Link) -> Link:
    """ "The Croats, 98 of them, left", "reservists, some 2,600 of them": the number of all."""
    force = link.force
    for quantity in m.quantities_from(force.end, _THEM_REACH):
        before = m.doc.text[force.end : quantity.span[0]]
        if before == ", " and _OF_THEM.match(m.doc.text, quantity.span[1]):
            rules = (*force.rules, *quantity.rules, "force-all-of-them")
            return replace(link, force=replace(force, quantity=quantity, generic=False, ambiguous=False, rules=rules))
    return link


def _collective(m: Mentions, link: Link) -> bool:
    """Whether a noun is one of bodies that have no size of their own: "contingent", "battlegroup", "mission"."""
    noun = link.force.head_term(m.doc.text).casefold()
    words = lexicon.forces()
    return link.force.singular and (noun in words.collectives or noun.split()[-1] in words.joint)


def _counts(m: Mentions, body: Link, number: Link) -> bool:
    """Whether the second force gives the number of the first: a body without one, or a unit and its people."""
    closed = _behind(m, body, number)
    if closed is None:
        return False
    one, other = body.force, number.force
    people = other.category is Category.PERSONNEL
    listed = closed == "and"
    if other.singular:
        told = people and "force-strong-behind" in other.rules  # "their border guards, a detachment of some 70,"
        return told and one.quantity is None and one.category is Category.PERSONNEL and not one.singular
    if one.echelon is not None:
        return people and not listed
    named_ship = one.named and one.category is Category.NAVAL
    return one.quantity is None and _collective(m, body) and not named_ship and (people or not listed)


def _behind(m: Mentions, body: Link, number: Link) -> str | None:
    """Return what closes a number that stands beside a body, ``None`` where it does not stand so."""
    one, other = body.force, number.force
    if other.quantity is None or other.elided or one.end > other.start:
        return None
    gap = m.doc.text[one.end : other.start]
    aside = _ASIDE.match(gap)
    gap = gap[aside.end() :] if aside is not None else gap
    if number.head.dep == "conj" and gap.startswith(", ") and not gap.endswith("or "):
        return None
    if not _SIDE_BY_SIDE.fullmatch(gap + ("" if gap.endswith(" ") else " ")):
        return None
    closed = _CLOSED.match(m.doc.text[other.end : other.end + _CLOSE_REACH] + ".")
    return closed[0].strip() if closed is not None else None


def _joined(m: Mentions, body: Link, number: Link) -> Link:
    link = _placed(m, body, number)
    if body.force.named or number.force.singular:
        rules = (*body.force.rules, *number.force.rules, "force-apposition")
        force = replace(
            body.force,
            category=number.force.category,
            quantity=number.force.quantity,
            rules=rules,
            generic=False,
            ambiguous=False,
        )
        return replace(link, force=force, beside=body.force.span)
    force = replace(
        number.force,
        echelon=body.force.echelon,
        rules=(*number.force.rules, "force-apposition"),
        generic=False,
    )
    return replace(link, force=force, beside=body.force.span)
