"""Reads whether a record is so: actual, planned, possible, denied or past, and whether the text distances itself.

Cues come from the lexicon; their scope is the clause of the trigger and the verbs that govern it, never the whole sentence.
Where several hold, a denial wins over a possibility, a possibility over a plan, a plan over the past.
"""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from geomap.language import lexicon
from geomap.language.annotated import Annotated, Token
from geomap.language.matcher import Matcher
from geomap.language.schemas import ActionFrame, Cue
from geomap.language.words import Word, words_of
from geomap.mentions.forces import ForceMention
from geomap.mentions.triggers import Trigger
from geomap.model import Action, Category, Status
from geomap.records.context import Mentions
from geomap.records.links import Link

_MODALS = {"may": Status.POSSIBLE, "might": Status.POSSIBLE, "could": Status.POSSIBLE, "can": Status.POSSIBLE,
           "will": Status.PLANNED, "shall": Status.PLANNED, "'ll": Status.PLANNED, "’ll": Status.PLANNED,
           "should": Status.PLANNED, "would": Status.PLANNED, "'d": None, "must": Status.PLANNED, "wo": Status.PLANNED}  # fmt: skip
_ORDER = (Status.DENIED, Status.POSSIBLE, Status.PLANNED, Status.PAST)
_NEGATIVE = {"no", "none", "not", "never", "n't", "n’t", "neither", "nor", "without"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status and a hedge with the rules that made them."""

    status: Status
    hedged: bool
    rules: tuple[str, ...]


@cache
def _governor_cues() -> dict[str, tuple[Cue, ...]]:
    table: dict[str, tuple[Cue, ...]] = {}
    for cue in lexicon.status().cues:
        for verb in cue.governors:
            table[verb] = (*table.get(verb, ()), cue)
    return table


@cache
def _phrase_cues() -> Matcher[Cue]:
    return Matcher((phrase, cue) for cue in lexicon.status().cues for phrase in cue.phrases)


def judge_words(m: Mentions, token: Token) -> Verdict:
    """Judge what one token tells, an event's verb or noun."""
    verb = token if token.tag.startswith("VB") else next((a for a in m.doc.ancestors(token) if a.is_verb), None)
    trigger = Trigger(token.index, (token.start, token.end), EVENT, "verb" if verb is token else "noun")
    force = ForceMention(
        (token.start, token.end), (token.start, token.end), token.text, Category.EQUIPMENT, None, None, False, False, False, True, ()
    )  # fmt: skip
    return judge(m, Link(force, token, trigger, (verb.index,) if verb is not None else ()))


EVENT = ActionFrame(name="event", action=Action.EXERCISE)
"""Stands for the act in ``judge_words``, which looks only at the words around it."""


def judge(m: Mentions, link: Link) -> Verdict:
    """Judge a linked force."""
    scope = _scope(m, link)
    verdicts: list[tuple[Status, str]] = [*_negation(m, link, scope), *_modality(m, link, scope), *_governing(m, link)]
    hedges: list[str] = []
    for cue in _phrases(m, link, scope):
        if cue.status is not None:
            verdicts.append((cue.status, f"status-{cue.name}"))
        if cue.hedged:
            hedges.append(cue.name)
    hedges.extend(_hedging(m, link))
    if link.action is Action.STANDBY:
        verdicts.append((Status.POSSIBLE, "status-standby"))
    if not any(status is not Status.PAST for status, _ in verdicts):
        verdicts.extend(_background(m, link, scope))
    status = next((s for s in _ORDER if any(v == s for v, _ in verdicts)), Status.ACTUAL)
    rules = tuple(dict.fromkeys(rule for found, rule in verdicts if found is status))
    return Verdict(status, bool(hedges), (*rules, *dict.fromkeys(hedges)))


def _scope(m: Mentions, link: Link) -> tuple[Token, ...]:
    """The tokens of the trigger's clause, or of the force's own where there is no trigger."""
    base = m.doc.tokens[link.trigger.token] if link.trigger is not None else link.head
    members = {t.index for t in m.clauses.members(base)}
    if (link.trigger is not None and link.trigger.kind != "verb") or link.trigger is None:
        members |= {t.index for t in m.clauses.members(link.head)}
    return tuple(m.doc.tokens[i] for i in sorted(members))


def _negation(m: Mentions, link: Link, scope: Sequence[Token]) -> Iterable[tuple[Status, str]]:
    doc = m.doc
    verbs = _line(m, link)
    for verb in verbs:
        if any(kid.dep == "neg" for kid in doc.kids(verb)) and verb.lemma not in {"leave", "lose", "confirm", "say"}:
            yield Status.DENIED, "status-negated"
    near = [
        t
        for t in doc.tokens_in((max(0, link.force.start - 25), link.force.start + 3))
        if t.start < link.force.start + 3
    ]
    determiners = [*doc.kids(link.head, "det", "neg"), *(t for t in near[-3:] if t.lower in {"no", "not", "none"})]
    for token in determiners:
        following = doc.tokens[token.index + 1].lower if token.index + 1 < len(doc.tokens) else ""
        if token.lower == "no" or (token.lower == "not" and following in {"one", "a"}) or token.lower == "none":
            if following not in {"fewer", "less", "more", "later", "longer"}:
                yield Status.DENIED, "status-no-force"
    subject = doc.kids(verbs[0], "nsubj", "nsubjpass") if verbs else ()
    if any(token.lower in {"none", "neither"} for token in subject):
        yield Status.DENIED, "status-none"


def _modality(m: Mentions, link: Link, scope: Sequence[Token]) -> Iterable[tuple[Status, str]]:
    doc = m.doc
    for verb in _line(m, link):
        if verb.lemma in _PLEDGES and link.trigger is not None and verb.index == link.trigger.token:
            yield Status.PLANNED, f"status-plan-{verb.lemma}"
        if verb.lemma == "come" and verb.tag == "VBG":
            yield Status.PLANNED, "status-coming"
        for kid in doc.kids(verb, "aux", "auxpass"):
            status = _MODALS.get(kid.lower)
            if kid.lower in {"'d", "’d"} and verb.tag in {"VB"}:
                status = Status.PLANNED
            if status is not None:
                if kid.lower == "would" and not _reported(m, verb):
                    status = Status.POSSIBLE
                yield status, f"status-modal-{kid.lower}"
        if verb.tag in {"VB", "VBN"} and _to_be(doc, verb):
            yield Status.PLANNED, "status-is-to"


_PLEDGES = {"pledge", "promise", "plan", "offer", "earmark", "order", "commit", "assign"}


def _line(m: Mentions, link: Link) -> list[Token]:
    """The trigger's verb and those above it that share its tense: what it completes or continues, never its siblings."""
    doc = m.doc
    start = doc.tokens[link.trigger.token] if link.trigger is not None else link.head
    if not start.is_verb and not start.tag.startswith("VB"):
        verbs = [doc.tokens[i] for i in link.verbs if doc.tokens[i].is_verb]
        return verbs[:1]
    found = [start]
    while found[-1].dep in {"xcomp", "conj", "pcomp"} and found[-1].head != found[-1].index:
        own = doc.kids(found[-1], "nsubj", "nsubjpass") or (
            found[-1].dep == "conj" and doc.kids(found[-1], "aux", "auxpass")
        )
        above = doc.tokens[found[-1].head]
        if own or not above.is_verb:
            break
        found.append(above)
    return found


def _reported(m: Mentions, verb: Token) -> bool:
    """Whether a clause is what somebody said, so that "would" is a reported "will"."""
    verbs = lexicon.reporting().verbs
    if any(a.lemma in verbs for a in m.doc.ancestors(verb)):
        return True
    sentence = m.doc.sentences[verb.sentence]
    return any(t.lemma in verbs and t.is_verb for t in m.doc.sentence_tokens(sentence))


def _to_be(doc: Annotated, verb: Token) -> bool:
    """ "is to send", "are to be moved"."""
    if not any(kid.lower == "to" for kid in doc.kids(verb, "aux")):
        return False
    head = doc.tokens[verb.head]
    return verb.dep == "xcomp" and head.lemma == "be"


def _governing(m: Mentions, link: Link) -> Iterable[tuple[Status, str]]:
    """Verbs above the clause and above the trigger: "promised to send", "denied that", "told to prepare for sending"."""
    doc = m.doc
    start = doc.tokens[link.trigger.token] if link.trigger is not None else link.head
    seen = {t.index for t in (start,)}
    chain = [start, *doc.ancestors(start)]
    for below, token in itertools.pairwise(chain):
        if token.index in seen:
            continue
        seen.add(token.index)
        if not _governs(token, below):
            break
        if token.lemma == "rule" and not any(kid.lower == "out" for kid in doc.kids(token)):
            continue
        if token.pos == "NOUN" and any(kid.lower == "no" for kid in doc.kids(token, "det")):
            yield Status.DENIED, f"status-no-{token.lemma}"
            return
        for cue in _governor_cues().get(token.lemma, ()):
            if cue.status is not None and _transparent(cue, below):
                yield cue.status, f"status-{cue.name}-{token.lemma}"
                if cue.status is Status.DENIED:
                    return
        if any(kid.dep == "neg" for kid in doc.kids(token)) and below.dep == "xcomp":
            yield Status.DENIED, "status-negated-above"


def _governs(token: Token, below: Token) -> bool:
    if below.pos == "ADP" and below.dep in {"prt", "advmod", "prep"}:
        return token.is_verb or token.pos == "NOUN"
    if below.dep in {
        "xcomp",
        "ccomp",
        "pcomp",
        "pobj",
        "dobj",
        "prep",
        "acl",
        "nsubjpass",
        "conj",
        "nsubj",
        "relcl",
        "advcl",
    }:
        return token.is_verb or token.pos in {"NOUN", "ADP", "ADJ", "SCONJ"}
    return False


def _transparent(cue: Cue, below: Token) -> bool:
    """A plan governs what it opens ("promised to send"), not what merely accompanies it ("announced on Monday that X is")."""
    if cue.status is Status.DENIED:
        return below.dep in {"xcomp", "ccomp", "dobj", "pobj", "prep", "pcomp", "prt", "advmod"}
    return below.dep in {"xcomp", "prep", "pcomp", "relcl", "acl"} or (
        below.dep in {"dobj", "nsubjpass"} and below.pos in {"NOUN", "PROPN"}
    )


def _phrases(m: Mentions, link: Link, scope: Sequence[Token]) -> Iterable[Cue]:
    """Cue phrases among the tokens of the clause, in order; the force's own modifiers count too."""
    positions = {t.start for t in scope}
    spans = [(t.start, t.end) for t in scope]
    if not spans:
        return
    low, high = min(s for s, _ in spans), max(e for _, e in spans)
    words = list(words_of(m.doc.text[low:high]))
    shifted = tuple(Word(w.start + low, w.end + low, w.text, w.key, w.joined) for w in words)
    for match in _phrase_cues().scan(shifted):
        if match.start in positions or any(start <= match.start < end for start, end in spans):
            if match.entry.status is Status.PLANNED and _other_list_member(m, link, match.start):
                continue
            yield match.entry


def _other_list_member(m: Mentions, link: Link, position: int) -> bool:
    """A cue that modifies the noun of another force does not count for this one."""
    return any(f.span[0] <= position < f.span[1] for f in m.forces if f is not link.force)


def _hedging(m: Mentions, link: Link) -> Iterable[str]:
    hedging = lexicon.reporting().hedging_verbs
    start = m.doc.tokens[link.trigger.token] if link.trigger is not None else link.head
    for token in (start, *m.doc.ancestors(start)):
        if token.lemma in hedging and token.is_verb:
            yield f"hedge-{token.lemma}"


def _stood(m: Mentions, link: Link) -> bool:
    """ "had 15,000 soldiers there a fortnight ago": a state in the past tense, dated more than a week before the report."""
    if m.published is None:
        return False
    verb = next((m.doc.tokens[i] for i in link.verbs if m.doc.tokens[i].is_verb), None)
    if verb is None or verb.tag != "VBD" or verb.lemma not in _STATES:
        return False
    sentence = m.doc.sentences[link.head.sentence]
    week = (m.published - datetime.timedelta(days=7)).isoformat()
    return any(
        t.end is not None and t.end < week
        for t in m.times
        if sentence.start <= t.span[0] < sentence.end and not t.since
    )


_STATES = {"have", "be", "keep", "station", "base", "maintain", "number", "stand", "hold", "post", "serve", "total"}


def _background(m: Mentions, link: Link, scope: Sequence[Token]) -> Iterable[tuple[Status, str]]:
    """A year before that of the report, with a past tense: "in 2019", "in November 2020, Russia sent"."""
    if m.published is None or not scope:
        return
    verbs = [m.doc.tokens[i] for i in link.verbs]
    if link.action is Action.STATION and _stood(m, link):
        yield Status.PAST, "status-stood-then"
    past = any(v.tag in {"VBD", "VBN"} for v in verbs)
    present_perfect = any(
        k.lower in {"has", "have", "'ve", "’ve", "is", "are"} for v in verbs for k in m.doc.kids(v, "aux", "auxpass")
    )
    low, high = scope[0].start, scope[-1].end
    for time in m.times:
        if low <= time.span[0] < high and time.past_year is not None and not time.since:
            if time.past_year < m.published.year and past and not present_perfect:
                yield Status.PAST, "status-earlier-year"
