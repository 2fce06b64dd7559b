"""What an article is about, as far as that tells whether its forces are real: a museum's tanks are deployed nowhere.

Sport, trade, elections and courts borrow the words of war; a league table has no squadrons.
"""

from __future__ import annotations

from collections.abc import Sequence

from geomap.language import lexicon
from geomap.language.words import words_of
from geomap.mentions.forces.finding import ForceMention
from geomap.records.context import Mentions
from geomap.records.drafts import Draft

_EXHIBITS = 3
"""Different words of showing and remembering from which on an article is about nothing else."""

_CIVIL = 5
"""Different words of civil life from which on an article is about that, if it names few forces.

In 77 articles read by hand, those about war have four at most, those that only borrow its words mostly more.
"""

_FORCES_A_WORD = 1
"""Forces by each such word from which on an article is about them all the same."""

_OWNERS_TOLD = {"owner-in-phrase", "owner-possessor", "owner-subject", "owner-of-phrase"}


def sift(m: Mentions, drafts: Sequence[Draft]) -> tuple[list[Draft], list[tuple[Draft, str]]]:
    """Return the drafts that an article of this kind can have, and the others with the rule that leaves them out."""
    if _of_exhibits(m):
        return [], [(draft, "no-deployment-exhibit") for draft in drafts]
    plain = [force for force in m.forces if not force.ambiguous and not force.elided and not _former(force)]
    if _of_civil_life(m, len(plain)):
        keeps = _told
    elif not plain:
        keeps = _owned
    else:
        return list(drafts), []
    return [d for d in drafts if keeps(d)], [(d, "no-deployment-civil") for d in drafts if not keeps(d)]


def _of_exhibits(m: Mentions) -> bool:
    """Whether the article is about a museum or an anniversary."""
    return _different(m, lexicon.records().excluding.exhibits) >= _EXHIBITS


def _of_civil_life(m: Mentions, forces: int) -> bool:
    """Whether the article is about a match, a market, a vote or a trial."""
    civil = _different(m, lexicon.records().excluding.civil_life)
    return civil >= _CIVIL and forces <= _FORCES_A_WORD * civil


def _different(m: Mentions, words: frozenset[str]) -> int:
    return len({token.lower for token in m.doc.tokens if token.lower in words})


def _owned(draft: Draft) -> bool:
    """ "France has 12 jets in Chad": whose they are tells that they are forces, where the noun alone does not."""
    return not _OWNERS_TOLD.isdisjoint(draft.rules)


def _told(draft: Draft) -> bool:
    """Whether a force is told in full: a number of a clear kind, whose it is, and its place."""
    clear = draft.quantity is not None and not draft.link.force.ambiguous
    return clear and _owned(draft) and "place-by-parse" in draft.rules


def _former(force: ForceMention) -> bool:
    return any(word.key in lexicon.records().excluding.former for word in words_of(force.text))
