"""Who says so: attribution before, after and around a statement, and across the sentences of one quotation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from geomap.language import lexicon
from geomap.language.annotated import Sentence, Token
from geomap.language.words import words_of
from geomap.model import Source, Span
from geomap.records.context import Mentions, inside

_OPEN, _CLOSE = '“"«', '”"»'
_QUOTE = 3_000
"""Characters that a quotation may run over."""

_ANTECEDENT_REACH = 900
"""Characters before a sentence within which its "he" was named."""


_SAID = {"ccomp", "xcomp", "conj", "parataxis"}
_SET_OFF = {",", "”", '"', "—", "–", "'", "’", "and"}


@cache
def _according_to() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(lexicon.records().attributing.according)})\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source, or that the words come from somebody who stays unnamed."""

    source: Source | None
    anonymous: bool
    rule: str


NONE = Attribution(None, False, "source-none")


def attribute(m: Mentions, token: Token) -> Attribution:
    """Return who says what the token's clause tells."""
    sentence = m.doc.sentences[token.sentence]
    return (
        _governing(m, token)
        or _according(m, sentence, token)
        or _parenthetical(m, sentence, token)
        or _quotation(m, sentence, token)
        or NONE
    )


def _governing(m: Mentions, token: Token) -> Attribution | None:
    """The clause is what somebody says: "Kirby stressed … that no US soldiers would be sent"."""
    verbs = lexicon.reporting().verbs
    below = token
    for above in m.doc.ancestors(token):
        if above.is_verb and above.lemma in verbs and below.dep in _SAID:
            subject = m.clauses.subject(above) if not m.doc.kids(above, "auxpass", "nsubjpass") else None
            said = None
            if subject is not None and subject.index != token.index:
                said = _speaker(m, subject, f"source-{above.lemma}")
            if said is not None:
                return said
        below = above
    return None


def _parenthetical(m: Mentions, sentence: Sentence, token: Token) -> Attribution | None:
    """ ", the Pentagon said", ", he let it be known": a verb of saying beside the clause, set off from it."""
    verbs = lexicon.reporting().verbs - lexicon.records().attributing.open_verbs
    best: Attribution | None = None
    for verb in m.doc.sentence_tokens(sentence):
        subjects = m.doc.kids(verb, "nsubj") if verb.is_verb and verb.lemma in verbs else ()
        if not subjects or _main_verb(m, verb, token):
            continue
        if verb.dep in {"parataxis", "ROOT"} or _word_before(m, sentence, subjects[0], verb) in _SET_OFF:
            best = _speaker(m, subjects[0], f"source-{verb.lemma}") or best
    return best


def _main_verb(m: Mentions, verb: Token, token: Token) -> bool:
    """Whether a verb of saying is the main verb of the clause itself, which then is not what it says."""
    return (
        m.clauses.same(verb, token)
        and verb.dep == "ROOT"
        and verb.index < token.index
        and not _complement(m, verb, token)
    )


def _word_before(m: Mentions, sentence: Sentence, subject: Token, verb: Token) -> str:
    """Return the word before a subject and all that belongs to it; before its head where it opens the sentence."""
    first = m.doc.subtree(subject)[0].index
    index = first if first > sentence.first else min(subject.index, verb.index)
    return m.doc.tokens[index - 1].text if index > sentence.first else ""


def _complement(m: Mentions, verb: Token, token: Token) -> bool:
    return any(a.index == verb.index for a in m.doc.ancestors(token))


def _according(m: Mentions, sentence: Sentence, token: Token) -> Attribution | None:
    match = _according_to().search(m.doc.text, sentence.start, sentence.end)
    if match is None:
        return None
    inner = [t for t in m.doc.sentence_tokens(sentence) if t.start >= match.end()]
    if not inner:
        return None
    head = inner[0]
    while (
        head.head != head.index
        and m.doc.tokens[head.head].start >= match.end()
        and m.doc.tokens[head.head].pos in {"NOUN", "PROPN"}
    ):
        head = m.doc.tokens[head.head]
    return _speaker(m, head, "source-according-to")


def _quotation(m: Mentions, sentence: Sentence, token: Token) -> Attribution | None:
    """A sentence inside a quotation belongs to the speaker named before it opens or after it closes."""
    text = m.doc.text
    quote = _quote_around(text, token.start)
    if quote is None:
        return None
    verbs = lexicon.reporting().verbs
    best: tuple[int, Attribution] | None = None
    for other in m.doc.tokens_in((quote[0] - 170, quote[1] + 170)):
        if inside((other.start, other.end), quote) or not other.is_verb or other.lemma not in verbs:
            continue
        distance = quote[0] - other.end if other.end <= quote[0] else other.start - quote[1]
        if not 0 <= distance <= 160 or (best is not None and distance >= best[0]):
            continue
        subjects = m.doc.kids(other, "nsubj")
        said = _speaker(m, subjects[0], f"source-quoted-{other.lemma}") if subjects else None
        if said is not None:
            best = (distance, said)
    return best[1] if best is not None else None


