"""How far the words around a force still tell of it."""

from __future__ import annotations

from geomap.language import lexicon
from geomap.records.context import Mentions
from geomap.records.triggering import Link


def crosses(m: Mentions, link: Link, position: int) -> bool:
    """Return whether a finite verb with a subject of its own stands between the force and a character behind it."""
    between = [t for t in m.doc.tokens_in((link.force.end, position)) if t.start >= link.force.end]
    reporting = lexicon.reporting().verbs
    return any(
        token.dep == "nsubj"
        and token.index != link.head.index
        and token.pos != "PRON"
        and m.doc.tokens[token.head].lemma not in reporting  # "…, says Colonel Badjeck, are strung out between"
        for token in between
    )
