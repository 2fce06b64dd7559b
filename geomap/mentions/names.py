"""Finds place names: the gazetteer proposes, the parse proposes, a judge decides by weighted features with reasons."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from gazetteer import Candidate, Gazetteer, Kind, NameKind
from geomap.language import lexicon
from geomap.language.annotated import Annotated, Entity, Token
from geomap.language.spans import SpanIndex
from geomap.language.words import Word, words_of
from geomap.mentions.forces import is_force_word
from geomap.model import Span

MAX_WORDS = 6
"""Words that the longest name may have ("Democratic People's Republic of Korea" counts its possessive as one)."""

_THRESHOLD = 1.5
"""Sum of weights from which a name is taken for a place; set by reading the names of the development articles."""

_INNER = {
    "of",
    "the",
    "and",
    "de",
    "del",
    "da",
    "do",
    "la",
    "al",
    "el",
    "ar",
    "as",
    "at",
    "ash",
    "an",
    "ad",
    "e",
    "s",
    "y",
    "du",
    "le",
    "bin",
    "ibn",
    "upon",
    "au",
    "aux",
    "sur",
    "di",
    "dos",
    "las",
    "los",
    "en",
    "er",
    "es",
    "ez",
    "ed",
    "um",
    "umm",
    "abu",
}
_DIRECTIONS = {"northern", "southern", "eastern", "western", "central", "north", "south", "east", "west", "southeastern", "southeast",
               "northeastern", "northwestern", "southwestern", "northeast", "northwest", "southwest", "upper", "lower", "sub"}  # fmt: skip
_LOCATIVE = {"in", "at", "near", "from", "into", "to", "toward", "towards", "outside", "around", "across", "inside", "over", "throughout", "off", "onto", "through", "along", "via", "between", "within", "beyond", "leaving", "left", "reached", "entered", "captured", "retook", "seized", "taken", "taking"}  # fmt: skip
_CUES = {"city", "town", "village", "province", "district", "region", "state", "oblast", "governorate", "county", "port", "island", "capital", "suburb", "hamlet", "commune", "prefecture", "valley", "airport", "base", "airfield", "territory", "department"}  # fmt: skip
_UNIT_WORDS = {"battalion", "brigade", "regiment", "division", "corps", "army", "fleet", "squadron", "group", "wing", "guards", "rifles", "highlanders", "fusiliers", "front", "command", "battery", "militia", "watch"}  # fmt: skip
_ORGANISATION_WORDS = {"force", "forces", "army", "navy", "air", "party", "council", "bank", "university", "institute", "times", "post", "observatory", "ministry", "agency", "association", "union", "committee", "media", "news", "daily", "herald", "tribune", "telegraph", "club", "united", "company", "corporation", "airlines", "airways", "foundation", "hospital", "school", "college", "museum", "gazette", "journal", "guard", "defence", "defense", "national", "armed", "coast", "liberation", "people", "patriotic", "resistance", "salvation", "revolutionary", "security"}  # fmt: skip
_SHIPS = {"uss", "hms", "hmas", "hmcs", "ins", "ss", "rfa", "usns", "rss", "bns", "brp", "fs", "its", "hnlms", "ts", "mv", "jds", "js", "roks", "nss", "frigate", "destroyer", "corvette", "submarine", "exercise", "operation"}  # fmt: skip
_CALENDAR = {"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Name:
    """A name at ``span`` that the judge took for a place; ``candidates`` is what the gazetteer has under it."""

    span: Span
    text: str
    candidates: tuple[Candidate, ...]
    score: float
    reasons: tuple[str, ...]

    @property
    def is_demonym(self) -> bool:
        """Whether the word names a people and nothing else."""
        return bool(self.candidates) and all(c.name_kind is NameKind.DEMONYM for c in self.candidates)

    def names(self, *kinds: Kind) -> bool:
        """Whether some candidate is of one of the kinds."""
        return any(c.place.kind in kinds and c.name_kind is not NameKind.DEMONYM for c in self.candidates)


@dataclass(frozen=True, slots=True)
class _Proposal:
    span: Span
    text: str
    words: tuple[Word, ...]
    candidates: tuple[Candidate, ...]
    tokens: tuple[Token, ...]
    before: Token | None
    after: Token | None
    entity: Entity | None
    doc: Annotated


Feature = tuple[str, float, Callable[["_Proposal"], bool]]


def find_names(
    doc: Annotated, gazetteer: Gazetteer, taken: Sequence[Span] = (), datelines: Sequence[Span] = ()
) -> tuple[Name, ...]:
    """Return the place names of the text in reading order.

    ``taken`` spans (named units, ships) are left out; what stands in a dateline needs no other sign of being a place.
    """
    proposals = list(_proposals(doc, gazetteer, taken))
    judged = [(proposal, *_judge(proposal)) for proposal in proposals]
    sure = {proposal.text.casefold() for proposal, score, _ in judged if score >= _THRESHOLD + 1}
    names = []
    for proposal, score, reasons in judged:
        # A name that is surely a place once is one elsewhere too, unless something speaks against it.
        again = proposal.text.casefold() in sure and score > 0
        filed = any(start <= proposal.span[0] < end for start, end in datelines)
        if score >= _THRESHOLD or again or filed:
            names.append(Name(proposal.span, proposal.text, proposal.candidates, score, reasons))
    return tuple(names)


def _proposals(doc: Annotated, gazetteer: Gazetteer, taken: Sequence[Span]) -> Iterator[_Proposal]:
    words = words_of(doc.text)
    entities = SpanIndex(doc.entities, lambda e: (e.start, e.end))
    names = SpanIndex(taken, lambda span: span)
    index = 0
    while index < len(words):
        word = words[index]
        if not (_may_begin(word) or word.key in _DIRECTIONS):
            index += 1
            continue
        inside_name = bool(names.overlapping((word.start, word.start + 1)))
        found = _longest(doc.text, words, index, gazetteer)
        if inside_name and not (
            found and any(c.name_kind in {NameKind.DEMONYM, NameKind.ABBREVIATION} for c in found[1])
        ):
            index += 1  # part of a unit's or ship's name; "American B-52s" still tells whose they are
            continue
        if found is not None and (_cut(doc.text, words, found[0]) or _stem(doc.text, words, index, found[0])):
            found = None
        if found is None:
            found = _unknown(doc, words, index, entities)
        if found is None:
            index += 1
            continue
        last, candidates = found
        if word.key == "the" and not any(c.place.name.startswith("The ") for c in candidates):
            index += 1  # "The U.S." is a name with an article; "The Hague" carries its own
            continue
        span = (word.start, _end(doc.text, words[last - 1]))
        tokens = doc.tokens_in(span)
        if tokens:
            yield _Proposal(
                span,
                doc.text[span[0] : span[1]],
                words[index:last],
                candidates,
                tokens,
                doc.tokens[tokens[0].index - 1] if tokens[0].index else None,
                doc.tokens[tokens[-1].index + 1] if tokens[-1].index + 1 < len(doc.tokens) else None,
                _covering(entities, span),
                doc,
            )
        index = last


_GENERIC = {"island", "islands", "camp", "bay", "base", "airport", "valley", "river", "mountains", "mountain", "province", "district", "hill", "hills", "airfield", "barracks", "port", "fort", "cape", "point", "puerto", "san", "el", "al", "new", "mount", "lake", "channel", "east", "west", "north", "south", "upper", "lower", "saint", "st", "strait", "gulf", "reef", "shoal", "peninsula", "highlands", "desert", "square", "street", "ridge", "forest", "pass", "junction", "tunnel", "nullah", "beach", "harbour", "harbor", "isle", "plateau"}  # fmt: skip


_LANDSCAPE = {"valley", "river", "province", "district", "island", "desert", "strait", "region", "peninsula", "basin", "plateau", "mountains", "hills", "airport", "airfield", "corridor", "quarter", "governorate", "oblast", "prefecture", "barracks", "camp", "reef", "shoal"}  # fmt: skip


def _stem(text: str, words: Sequence[Word], index: int, last: int) -> bool:
    """Whether a match is only the stem of a longer name: "Camp" of "Camp Ranao", "Anacoco" of "Anacoco Island"."""
    if last >= len(words) or text[words[last - 1].end : words[last].start] not in {" ", "-"}:
        return False
    following = words[last]
    if not following.text[0].isupper() or following.text.isupper():
        return False
    return (last - index == 1 and words[index].key in _GENERIC) or following.key in _GENERIC


def _cut(text: str, words: Sequence[Word], last: int) -> bool:
    """Whether a name ends before a hyphen that runs on: "Pont" of "Pont-Sondé" is no name by itself."""
    if last >= len(words) or text[words[last - 1].end : words[last].start] != "-":
        return False
    first, following = words[last - 1].text, words[last].text
    return (
        first[0].isupper()
        and following[0].isupper()
        and not first.endswith(("n", "sh", "ese"))
        and len(words[last - 1].text) > 2
        and _alone(following)
    )


def _alone(word: str) -> bool:
    return word[0].isupper() and not word.endswith(("ia", "ine", "an", "ese", "ish", "land", "stan", "US", "ina", "ey"))


def _unknown(
    doc: Annotated, words: Sequence[Word], index: int, entities: SpanIndex[Entity]
) -> tuple[int, tuple[Candidate, ...]] | None:
    """Propose a name that the gazetteer lacks where the language model sees a place, or a preposition of place leads it."""
    word = words[index]
    if not word.text[0].isupper() or word.key in _CALENDAR:
        return None
    here = entities.overlapping((word.start, word.start + 1))
    entity = next((e for e in here if e.end - word.start > 3 and e.label in {"GPE", "LOC", "FAC"}), None)
    tokens = doc.tokens_in((word.start, word.end))
    before = doc.tokens[tokens[0].index - 1] if tokens and tokens[0].index else None
    led = (
        before is not None
        and before.lower in {"at", "in", "near", "into", "around", "outside", "from", "to"}
        and before.pos == "ADP"
    )
    lower_generic = (
        index + 1 < len(words)
        and words[index + 1].key in _LANDSCAPE
        and words[index + 1].text.islower()
        and words[index + 1].joined
    )
    generic = (
        index + 1 < len(words)
        and words[index + 1].key in _GENERIC
        and words[index + 1].text[0].isupper()
        and words[index + 1].joined
    )
    listed = bool(re.search(r"[A-Z][\w-]+(?:,| and| or) $", doc.text[max(0, word.start - 30) : word.start]))
    if entity is not None and not (led or generic or lower_generic or listed):
        return None  # the model calls many a person a place; a preposition or a list has to bear it out
    if entity is None and not (
        (led or generic or lower_generic or word.key in {"camp", "fort"}) and tokens and tokens[0].pos == "PROPN"
    ):
        return None
    last = index + 1
    while (
        last < len(words)
        and last - index < MAX_WORDS
        and (words[last].text[0].isupper() or words[last].key in {"al", "el", "au", "de"})
        and doc.text[words[last - 1].end : words[last].start] in {" ", "-"}
    ):
        last += 1
    if lower_generic:
        return index + 2, ()
    if (
        entity is None
        and not generic
        and any(
            e.label in {"PERSON", "DATE", "EVENT", "NORP"}
            for e in entities.overlapping((word.start, words[last - 1].end))
        )
    ):
        return None
    return last, ()


def _may_begin(word: Word) -> bool:
    first = word.text[0]
    return first.isupper() or (first.isalpha() and first.lower() == first.upper())


def _covering(entities: SpanIndex[Entity], span: Span) -> Entity | None:
    found = entities.overlapping(span)
    exact = [entity for entity in found if (entity.start, entity.end) == span]
    return next(iter(exact or found), None)


def _longest(
    text: str, words: Sequence[Word], index: int, gazetteer: Gazetteer
) -> tuple[int, tuple[Candidate, ...]] | None:
    limit = index + 1
    while limit < len(words) and limit - index < MAX_WORDS and _runs_on(text, words[limit - 1], words[limit]):
        limit += 1
    for last in range(limit, index, -1):
        if last - index > 1 and words[last - 1].text.islower() and words[last - 1].key in _INNER:
            continue
        if last - index == 1 and words[index].text.islower():
            continue
        written = text[words[index].start : _end(text, words[last - 1])]
        candidates = gazetteer.lookup(written)
        if candidates and written.islower():
            # Only areas have names without capitals ("eastern flank"); a village called "south" is no such name.
            candidates = tuple(c for c in candidates if c.place.kind in {Kind.REGION, Kind.WATER})
        if candidates:
            return last, candidates
    return None


def _end(text: str, word: Word) -> int:
    """Include the last full stop of an abbreviation ("U.S.")."""
    if len(word.text) == 1 and text[word.end : word.end + 1] == "." and text[word.start - 1 : word.start] == ".":
        return word.end + 1
    return word.end


def _runs_on(text: str, word: Word, following: Word) -> bool:
    gap = text[word.end : following.start]
    if gap not in {" ", "-", "’", "'", ".", ". ", "\u00a0", "/", "‐", "‑"} or (gap == ". " and len(word.text) > 3):
        return False
    if gap in {"’", "'"} and following.key == "s":
        return False
    if gap == "-" or (gap in {"’", "'"} and word.key in {"d", "l", "o"}) or following.text in {"d", "l"}:
        return True  # "Rostov-on-Don", "Côte d'Ivoire"
    return not following.text.islower() or following.key in _INNER | _CUES | _DIRECTIONS | {
        "flank",
        "continent",
        "europe",
        "parallel",
        "sea",
        "coast",
    }


def _judge(proposal: _Proposal) -> tuple[float, tuple[str, ...]]:
    score = 0.0
    reasons = []
    for reason, weight, holds in FEATURES:
        if holds(proposal):
            score += weight
            reasons.append(f"{reason} ({weight:+g})")
    return score, tuple(reasons)


def _is(*kinds: Kind) -> Callable[[_Proposal], bool]:
    return lambda p: any(c.place.kind in kinds and c.name_kind is not NameKind.DEMONYM for c in p.candidates)


def _demonym(p: _Proposal) -> bool:
    return any(c.name_kind is NameKind.DEMONYM for c in p.candidates)


def _people(p: _Proposal) -> int:
    return max((c.place.population for c in p.candidates if c.name_kind is not NameKind.DEMONYM), default=0)


def _capitalised(token: Token | None) -> bool:
    return token is not None and token.text[:1].isupper() and token.pos in {"PROPN", "NOUN", "ADJ"}


def _adjacent(doc: Annotated, left: int, right: int) -> bool:
    return right - left <= 1 and doc.text[left:right].strip() == ""


def _in_longer_name(p: _Proposal) -> bool:
    """The word before is a name too, and part of it: "Camp Georgia", "Royal Welsh", "USS Georgia"."""
    if p.before is None or not _adjacent(p.doc, p.before.end, p.span[0]) or p.before.end == p.span[0]:
        return False
    if p.before.lower in _SHIPS:
        return True
    return (
        p.before.pos == "PROPN"
        and p.before.text[:1].isupper()
        and p.before.lower not in lexicon.reporting().titles
        and p.before.lower not in _CALENDAR
        and not p.before.text.isupper()
        and not is_force_word(p.before.text)
        and p.before.lower not in _LOCATIVE
        and (p.before.index == 0 or p.doc.tokens[p.before.index].lower not in _CUES)
    )


def _before_name(p: _Proposal) -> bool:
    """A capitalised word follows that belongs to the name: "Jordan Henderson", "Lincoln Center"."""
    if "." in p.text:
        return False
    if p.after is None or not _adjacent(p.doc, p.span[1], p.after.start) or _demonym(p):
        return False
    if not (p.after.pos == "PROPN" and p.after.text[:1].isupper()) or (p.after.text.isupper() and not p.text.isupper()):
        return False
    lower = p.after.lower
    return lower not in lexicon.reporting().titles and lower not in _CALENDAR and not is_force_word(p.after.text)


def _organisation(p: _Proposal) -> bool:
    """A country's or town's name inside the name of a body: "Rwanda Defence Force", "Aleppo Media Center"."""
    if _demonym(p) or p.after is None or not _adjacent(p.doc, p.span[1], p.after.start):
        return False
    if "." in p.text or (p.text.isupper() and len(p.text) <= 3):
        return False  # "U.S. Navy", "UK Ministry": an adjective before a body's name
    return p.after.text[:1].isupper() and p.after.lower in _ORGANISATION_WORDS | _UNIT_WORDS


def _unit(p: _Proposal) -> bool:
    """A unit's name: "the Kherson brigade"."""
    if p.after is None or not _adjacent(p.doc, p.span[1], p.after.start):
        return False
    return p.after.lower in _UNIT_WORDS and not _demonym(p) and not _is(Kind.COUNTRY)(p)


