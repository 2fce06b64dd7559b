"""Finds forces: nouns and named types from the lexicons, with their modifiers, their number and their echelon.

The head of an English compound is its last word ("SU-35 fighter jets" are jets), but a word that only says how things
are grouped or mounted ("battery", "squadron", "system", "launcher") takes the category of the weapon before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from geomap.language import lexicon
from geomap.language.annotated import Annotated, Token
from geomap.language.matcher import Match, Matcher
from geomap.language.schemas import ForceTerms, Weapon
from geomap.language.spans import SpanIndex
from geomap.language.words import Word, key_of, keys_of, plural, words_of
from geomap.mentions.quantities import QuantityMention
from geomap.model import Category, Echelon, Qualifier, Span

_CARRIERS = {"battery", "squadron", "system", "launcher", "unit", "wing", "flight", "group", "platform", "complex",
             "crew", "regiment", "battalion", "brigade", "division", "detachment", "variant", "vehicle", "vessel",
             "team", "element", "package", "convoy", "column", "jet", "plane", "aircraft"}  # fmt: skip
_COLLECTIVES = {"contingent", "garrison", "convoy", "column", "fleet", "flotilla", "trainload", "force", "mission",
                "flight", "armada", "group", "strike group", "carrier strike group", "ready group", "navy", "army",
                "air force", "police", "infantry", "cavalry", "artillery", "armour", "armor", "militia", "presence",
                "corps", "reinforcement", "strength", "personnel", "equipment", "task force", "troop", "wing", "airpower"}  # fmt: skip
_SINGLE = {
    "a",
    "an",
    "another",
    "one",
    "single",
    "further",
    "fresh",
    "new",
    "whole",
    "entire",
    "full",
    "additional",
    "extra",
    "second",
    "third",
    "fourth",
    "fifth",
    "first",
}
_BETWEEN = re.compile(
    r"\s*(?:(?:or so|odd|more|further|additional|extra|other|of|the|of the|of its|of their|of his|of our|of them|its|their|new|fresh)\s+)*",
    re.IGNORECASE,
)
_STRONG_TEAM = re.compile(r"\s+(?:[\w-]+\s+){1,3}of\s+(?:the\s+)?")
_OF = re.compile(r"\s+of\s+(?:the\s+|its\s+|their\s+|his\s+|our\s+)?", re.IGNORECASE)
_MODIFIER_POS = {"ADJ", "NOUN", "PROPN"}
_NO_MODIFIERS = {"more", "many", "several", "few", "other", "such", "same", "further", "additional", "extra", "last",
                 "first", "next", "total", "about", "around", "roughly", "nearly", "almost", "barely", "some"}  # fmt: skip
_HYPHENS = {"-", "‐", "‑"}


@dataclass(frozen=True, slots=True)
class Kind:
    """What a lexicon term says about a force."""

    category: Category
    echelon: Echelon | None
    generic: bool
    named: bool  # a named type: S-400, Leopard 2
    ambiguous: bool
    singular: bool
    term: str


@dataclass(frozen=True, slots=True)
class ForceMention:
    """A force at ``span`` (modifiers and head), counted by ``quantity`` where a number stands with it.

    ``elided`` marks a number whose noun is told elsewhere ("and 2,000 to Poland"); ``head`` is the span of the noun.
    """

    span: Span
    head: Span
    text: str
    category: Category
    echelon: Echelon | None
    quantity: QuantityMention | None
    generic: bool
    named: bool
    ambiguous: bool
    singular: bool
    rules: tuple[str, ...]
    elided: bool = False

    def head_term(self, text: str) -> str:
        """Return the head noun as written."""
        return text[self.head[0] : self.head[1]]

    @property
    def start(self) -> int:
        """Where the mention begins, its number included."""
        near = self.quantity is not None and abs(self.span[0] - self.quantity.span[1]) < 60
        return min(self.span[0], self.quantity.span[0]) if self.quantity is not None and near else self.span[0]

    @property
    def end(self) -> int:
        """Where the mention ends, its number included."""
        return max(self.span[1], self.quantity.span[1]) if self.quantity else self.span[1]


class _Seed(NamedTuple):
    """What a ``Kind`` is made from once an article meets its term."""

    entry: ForceTerms | Weapon
    ambiguous: bool
    singular: bool
    term: str

    def kind(self) -> Kind:
        if isinstance(self.entry, ForceTerms):
            category, echelon, generic, named = self.entry.category, self.entry.echelon, self.entry.generic, False
        else:
            category, echelon, generic, named = self.entry.category, None, False, True
        return Kind(category, echelon, generic, named, self.ambiguous, self.singular, self.term)


@cache
def _matcher() -> Matcher[Kind]:
    words = lexicon.forces()
    terms: list[tuple[str, _Seed]] = []
    for ambiguous, entries in ((True, words.ambiguous), (False, words.forces)):
        for entry in entries:
            for term in entry.terms:
                terms.append((plural(term, words.plurals), _Seed(entry, ambiguous, False, term)))
                terms.append((term, _Seed(entry, ambiguous, True, term)))
    for weapon in lexicon.weapons().weapons:
        for name in weapon.names:
            terms.append((name, _Seed(weapon, False, True, name)))
            terms.append((name + "s", _Seed(weapon, False, False, name)))
    return Matcher.made(_Seed.kind, terms)


@cache
def _families() -> tuple[tuple[re.Pattern[str], Category], ...]:
    return tuple(
        (re.compile(rf"(?<![\w-])(?:{family.pattern})s?(?![\w])"), family.category)
        for family in lexicon.weapons().families
    )


def find_forces(doc: Annotated, quantities: Sequence[QuantityMention]) -> tuple[ForceMention, ...]:
    """Return the forces of the text in reading order; each quantity counts at most one of them."""
    words = words_of(doc.text)
    found: list[ForceMention] = []
    used: set[Span] = set()
    index = SpanIndex(quantities, lambda q: q.span)
    for run in _compounds(doc.text, _matches(doc.text, words)):
        if _attributive(doc, run[-1]):
            continue
        near = index.overlapping((run[0].start - 140, run[-1].end))
        mention = _mention(doc, run, [q for q in near if q.span not in used])
        if mention is None:
            continue
        if mention.quantity is not None:
            used.add(mention.quantity.span)
        found.append(mention)
    return tuple(_counted_by_subject(doc, force, index, used) for force in _of_phrases(doc.text, found))


def _counted_by_subject(
    doc: Annotated, force: ForceMention, quantities: SpanIndex[QuantityMention], used: set[Span]
) -> ForceMention:
    """ "500 are Marines": the number that is the subject counts the force that it is said to be."""
    token = doc.head_of(force.head) if force.quantity is None and not force.singular else None
    if token is None or token.dep != "attr" or doc.tokens[token.head].lemma != "be":
        return force
    for subject in doc.kids(doc.tokens[token.head], "nsubj"):
        for quantity in quantities.overlapping((subject.start, subject.end)):
            if quantity.span not in used:
                used.add(quantity.span)
                return replace(
                    force, quantity=quantity, generic=False, rules=(*force.rules, "force-counted-by-subject")
                )
    return force


def _attributive(doc: Annotated, head: Match[Kind]) -> bool:
    """Whether a force word only modifies another noun: "troop deployment", "drone production", "tank commander"."""
    if not head.entry.singular or head.entry.named:
        return False
    token = doc.head_of((head.start, head.end))
    if token is None or token.dep not in {"compound", "nmod", "amod"} or token.head <= token.index:
        return False
    noun = doc.tokens[token.head]
    return noun.pos in {"NOUN", "PROPN"} and noun.start - head.end <= 20 and not is_force_word(noun.text)


def _matches(text: str, words: Sequence[Word]) -> list[Match[Kind]]:
    """Return terms and designators, longest first where they overlap."""
    found = [match for match in _matcher().scan(words) if _cased(text, match)]
    designators: list[Match[Kind]] = []
    index = SpanIndex(found, lambda m: (m.start, m.end))
    dropped: set[int] = set()
    for pattern, category in _families():
        for hit in pattern.finditer(text):
            overlapping = index.overlapping((hit.start(), hit.end()))
            if any(m.start <= hit.start() and hit.end() <= m.end for m in overlapping):
                continue
            dropped.update(m.start for m in overlapping)
            kind = Kind(category, None, False, True, False, not hit.group().endswith("s"), hit.group())
            designators.append(Match(0, 0, hit.start(), hit.end(), kind))
    kept = [m for m in found if m.start not in dropped]
    return sorted([*kept, *designators], key=lambda match: (match.start, -match.end))


def _cased(text: str, match: Match[Kind]) -> bool:
    """Named types keep their capitals: a "Javelin" is a missile, a "javelin" is not; "Tor" is no "tor"."""
    written = text[match.start : match.end]
    if match.entry.named and written.islower() and not any(c.isdigit() for c in written):
        return match.entry.term.islower()
    return True


def _compounds(text: str, matches: Sequence[Match[Kind]]) -> Iterator[tuple[Match[Kind], ...]]:
    """Group matches that stand side by side: "Leopard 2" + "tanks", "Patriot" + "batteries"."""
    run: list[Match[Kind]] = []
    for match in matches:
        if run and match.start < run[-1].end:
            continue
        if (
            run
            and re.fullmatch(r"[ \u00a0\-‐‑]", text[run[-1].end : match.start])
            and run[-1].entry.singular | run[-1].entry.named
        ):
            run.append(match)
            continue
        if run:
            yield tuple(run)
        run = [match]
    if run:
        yield tuple(run)


def _mention(
    doc: Annotated, run: tuple[Match[Kind], ...], quantities: Sequence[QuantityMention]
) -> ForceMention | None:
    text = doc.text
    head = run[-1]
    kind = head.entry
    category, echelon = kind.category, kind.echelon
    rules = ["force-named" if kind.named else "force-noun"]
    carried = next((m.entry for m in run[:-1] if m.entry.category not in {Category.PERSONNEL, Category.UNIT}), None)
    if carried is not None and key_of(kind.term).split()[-1] in _CARRIERS and echelon is None:
        category = carried.category
        rules.append("force-carrier")
    start = _modifiers(doc, run[0].start)
    ship = _ship_name(doc, head)
    if ship is not None:
        rules.append("force-ship-name")
    quantity = _quantity_before(text, start, quantities) or _quantity_before(text, run[0].start, quantities)
    if (
        quantity is not None
        and quantity.max == 1
        and text[max(0, quantity.span[0] - 4) : quantity.span[0]].lower() == "not "
    ):
        quantity = None  # "not one soldier" is no number
    if quantity is not None and quantity.span[1] > start:
        start = (
            quantity.span[1]
            + len(text[quantity.span[1] : run[0].start])
            - len(text[quantity.span[1] : run[0].start].lstrip())
        )
    span = (start, head.end)
    if quantity is not None and quantity.strong and category is not Category.PERSONNEL:
        category = Category.PERSONNEL
        rules.append("force-strong")
    unit_name = _unit_name(doc, span, kind, quantity)
    if ship is not None:
        span, quantity = (span[0], ship), None
    elif (
        quantity is not None
        and echelon is not None
        and kind.singular
        and " of " in text[quantity.span[1] : span[0] + 1] + " "
    ):
        # "7,000 of the Syrian National Army" are soldiers, not armies.
        category, echelon = Category.PERSONNEL, None
        rules.append("force-members-of")
    elif unit_name is not None:
        span, quantity = unit_name, None
        rules.append("force-unit-name")
    elif quantity is None:
        quantity = _single(doc, start, kind)
    return ForceMention(
        span,
        (head.start, head.end),
        text[span[0] : span[1]],
        category,
        echelon,
        quantity,
        kind.generic and len(run) == 1,
        any(m.entry.named for m in run) or unit_name is not None or ship is not None,
        all(m.entry.ambiguous for m in run) and ship is None,
        kind.singular,
        tuple(rules),
    )


_SHIP_NAME = re.compile(
    r" (?:(?:USS|HMS|HMAS|HMCS|INS|BRP|FS|ITS) )?[A-Z][a-z]+(?: (?:de|of the|[A-Z][a-z]+))*(?: [A-Z][a-z]+)?"
)


def _ship_name(doc: Annotated, head: Match[Kind]) -> int | None:
    """Return the end of a ship's name behind its type: "the carrier Independence", "minehunter Haarlem"."""
    if head.entry.category is not Category.NAVAL or not head.entry.singular or head.entry.named:
        return None
    match = _SHIP_NAME.match(doc.text, head.end)
    if match is None or doc.text[match.end() : match.end() + 2] in {"'s", "’s"}:
        return None
    return match.end()


