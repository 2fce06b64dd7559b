"""What of a text has to be parsed. The parse is three quarters of all cost, and most that is written tells no record.

A record has a place or a recipient, and a force or an event. So a passage that may name no place and no actor is not
parsed at all; of one that names no force and no fighting, only the lines with names are, which the parse tells places
from persons in; any other passage is parsed whole, because what a line leaves out is told in those around it.

Whether a name *may* be a place is asked of the judge of places as if the language model took it for one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from gazetteer import Gazetteer, Kind
from geomap.language import lexicon
from geomap.language.annotated import Annotated, Entity, Sentence
from geomap.language.matcher import Matcher
from geomap.language.spans import SpanIndex
from geomap.language.words import plural, words_of
from geomap.mentions.actors.leaders import find_leaders
from geomap.mentions.actors.terms import bodies
from geomap.mentions.forces.terms import force_compounds
from geomap.mentions.places.datelines import find_datelines
from geomap.mentions.places.drafts import find_houses
from geomap.mentions.places.names import find_names
from geomap.model import EventType, Span

PASSAGE = 8_000
"""Characters after which a long text is cut at the next line, so that an archive is judged piece by piece."""

_LONGEST = 60
"""Characters of a run of capitals that is one name at most; in a text all in capitals the runs never end."""

_FIGHTING = frozenset(
    {EventType.BATTLE, EventType.STRIKE, EventType.SHELLING, EventType.EXPLOSION, EventType.ATTACK, EventType.CAPTURE}
)
_EVERYDAY = frozenset({"take", "fall", "drive-out", "enter", "capture-noun", "clear", "attack-armed", "exercise-verb"})
"""Frames of words that every text has ("take", "fall", "push"): they tell an event only with a place in their line."""

_IRREGULAR = {
    "fight": ("fought",), "overrun": ("overran",), "retake": ("retook", "retaken"), "shoot": ("shot",),
    "slay": ("slew", "slain"), "withdraw": ("withdrew", "withdrawn"),
}  # fmt: skip


def is_military(text: str, gazetteer: Gazetteer) -> bool:
    """Whether an article of usual length has to be parsed whole, which two looks at its words tell of most."""
    return len(text) <= PASSAGE and tells_of_forces(text) and _names_country(text, gazetteer)


def worth_parsing(doc: Annotated, gazetteer: Gazetteer) -> tuple[Span, ...]:
    """Return the spans, whole lines each, that have to be parsed, in reading order; ``doc`` is merely tokenised."""
    names = SpanIndex(sorted(_names(doc, gazetteer)), lambda span: span)
    found: list[Span] = []
    for lines in _passages(doc.sentences):
        named = [line for line in lines if names.overlapping((line.start, line.end))]
        if named and tells_of_forces(doc.text[lines[0].start : lines[-1].end]):
            found.append((lines[0].start, lines[-1].end))
        else:
            found.extend((line.start, line.end) for line in named)
    return tuple(found)


def tells_of_forces(text: str) -> bool:
    """Whether a text has a word for a force, or one for fighting that is not an everyday word."""
    if any(_fighting().scan(words_of(text))):
        return True
    return any(not run[-1].entry.ambiguous for run in force_compounds(text))


def _names_country(text: str, gazetteer: Gazetteer) -> bool:
    """Whether a word with a capital is the name of a country or a people, and nothing else."""
    return any(
        all(c.place.kind is Kind.COUNTRY for c in found)
        for word in words_of(text)
        if word.text[0].isupper() and (found := gazetteer.lookup(word.text))
    )


def _passages(lines: Sequence[Sentence]) -> Iterator[Sequence[Sentence]]:
    """Yield runs of lines; an article of usual length is one."""
    cuts = [0]
    for index, line in enumerate(lines):
        if line.start - lines[cuts[-1]].start > PASSAGE:
            cuts.append(index)
    for first, last in pairwise([*cuts, len(lines)]):
        if first < last:
            yield lines[first:last]


def _names(doc: Annotated, gazetteer: Gazetteer) -> Iterator[Span]:
    """Yield what may name a place or an actor."""
    hopeful = replace(doc, entities=tuple(_capitalised(doc)))
    yield from (name.span for name in find_names(hopeful, gazetteer, (), find_datelines(doc.text)))
    for match in bodies().scan(doc.words):
        if not doc.text[match.start : match.end].islower():
            yield match.start, match.end
    yield from (leader.span for leader in find_leaders(doc, gazetteer))
    yield from (house.span for house in find_houses(doc))


def _capitalised(doc: Annotated) -> Iterator[Entity]:
    """Yield every run of words with capitals as if the model took it for a place."""
    start = end = -1
    for token in doc.tokens:
        if not token.text[:1].isupper():
            continue
        if start >= 0 and (token.start - end > 1 or token.end - start > _LONGEST):
            yield Entity(start, end, "GPE")
            start = -1
        start, end = (token.start if start < 0 else start), token.end
    if start >= 0:
        yield Entity(start, end, "GPE")


@cache
def _fighting() -> Matcher[str]:
    """The words of fighting in all their forms, as no parse tells the verb of a form."""
    frames = [f for f in lexicon.events().frames if f.type in _FIGHTING and f.name not in _EVERYDAY]
    return Matcher(
        (form, frame.name)
        for frame in frames
        for form in (
            *frame.phrases,
            *(form for noun in frame.nouns for form in (noun, plural(noun))),
            *(form for verb in frame.verbs for form in verb_forms(verb)),
        )
    )


def verb_forms(verb: str) -> tuple[str, ...]:
    """Return the forms of an English verb; some that do not exist are among them ("captureing"), none is missing."""
    stem = verb.removesuffix("e")
    doubled = verb + verb[-1]
    regular = [verb, f"{verb}s", f"{verb}es", f"{stem}ed", f"{stem}ing", f"{doubled}ed", f"{doubled}ing"]
    if verb.endswith("y"):
        regular += [f"{verb[:-1]}ies", f"{verb[:-1]}ied"]
    return (*regular, *_IRREGULAR.get(verb, ()))