def _person(p: _Proposal) -> bool:
    """Part of a person's name by the language model: "Jordan Henderson", "Abu Hamza of Idlib" not."""
    if p.entity is None or p.entity.label != "PERSON" or _demonym(p):
        return False
    if p.entity.end - p.entity.start <= len(p.text) + 2:
        return False
    opens = p.entity.start == p.span[0] and p.after is not None and p.after.pos == "PROPN"
    return opens or not _is(Kind.COUNTRY)(p)


def _titled(p: _Proposal) -> bool:
    """A title stands directly before: "President Lincoln", "Mr Paris"."""
    if p.before is None or not _adjacent(p.doc, p.before.end, p.span[0]) or _demonym(p):
        return False
    return (
        p.before.text[:1].isupper()
        and p.before.lower.rstrip(".") in lexicon.reporting().titles
        and p.before.lower not in {"state", "foreign", "defence", "defense", "interior"}
    )


def _locative(p: _Proposal) -> bool:
    before = p.before
    if before is not None and before.lower == "the" and before.index:
        before = p.doc.tokens[before.index - 1]
    return before is not None and before.lower in _LOCATIVE


def _cued(p: _Proposal) -> bool:
    after = p.after
    if after is not None and after.lower in _CUES and _adjacent(p.doc, p.span[1], after.start):
        return True
    before = p.before
    if before is not None and before.lower == "of" and before.index:
        return p.doc.tokens[before.index - 1].lower in _CUES
    return before is not None and before.lower in _CUES and p.words[0].text[0].isupper()


