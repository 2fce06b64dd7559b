"""What verbs make of a record: negations, modals, pledges, and the verbs and nouns that govern its own."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from functools import cache
from itertools import islice

from geomap.language import lexicon
from geomap.language.annotated import Annotated, Token
from geomap.language.schemas import Cue
from geomap.mentions.triggers import forms_of, verb_of_force
from geomap.model import Status
from geomap.records.context import Mentions
from geomap.records.triggering import Link

Reading = tuple[Status, str]
"""A status with the name of the rule that reads it."""

_SUBJECTS = ("nsubj", "nsubjpass")
_AUXILIARIES = ("aux", "auxpass")
_PRESENT = {"VBZ", "VBP"}
_NO_REACH = 25
"""Characters before a force within which a "no" may stand."""

_GOVERNED = {"xcomp", "ccomp", "pcomp", "pobj", "dobj", "prep", "acl", "nsubjpass", "conj", "nsubj", "relcl", "advcl"}
_GOVERNED_PARTICLES = {"prt", "advmod", "prep"}
_DENIED = {"xcomp", "ccomp", "dobj", "pobj", "prep", "pcomp", "prt", "advmod"}
_OPENED = {"xcomp", "prep", "pcomp", "relcl", "acl"}


def base_of(m: Mentions, link: Link) -> Token:
    """Return the token that tells what is done: the trigger's, or the force's own."""
    return m.doc.tokens[link.trigger.token] if link.trigger is not None else link.head


def telling_verb(m: Mentions, link: Link) -> Token | None:
    """Return the verb whose tense is the statement's: the trigger, or the nearest verb above it or above the force."""
    base = base_of(m, link)
    return next((t for t in (base, *m.doc.ancestors(base)) if t.is_verb and t.index in link.verbs), None)


def is_present(m: Mentions, verb: Token | None) -> bool:
    """Whether a verb tells the present: "are in Manila", "is stationed", "has 300 men"; not "has sent"."""
    if verb is None:
        return False
    if verb.tag in _PRESENT:
        return not m.doc.kids(verb, *_AUXILIARIES)
    return any(kid.tag in _PRESENT and kid.lemma == "be" for kid in m.doc.kids(verb, *_AUXILIARIES))


def negation(m: Mentions, link: Link) -> Iterable[Reading]:
    """ "did not send", "no soldiers", "not one soldier", "none were sent"."""
    doc = m.doc
    words = lexicon.records().judging
    verbs = line(m, link)
    for verb in verbs:
        denied = any(kid.dep == "neg" for kid in doc.kids(verb)) and verb.lemma not in words.negated_otherwise
        if denied and not _denies_denial(doc, verb):
            yield Status.DENIED, "status-negated"
    start = link.force.start
    opening = doc.sentences[link.head.sentence].start
    near = doc.tokens_in((max(opening, start - _NO_REACH), start + 3))[-3:]
    for token in (*doc.kids(link.head, "det", "neg"), *near):
        if token.lower in words.none and _denies(doc, token):
            yield Status.DENIED, "status-no-force"
    subjects = doc.kids(verbs[0], *_SUBJECTS) if verbs else ()
    if any(token.lower in words.none_subjects and not _of_matters(doc, token) for token in subjects):
        yield Status.DENIED, "status-none"


def _of_matters(doc: Annotated, none: Token) -> bool:
    """ "None of this includes the 2,000 there": not of forces."""
    counted = [noun.lower for of in doc.kids(none, "prep") for noun in doc.kids(of, "pobj")]
    return any(word in lexicon.records().judging.matters for word in counted)


def _denies(doc: Annotated, token: Token) -> bool:
    """Whether a "no", "none" or "not" says that there are none: not "no fewer than", "not far"."""
    words = lexicon.records().judging
    following, after = (*(t.lower for t in doc.tokens[token.index + 1 : token.index + 3]), "", "")[:2]
    if following in words.not_denying or after in words.not_denying:
        return False  # "no fewer than", "not a few of them"
    return token.lower != "not" or following in words.not_one