def _modifiers(doc: Annotated, start: int) -> int:
    """Move left over adjectives, nouns and names that modify the head, at most six words."""
    tokens = doc.tokens_in((max(0, start - 80), start))
    position = start
    for steps, token in enumerate(reversed(tokens)):
        if token.end > position or steps > 8:
            if token.start >= start:
                continue
            break
        gap = doc.text[token.end : position]
        if gap.strip(" \u00a0") or "\n" in gap or len(gap) > 2:
            break
        if not _modifies(doc, token, position):
            break
        if token.tag in {"NNS", "NNPS"} and token.dep not in {"compound", "nmod", "amod"}:
            break
        position = token.start
    return position + (1 if doc.text[position : position + 1] in _HYPHENS else 0)


def _modifies(doc: Annotated, token: Token, position: int) -> bool:
    """Whether a token belongs to the noun phrase that goes on at ``position``: "heavily armed", "well-trained", "new"."""
    if token.text in _HYPHENS:
        return not (token.index and doc.tokens[token.index - 1].pos == "NUM")
    if token.lower in _NO_MODIFIERS:
        return False
    following = doc.text[position : position + 1]
    if token.pos == "ADV":
        after = doc.tokens[token.index + 1] if token.index + 1 < len(doc.tokens) else None
        return following in _HYPHENS or (after is not None and (after.tag in {"VBN", "VBG"} or after.pos == "ADJ"))
    participle = token.tag in {"VBN", "VBG"} and token.dep in {"amod", "compound", "nmod"}
    return token.pos in _MODIFIER_POS or participle or following in _HYPHENS