def _starts_sentence(p: _Proposal) -> bool:
    sentence = p.doc.sentences[p.tokens[0].sentence]
    return p.tokens[0].index == sentence.first


def _ordinary_word(p: _Proposal) -> bool:
    """A word of the language that happens to be a village's name too ("Of", "March", "Nice", "Split")."""
    if len(p.words) > 1 or _is(Kind.COUNTRY)(p) or _demonym(p):
        return False
    return (
        p.words[0].key in _CALENDAR
        or p.tokens[0].pos not in {"PROPN", "NOUN", "ADJ"}
        or (p.tokens[0].pos != "PROPN" and _starts_sentence(p))
    )


def _labelled(*labels: str) -> Callable[[_Proposal], bool]:
    def holds(p: _Proposal) -> bool:
        return p.entity is not None and p.entity.label in labels and p.entity.start >= p.span[0] - 5

    return holds


def _in_organisation(p: _Proposal) -> bool:
    return (
        p.entity is not None
        and p.entity.label in {"ORG", "WORK_OF_ART", "PRODUCT", "LAW", "EVENT"}
        and p.entity.end - p.entity.start > len(p.text) + 5
        and not _demonym(p)
        and p.doc.text[p.entity.start : p.entity.end].istitle()
    )


def _listed(p: _Proposal) -> bool:
    """Beside another capitalised name behind a comma, "and" or a slash, as places are listed."""
    text = p.doc.text
    return bool(re.match(r"(?:,| and| or|/) ?[A-Z]", text[p.span[1] : p.span[1] + 6])) or bool(
        re.search(r"[A-Za-z](?:,|/| and) ?$", text[max(0, p.span[0] - 6) : p.span[0]])
    )


