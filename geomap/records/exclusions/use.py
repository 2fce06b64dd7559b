"""Forces that are no deployment because they are used, hit or wished for in what is told."""

from __future__ import annotations

from collections.abc import Callable

from geomap.language import lexicon
from geomap.language.annotated import Token
from geomap.model import Category
from geomap.records.context import Mentions
from geomap.records.exclusions.words import attack_verbs, fells, few, harm_verbs, role_of, top_of
from geomap.records.triggering import Link

_MUNITIONS = {Category.MISSILE, Category.UAV, Category.EQUIPMENT}
_FORMATIONS = frozenset({Category.UNIT, Category.NAVAL})
_WEAPONS = frozenset(Category) - {Category.PERSONNEL, Category.UNIT, Category.NAVAL, Category.VEHICLE}


def _attacker(m: Mentions, link: Link) -> bool:
    """ "soldiers stormed the town", "some 40 gunmen attacked the plant": who attacks is a side of an event."""
    role, verb = role_of(m, link)
    if verb is None or role != "nsubj" or not _attacks(m, verb):
        return False
    quantity = link.force.quantity
    if quantity is None or quantity.max == 1 or link.force.category in _WEAPONS:
        return True
    return link.trigger is None and verb.tag == "VBD" and not link.force.elided


def _attacks(m: Mentions, verb: Token) -> bool:
    """Whether a verb, or one that it leads on to, attacks: "fired at a tower", "returned to bomb"."""
    fires = lexicon.records().excluding.firing_verbs
    leads = (verb, *m.doc.kids(verb, "xcomp", "advcl"))
    return any(v.lemma in attack_verbs() or v.lemma in fires or fells(m, v) for v in leads)


def _combatant(m: Mentions, link: Link) -> bool:
    """ "Police and gunmen fought for three hours": a fight that is over is an event; who "is fighting" is there."""
    role, verb = role_of(m, link)
    combat = lexicon.records().excluding.combat_verbs
    if role != "nsubj":
        with_ = m.doc.tokens[top_of(m, link).head]
        opponent = top_of(m, link).dep == "pobj" and with_.lower == "with" and not link.force.elided
        return opponent and m.doc.tokens[with_.head].lemma in combat
    if verb is None or link.force.quantity is not None or link.force.category in _FORMATIONS:
        return False
    return verb.tag == "VBD" and verb.lemma in combat


def _agent(m: Mentions, link: Link) -> bool:
    """ "torpedoed by a British submarine", "held by gunmen": who does harm is a side of an event."""
    top = top_of(m, link)
    by = m.doc.tokens[top.head]
    if top.dep != "pobj" or by.lower != "by" or link.force.elided:
        return False
    verb = m.doc.tokens[by.head].lemma
    words = lexicon.records().excluding
    return verb in attack_verbs() or verb in harm_verbs() or verb in words.spending_verbs or verb in words.holding_verbs


def _target(m: Mentions, link: Link) -> bool:
    """ "attacked a convoy", "opened fire on five lorries"."""
    role, verb = role_of(m, link)
    if verb is not None and verb.lemma in attack_verbs() and role in {"dobj", "nsubjpass"}:
        return True
    top = top_of(m, link)
    at = m.doc.tokens[top.head]
    fire = m.doc.tokens[at.head]
    return top.dep == "pobj" and at.lower in {"on", "upon", "at"} and (fire.lower == "fire" or _fires(fire))


def _fires(verb: Token) -> bool:
    return verb.is_verb and verb.lemma in lexicon.records().excluding.firing_verbs


def _munition(m: Mentions, link: Link) -> bool:
    """ "a drone hit the depot"."""
    if link.force.category not in _MUNITIONS or link.trigger is not None:
        return False
    fighting = lexicon.records().excluding.fighting_verbs
    return any(t.lemma in fighting and t.tag.startswith("VB") for t in m.clauses.members(link.head))


def _ammunition(m: Mentions, link: Link) -> bool:
    """ "put a mortar bomb into a yard": bombs and shells are used, not deployed; but they may be handed over."""
    last = link.force.text.lower().split()[-1]
    return last in lexicon.records().excluding.ammunition and link.force.quantity is not None and few(link)


def _means_of_attack(m: Mentions, link: Link) -> bool:
    """ "gunmen on 150 motorcycles raided five communities"."""
    top = top_of(m, link)
    head = m.doc.tokens[top.head]
    if top.dep != "pobj" or head.lower not in {"on", "in", "aboard", "with"}:
        return False
    noun = m.doc.tokens[head.head]
    verb = noun if noun.is_verb else m.doc.tokens[noun.head]
    return verb.is_verb and verb.lemma in attack_verbs() and link.force.category is Category.VEHICLE


def _threat(m: Mentions, link: Link) -> bool:
    """ "guarding ships against Houthi missiles", "fighting alongside the rebels": somebody else beside what is told."""
    top = top_of(m, link)
    head = m.doc.tokens[top.head]
    if top.dep != "pobj" or link.force.quantity is not None:
        return False
    words = lexicon.records().excluding
    beside = head.lower in words.company_prepositions and link.force.category is Category.PERSONNEL
    return beside or head.lower in words.threat_prepositions


def _wished(m: Mentions, link: Link) -> bool:
    """ "had asked for 300 tanks": arms that somebody would like to have."""
    if link.force.category in {Category.PERSONNEL, Category.UNIT}:
        return False
    top = top_of(m, link)
    head = m.doc.tokens[top.head]
    verb = m.doc.tokens[head.head] if top.dep == "pobj" and head.lower == "for" else head
    return verb.is_verb and verb.lemma in lexicon.records().excluding.wishing_verbs and top.dep in {"pobj", "dobj"}


def _names_other(m: Mentions, link: Link) -> bool:
    """ "three Y-12 flights a week": a named type that only says what kind of flights."""
    following = next(
        (t for t in m.doc.tokens_in((link.force.end, link.force.end + 2)) if t.start >= link.force.end), None
    )
    return link.force.named and following is not None and following.lemma in lexicon.records().excluding.uses


RULES: tuple[tuple[str, Callable[[Mentions, Link], bool]], ...] = (
    ("no-deployment-attacker", _attacker),
    ("no-deployment-attacker", _combatant),
    ("no-deployment-attacker", _agent),
    ("no-deployment-target", _target),
    ("no-deployment-munition", _munition),
    ("no-deployment-munition", _ammunition),
    ("no-deployment-name", _names_other),
    ("no-deployment-attacker", _means_of_attack),
    ("no-deployment-threat", _threat),
    ("no-deployment-wish", _wished),
)
