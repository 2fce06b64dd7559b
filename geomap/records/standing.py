"""Status that the words around a statement give it: dismissed, long over, already so, meant for somewhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

from geomap.language import lexicon
from geomap.model import Action, Status
from geomap.records.context import Mentions
from geomap.records.moods import Reading
from geomap.records.triggering import Link

_PRESENT = {"VBZ", "VBP"}
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
    verb = next((m.doc.tokens[i] for i in link.verbs if m.doc.tokens[i].is_verb), None)
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


RULES: tuple[tuple[Status, str, Callable[[Mentions, Link], bool]], ...] = (
    (Status.DENIED, "status-dismissed", _dismissed),
    (Status.PAST, "status-long-gone", _long_gone),
    (Status.PAST, "status-when-they-were", _when_they_were),
    (Status.PLANNED, "status-meant-for", _meant_for),
)
