"""Owners that the place tells whence a force comes: its home, or a base abroad."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.language import lexicon
from geomap.mentions.actors.finding import ActorMention
from geomap.mentions.places.finding import Place
from geomap.model import Action, Relation
from geomap.records.context import Mentions
from geomap.records.owners.owned import Owned, state
from geomap.records.triggering import Link

_GUESSED = {"owner-origin-country", "owner-unknown", "owner-salient"}


def origin_country(m: Mentions, link: Link, owned: Sequence[Owned]) -> ActorMention | None:
    """Forces that arrive from a country or from a base at home are that country's: "moved up from Germany".

    Whoever was said to be there leaves from there: "28,500 Americans in South Korea … moved from Kunsan".
    """
    if link.action is Action.WITHDRAW or not link.origins:
        return None
    origin = link.origins[0]
    code = origin.country
    if origin.mention.relation not in {None, Relation.PART}:
        return None  # "90 miles from Goma", "back from the Ukrainian border": no home
    if code is None or any(place.country == code for place in link.locations):
        return None
    for earlier in reversed(owned):
        guest = earlier.actor
        if guest is not None and guest.code != code and _lie_together(origin, earlier.link):
            return ActorMention(origin.mention.span, guest.name, guest.code or "", "state", None, "actor-guest")
    return _guest(m, origin, owned) or _at_home(m, origin, code, owned)


def _guest(m: Mentions, origin: Place, owned: Sequence[Owned]) -> ActorMention | None:
    """Whose base abroad a place is, or who was said to be there: "28,500 Americans are in South Korea"."""
    told = guest_of(origin)
    if told is not None:
        return state(m, origin.mention.span, told, "actor-guest")
    for earlier in reversed(owned):
        guest = earlier.actor
        if guest is not None and guest.code != origin.country and _lie_together(origin, earlier.link):
            return ActorMention(origin.mention.span, guest.name, guest.code or "", "state", None, "actor-guest")
    return None


def _at_home(m: Mentions, origin: Place, code: str, owned: Sequence[Owned]) -> ActorMention | None:
    """The country that a force comes from, unless others' forces are told of and it is not named itself."""
    armed = {o.actor.code for o in owned if o.actor is not None and o.rule not in _GUESSED}
    if armed and code not in armed and not any(a.code == code for a in m.actors):
        return None  # the force of somebody else who has a base there
    known = next((a for a in m.actors if a.code == code), None)
    return known or state(m, origin.mention.span, code, "actor-origin")


def guest_of(place: Place) -> str | None:
    """Return the state whose base a place in another country is: the United States' in Japan is Kadena."""
    resolved = place.mention.resolved
    if resolved is None:
        return None
    return next((code for code, names in lexicon.records().owning.guests.items() if resolved.name in names), None)


def _lie_together(origin: Place, link: Link) -> bool:
    """Whether a force is where another leaves: at the same place, or in the country around it as a whole."""
    for place in (*link.locations, *link.origins):
        one, other = place.mention.resolved, origin.mention.resolved
        if one is None or other is None:
            continue
        if one.id == other.id or (one.kind == "country" and one.country == other.country):
            return True
    return False
