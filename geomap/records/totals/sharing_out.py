"""One number told for each of several: "1,000 apiece in Niger and Chad", "Germany and Italy have each posted ten".

Such a force becomes one entry for each place, or for each actor.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from geomap.language import lexicon
from geomap.mentions.actors.finding import ActorMention
from geomap.model import Category, Span, Use
from geomap.records.context import Mentions
from geomap.records.owners.owned import Owned
from geomap.records.owners.roles import role_of

_REACH = 14
"""Characters around a force within which "each" or "apiece" stands."""

_FEWEST = 2
"""Numbers that are a list."""

_ACTING = {"owner-subject", "owner-salient"}
"""Rules by which who acts owns a force."""

_AND = re.compile(r"(?:,? and |, | & )(?:the )?")


@cache
def _each() -> re.Pattern[str]:
    words = "|".join(lexicon.records().owning.distributing)
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def share_out(m: Mentions, owned: Owned) -> tuple[Owned, ...]:
    """Return the owned force once for each place or actor that it is told for; as it is where it is told for one."""
    ordered = _in_order(m, owned)
    if ordered is not None:
        return (Owned(owned.link, ordered.value(), "owner-in-order"),)
    if owned.rule == "owner-in-phrase" and _of_several(m, owned):
        return (Owned(owned.link, None, "owner-several"),)
    actors = _joint(m, owned) or _each_actor(m, owned)
    if len(actors) > 1:
        return tuple(Owned(owned.link, actor.value(), "owner-each") for actor in actors)
    if _together(m, owned):
        return (Owned(owned.link, None, "owner-several"),)
    places = owned.link.locations
    if len(places) > 1 and owned.link.force.quantity is not None and _said_each(m, owned):
        links = [replace(owned.link, locations=(place,), rules=(*owned.link.rules, "place-each")) for place in places]
        return tuple(Owned(link, owned.actor, owned.rule) for link in links)
    return (owned,)


def _in_order(m: Mentions, owned: Owned) -> ActorMention | None:
    """ "Turkey, Hungary and Norway sent 140, 45 and 12 soldiers": as many numbers as actors, in the same order."""
    quantity = owned.link.force.quantity
    if quantity is None:
        return None
    sentence = m.doc.sentences[owned.link.head.sentence]
    numbers = [q.span for q in m.quantities if sentence.start <= q.span[0] and q.span[1] <= sentence.end]
    run = next((run for run in _runs(m.doc.text, numbers) if quantity.span in run), [])
    if len(run) < _FEWEST:
        return None
    actors = _listed(m, [a for a in m.actors if sentence.start <= a.span[0] and a.span[1] <= run[0][0]])
    return actors[run.index(quantity.span)] if len(actors) == len(run) else None


def _runs(text: str, numbers: Sequence[Span]) -> list[list[Span]]:
    """Return the lists of numbers that nothing but commas and "and" part."""
    runs: list[list[Span]] = []
    for number in numbers:
        if runs and _AND.fullmatch(text[runs[-1][-1][1] : number[0]]):
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _said_each(m: Mentions, owned: Owned) -> bool:
    """Whether "apiece" or "each" stands at the force."""
    force = owned.link.force
    behind = m.doc.text[force.end : force.end + _REACH]
    before = m.doc.text[max(0, force.start - _REACH) : force.start]
    return _each().search(re.split(r"[.;\n]", behind)[0]) is not None or _each().search(before) is not None


def _each_actor(m: Mentions, owned: Owned) -> Sequence[ActorMention]:
    """ "Germany and Italy have each posted ten": the actors that are listed as the subject, or before the number."""
    if owned.link.force.quantity is None or not _clause_says_each(m, owned):
        return ()
    start = owned.link.force.start
    sentence = m.doc.sentences[owned.link.head.sentence]
    return _listed(m, [a for a in m.actors if sentence.start <= a.span[0] and a.span[1] <= start])


def _clause_says_each(m: Mentions, owned: Owned) -> bool:
    if _said_each(m, owned):
        return True
    verbs = [m.doc.tokens[i] for i in owned.link.verbs]
    return any(kid.lower == "each" and kid.start < owned.link.force.start for v in verbs for kid in m.doc.kids(v))


def _listed(m: Mentions, actors: Sequence[ActorMention]) -> Sequence[ActorMention]:
    """Return the last list of actors, nothing but commas and "and" between them."""
    group: list[ActorMention] = []
    for actor in reversed(actors):
        if group and not _AND.fullmatch(m.doc.text[actor.span[1] : group[0].span[0]]):
            break
        group.insert(0, actor)
    return group if len({actor.code for actor in group}) == len(group) else ()


def _of_several(m: Mentions, owned: Owned) -> bool:
    """ "1,200 Malian and Nigerien soldiers": one number for several states is no state's (reading 7)."""
    force = owned.link.force
    if force.quantity is None or _said_each(m, owned):
        return False
    inside = [a for a in m.actors if force.span[0] <= a.span[0] and a.span[1] <= force.span[1]]
    return len({actor.code for actor in _listed(m, inside)}) > 1


def _together(m: Mentions, owned: Owned) -> Sequence[ActorMention]:
    """ "India, Jordan and Bangladesh have promised 3,000": whoever sends one number together (reading 7)."""
    start = owned.link.force.start
    sentence = m.doc.sentences[owned.link.head.sentence]
    if owned.rule not in _ACTING or owned.actor is None or owned.link.force.quantity is None:
        return ()
    before = [a for a in m.actors if sentence.start <= a.span[0] and a.span[1] <= start and a.use is not Use.DEMONYM]
    last = next((i for i in range(len(before) - 1, -1, -1) if before[i].code == owned.actor.code), None)
    if last is None or role_of(m, before[last]) not in {"subject", "speaks"}:
        return ()
    first = end = last
    while first and _AND.fullmatch(m.doc.text[before[first - 1].span[1] : before[first].span[0]]):
        first -= 1
    while end + 1 < len(before) and _AND.fullmatch(m.doc.text[before[end].span[1] : before[end + 1].span[0]]):
        end += 1
    group = before[first : end + 1]
    return group if len({actor.code for actor in group}) > 1 else ()


def _joint(m: Mentions, owned: Owned) -> Sequence[ActorMention]:
    """ "Indian and Chinese soldiers": a force of each, where no number is shared."""
    force = owned.link.force
    if owned.rule != "owner-in-phrase" or force.quantity is not None or force.category is not Category.PERSONNEL:
        return ()
    inside = [a for a in m.actors if force.span[0] <= a.span[0] and a.span[1] <= force.span[1] and a.use is Use.DEMONYM]
    if not inside:
        return ()
    before = [a for a in m.actors if a.span[1] <= inside[0].span[0] and a.use is Use.DEMONYM]
    return _listed(m, [*before, inside[0]])
