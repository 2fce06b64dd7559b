"""What part an actor plays where it is named: who acts, hosts, accuses, speaks, or is acted on."""

from __future__ import annotations

from geomap.language import lexicon
from geomap.language.annotated import Token
from geomap.mentions.actors.finding import ActorMention
from geomap.records.context import Mentions
from geomap.records.owners.owned import only_speaks, says

_SUBJECTS = {"nsubj", "nsubjpass"}
_OTHERS = {"dobj", "pobj", "dative", "iobj", "oprd", "attr"}
_MODIFIERS = {"poss", "compound", "amod", "nmod", "appos"}


def role_of(m: Mentions, actor: ActorMention) -> str:
    """Return the part that a mention of an actor, or of what is its own, plays in its clause."""
    token = m.doc.head_of(actor.span)
    if token is None:
        return "named"
    if only_speaks(m, token):
        return "speaks"
    if fronted(m, actor):
        return "fronted"
    above = m.doc.tokens[token.head].lemma
    token = whole(m, token)
    if token.dep in _SUBJECTS:
        # "Latvia hosts the largest group": a verb of which the parse makes a noun
        hosts = above in lexicon.records().owning.hosting
        return "hosts" if hosts else _acting(m, m.doc.tokens[token.head])
    if token.dep == "pobj" and m.doc.tokens[token.head].lower in lexicon.records().owning.opposing:
        return "opposed"
    return "object" if token.dep in _OTHERS else "named"


def whole(m: Mentions, token: Token) -> Token:
    """Return the noun whose part or owner a word is: the army in "the Lebanese Army", "Lebanon's army"."""
    while token.dep in _MODIFIERS and token.head != token.index:
        token = m.doc.tokens[token.head]
    return token


def fronted(m: Mentions, actor: ActorMention) -> bool:
    """Whether the sentence is about the actor: "As for the Vietnamese, …", "And the Americans?"."""
    sentence = m.doc.sentence_at(actor.span[0])
    lead = m.doc.text[sentence.start : actor.span[0]].strip().lower() if sentence is not None else ""
    return lead.removesuffix("the").strip() in lexicon.records().owning.fronting


def _acting(m: Mentions, verb: Token) -> str:
    """Return what the subject of a verb is as an owner: who hosts, accuses or says so mostly is none."""
    words = lexicon.records().owning
    if verb.lemma in words.hosting:
        return "hosts"
    if verb.lemma in words.accusing or verb.lemma in words.observing:
        return "accuses"
    return "speaks" if says(m, verb) else "subject"