def _quote_around(text: str, position: int) -> Span | None:
    """Return the quotation around a position; one that runs over paragraphs opens anew at each and closes once."""
    low = max(0, position - _QUOTE)
    opening = max(text.rfind(mark, low, position) for mark in "“«")
    if opening < 0:
        return None
    closing = min((i for i in (text.find(mark, opening, opening + _QUOTE) for mark in "”»") if i >= 0), default=-1)
    if 0 <= closing < position:
        return None
    start = opening
    while True:
        earlier = max(text.rfind(mark, low, start) for mark in "“«")
        closed = max(text.rfind(mark, low, start) for mark in "”»")
        if earlier < 0 or closed > earlier:
            break
        start = earlier
    return (start, closing if closing >= 0 else min(len(text), opening + _QUOTE))


def _speaker(m: Mentions, subject: Token, rule: str) -> Attribution | None:
    """Name the subject: a person's name, a body's name, an actor; "officials" stay unnamed."""
    if subject.pos in {"PRON", "DET"}:
        unnamed = subject.lower in lexicon.reporting().anonymous  # "some said"
        return Attribution(None, True, f"{rule}-unnamed") if unnamed else _antecedent(m, subject)
    tokens = [t for t in m.doc.subtree(subject) if not _in_relative(m, t, subject)]
    span = (tokens[0].start, tokens[-1].end)
    person = _person(m, subject, span)
    if person is not None:
        return Attribution(_named(m, person), False, rule)
    keys = {word.key for word in words_of(m.doc.text[span[0] : span[1]])}
    if keys & set(lexicon.reporting().anonymous):
        return Attribution(None, True, f"{rule}-unnamed")
    for actor in m.actors:
        if inside(actor.span, span):
            whole = (actor.span[0], max(actor.span[1], subject.end)) if subject.start >= actor.span[0] else actor.span
            return Attribution(_named(m, whole), False, rule)
    if subject.pos == "PROPN":
        return Attribution(_named(m, _proper(m, subject)), False, rule)
    return _body(m, subject, rule)


def _body(m: Mentions, subject: Token, rule: str) -> Attribution | None:
    """ "The army says", "the air force says"."""
    bodies = lexicon.reporting().bodies
    before = m.doc.tokens[subject.index - 1] if subject.index else subject
    if f"{before.lower} {subject.lower}" in bodies:
        return Attribution(_named(m, (before.start, subject.end)), False, rule)
    return Attribution(_named(m, (subject.start, subject.end)), False, rule) if subject.lower in bodies else None


def _person(m: Mentions, subject: Token, span: Span) -> Span | None:
    """Return the name of a person that is the subject, or stands beside it: "its commander, Godfrey Otunge"."""
    for entity in m.doc.entities_in((span[0] - 80, span[1])):
        if entity.label == "PERSON" and (
            inside((entity.start, entity.end), span) or entity.start <= subject.start < entity.end
        ):
            return (entity.start, entity.end)
    name = next((kid for kid in m.doc.kids(subject, "appos") if kid.pos == "PROPN"), None)
    return _proper(m, name) if name is not None else None


def _named(m: Mentions, span: Span) -> Source:
    text = m.doc.text[span[0] : span[1]]
    for ending in ("'s", "’s"):
        if text.endswith(ending):
            span = (span[0], span[1] - len(ending))
            text = text[: -len(ending)]
    return Source(name=" ".join(text.split()), span=span)


def _proper(m: Mentions, subject: Token) -> Span:
    kin = [t for t in m.doc.kids(subject, "compound", "flat") if t.pos == "PROPN"]
    return (min([subject.start, *(t.start for t in kin)]), subject.end)


def _in_relative(m: Mentions, token: Token, subject: Token) -> bool:
    current = token
    while current.index not in (subject.index, current.head):
        if current.dep in {"relcl", "acl"}:
            return True
        current = m.doc.tokens[current.head]
    return False


def _antecedent(m: Mentions, pronoun: Token) -> Attribution | None:
    """ "he said": the last person who spoke or acted before, in this paragraph or the one before it."""
    if pronoun.lower not in lexicon.records().attributing.people_pronouns:
        return None
    here = m.doc.sentences[pronoun.sentence]
    before = m.doc.entities_in((here.start - _ANTECEDENT_REACH, pronoun.start))
    people = [e for e in before if e.label == "PERSON" and e.end <= pronoun.start]
    heads = [m.doc.head_of((person.start, person.end)) for person in people]
    subjects = [
        person
        for person, head in zip(people, heads, strict=True)
        if head is not None and head.dep in {"nsubj", "nsubjpass"}
    ]
    chosen = subjects or people
    return Attribution(_named(m, (chosen[-1].start, chosen[-1].end)), False, "source-pronoun") if chosen else None