def modality(m: Mentions, link: Link) -> Iterable[Reading]:
    """ "may send", "will send", "pledged", "is coming", "are to be sent"; "would" is a "will" but under a condition."""
    words = lexicon.records().judging
    for verb in line(m, link):
        if verb.lemma in words.pledges and link.trigger is not None and verb.index == link.trigger.token:
            yield Status.PLANNED, f"status-plan-{verb.lemma}"
        if verb.lemma == "come" and verb.tag == "VBG":
            yield Status.PLANNED, "status-coming"
        if _decided(m, link, verb):
            yield Status.PLANNED, "status-decided"
        if verb.lemma in words.negated_otherwise and m.doc.kids(verb, "neg"):
            continue  # "could not be confirmed"
        for kid in m.doc.kids(verb, *_AUXILIARIES):
            status = words.modals.get(kid.lower)
            if status is not None and _negated_at_once(m, kid):
                yield Status.DENIED, "status-negated"
            if kid.lower in words.short_would and verb.tag == "VB":
                status = Status.PLANNED
            if kid.lower == "would" and _conditional(m, verb):
                status = Status.POSSIBLE
            if status is not None:
                yield status, f"status-modal-{kid.lower}"
        if verb.tag in {"VB", "VBN"} and _to_be(m.doc, verb):
            yield Status.PLANNED, "status-is-to"


def _decided(m: Mentions, link: Link, verb: Token) -> bool:
    """ "The Pentagon is sending a battalion": who gives or sends announces it; who marches or flies is under way."""
    words = lexicon.records().judging
    kids = m.doc.kids(verb)
    return (
        verb.tag == "VBG"
        and verb.lemma in words.deciding
        and link.force.start > verb.start
        and any(kid.lemma == "be" and kid.tag in _PRESENT for kid in m.doc.kids(verb, "aux"))
        and not any(kid.lower in words.standing_adverbs for kid in kids)
    )


def _negated_at_once(m: Mentions, auxiliary: Token) -> bool:
    """ "will not land", wherever the parse hangs the "not"."""
    following = m.doc.tokens[auxiliary.index + 1] if auxiliary.index + 1 < len(m.doc.tokens) else None
    return following is not None and following.dep == "neg" and following.head != auxiliary.head


def line(m: Mentions, link: Link) -> list[Token]:
    """The trigger's verb and those above that share its tense: what it completes or continues, never its siblings."""
    doc = m.doc
    start = base_of(m, link)
    if not start.is_verb and not start.tag.startswith("VB"):
        verbs = [doc.tokens[i] for i in link.verbs if doc.tokens[i].is_verb]
        return verbs[:1]
    found = [start]
    while found[-1].dep in {"xcomp", "conj", "pcomp"} and found[-1].head != found[-1].index:
        above = doc.tokens[found[-1].head]
        own = doc.kids(found[-1], *_SUBJECTS) or (found[-1].dep == "conj" and own_tense(doc, found[-1], above))
        if own or not above.is_verb:
            break
        found.append(above)
    return found


def own_tense(doc: Annotated, verb: Token, above: Token) -> bool:
    """Whether a verb beside another has a tense of its own: "will send one and has two there"; the tagger mixes up
    participles and past tenses, and plain forms and presents.
    """
    return bool(doc.kids(verb, *_AUXILIARIES)) or verb.tag == "VBZ" or (verb.tag == "VBD" and above.tag != "VBN")


def _conditional(m: Mentions, verb: Token) -> bool:
    """Whether "would" hangs on a condition, told or hidden in what proposes it: "if asked, would", "the bill would"."""
    words = lexicon.records().judging.conditions
    sentence = m.doc.sentence_tokens(m.doc.sentences[verb.sentence])
    return any(token.lower in words or token.lemma in words for token in sentence)


def _to_be(doc: Annotated, verb: Token) -> bool:
    """ "is to send", "are to be moved"."""
    if not any(kid.lower == "to" for kid in doc.kids(verb, "aux")):
        return False
    head = doc.tokens[verb.head]
    return verb.dep == "xcomp" and head.lemma == "be"


