"""Reads whether a record is so: actual, planned, possible, denied or past, and whether the text distances itself.

Cues come from the lexicon; their scope is the clause of the trigger and the verbs that govern it, never the sentence.
Where several hold, a denial wins over a possibility, a possibility over a plan, a plan over the past.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from geomap.language import lexicon
from geomap.language.annotated import Token
from geomap.language.matcher import Matcher
from geomap.language.schemas import ActionFrame, Cue
from geomap.language.words import words_of
from geomap.mentions.forces.finding import ForceMention
from geomap.mentions.triggers import Trigger
from geomap.model import Action, Category, Qualifier, Span, Status
from geomap.records.context import Mentions
from geomap.records.status.cue_reach import reaches
from geomap.records.status.moods import Reading, base_of, governing, is_present, modality, negation, telling_verb
from geomap.records.status.standing import about
from geomap.records.triggering import Link

_ORDER = (Status.DENIED, Status.POSSIBLE, Status.PLANNED, Status.PAST)
_FRESH = datetime.timedelta(days=7)
"""How long a state told in the past tense still counts as that of today."""

_LASTING = 10
"""Years over which a withdrawal counts as one whose result still holds (reading 14 of the contract)."""

_LEAD = 12
"""Characters before a force in which an adjective of its number stands: "an eventual 20,000"."""

_WHEN_REACH = 4
"""Characters behind a year in which the "when" of its clause begins."""

_NOT_REACH = 5
"""Characters that "not" and a blank take before a cue."""

EVENT = ActionFrame(name="event", action=Action.EXERCISE)
"""Stands for the act in ``judge_words``, which looks only at the words around it."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status and a hedge with the rules that made them."""

    status: Status
    hedged: bool
    rules: tuple[str, ...]


def judge(m: Mentions, link: Link) -> Verdict:
    """Judge a linked force."""
    scope = _scope(m, link)
    verdicts: list[Reading] = [*negation(m, link), *modality(m, link), *governing(m, link)]
    hedges: list[str] = []
    for cue in _phrases(m, link, scope):
        if cue.status is not None and not (cue.status is Status.PAST and is_present(m, telling_verb(m, link))):
            verdicts.append((cue.status, f"status-{cue.name}"))
        if cue.hedged:
            hedges.append(cue.name)
    hedges.extend(_hedging(m, link))
    verdicts.extend(about(m, link))
    if link.action is Action.STANDBY:
        verdicts.append((Status.POSSIBLE, "status-standby"))
    if not any(status is not Status.PAST for status, _ in verdicts):
        verdicts.extend(_background(m, link, scope))
    status = next((s for s in _ORDER if any(v == s for v, _ in verdicts)), Status.ACTUAL)
    rules = tuple(dict.fromkeys(rule for found, rule in verdicts if found is status))
    return Verdict(status, bool(hedges), (*rules, *dict.fromkeys(hedges)))


def judge_words(m: Mentions, token: Token) -> Verdict:
    """Judge what one token tells, an event's verb or noun."""
    verb = token if token.tag.startswith("VB") else next((a for a in m.doc.ancestors(token) if a.is_verb), None)
    span = (token.start, token.end)
    trigger = Trigger(token.index, span, EVENT, "verb" if verb is token else "noun")
    force = ForceMention(
        span=span,
        head=span,
        text=token.text,
        category=Category.EQUIPMENT,
        echelon=None,
        quantity=None,
        generic=False,
        named=False,
        ambiguous=False,
        singular=True,
        rules=(),
    )
    return judge(m, Link(force, token, trigger, (verb.index,) if verb is not None else ()))


def _scope(m: Mentions, link: Link) -> tuple[Token, ...]:
    """The tokens of the trigger's clause, or of the force's own where there is no trigger."""
    members = {t.index for t in m.clauses.members(base_of(m, link))}
    if link.trigger is None or link.trigger.kind != "verb":
        members |= {t.index for t in m.clauses.members(link.head)}
    return tuple(m.doc.tokens[i] for i in sorted(members))


