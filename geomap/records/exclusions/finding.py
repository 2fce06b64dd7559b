"""Forces that are no deployment: the dead, the attackers and munitions of an event, the sizes of whole armies.

Each rule is tried in turn; the first that holds names why the force is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from geomap.language import lexicon
from geomap.language.words import words_of
from geomap.model import Category, Echelon
from geomap.records.context import Mentions
from geomap.records.exclusions import harm as exclusion_harm
from geomap.records.exclusions import means as exclusion_means
from geomap.records.exclusions import roles as exclusion_roles
from geomap.records.exclusions import use as exclusion_use
from geomap.records.exclusions.words import few, of_people
from geomap.records.recipients import receives
from geomap.records.triggering import Link


def excluded(m: Mentions, link: Link) -> str | None:
    """Return the name of the rule by which a force is no deployment, or ``None``."""
    return next((name for name, rule in RULES if rule(m, link)), None)


def _comparison(m: Mentions, link: Link) -> bool:
    """ "looked like an aircraft carrier": a likeness, no ship; or a ship told again."""
    start = link.force.start
    return m.doc.text[max(0, start - 5) : start].lower() == "like " or _appositive_ship(m, link)


_APPOSITIVE = re.compile(r", (?:an? |the |her |its )?(?:(?!and\b)\w+[ -]){0,3}")
_APPOSITIVE_REACH = 40
_DESCRIBED_REACH = 90


def _appositive_ship(m: Mentions, link: Link) -> bool:
    """ "USS Georgia, a guided-missile submarine", "BRP Cabra, a 44-meter patrol ship": the ship by its type."""
    force = link.force
    one = force.quantity is None or force.quantity.max == 1
    if force.category is not Category.NAVAL or not one or force.named or not force.singular:
        return False
    before = m.forces_in((force.start - _APPOSITIVE_REACH, force.start))[-1:]
    return any(
        f.named and f.category is Category.NAVAL and _APPOSITIVE.fullmatch(m.doc.text[f.end : force.start] or "…")
        for f in before
    )


_DESCRIBES = re.compile(r", an? (?:(?!and\b)[\w-]+ ){0,3}$")


def _described(m: Mentions, link: Link) -> bool:
    """ "1,500 fighters of the Hamza Division, a Syrian militia, were flown": what the force before is, in a word."""
    force = link.force
    one = force.quantity is None or force.quantity.max == 1
    if not one or force.named or not force.singular or not m.doc.text.startswith((",", " -", " —"), force.end):
        return False
    before = m.forces_in((force.start - _DESCRIBED_REACH, force.start))[-1:]
    return any(
        f.category is force.category
        and (f.named or (f.quantity is not None and f.quantity.max != 1))
        and f.end <= force.start
        and _DESCRIBES.fullmatch(m.doc.text[f.end : max(force.span[0], force.start)]) is not None
        for f in before
    )


def _whole_army(m: Mentions, link: Link) -> bool:
    """ "the 3rd Army" without a number, "the army, 4,000 strong", "two armies"."""
    quantity = link.force.quantity
    return link.force.echelon is Echelon.ARMY and (quantity is None or quantity.strong or quantity.max == 2)


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


_PLACING = frozenset(
    {
        "place-by-parse",
        "place-bracketed",
        "place-here",
        "place-of-antecedent",
        "place-of-measure",
        "place-of-whole",
        "place-of-verb",
        "place-paired",
        "place-there",
        "place-where",
    }
)
"""Rules whose place is told of the number itself, and is not only carried on."""


_PARTS = ("elided-accounts", "elided-gapped", "elided-of-body", "elided-partitive")
_SHARING = frozenset({"place-shared-with-next", "place-shared-with-previous"})
"""Rules by which the parts of a total, and the shares of states, have the place of what they are listed with."""


def bare_number(link: Link) -> bool:
    """Return whether a located force is a number without its noun of which nothing is told: no act and no place."""
    if link.force.elided_by("force-nobody"):
        return _PLACING.isdisjoint(link.rules)
    if link.force.elided_by(*_PARTS) and not _SHARING.isdisjoint(link.rules):
        return False
    counted = link.force.elided or of_people(link)
    return counted and link.trigger is None and _PLACING.isdisjoint(link.rules)


def passing(link: Link) -> bool:
    """Return whether a located force is a single thing of which nothing is done.

    No place of its own is told either, only one carried on: "that is the price of a submarine".
    """
    carried = link.rules[-1:] == ("place-salient",)
    return link.trigger is None and few(link) and carried and link.head.dep == "pobj"


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
    if not of_people(link):
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
    """ "one of the soldiers"; "one of infantry" behind "two battalions of Marines" is a battalion."""
    quantity = link.force.quantity
    return (
        "force-one-more-of" not in link.force.rules
        and quantity is not None
        and quantity.max == 1
        and m.doc.text.startswith(" of ", quantity.span[1])
        and not (link.locations and _not_before(m, quantity.span[0]))
    )


def _not_before(m: Mentions, position: int) -> bool:
    """ "Not one of them will go to Beirut"."""
    return m.doc.text[max(0, position - 4) : position].lower().endswith("not ")


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


def _recipient(m: Mentions, link: Link) -> bool:
    """ "supplied the separatists in Donetsk with tanks": who is given arms is not what is sent."""
    return link.force.quantity is None and link.force.category is Category.PERSONNEL and receives(m, link)


_SERVICE = re.compile(
    r"\b(?:army|navy|air force|fleet|military|armed forces|coast guard)\b[^.;\n]{0,40}\b(?:with|of|has|numbers) "
    r"(?:about |some |around |nearly )?$",
    re.IGNORECASE,
)
_SERVICE_REACH = 90
_BORROWED = {"place-salient", "place-of-company"}


def _size_of_service(m: Mentions, link: Link) -> bool:
    """ "China's navy, the world's largest with 370 ships": what a service has, where no place is told of it."""
    force = link.force
    if force.quantity is None or link.origins or (link.locations and _BORROWED.isdisjoint(link.rules)):
        return False
    whole = any(word in force.text.lower().split() for word in lexicon.records().excluding.whole)
    if of_people(link) and force.quantity.strong and whole:
        return True  # "the Libyan National Army, 25,000 strong on paper"
    return _SERVICE.search(m.doc.text[max(0, force.start - _SERVICE_REACH) : force.start]) is not None


RULES: tuple[tuple[str, Callable[[Mentions, Link], bool]], ...] = (
    *exclusion_harm.RULES,
    *exclusion_use.RULES,
    *exclusion_means.RULES,
    *exclusion_roles.RULES,
    ("no-deployment-comparison", _comparison),
    ("no-deployment-comparison", _described),
    ("no-deployment-whole-army", _whole_army),
    ("no-deployment-possessor", _possessor),
    ("no-deployment-former", _former),
    ("no-deployment-former-strength", _former_strength),
    ("no-deployment-people", _civilians),
    ("no-deployment-people", _people_living),
    ("no-deployment-person", _escort_of_person),
    ("no-deployment-assembly", _assembly),
    ("no-deployment-one-of", _one_of),
    ("no-deployment-person", _person),
    ("no-deployment-whole-army", _size),
    ("no-deployment-recipient", _recipient),
    ("no-deployment-whole-army", _size_of_service),
)
