"""Status that the words around a statement give it: dismissed, long over, already so, meant for somewhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

from geomap.language import lexicon
from geomap.language.annotated import Token
from geomap.model import Action, Status
from geomap.records.context import Mentions
from geomap.records.status.moods import Reading, telling_verb
from geomap.records.triggering import Link

_PRESENT = {"VBZ", "VBP"}
_UNTIL = re.compile(r"\b(?:until|till|up to)\b[^.;]{0,12}", re.IGNORECASE)
_UNTIL_REACH = 12
"""Characters before a time in which its "until" stands."""

_ANSWER = 80
"""Characters behind a question in which its answer opens."""

_NO = r"(?:no|never)(?=[.,;:!?”\"’—–]|$| and no\b)"
"""The answer "no" itself; "no decision has been taken" is none."""

_MEANT_FOR = re.compile(r"\bfor (?:the )?$")


@cache
def _words(name: str) -> re.Pattern[str]:
    words = getattr(lexicon.records().judging, name)
    return re.compile(rf"\b(?:{'|'.join(sorted(words))})\b", re.IGNORECASE)


@cache
def _gone() -> re.Pattern[str]:
    words = "|".join(lexicon.records().judging.gone)
    return re.compile(
        rf"\b(?:who|which|that|all of whom) (?:have|has|had) (?:long |all )?(?:since )?(?:{words})\b", re.IGNORECASE
    )


def about(m: Mentions, link: Link) -> Iterable[Reading]:
    """Yield what the sentence around a force says of the statement."""
    for status, name, rule in RULES:
        if rule(m, link):
            yield status, name


def _dismissed(m: Mentions, link: Link) -> bool:
    """ "calls rubbish a report that …", "asked about reports that …, said there were no such plans"."""
    sentence = m.doc.sentences[link.head.sentence]
    text = m.doc.text[sentence.start : sentence.end]
    noun = _words("reports").search(text)
    return (
        noun is not None and sentence.start + noun.end() <= link.force.start and bool(_words("dismissals").search(text))
    )


def _long_gone(m: Mentions, link: Link) -> bool:
    """ "dispatched 500 commandos to Kosovo, who have long since gone home"."""
    if link.action is Action.WITHDRAW:
        return False
    sentence = m.doc.sentences[link.head.sentence]
    behind = m.doc.text[link.force.end : sentence.end]
    match = _gone().search(behind)
    return (
        match is not None
        and "since" in match[0]
        and not any(f.start > link.force.end for f in m.forces_in((link.force.end, link.force.end + match.start())))
    )


def _when_they_were(m: Mentions, link: Link) -> bool:
    """ "a far cry from the surge, when 100,000 Americans were in Afghanistan": a state then, seen from today."""
    verb = telling_verb(m, link)
    if verb is None or verb.dep not in {"relcl", "advcl"} or not _past(m, verb.index):
        return False
    when = any(kid.lower == "when" for kid in m.doc.kids(verb, "advmod"))
    if not when or link.action is not Action.STATION:
        return False
    above = next((a for a in m.doc.ancestors(verb) if a.is_verb), None)
    return above is not None and (above.tag in _PRESENT or any(k.lower == "had" for k in m.doc.kids(above, "aux")))


def _past(m: Mentions, index: int) -> bool:
    verb = m.doc.tokens[index]
    passive = any(kid.tag == "VBD" for kid in m.doc.kids(verb, "auxpass"))
    return verb.tag == "VBD" or passive


def _meant_for(m: Mentions, link: Link) -> bool:
    """ "an African Union force of 8,700 for the Lake Chad basin": meant for it, where no verb says that it is there."""
    if link.trigger is not None or not link.locations:
        return False
    start = link.locations[0].mention.span[0]
    return start >= link.force.end and _MEANT_FOR.search(m.doc.text[max(0, start - 10) : start]) is not None


def _untrue(m: Mentions, link: Link) -> bool:
    """ "It is not true that 800 soldiers left"."""
    sentence = m.doc.sentences[link.head.sentence]
    return _untrue_that().search(m.doc.text[sentence.start : link.force.start]) is not None


@cache
def _untrue_that() -> re.Pattern[str]:
    words = "|".join(sorted(lexicon.records().judging.untrue))
    return re.compile(rf"\b(?:{words}) that\b", re.IGNORECASE)


def _neither(m: Mentions, link: Link) -> bool:
    """ "Neither Cairo nor Amman will put troops into Gaza"."""
    if link.trigger is None or not m.doc.tokens[link.trigger.token].is_verb:
        return False
    subjects = m.doc.kids(m.doc.tokens[link.trigger.token], "nsubj", "nsubjpass")
    return any(kid.lower == "neither" for subject in subjects for kid in m.doc.kids(subject, "preconj", "cc", "det"))


def _once(m: Mentions, link: Link) -> bool:
    """ "The Soviet Union once stationed two divisions in Hungary"; not "once they are there"."""
    verb = telling_verb(m, link)
    if verb is None or not _past(m, verb.index):
        return False
    start = min([verb.index, *(kid.index for kid in m.doc.kids(verb, "aux", "auxpass"))])
    return m.doc.tokens[start - 1].lower in lexicon.records().judging.long_past if start else False


def _until_then(m: Mentions, link: Link) -> bool:
    """ "Until January Russia had 12,000 troops in Kaliningrad": a past that the report's day lies behind."""
    verb = telling_verb(m, link)
    if verb is None or verb.tag != "VBD" or verb.lemma not in lexicon.records().judging.states:
        return False
    today = m.published.isoformat() if m.published is not None else None
    return any(
        time.until and (today is None or time.end is None or time.end < today) and _in_clause(m, time.span[0], verb)
        for time in m.times
    )