@cache
def _phrase_cues() -> Matcher[Cue]:
    return Matcher((phrase, cue) for cue in lexicon.status().cues for phrase in cue.phrases)


def _phrases(m: Mentions, link: Link, scope: Sequence[Token]) -> Iterable[Cue]:
    """Cue phrases among the tokens of the clause, in order; the force's own modifiers count too."""
    positions = {t.start for t in scope}
    spans = [(t.start, t.end) for t in scope]
    if not spans:
        return
    low, high = min(s for s, _ in spans), max(e for _, e in spans)
    for match in _phrase_cues().scan(words_of(m.doc.text, low, high)):
        within = match.start in positions or any(start <= match.start < end for start, end in spans)
        within = within or (match.entry.status is Status.POSSIBLE and _conditioned(m, link, match.start))
        if within and not match.entry.sentence and reaches(m, link, m.doc.tokens_in((match.start, match.end))[0]):
            if match.entry.status is Status.POSSIBLE and _of_number(m, link, (match.start, match.end)):
                continue
            if match.entry.status is Status.PLANNED and _other_list_member(m, link, match.start):
                continue
            if match.entry.status is Status.DENIED and _negated(m, match.start):
                continue
            yield match.entry
    sentence = m.doc.sentences[link.head.sentence]
    for match in _phrase_cues().scan(words_of(m.doc.text, sentence.start, sentence.end)):
        if match.entry.sentence:
            yield match.entry


def _conditioned(m: Mentions, link: Link, position: int) -> bool:
    """ "Sends 300 soldiers to Gao if needed": a clause beside the verb that says on what it hangs."""
    found = m.doc.tokens_in((position, position + 1))
    head = m.clauses.head(found[0]) if found and found[0].lower == "if" else None
    return head is not None and head.dep == "advcl" and head.head in link.verbs


def _negated(m: Mentions, position: int) -> bool:
    """Whether "not" stands right before: "has not ruled out"."""
    return m.doc.text[max(0, position - _NOT_REACH) : position].rstrip().lower().endswith((" not", "n't", "n’t"))


def _of_number(m: Mentions, link: Link, cue: Span) -> bool:
    """ "perhaps 200 men": a doubt about the number, not about whether they are there; not "whether 200 men"."""
    quantity = link.force.quantity
    softening = lexicon.quantities().before[Qualifier.APPROXIMATE]
    if quantity is None or m.doc.text[slice(*cue)].lower() not in softening:
        return False
    return -2 <= quantity.span[0] - cue[1] <= 2 or quantity.span[0] < cue[1] <= quantity.span[1]


def _other_list_member(m: Mentions, link: Link, position: int) -> bool:
    """A cue that modifies the noun of another force does not count for this one."""
    lead = _LEAD if position > link.force.end else 0
    return any(f.start - lead <= position < f.span[1] for f in m.forces if f is not link.force)


def _hedging(m: Mentions, link: Link) -> Iterable[str]:
    hedging = lexicon.reporting().hedging_verbs
    start = base_of(m, link)
    for token in (start, *m.doc.ancestors(start)):
        if token.lemma in hedging and token.is_verb:
            yield f"hedge-{token.lemma}"
    sentence = m.doc.sentences[link.head.sentence]
    before = [token for token in m.doc.sentence_tokens(sentence) if token.start < link.force.start]
    for subject, token, following in zip(before, before[1:], before[2:], strict=False):
        # "Rebels allege that", which the parse may not see; not "a rumour that".
        said = subject.pos in {"NOUN", "PROPN", "PRON"} and token.lower in hedging
        if said and following.lower == "that":
            yield f"hedge-{token.lower}"