def _quantity_before(text: str, start: int, quantities: Sequence[QuantityMention]) -> QuantityMention | None:
    for quantity in quantities:
        if quantity.span[0] < start and quantity.span[1] <= start and start - quantity.span[1] <= 40:
            if quantity.strong and _STRONG_TEAM.fullmatch(text[quantity.span[1] : start]):
                return quantity
            if _BETWEEN.fullmatch(text[quantity.span[1] : start] or " "):
                return quantity
        if quantity.span[0] >= start and quantity.span[0] < start + 40 and not text[start : quantity.span[0]].strip():
            return quantity
    return None


def _single(doc: Annotated, start: int, kind: Kind) -> QuantityMention | None:
    """Read "a brigade", "another destroyer", "a second frigate" as one; collectives stay without a number."""
    countable = kind.category is not Category.PERSONNEL or kind.echelon is not None
    if not kind.singular or not countable or kind.term in _COLLECTIVES or kind.term.split()[-1] in _COLLECTIVES:
        return None
    words = [token for token in doc.tokens_in((max(0, start - 20), start)) if token.end <= start]
    chosen: list[Token] = []
    if len(words) > 1 and words[-1].lower in {"one", "single"} and "not" in {t.lower for t in words[-3:]}:
        return None  # "not one soldier" is no number
    for token in reversed(words):
        if token.lower not in _SINGLE or (chosen and chosen[-1].start - token.end > 1):
            break
        chosen.append(token)
    if not chosen or chosen[-1].lower not in {"a", "an", "another", "one"}:
        return None
    span = (chosen[-1].start, chosen[0].end)
    return QuantityMention(span, doc.text[span[0] : span[1]], 1, 1, Qualifier.EXACT, ("quantity-single",))