def _short(p: _Proposal) -> bool:
    return len(p.text) <= 3 and not _is(Kind.COUNTRY)(p) and not _demonym(p)


@cache
def _actor_words() -> frozenset[str]:
    """Names of bodies and groups, which are no places even where a village is called so ("Hamas", "NATO")."""
    return frozenset(
        name.casefold()
        for actor in lexicon.actors().actors
        if not actor.metonym
        for name in (actor.name, *actor.aliases)
    )


FEATURES: tuple[Feature, ...] = (
    ("a country", 2.5, _is(Kind.COUNTRY)),
    ("a people", 3.0, _demonym),
    ("a sea, region, base or continent", 2.0, _is(Kind.WATER, Kind.REGION, Kind.BASE, Kind.CONTINENT, Kind.CROSSING, Kind.ISLAND, Kind.LANDFORM)),
    ("a province", 1.0, _is(Kind.ADMIN1)),
    ("a large city", 1.0, lambda p: _people(p) >= 100_000),
    ("a town", 0.5, lambda p: 5_000 <= _people(p) < 100_000),
    ("marked as a place by the language model", 1.5, _labelled("GPE", "LOC", "FAC", "NORP")),
    ("after a preposition of place", 1.0, _locative),
    ("beside a word for a kind of place", 1.5, _cued),
    ("listed with another name", 0.5, _listed),
    ("several words", 0.5, lambda p: len(p.words) > 1),
    ("a name, by its part of speech", 0.5, lambda p: all(t.pos == "PROPN" or not t.text[0].isupper() for t in p.tokens)),
    ("inside a person's name", -3.0, _person),
    ("after a title", -3.0, _titled),
    ("behind another name", -3.0, _in_longer_name),
    ("before another name", -1.5, _before_name),
    ("inside the name of a body", -3.0, _organisation),
    ("inside the name of a work or body, by the language model", -1.0, _in_organisation),
    ("names a unit", -4.0, _unit),
    ("a word of the language", -3.0, _ordinary_word),
    ("very short", -2.0, lambda p: _short(p) and not _locative(p)),
    ("the name of a group or body", -5.0, lambda p: p.text.casefold() in _actor_words()),
    ("a word for a force", -2.0, lambda p: len(p.words) == 1 and is_force_word(p.text) and not _is(Kind.COUNTRY)(p) and not _demonym(p)),
)  # fmt: skip