def _ahead(m: Mentions, link: Link) -> bool:
    """ "The regiment deploys to Cyprus in October": a present tense dated after the report."""
    verb = telling_verb(m, link)
    if verb is None or m.published is None or not _present(m, verb):
        return False
    if verb.lemma != "be" and verb.lemma in lexicon.records().judging.states:
        return False  # "keeps 3,000 soldiers at Diffa"
    today = m.published.isoformat()
    return any(
        time.start is not None and time.start > today and not time.until and _in_clause(m, time.span[0], verb)
        for time in m.times
    )


def _present(m: Mentions, verb: Token) -> bool:
    if verb.tag == "VBG":
        return any(kid.tag in _PRESENT and kid.lemma == "be" for kid in m.doc.kids(verb, "aux"))
    return verb.tag in _PRESENT


def _in_clause(m: Mentions, position: int, verb: Token) -> bool:
    return any(token.start <= position < token.end for token in m.clauses.members(verb))


def _until(m: Mentions, link: Link) -> bool:
    """ "Until last autumn 48 F-15s sat at Kadena": it ended then, where the time lies before the article."""
    if m.published is None or link.action is Action.WITHDRAW:
        return False
    sentence = m.doc.sentences[link.head.sentence]
    for time in m.times:
        if not sentence.start <= time.span[0] < sentence.end or time.start is None:
            continue
        lead = m.doc.text[max(sentence.start, time.span[0] - _UNTIL_REACH) : time.span[1]]
        past = time.start < m.published.isoformat() and (time.end or time.start) < m.published.isoformat()
        if past and _UNTIL.search(lead) and any(_past(m, index) for index in link.verbs):
            return True
    return False


def _ordered(m: Mentions, link: Link) -> bool:
    """ "Move me ten battalions to the border": an order is a plan."""
    if link.trigger is None or link.trigger.kind != "verb":
        return False
    verb = m.doc.tokens[link.trigger.token]
    own = m.doc.kids(verb, "nsubj", "nsubjpass", "aux", "auxpass")
    return verb.tag == "VB" and verb.dep in {"ROOT", "ccomp"} and not own


def _answered_no(m: Mentions, link: Link) -> bool:
    """ "Asked if troops would be sent to Gaza, he said no", "Would they be sent to Gaza? They would not." """
    sentence = m.doc.sentences[link.head.sentence]
    text = m.doc.text[sentence.start : sentence.end].strip()
    behind = m.doc.text[sentence.end : sentence.end + _ANSWER].lstrip()
    asked = _asked().search(m.doc.text, sentence.start, sentence.end)
    if asked is not None and asked.end() <= link.force.start:
        return bool(_said_no().search(text) or _refusal().match(behind))
    opening = text.lstrip('“"').split(" ", 1)[0].lower()
    return text.endswith("?") and opening in lexicon.records().judging.asking and bool(_refusal().match(behind))


@cache
def _asked() -> re.Pattern[str]:
    return re.compile(r"\b(?:ask\w*|(?:wish|want)\w* to know)\b[^.;?]{0,40}\b(?:if|whether)\b", re.IGNORECASE)


@cache
def _said_no() -> re.Pattern[str]:
    return re.compile(rf"(?:[\"“‘]|\b(?:said|replied|answered)[:,]? [\"“‘]?){_NO}", re.IGNORECASE)


@cache
def _refusal() -> re.Pattern[str]:
    """What opens an answer that refuses."""
    words = "|".join(sorted(lexicon.records().judging.refusals))
    return re.compile(rf"[\"“‘]?(?:{_NO}|(?:{words})\b)", re.IGNORECASE)


def _asked_only(m: Mentions, link: Link) -> bool:
    """ "Might Washington send Javelins to Kyiv?": a question with a modal verb leaves it open."""
    sentence = m.doc.sentences[link.head.sentence]
    text = m.doc.text[sentence.start : sentence.end].strip(' \n“”"')
    return text.endswith("?") and text.split(" ", 1)[0].lower() in lexicon.records().judging.modals


RULES: tuple[tuple[Status, str, Callable[[Mentions, Link], bool]], ...] = (
    (Status.DENIED, "status-dismissed", _dismissed),
    (Status.PAST, "status-long-gone", _long_gone),
    (Status.PAST, "status-when-they-were", _when_they_were),
    (Status.PAST, "status-until", _until),
    (Status.PLANNED, "status-meant-for", _meant_for),
    (Status.PLANNED, "status-ordered", _ordered),
    (Status.DENIED, "status-untrue", _untrue),
    (Status.DENIED, "status-neither", _neither),
    (Status.PAST, "status-once", _once),
    (Status.PAST, "status-until-then", _until_then),
    (Status.PLANNED, "status-ahead", _ahead),
    (Status.DENIED, "status-answered-no", _answered_no),
    (Status.POSSIBLE, "status-asked", _asked_only),
)
