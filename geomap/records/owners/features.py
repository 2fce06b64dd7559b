"""What speaks for an actor as the owner of a force that no words give to anybody. Each feature is told by its name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geomap.language import lexicon
from geomap.language.annotated import Sentence
from geomap.language.words import keys_of
from geomap.mentions.actors.finding import ActorMention
from geomap.mentions.places.finding import Place
from geomap.model import Action, Category
from geomap.records.context import Mentions
from geomap.records.owners.evidence import Evidence, noun_of
from geomap.records.owners.origins import guest_of
from geomap.records.owners.owned import Owned, sovereign
from geomap.records.triggering import Link

_HEAVY = {Category.AIRCRAFT, Category.HELICOPTER, Category.NAVAL, Category.AIR_DEFENCE, Category.ARMOUR}
_MOST, _MANY = 0.5, 0.2
_ADDING_REACH = 12
"""Characters around a force within which "another" or "as well" stands."""

_TURN_REACH = 40
"""Characters of a sentence that a turn to others takes."""


@dataclass(frozen=True, slots=True)
class Case:
    """A force without an owner: where it stands, the forces ``before`` it with theirs, what headings name above it."""

    link: Link
    sentence: Sentence
    before: Sequence[Owned]
    of_list: set[str]
    of_section: set[str]

    @classmethod
    def of(cls, told: Evidence, link: Link, before: Sequence[Owned]) -> Case:
        """Gather what holds for every actor alike."""
        of_list, of_section = told.headed(link)
        known = [owned for owned in before if owned.actor is not None]
        return cls(link, told.m.doc.sentences[link.head.sentence], known, of_list, of_section)


def features(told: Evidence, case: Case, code: str, kind: str) -> tuple[str, ...]:
    """Return the names of all that speaks for or against an actor."""
    return (
        *_owning(told, case, code),
        *_likened(told, case, code),
        *_named(told, case, [a for a in told.mentions.get(code, ()) if a.span[0] < case.sentence.end]),
        *_at_home(told, case, code),
        *_topic(told, case, code),
        *_fitting(case, kind),
    )


def _owning(told: Evidence, case: Case, code: str) -> Iterator[str]:
    """Whether the actor owns the force right before, and how much else it owns."""
    m, link = told.m, case.link
    last = case.before[-1] if case.before else None
    if last is not None and last.actor is not None and last.actor.code == code:
        sentence = m.doc.sentences[last.link.head.sentence]
        yield "owns-previous"
        if last.rule != "owner-salient":
            yield "owns-previous-surely"
        if sentence.index == case.sentence.index:
            yield "owns-previous-in-sentence"
            if m.clauses.same(last.link.head, link.head):
                yield "owns-previous-in-clause"
        elif sentence.block == case.sentence.block:
            yield "owns-previous-in-paragraph"
        if _adds(m, link):
            yield "owns-previous-more"
        if _turned(m, case.sentence):
            yield "owns-previous-turned"
    share = told.shares.get(code, 0.0)
    if share > _MOST:
        yield "owns-most"
    elif share > _MANY:
        yield "owns-many"
    elif not share:
        yield "owns-none"


def _adds(m: Mentions, link: Link) -> bool:
    """ "Another 300 soldiers", "a second brigade", "two more": more of what was told before."""
    span = (max(0, link.force.start - _ADDING_REACH), link.force.end + _ADDING_REACH)
    near = m.doc.text[span[0] : span[1]].replace(",", " ").split(".")[0].lower().split()
    return bool(lexicon.records().owning.adding.intersection(near))


def _turned(m: Mentions, sentence: Sentence) -> bool:
    """ "On the other side", "Across the line": from here on others are told of."""
    lead = m.doc.text[sentence.start : sentence.start + _TURN_REACH].strip().lower()
    return lead.startswith(lexicon.records().owning.turning)


def _likened(told: Evidence, case: Case, code: str) -> Iterator[str]:
    """Whether the actor owns such forces: those that the noun left out was told of, of the noun, the kind, the land."""
    link = case.link
    if link.force.elided:
        same = [o for o in case.before if o.link.force.text == link.force.text]
        if same and same[-1].actor is not None and same[-1].actor.code == code:
            yield "owns-antecedent"
    named = [at for at in told.named_forces.get(noun_of(told.m, link.force), ()) if at[0] < link.force.start]
    if named and named[-1][1] == code:
        yield "owns-noun"
    if told.by_category.get(link.force.category, {}).get(code, 0.0) > _MOST:
        yield "owns-kind"
    lands = [told.by_country.get(country, {}) for country in _countries(link.locations) if country is not None]
    if any(shares.get(code, 0.0) > _MOST for shares in lands):
        yield "owns-there"


def _named(told: Evidence, case: Case, mentions: Sequence[ActorMention]) -> Iterator[str]:
    """How the actor is named before the force: as who acts, speaks, or is acted on."""
    m, start = told.m, case.link.force.start
    before = [a for a in mentions if a.span[1] <= start]
    here = [a for a in before if a.span[0] >= case.sentence.start]
    if here:
        yield f"{_main_role(told, here)}-here"
    behind = [a for a in mentions if a.span[0] >= case.link.force.end]
    if behind:
        yield "speaks-behind" if any(told.role(a) == "speaks" for a in behind) else "named-behind"
    earlier = [a for a in before if a.span[0] < case.sentence.start]
    previous = [a for a in earlier if _sentence(m, a).index == case.sentence.index - 1]
    if previous:
        yield f"{_main_role(told, previous)}-before"
        if m.doc.text[: case.sentence.start].rstrip().endswith("?"):
            yield "asked-before"
    elif any(_sentence(m, a).block == case.sentence.block for a in earlier):
        yield "named-in-paragraph"
    elif earlier and case.sentence.index - _sentence(m, earlier[-1]).index <= 3:
        yield "named-lately"
    if mentions and mentions[0] is m.actors[0]:
        yield "named-first"
    if mentions and mentions[0].code == told.most_named:
        yield "named-most"


def _main_role(told: Evidence, mentions: Sequence[ActorMention]) -> str:
    roles = {told.role(mention) for mention in mentions}
    return next((role for role in ("fronted", "subject") if role in roles), min(roles))


def _at_home(told: Evidence, case: Case, code: str) -> Iterator[str]:
    """Whether the force moves inside the actor's own country, leaves it or comes to it."""
    link = case.link
    inside, outside = _countries(link.locations), _countries(link.origins)
    armed = code in told.shares
    if code in inside and code in outside:
        yield "moves-at-home"
    elif code in outside:
        yield "leaves-home"
    elif inside == {code}:
        yield "armed-at-home" if armed else "is-at-home"
        if link.action is Action.DEPLOY:
            yield "comes-home"
        if any(told.m.doc.tokens[index].lemma in lexicon.records().owning.entering for index in link.verbs):
            yield "enters-home"
    if any(guest_of(place) == code for place in link.locations):
        yield "guest-there"
    if code == told.home:
        yield "filed-at-home"


def _topic(told: Evidence, case: Case, code: str) -> Iterator[str]:
    """Whether a heading names the actor."""
    if code in case.of_list and _countries(case.link.locations) != {code}:
        yield "heads-list"
    elif code in case.of_section and _countries(case.link.locations) != {code}:
        yield "heads-section"


def _fitting(case: Case, kind: str) -> Iterator[str]:
    """Whether such an actor has such forces: rebels have no frigates, armies no guerrillas."""
    words = lexicon.records().owning
    keys = set(keys_of(case.link.force.text))
    group = kind in {"armed-group", "militia", "company"}
    if keys & words.irregulars:
        yield "irregulars-of-group" if group else "irregulars-of-state"
    elif group and case.link.force.category in _HEAVY:
        yield "heavy-of-group"
    elif group:
        yield "of-group"
    elif kind in {"alliance", "mission", "international"}:
        yield "of-body"


def _countries(places: Sequence[Place]) -> set[str | None]:
    return {sovereign(place.country) for place in places}


def _sentence(m: Mentions, actor: ActorMention) -> Sentence:
    sentence = m.doc.sentence_at(actor.span[0])
    assert sentence is not None  # noqa: S101 - a text with an actor has a sentence
    return sentence