_UNIT_NAME = re.compile(r"[ ](\d{1,4}(?:st|nd|rd|th)?)(?![\d,.]*\d|\s*(?:km|miles|kilomet|percent|per cent|%))")


def _unit_name(doc: Annotated, span: Span, kind: Kind, quantity: QuantityMention | None) -> Span | None:
    """Read "Tank Battalion 203" and "16 Air Assault Brigade" as names: singular, capitalised, with an ordinal figure."""
    text = doc.text
    written = text[span[0] : span[1]]
    if kind.echelon is None or not kind.singular or not written.split()[-1][0].isupper():
        return None
    number = _UNIT_NAME.match(text, span[1])
    if number is not None:
        return (span[0], number.end(1))
    if quantity is not None and not quantity.strong and (quantity.min or 0) > 1:
        return (quantity.span[0], span[1])
    return None


def _of_phrases(text: str, found: Sequence[ForceMention]) -> tuple[ForceMention, ...]:
    """Join "two battalions of marines", "a brigade of 4,000 soldiers"; drop the unit of "400 soldiers of a brigade"."""
    kept: list[ForceMention] = []
    skip = False
    for index, mention in enumerate(found):
        if skip:
            skip = False
            continue
        following = found[index + 1] if index + 1 < len(found) else None
        if following is None or not _OF.match(text[mention.end : following.start] + " "):
            kept.append(mention)
            continue
        gap = text[mention.end : following.start]
        if not (
            _OF.fullmatch(gap + "")
            or _OF.fullmatch(gap + " ")
            or re.fullmatch(r"\s+of\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+){0,2}", gap)
        ):
            kept.append(mention)
            continue
        skip = True
        span = (mention.span[0], following.span[1])
        joined = replace(mention, span=span, text=text[span[0] : span[1]])
        unit_first = mention.echelon is not None or mention.category is Category.UNIT
        if (
            unit_first
            and following.category is Category.PERSONNEL
            and following.quantity is not None
            and not following.singular
        ):
            kept.append(
                replace(
                    joined,
                    category=Category.PERSONNEL,
                    quantity=following.quantity,
                    generic=False,
                    rules=(*mention.rules, "force-unit-of-number"),
                )
            )
        elif mention.singular and mention.quantity is None and following.quantity is not None:
            kept.append(following)  # "a convoy of 150 vehicles", "a fleet of 20 ships"
        elif key_of(mention.head_term(text)) in {
            "flight",
            "convoy",
            "column",
            "fleet",
            "trainload",
            "squadron",
            "battery",
        }:
            kept.append(replace(joined, category=following.category, rules=(*mention.rules, "force-group-of")))
        else:
            kept.append(replace(joined, generic=False, rules=(*mention.rules, "force-of")))
    return tuple(kept)


def is_force_word(word: str) -> bool:
    """Whether a single word is a force noun of the lexicon (used to keep such words out of place names)."""
    keys = keys_of(word)
    return len(keys) == 1 and _matcher().at(words_of(word), 0) is not None