def _background(m: Mentions, link: Link, scope: Sequence[Token]) -> Iterable[Reading]:
    """A year before that of the report, with a past tense: "in 2019", "in November 2020, Russia sent"."""
    if m.published is None or not scope:
        return
    if link.action is Action.STATION and _stood(m, link, m.published):
        yield Status.PAST, "status-stood-then"
    exercises = link.action is Action.EXERCISE and link.trigger is not None and link.trigger.frame is not EVENT
    if exercises and _over(m, link, m.published):
        yield Status.PAST, "status-exercise-over"
    words = lexicon.records().judging.present_auxiliaries
    verbs = [m.doc.tokens[i] for i in link.verbs]
    if is_present(m, telling_verb(m, link)):
        return
    perfect = any(kid.lower in words for verb in verbs for kid in m.doc.kids(verb, "aux", "auxpass"))
    if perfect or not any(verb.tag in {"VBD", "VBN"} for verb in verbs):
        return
    if any(
        t.past_year is None and (t.start or "") >= f"{m.published.year}" and _within(scope, t.span[0]) for t in m.times
    ):
        return  # "on Monday, four years after the riots of 2021"
    lasting = m.published.year - (_LASTING if link.action is Action.WITHDRAW else 0)
    for time in m.times:
        earlier = time.past_year is not None and time.past_year < lasting
        told = not time.since and _dates(m, link, scope, time.span[0])
        if earlier and (told or _when_clause(m, time.span, telling_verb(m, link))):
            yield Status.PAST, "status-earlier-year"


def _dates(m: Mentions, link: Link, scope: Sequence[Token], position: int) -> bool:
    """Whether a year dates what is told: in its clause, in what opens the sentence, or in a clause that tells when.

    "… left on Friday, ending a deployment that began in 2016" does not.
    """
    if _within(scope, position):
        return True
    sentence = m.doc.sentences[link.head.sentence]
    if sentence.start <= position < min(link.force.start, base_of(m, link).start):
        return True
    year = m.doc.tokens_in((position, position + 1))
    clause = m.clauses.head(year[0]) if year else None
    marks = m.doc.kids(clause, "mark", "advmod") if clause is not None and clause.dep == "advcl" else ()
    return any(mark.lower in lexicon.records().judging.dating for mark in marks) and any(
        clause is not None and clause.head == verb for verb in link.verbs
    )


def _when_clause(m: Mentions, year: Span, verb: Token | None) -> bool:
    """ "The biggest outing since 2021, when HMS Queen Elizabeth got as far as Guam"."""
    behind = [t for t in m.doc.tokens_in((year[1], year[1] + _WHEN_REACH)) if t.text != ","]
    when = behind[0] if behind and behind[0].lower == "when" else None
    return when is not None and verb is not None and m.clauses.same(when, verb)


def _within(scope: Sequence[Token], position: int) -> bool:
    return any(t.start <= position < t.end for t in scope)


def _stood(m: Mentions, link: Link, published: datetime.date) -> bool:
    """ "had 15,000 soldiers there a fortnight ago": a state in the past tense, dated well before the report."""
    verb = telling_verb(m, link)
    if verb is None or verb.tag != "VBD" or verb.lemma not in lexicon.records().judging.states:
        return False
    sentence = m.doc.sentences[link.head.sentence]
    fresh = (published - _FRESH).isoformat()
    return any(
        t.end is not None
        and t.end < fresh
        and sentence.start <= t.span[0] < sentence.end
        and not t.since
        and not _dates_saying(m, verb, t.span[0])
        for t in m.times
    )


def _over(m: Mentions, link: Link, published: datetime.date) -> bool:
    """ "Three carriers had exercised there in November": an exercise that ended well before the report."""
    verb = telling_verb(m, link)
    present = lexicon.records().judging.present_auxiliaries
    perfect = verb is not None and any(kid.lower in present for kid in m.doc.kids(verb, "aux"))
    if verb is None or verb.tag not in {"VBD", "VBN"} or perfect:
        return False
    fresh = (published - _FRESH).isoformat()
    members = m.clauses.members(verb)
    return any(t.end is not None and t.end < fresh and not t.since and _within(members, t.span[0]) for t in m.times)


def _dates_saying(m: Mentions, verb: Token, position: int) -> bool:
    """ "A panel reported in July that 3,000 soldiers were in Masisi": the report is of July."""
    found = m.doc.tokens_in((position, position + 1))
    head = m.clauses.head(found[0]) if found else None
    said = lexicon.reporting().verbs
    return head is not None and head.lemma in said and any(above.index == head.index for above in m.doc.ancestors(verb))
