"""Forces that are no deployment: the dead, the attackers and munitions of an event, the sizes of whole armies.

Each rule is tried in turn; the first that holds names why the force is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from geomap.language import lexicon
from geomap.language.annotated import Token
from geomap.language.words import words_of
from geomap.model import Category, Echelon, EventType
from geomap.records.context import Mentions
from geomap.records.triggering import Link

_ATTACKS = {EventType.ATTACK, EventType.STRIKE, EventType.SHELLING, EventType.EXPLOSION}
_MUNITIONS = {Category.MISSILE, Category.UAV, Category.EQUIPMENT}
_ON_MISSIONS = {Category.PERSONNEL, Category.UNIT, Category.NAVAL}
_OBJECTS = {"dobj", "obj", "nsubjpass"}
_ARGUMENTS = {*_OBJECTS, "nsubj"}
_WEAPONS = frozenset(Category) - {Category.PERSONNEL, Category.UNIT, Category.NAVAL, Category.VEHICLE}
_LONGEST_LIST = 6
_HARMED_REACH = 110
_ASIDE = re.compile(r"^,[^,.;]{1,60},")
"""What may stand between people and what befell them: "27 soldiers, their general among them, were killed"."""


def excluded(m: Mentions, link: Link) -> str | None:
    """Return the name of the rule by which a force is no deployment, or ``None``."""
    return next((name for name, rule in RULES if rule(m, link)), None)


@cache
def _harm_verbs() -> frozenset[str]:
    return frozenset(verb for harm in lexicon.events().harm for verb in harm.verbs)


@cache
def _attack_verbs() -> frozenset[str]:
    verbs = (verb for frame in lexicon.events().frames if frame.type in _ATTACKS for verb in frame.verbs)
    return frozenset(verbs) - lexicon.records().excluding.unclear_attacks


def _top(m: Mentions, link: Link) -> Token:
    """Follow coordination up to the noun that carries the role of all."""
    current = link.head
    for _ in range(_LONGEST_LIST):
        head = m.doc.tokens[current.head]
        if current.dep == "pobj" and head.lower == "of" and head.head != head.index:
            number = m.doc.tokens[head.head]  # "several of the peacekeepers", "37 of the attackers"
            if number.pos == "NUM" or number.lower in lexicon.records().excluding.some:
                current = number
                continue
        if current.dep not in {"conj", "appos", "nummod"} or head.index == current.index:
            break
        if head.pos not in {"NOUN", "PROPN", "NUM"}:
            break
        current = head
    return current


def _verb(m: Mentions, link: Link) -> tuple[str, Token | None]:
    """Return the verb that a force, or the list it stands in, is an argument of, and as which."""
    top = _top(m, link)
    verb = m.doc.tokens[top.head]
    return (top.dep, verb) if verb.index != top.index and verb.is_verb else ("", None)


def _harmed_by_verb(m: Mentions, link: Link) -> bool:
    """ "20 soldiers were killed", "20 soldiers died"."""
    role, verb = _verb(m, link)
    return verb is not None and verb.lemma in _harm_verbs() and role in _ARGUMENTS


def _spent(m: Mentions, link: Link) -> bool:
    """ "fired 20 missiles", "lost 20 tanks"; people and ships are seized and launched without being spent."""
    role, verb = _verb(m, link)
    words = lexicon.records().excluding
    if verb is None or verb.lemma not in words.spending_verbs or role not in _OBJECTS:
        return False
    return verb.lemma not in words.mission_verbs or link.force.category not in _ON_MISSIONS


def _attacker(m: Mentions, link: Link) -> bool:
    """ "soldiers stormed the town": who attacks without a number is a side of an event."""
    role, verb = _verb(m, link)
    if verb is None or role != "nsubj" or not _attacks(m, verb):
        return False
    quantity = link.force.quantity
    return quantity is None or quantity.max == 1 or link.force.category in _WEAPONS


def _attacks(m: Mentions, verb: Token) -> bool:
    """Whether a verb, or one that it leads on to, attacks: "fired at a tower", "returned to bomb"."""
    fires = lexicon.records().excluding.firing_verbs
    return any(v.lemma in _attack_verbs() or v.lemma in fires for v in (verb, *m.doc.kids(verb, "xcomp", "advcl")))


def _target(m: Mentions, link: Link) -> bool:
    """ "attacked a convoy"."""
    role, verb = _verb(m, link)
    return verb is not None and verb.lemma in _attack_verbs() and role in {"dobj", "nsubjpass"}


def _felled(m: Mentions, link: Link) -> bool:
    """ "brought down two helicopters"."""
    role, verb = _verb(m, link)
    if verb is None or verb.lemma not in lexicon.records().excluding.felling_verbs or role not in {"dobj", "nsubjpass"}:
        return False
    return any(kid.lower == "down" for kid in m.doc.kids(verb))


def _captive(m: Mentions, link: Link) -> bool:
    """ "took 20 soldiers prisoner"."""
    _, verb = _verb(m, link)
    words = lexicon.records().excluding
    if verb is None or verb.lemma not in words.capturing_verbs:
        return False
    return any(kid.lower in words.captives for kid in m.doc.kids(verb))


def _harmed_in_phrase(m: Mentions, link: Link) -> bool:
    """ "20 soldiers killed at Gao", "wounded soldiers", "the dead", "20 soldiers dead"."""
    doc, head = m.doc, link.head
    words = lexicon.records().excluding
    participles = _harm_verbs() | words.harm_participles
    behind = (kid for kid in doc.kids(head, "acl", "relcl") if kid.tag == "VBN" and kid.index > head.index)
    return (
        any(kid.lemma in participles for kid in behind)
        or any(kid.lemma in _harm_verbs() for kid in doc.kids(head, "amod"))
        or head.lower in words.harmed
    )


def _harmed_after(m: Mentions, link: Link) -> bool:
    """ "20 soldiers dead", "20 soldiers were killed", whatever the parse says."""
    behind = _ASIDE.sub("", m.doc.text[link.force.end : link.force.end + _HARMED_REACH].lower(), count=1)
    following = re.findall(r"[\w'’-]+", behind)
    phrases = [phrase.split() for phrase in lexicon.records().excluding.harmed_after]
    return any(following[: len(phrase)] == phrase for phrase in phrases)


def _loss(m: Mentions, link: Link) -> bool:
    """ "the loss of three tanks", "the funeral of two soldiers"."""
    top = _top(m, link)
    noun = m.doc.tokens[m.doc.tokens[top.head].head]
    return top.dep == "pobj" and noun.lemma in lexicon.records().excluding.loss_nouns


def _comparison(m: Mentions, link: Link) -> bool:
    """ "looked like an aircraft carrier": a likeness, no ship; or a ship told again."""
    start = link.force.start
    return m.doc.text[max(0, start - 5) : start].lower() == "like " or _appositive_ship(m, link)


def _appositive_ship(m: Mentions, link: Link) -> bool:
    """ "USS Georgia, a guided-missile submarine": the ship told again by its type."""
    quantity = link.force.quantity
    if link.force.category is not Category.NAVAL or quantity is None or quantity.max != 1:
        return False
    return any(
        f.named and f.category is Category.NAVAL and m.doc.text[f.end : link.force.start] == ", "
        for f in m.forces
        if 0 <= link.force.start - f.end <= 3
    )


def _whole_army(m: Mentions, link: Link) -> bool:
    """ "the 3rd Army" without a number, "the army, 4,000 strong", "two armies"."""
    quantity = link.force.quantity
    return link.force.echelon is Echelon.ARMY and (quantity is None or quantity.strong or quantity.max == 2)


def _munition(m: Mentions, link: Link) -> bool:
    """ "a drone hit the depot"."""
    if link.force.category not in _MUNITIONS or link.trigger is not None:
        return False
    fighting = lexicon.records().excluding.fighting_verbs
    return any(t.lemma in fighting and t.tag.startswith("VB") for t in m.clauses.members(link.head))


def _possessor(m: Mentions, link: Link) -> bool:
    """ "the soldiers' families"."""
    head = link.head
    return head.dep == "poss" and m.doc.text[head.end : head.end + 1] in {"'", "’"}


def _former(m: Mentions, link: Link) -> bool:
    """ "former soldiers", "captured tanks"."""
    words = lexicon.records().excluding
    return any(word.key in words.former or word.key in words.unfit for word in words_of(link.force.text))


def _former_strength(m: Mentions, link: Link) -> bool:
    """ "Up from 4,500 men", "compared with 18,000 men a year ago"."""
    return link.force.quantity is not None and link.force.quantity.former


def _people(link: Link) -> bool:
    return "force-people" in link.force.rules


def _harmed_number(m: Mentions, link: Link) -> bool:
    """ "killed 20 and wounded 40": a number without its noun in a sentence on the harmed."""
    if not link.force.elided and not _people(link):
        return False
    sentence = m.doc.sentences[link.head.sentence]
    harmed = any(t.lemma in _harm_verbs() and t.tag.startswith("VB") for t in m.doc.sentence_tokens(sentence))
    return harmed and (_people(link) or not (link.locations or link.origins))


def _bare_number(m: Mentions, link: Link) -> bool:
    """A number without its noun, of which nothing is told."""
    return (link.force.elided or _people(link)) and link.trigger is None and not link.locations


def _wished(m: Mentions, link: Link) -> bool:
    """ "had asked for 300 tanks": arms that somebody would like to have."""
    if link.force.category in {Category.PERSONNEL, Category.UNIT}:
        return False
    top = _top(m, link)
    head = m.doc.tokens[top.head]
    verb = m.doc.tokens[head.head] if top.dep == "pobj" and head.lower == "for" else head
    return verb.is_verb and verb.lemma in lexicon.records().excluding.wishing_verbs and top.dep in {"pobj", "dobj"}


def _harmed_before(m: Mentions, link: Link) -> bool:
    """ "killing, by the government's own admission, 125 soldiers", whatever the parse says."""
    sentence = m.doc.sentences[link.head.sentence]
    before = m.doc.tokens_in((max(sentence.start, link.force.start - _HARMED_REACH), link.force.start))
    for token in reversed(before):
        if token.tag == "VBG" and token.lemma in _harm_verbs():
            return True
        if token.is_verb or token.text in {";", ":", "—", "–"} or token.lower in {"that", "which", "who"}:
            return False
    return False


def _harmed_next(m: Mentions, link: Link) -> bool:
    """ "38 Peruvian soldiers and 11 Ecuadorian ones had been killed": the next verb tells what befell them."""
    sentence = m.doc.sentences[link.head.sentence]
    behind = m.doc.tokens_in((link.force.end, min(sentence.end, link.force.end + _HARMED_REACH)))
    verb = next((t for t in behind if t.is_verb and t.pos != "AUX" and t.start >= link.force.end), None)
    if verb is None or verb.lemma not in _harm_verbs() or not m.doc.kids(verb, "auxpass"):
        return False
    return not any(t.dep in {"nsubj", "mark"} or t.text in {";", ":"} for t in behind if t.start < verb.start)


def _ammunition(m: Mentions, link: Link) -> bool:
    """ "put a mortar bomb into a yard": bombs and shells are used, not deployed; but they may be handed over."""
    last = link.force.text.lower().split()[-1]
    return last in lexicon.records().excluding.ammunition and link.force.quantity is not None and _few(link)


def _few(link: Link) -> bool:
    quantity = link.force.quantity
    return quantity is not None and (quantity.max or 0) <= 1


def _names_other(m: Mentions, link: Link) -> bool:
    """ "three Y-12 flights a week": a named type that only says what kind of flights."""
    if not link.force.named or link.head.dep not in {"compound", "nmod"}:
        return False
    noun = m.doc.tokens[link.head.head]
    return noun.lemma in lexicon.records().excluding.uses and noun.start >= link.force.end


def _means_of_attack(m: Mentions, link: Link) -> bool:
    """ "gunmen on 150 motorcycles raided five communities"."""
    top = _top(m, link)
    head = m.doc.tokens[top.head]
    if top.dep != "pobj" or head.lower not in {"on", "in", "aboard", "with"}:
        return False
    noun = m.doc.tokens[head.head]
    verb = noun if noun.is_verb else m.doc.tokens[noun.head]
    return verb.is_verb and verb.lemma in _attack_verbs() and link.force.category is Category.VEHICLE


def passing(link: Link) -> bool:
    """Return whether a located force is a single thing of which nothing is done.

    No place of its own is told either, only one carried on: "that is the price of a submarine".
    """
    carried = link.rules[-1:] in {("place-carried",), ("place-of-topic",)}
    return link.trigger is None and _few(link) and carried and link.head.dep == "pobj"


def _threat(m: Mentions, link: Link) -> bool:
    """ "guarding ships against Houthi missiles"."""
    top = _top(m, link)
    head = m.doc.tokens[top.head]
    return top.dep == "pobj" and head.lower in lexicon.records().excluding.threat_prepositions and _unnumbered(link)


def _unnumbered(link: Link) -> bool:
    return link.force.quantity is None


def _escort_of_person(m: Mentions, link: Link) -> bool:
    """ "the convoy of President Hassan Sheikh Mohamud"."""
    if link.force.category is not Category.VEHICLE or not m.doc.text.startswith(" of ", link.force.end):
        return False
    following = re.findall(r"[\w'’-]+", m.doc.text[link.force.end + 4 : link.force.end + 60].lower())[:4]
    return not lexicon.records().excluding.persons.isdisjoint(following)


def _assembly(m: Mentions, link: Link) -> bool:
    """ "Parliament in Kampala, some of whose 529 members complain"."""
    if link.force.text.lower().split()[-1] not in lexicon.records().excluding.members:
        return False
    sentence = m.doc.sentences[link.head.sentence]
    words = {token.lower for token in m.doc.sentence_tokens(sentence)}
    return not lexicon.records().excluding.assemblies.isdisjoint(words)


def _people_living(m: Mentions, link: Link) -> bool:
    """ "some 250 Filipinos live there", "100,000 Armenians fled": a people, not its soldiers."""
    if not _people(link):
        return False
    words = lexicon.records().excluding
    verbs = {m.doc.tokens[i].lemma for i in link.verbs}
    behind = re.findall(r"\w+", m.doc.text[link.force.end : link.force.end + 30].lower())[:3]
    return not words.civil_verbs.isdisjoint(verbs | set(behind))


def _civilians(m: Mentions, link: Link) -> bool:
    """ "20,000 driven from their homes", "20,000 refugees"."""
    after = m.doc.text[link.force.end : link.force.end + 40].lower()
    words = lexicon.records().excluding
    return any(phrase in after for phrase in words.homeless) or after.lstrip().startswith(words.people_after)


def _one_of(m: Mentions, link: Link) -> bool:
    """ "one of the soldiers"."""
    quantity = link.force.quantity
    return quantity is not None and quantity.max == 1 and m.doc.text.startswith(" of ", quantity.span[1])


def _person(m: Mentions, link: Link) -> bool:
    """ "a guard"."""
    force = link.force
    return force.generic and force.ambiguous and force.quantity is not None and force.quantity.max == 1


def _size(m: Mentions, link: Link) -> bool:
    """ "an army of 150,000 men", "a 4,000-strong force": a size, where nothing is done and no place is told."""
    quantity = link.force.quantity
    told = link.trigger is not None or link.locations or link.origins
    if quantity is None or not quantity.strong or told:
        return False
    return link.force.text.lower().split()[-1] in lexicon.records().excluding.whole


RULES: tuple[tuple[str, Callable[[Mentions, Link], bool]], ...] = (
    ("no-deployment-harm", _harmed_by_verb),
    ("no-deployment-spent", _spent),
    ("no-deployment-attacker", _attacker),
    ("no-deployment-target", _target),
    ("no-deployment-spent", _felled),
    ("no-deployment-prisoners", _captive),
    ("no-deployment-harm", _harmed_in_phrase),
    ("no-deployment-loss", _loss),
    ("no-deployment-harm", _harmed_after),
    ("no-deployment-comparison", _comparison),
    ("no-deployment-whole-army", _whole_army),
    ("no-deployment-munition", _munition),
    ("no-deployment-possessor", _possessor),
    ("no-deployment-former", _former),
    ("no-deployment-former-strength", _former_strength),
    ("no-deployment-harm", _harmed_number),
    ("no-deployment-number", _bare_number),
    ("no-deployment-people", _civilians),
    ("no-deployment-people", _people_living),
    ("no-deployment-harm", _harmed_before),
    ("no-deployment-harm", _harmed_next),
    ("no-deployment-munition", _ammunition),
    ("no-deployment-name", _names_other),
    ("no-deployment-attacker", _means_of_attack),
    ("no-deployment-threat", _threat),
    ("no-deployment-wish", _wished),
    ("no-deployment-person", _escort_of_person),
    ("no-deployment-assembly", _assembly),
    ("no-deployment-one-of", _one_of),
    ("no-deployment-person", _person),
    ("no-deployment-whole-army", _size),
)
