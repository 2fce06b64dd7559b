"""Tells whether a country or capital acts in its sentence or is just a place, by the part that its name plays there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.language import lexicon
from geomap.language.annotated import Annotated, Token
from geomap.language.words import key_of
from geomap.mentions.actors.government_cues import CUES
from geomap.mentions.actors.government_role import LITERAL, Role, Rule, UseFound, literal, metonym, next_word
from geomap.mentions.actors.terms import names_body
from geomap.mentions.places.names import Name
from geomap.mentions.places.persons import leader_names
from geomap.model import Use

_BODY_REACH = 80
"""Characters of what a state owns in which the name of a body is looked for."""

_ONE_FORCE = re.compile(
    r" an? (?:[a-z-]+ )?(?:company|battalion|platoon|squadron|brigade|battery|frigate|destroyer|patrol)\b"
)
"""What a member of a list gives where the verb is told only once: "Armenia 100 men and Belarus a company"."""

_BACKED = re.compile(r"[-‑]([a-z]+)")
_BACKED_REACH = 20


def government(doc: Annotated, name: Name, token: Token, *, country: bool) -> UseFound:
    """Tell whether a country or capital acts; the first rule that knows decides."""
    root, conjunct = _first_conjunct(doc, token)
    return _first((*CUES, *RULES), Role(doc, name, root, doc.tokens[root.head], conjunct, country)) or LITERAL


def _first(rules: Sequence[Rule], role: Role) -> UseFound | None:
    return next((found for rule in rules if (found := rule(role)) is not None), None)


def _owner(role: Role) -> UseFound | None:
    """ "Russia's troops" act, "Ukraine's northern border" lies."""
    doc, end = role.doc, role.name.span[1]
    tail = doc.text[end : end + 2].lower()
    if tail not in {"'s", "’s"} and not (tail[:1] in {"'", "’"} and role.name.text.endswith("s")):
        return None
    owned = [t for t in doc.tokens_in((end + 2, end + 60)) if t.start > end + 1]
    if owned and names_body(doc.text[owned[0].start : owned[0].start + _BODY_REACH]):
        return metonym("owns-body")
    if owned and _person(doc, owned[0]):
        return metonym("owns-person")
    for token in owned[:4]:
        found = _owner_of(token, first=token is owned[0])
        if found is not None:
            return found
        if token.pos == "NOUN":
            break
    return metonym("owns")


def _owner_of(token: Token, *, first: bool) -> UseFound | None:
    """Tell by one word of what is owned; a name tells only where it comes first."""
    words = lexicon.places()
    if token.lower in words.geographic_nouns or token.lemma in words.geographic_nouns:
        return literal("owns-geography")
    if token.lower in words.acting_nouns or token.lemma in words.acting_nouns:
        return metonym("owns-actor")
    if first and token.pos == "PROPN" and token.text[:1].isupper():
        acting = token.lower.rstrip(".") in lexicon.reporting().titles or token.lower in words.acting_names
        return UseFound(Use.METONYM if acting else Use.LITERAL, "owns-name")
    return None


def _person(doc: Annotated, token: Token) -> bool:
    """ "China's Xi Jinping", "Ghana's Thomas Oppong": a leader, or a person of two names as the model sees it."""
    if key_of(" ".join(word.text for word in doc.tokens_in((token.start, token.end + 12))[:2])) in leader_names():
        return True
    return any(
        e.label == "PERSON" and " " in doc.text[e.start : e.end] for e in doc.entities_in((token.start, token.end))
    )


def _gapped(role: Role) -> UseFound | None:
    """ "Guatemala has contributed 150 police, Jamaica 24 soldiers and Belize two": a number follows at once."""
    if not role.country:
        return None
    doc, (start, end) = role.doc, role.name.span
    following = next_word(doc, end)
    number = (following is not None and following.pos == "NUM") or doc.text.startswith(" up to ", end)
    number = number or _ONE_FORCE.match(doc.text, end) is not None
    if following is None or not number or doc.text[end : end + 1] != " ":
        return None
    listed = doc.text[max(0, start - 5) : start].endswith((", ", " and ", "; "))
    return metonym("gapped-subject") if listed else None


def _subject(role: Role) -> UseFound | None:
    """ "Moscow said" acts; "Herat fell", "Kyiv is cold" and "Poland hosts them" are places."""
    if role.root.dep not in {"nsubj", "csubj"} or role.root.head == role.root.index:
        return None
    words, verb = lexicon.places(), role.head
    if verb.lemma in (words.hosting_verbs if role.country else words.place_verbs):
        return literal("subject-of-place-verb")
    if verb.lemma == "be" and not role.country and not role.doc.kids(verb, "xcomp"):
        return literal("subject-of-being")
    return metonym("subject")


def _passive_subject(role: Role) -> UseFound | None:
    """ "Russia was accused" acts; "Kyiv was shelled" is a place."""
    if role.root.dep != "nsubjpass":
        return None
    return UseFound(Use.METONYM if role.country else Use.LITERAL, "subject-of-passive")


def _recipient(role: Role) -> UseFound | None:
    """ "Give Ukraine tanks", "arm Kyiv"."""
    given = role.root.dep in {"dative", "dobj"} and role.head.lemma in lexicon.places().recipient_verbs
    return metonym("recipient") if given else None


def _after_preposition(role: Role) -> UseFound | None:
    if role.root.dep != "pobj" and not (role.conjunct and role.root.dep == "conj"):
        return None
    return _first(_AFTER_PREPOSITION, role) or literal(f"after-{role.head.lower}")


def _bound_for(role: Role) -> UseFound | None:
    """ "Left for Russia", "the mission for Haiti"."""
    words, governor = lexicon.places(), role.doc.tokens[role.head.head]
    bound = role.head.lower == "for" and (governor.lemma in words.setting_out or governor.lemma in words.bodies)
    return literal("bound-for") if bound else None


def _partner(role: Role) -> UseFound | None:
    """ "A deal with Moscow", "talks between Kiev and Moscow" are of governments; "the border with Ukraine" is not."""
    words, governor, preposition = lexicon.places(), role.doc.tokens[role.head.head], role.head.lower
    if preposition not in words.partner_prepositions and preposition != "between":
        return None
    if governor.lemma in words.geographic_heads or governor.lower in words.geographic_heads:
        return literal("geography-with")
    governing = governor.lemma in words.governing_nouns
    if preposition == "between":
        return UseFound(Use.METONYM if governing else Use.LITERAL, "between")
    if preposition == "for" and not governing:
        return literal("for")
    return metonym(f"partner-{preposition}")


def _government_of(role: Role) -> UseFound | None:
    """ "The government of Rwanda", "relations to Russia"."""
    governing = role.doc.tokens[role.head.head].lemma in lexicon.places().governing_nouns
    return metonym("government-of") if governing and role.head.lower in {"of", "to", "from"} else None


def _recipient_to(role: Role) -> UseFound | None:
    """ "Deliveries to Ukraine"."""
    giving = role.doc.tokens[role.head.head].lemma in lexicon.places().giving
    return metonym("recipient-to") if giving and role.head.lower == "to" else None


def _backer(role: Role) -> UseFound | None:
    """ "Kigali-backed rebels", "Tehran-aligned militias", "the Kabul government": a capital that acts from afar."""
    behind = role.doc.text[role.name.span[1] :][:_BACKED_REACH]
    words = lexicon.places()
    backed = _BACKED.match(behind)
    if backed is not None:
        return metonym("backer") if backed[1].lower() in words.backing else None
    following = next_word(role.doc, role.name.span[1])
    if following is None or following.start - role.name.span[1] != 1 or following.lower not in words.ruling:
        return None
    return metonym("ruler")


def _noun_modifier(role: Role) -> UseFound | None:
    """ "Ukraine policy", "Russia-backed"; not "the Poland border"."""
    if role.root.dep not in {"compound", "nmod", "amod"} or not role.country:
        return None
    following = next_word(role.doc, role.name.span[1])
    if following is None:
        return None
    noun = following.pos == "NOUN" and following.lemma not in lexicon.places().geographic_nouns
    return metonym("noun-modifier") if noun or following.text in {"-", "–"} else None


def _leads_item(role: Role) -> UseFound | None:
    """ "Germany: 38 servicemen" in a list: the country that the item is about, with a force that is its own."""
    doc, (start, end) = role.doc, role.name.span
    sentence = doc.sentence_at(start)
    if not role.country or sentence is None:
        return None
    leads = not doc.text[sentence.start : start].strip(" -–—•*·") and doc.text[end : end + 1] == ":"
    return metonym("leads-item") if leads else None


def _leads_sentence(role: Role) -> UseFound | None:
    """ "Moscow, he went on, had supplied …": a government at the head of a sentence, where the parse lost its verb."""
    doc, (start, end) = role.doc, role.name.span
    sentence = doc.sentence_at(start)
    if sentence is None or role.root.dep in {"pobj", "conj"}:
        return None
    leads = doc.text[sentence.start : start].strip("“\"' \u00a0").lower() in {"", "the"}
    verb = any(token.is_verb for token in doc.sentence_tokens(sentence))
    if not leads or not verb or doc.text[end : end + 1] not in {",", " "}:
        return None
    return metonym("leads-sentence")


def _first_conjunct(doc: Annotated, token: Token) -> tuple[Token, bool]:
    """Follow "Poland and Romania" back to the first conjunct, whose role both share."""
    seen = 0
    while token.dep in {"conj", "appos"} and token.head != token.index and seen < 8:
        head = doc.tokens[token.head]
        if head.pos not in {"PROPN", "NOUN"}:
            break
        token = head
        seen += 1
    return token, seen > 0


RULES: tuple[Rule, ...] = (
    _owner,
    _backer,
    _gapped,
    _subject,
    _passive_subject,
    _recipient,
    _after_preposition,
    _noun_modifier,
    _leads_item,
    _leads_sentence,
)
"""Tried in turn; the name of what was found says which case of the rule held."""

_AFTER_PREPOSITION: tuple[Rule, ...] = (_bound_for, _partner, _government_of, _recipient_to)