@cache
def _governor_cues() -> dict[str, tuple[Cue, ...]]:
    table: dict[str, tuple[Cue, ...]] = {}
    for cue in lexicon.status().cues:
        for verb in cue.governors:
            table[verb] = (*table.get(verb, ()), cue)
    return table


def cues_of(doc: Annotated, token: Token) -> tuple[Cue, ...]:
    """Return the cues that a word governs by, with its particle where it has one: "called off" is no "called"."""
    table = _governor_cues()
    forms = forms_of(doc, token)
    if "call up" in forms:
        return ()  # "called up 60,000 reservists" asks for none
    found = next((table[form] for form in forms[:-1] if form in table), None)
    if found is not None:
        return found
    moved = any(form.split(" ")[-1] in lexicon.actions().far_particles and verb_of_force(form) for form in forms[:-1])
    return () if moved else table.get(token.lemma, ())  # "has called five advisers home"


def governing(m: Mentions, link: Link) -> Iterable[Reading]:
    """Verbs above the clause and above the trigger: "promised to send", "denied that", "told to prepare"."""
    doc = m.doc
    words = lexicon.records().judging
    start = base_of(m, link)
    for below, token in itertools.pairwise((start, *doc.ancestors(start))):
        if not _governs(token, below):
            break
        if token.lemma == "be" and below.dep in {"ccomp", "csubj"}:
            yield from _of_adjective(doc, token)
        if token.lemma == "rule" and not any(kid.lower == "out" for kid in doc.kids(token)):
            continue
        if token.lemma in words.preparing and any(a.lemma in words.telling for a in islice(doc.ancestors(token), 2)):
            yield Status.POSSIBLE, f"status-told-to-{token.lemma}"
        if token.pos == "NOUN" and any(kid.lower == "no" for kid in doc.kids(token, "det")):
            yield Status.DENIED, f"status-no-{token.lemma}"
            return
        if _denies_denial(doc, token):
            if token.lemma in words.lifts_denial:
                yield Status.POSSIBLE, f"status-not-{token.lemma}"
            return
        for cue in cues_of(doc, token):
            if cue.status is not None and _transparent(cue, token, below):
                yield cue.status, f"status-{cue.name}-{token.lemma}"
                if cue.status is Status.DENIED:
                    return
        if any(kid.dep == "neg" for kid in doc.kids(token)) and below.dep == "xcomp":
            yield Status.DENIED, "status-negated-above"


def _of_adjective(doc: Annotated, verb: Token) -> Iterable[Reading]:
    """ "It is possible that 300 soldiers are there"."""
    for cue in (cue for kid in doc.kids(verb, "acomp") for cue in cues_of(doc, kid)):
        if cue.status is not None:
            yield cue.status, f"status-{cue.name}"


def _denies_denial(doc: Annotated, token: Token) -> bool:
    """ "Did not deny that", "has not ruled out": a verb of denial that is negated itself."""
    denial = any(cue.status is Status.DENIED for cue in cues_of(doc, token))
    return denial and any(kid.dep == "neg" for kid in doc.kids(token))


def _governs(token: Token, below: Token) -> bool:
    if below.pos == "ADP" and below.dep in _GOVERNED_PARTICLES:
        return token.is_verb or token.pos == "NOUN"
    return below.dep in _GOVERNED and (token.is_verb or token.pos in {"NOUN", "ADP", "ADJ", "SCONJ"})


def _transparent(cue: Cue, token: Token, below: Token) -> bool:
    """A plan governs what it opens ("promised to send"), not what merely stands by it ("announced that X is")."""
    if cue.status is Status.DENIED:
        if token.pos == "NOUN" and below.dep in {"acl", "relcl"}:
            return True  # "the denial that", "the refusal to"
        # The parse often takes "ruled out sending" for an adverbial clause.
        behind = below.dep == "advcl" and below.tag == "VBG" and below.index > token.index
        return below.dep in _DENIED or behind
    if token.pos == "ADJ" and below.dep == "ccomp":
        return True  # "it is possible that 400 will come"
    return below.dep in _OPENED or (below.dep in {"dobj", "nsubjpass"} and below.pos in {"NOUN", "PROPN"})
