"""Finds the names of persons, so that a surname alone is told from a place of that name: "Jordan", "Franklin said"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from geomap.language import lexicon
from geomap.language.annotated import Annotated
from geomap.language.homonyms import homonym
from geomap.language.spans import SpanIndex
from geomap.language.words import Word, key_of
from geomap.model import Span

_MOST_WORDS = 4
"""Words of the longest person's name that is followed ("Maria del Pilar Santos")."""

_COMMON_GIVEN = 2
"""Last tier of given names that make a person's name together with any other word."""

_NO_OFFICE = frozenset(
    {"state", "press", "foreign", "defence", "defense", "interior", "former", "deputy", "vice", "prime"}
)
"""Words of titles that are no office by themselves: "in the state, New South Wales,"."""


@dataclass(frozen=True, slots=True)
class Persons:
    """The persons of a text: the spans of their full names, and the keys of all surnames that these end with.

    ``introduced`` are the spans of those who are told by their office right before ("his defence minister, Pedro
    Sánchez,"), which is beyond doubt.
    """

    spans: SpanIndex[Span]
    surnames: frozenset[str]
    introduced: frozenset[Span] = frozenset()

    def covers(self, span: Span) -> bool:
        """Whether a longer person's name holds the span, or one that is beyond doubt is the span."""
        return span in self.introduced or any(
            start <= span[0] and span[1] <= end and end - start > span[1] - span[0] + 2
            for start, end in self.spans.overlapping(span)
        )


def find_persons(doc: Annotated, words: Sequence[Word]) -> Persons:
    """Return the persons who are named in full: by title, by a common given name, or by the model and a given name."""
    people = SpanIndex([(e.start, e.end) for e in doc.entities if e.label == "PERSON"], lambda span: span)
    found, surnames, introduced = [], set(), set()
    for first, last in _runs(doc.text, words):
        told = _introduced(doc.text, words, first, last)
        if told or _leads(words, first, last) or _is_person(doc, words, first, last, people):
            found.append((words[first].start, words[last - 1].end))
            surnames.add(words[last - 1].key)
            if told:
                introduced.add(found[-1])
    return Persons(SpanIndex(found, lambda span: span), frozenset(surnames), frozenset(introduced))


def _introduced(text: str, words: Sequence[Word], first: int, last: int) -> bool:
    """ "A colonel, Wu Qian, said", "his defence minister, Pedro Sánchez, who": an office, the name between commas."""
    if first == 0 or text[words[first - 1].end : words[first].start] != ", ":
        return False
    office = words[first - 1]
    closed = text[words[last - 1].end : words[last - 1].end + 1] in {",", ":", ";", "."}
    named = office.key in lexicon.reporting().titles and office.key not in _NO_OFFICE
    return closed and named and office.text.islower()


@cache
def leader_names() -> frozenset[str]:
    """Return the keys of the names of all leaders of states that have two words or more."""
    return frozenset(key_of(name) for names in lexicon.leaders().leaders.values() for name in names if " " in name)


def _leads(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a leader of a state is named: "Vladimir Putin"."""
    return " ".join(word.key for word in words[first:last]) in leader_names()


def _runs(text: str, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Yield runs of two to four capitalised words of one line that may be a person's full name, as (first, last)."""
    index = 0
    while index < len(words) - 1:
        if not words[index].text[0].isupper():
            index += 1
            continue
        last = index + 1
        while last < len(words) and last - index < _MOST_WORDS and _goes_on(text, words[last - 1], words[last]):
            last += 1
        if last - index > 1:
            yield index, last
            index = last
        else:
            index += 1


def _goes_on(text: str, word: Word, following: Word) -> bool:
    gap = text[word.end : following.start]
    joined = gap == " " or (gap == ". " and len(word.text) == 1) or (gap == "-" and following.text[0].isupper())
    return joined and following.text[0].isupper() and word.text[0].isupper() and not _impersonal(following)


def _impersonal(word: Word) -> bool:
    """A word that no surname is: "County", "Avenue", "University", and all-capital words of four letters or more."""
    names = lexicon.names()
    return (
        word.key in names.generic
        or word.key in names.organisation_words
        or word.key in names.local_bodies
        or word.key in names.unit_words
        or word.key in names.streets
        or word.key in names.cues
        or word.key in names.calendar
    )


def _is_person(doc: Annotated, words: Sequence[Word], first: int, last: int, people: SpanIndex[Span]) -> bool:
    opening = words[first]
    if last < len(words) and _impersonal(words[last]) and doc.text[words[last - 1].end : words[last].start] == " ":
        return False  # "Martin Luther King Boulevard", "Anderson County"
    given = homonym(opening.key).given
    titles = lexicon.reporting().titles
    titled = first > 0 and words[first - 1].key in titles and words[first - 1].text[0].isupper()
    titled = titled and doc.text[words[first - 1].end : opening.start] in {" ", ". "}
    if titled or opening.key in titles:
        return True
    if 0 < given <= _COMMON_GIVEN and not homonym(opening.key).word:
        return True
    modelled = any(
        start <= opening.start and words[last - 1].end <= end + 1
        for start, end in people.overlapping((opening.start, words[last - 1].end))
    )
    return modelled and (given > 0 or _comes_back(doc, words, last))


def _comes_back(doc: Annotated, words: Sequence[Word], last: int) -> bool:
    """Whether an age or a word of speech follows: "Adan Duale, 55," and "Yusuf Hamza said"."""
    end = words[last - 1].end
    after = doc.text[end : end + 8]
    if after[:2] == ", " and after[2:4].isdigit() and after[4:5] == ",":
        return True
    following = doc.tokens_in((end + 1, end + 3)) if after[:1] in {" ", ","} else ()
    return bool(following) and following[0].lemma in lexicon.reporting().verbs
