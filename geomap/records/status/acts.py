"""What a force does, and whether so, where verb and status alone would mislead."""

from __future__ import annotations

from dataclasses import dataclass, replace

from geomap.language import lexicon
from geomap.language.annotated import Token
from geomap.mentions.triggers import forms_of
from geomap.model import Action, Status
from geomap.records.context import Mentions
from geomap.records.directions import returns
from geomap.records.status.finding import Verdict, judge
from geomap.records.status.standing_apart import stands_apart
from geomap.records.totals.changes import change_of
from geomap.records.triggering import Link


@dataclass(frozen=True, slots=True)
class Act:
    """An action with its status and places (in ``link``), and the rules that changed them."""

    link: Link
    action: Action
    verdict: Verdict
    rules: tuple[str, ...] = ()


def act_of(m: Mentions, link: Link, received: bool) -> Act:
    """Return what a located force does; ``received`` says that somebody receives it."""
    act = Act(link, _action(m, link, received), judge(m, link))
    for reading in (_not_leaving, _changing, _reinforced, _apart, _standing_by):
        act = reading(m, act)
    return act


def in_own_words(m: Mentions, act: Act, link: Link) -> Act:
    """Return an act that a passage goes on with, as the clause of ``link`` itself tells it where it does.

    "Germany promised 14 tanks. Poland is thinking of a dozen, and Finland has sent three."
    """
    own = judge(m, link)
    verbs = [m.doc.tokens[index] for index in link.verbs]
    happened = any(verb.tag in {"VBD", "VBN"} and verb.dep != "acl" for verb in verbs)
    return replace(act, verdict=own) if own.status is not Status.ACTUAL or happened else act


def _action(m: Mentions, link: Link, received: bool) -> Action:
    """A verb of giving without a recipient moves things: "supplied to the front" is a deployment.

    So is setting out for somewhere: "leaves Darwin for Luzon" (reading 19 of the contract).
    """
    if link.trigger is None:
        return link.action
    if link.action is Action.TRANSFER and not received:
        return next((f.action for f in link.trigger.frames if f.action is not Action.TRANSFER), Action.DEPLOY)
    sets_out = m.doc.tokens[link.trigger.token].lemma in lexicon.records().acting.setting_out
    sets_out = sets_out and not returns(m, link.trigger)  # "flew home to Texas"
    return Action.DEPLOY if link.action is Action.WITHDRAW and link.locations and sets_out else link.action


def _not_leaving(m: Mentions, act: Act) -> Act:
    """Who does not leave, or is left, stays; a denial that it leaves is none that it is there."""
    trigger = act.link.trigger
    if act.action is not Action.WITHDRAW or trigger is None or trigger.kind != "verb":
        return act
    verb = m.doc.tokens[trigger.token]
    if _is_left(m, verb):
        return _staying(act, act.verdict.status, "left-is-staying")
    if not _does_not_leave(m, verb):
        return act
    status = Status.ACTUAL if act.verdict.status is Status.DENIED else act.verdict.status
    return _staying(act, status, "not-leaving-is-staying")


def _is_left(m: Mentions, verb: Token) -> bool:
    """ "500 are to be left", "there is not a single fighter left in Belarus"."""
    return verb.lemma == "leave" and verb.tag == "VBN" and (verb.dep == "acl" or bool(m.doc.kids(verb, "auxpass")))


def _does_not_leave(m: Mentions, verb: Token) -> bool:
    """ "never left Kabul"."""
    negated = any(kid.dep == "neg" for kid in m.doc.kids(verb))
    return negated and verb.lemma in lexicon.records().acting.leaving


def _changing(m: Mentions, act: Act) -> Act:
    """Both ends of a change of strength are sizes of a force that is somewhere."""
    status = change_of(m, act.link, act.verdict.status)
    return act if status is None else _staying(act, status, "change-of-strength")


def _staying(act: Act, status: Status, rule: str) -> Act:
    """Make what leaves, comes or changes a force that is at its place."""
    link = replace(act.link, locations=act.link.locations or act.link.origins, origins=())
    return Act(link, Action.STATION, replace(act.verdict, status=status), (*act.rules, rule))


def _reinforced(m: Mentions, act: Act) -> Act:
    """Who is reinforced is there already, and who is to be relieved still is; what comes is another entry."""
    trigger = act.link.trigger
    if trigger is None or trigger.kind != "verb" or act.action is Action.WITHDRAW:
        return act
    verb = m.doc.tokens[trigger.token]
    words = lexicon.records().acting
    forms = set(forms_of(m.doc, verb))
    to_come = act.verdict.status in {Status.PLANNED, Status.POSSIBLE}
    if not (forms & words.joined or (to_come and forms & words.relieved)) or not _undergoes(m, act.link, verb):
        return act
    plain = replace(act.verdict, rules=())
    return _staying(replace(act, verdict=plain), Status.ACTUAL, "reinforced-is-stationed")


def _undergoes(m: Mentions, link: Link, verb: Token) -> bool:
    """Whether a force with a place is what a verb is done to: its object, or the subject of its passive."""
    if link.head.head != verb.index or not link.locations:
        return False
    return link.head.dep == "nsubjpass" or (link.head.dep in {"dobj", "obj"} and not m.doc.kids(verb, "auxpass"))


def _apart(m: Mentions, act: Act) -> Act:
    """ "The troops already in Syria are to be joined by others": they are there."""
    if act.verdict.status is Status.ACTUAL or not stands_apart(m, act.link, act.action):
        return act
    plain = replace(act, verdict=replace(act.verdict, rules=()))
    return _staying(plain, Status.ACTUAL, "stands-apart")


def _standing_by(m: Mentions, act: Act) -> Act:
    """ "placed its border guards on alert at Ak-Jol": the phrase tells the act, the verb only who keeps them so."""
    trigger = act.link.trigger
    if act.action is Action.STANDBY or trigger is None or trigger.kind != "verb":
        return act
    verb = m.doc.tokens[trigger.token]
    if verb.lemma not in lexicon.records().acting.keeping:
        return act
    keepers = {verb.index, act.link.head.index}  # "had two destroyers on alert"
    for other in m.triggers.values():
        token = m.doc.tokens[other.token]
        if other.kind == "phrase" and other.action is Action.STANDBY and token.head in keepers:
            link = replace(act.link, locations=act.link.locations or act.link.origins, origins=())
            verdict = replace(act.verdict, status=Status.POSSIBLE)
            return Act(link, Action.STANDBY, verdict, (*act.rules, "kept-ready"))
    return act
