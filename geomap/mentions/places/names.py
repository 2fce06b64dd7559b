"""Finds place names: the gazetteer proposes, the parse proposes, a judge decides by weighted features with reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gazetteer import Candidate, Gazetteer, Kind
from geomap.language.annotated import Annotated
from geomap.mentions.places.judge import THRESHOLD, judge
from geomap.mentions.places.name_features import Background, Seen
from geomap.mentions.places.name_traits import Traits
from geomap.mentions.places.persons import find_persons
from geomap.mentions.places.proposals import Proposal, proposals
from geomap.model import Span

_SURE = THRESHOLD + 1
"""Sum of weights from which a name speaks for its namesakes in the text."""


_AGAIN = -1.0
"""Sum of weights above which such a namesake is taken for the place too."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name at ``span`` that the judge took for a place."""

    span: Span
    text: str
    traits: Traits
    score: float
    reasons: tuple[str, ...]

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """What the gazetteer has under it."""
        return self.traits.candidates

    @property
    def code(self) -> bool:
        """Whether the name is a postal code, which means a place only where one is expected: "CA"."""
        return len(self.text) == 2 and self.text.isupper() and self.traits.division

    @property
    def is_demonym(self) -> bool:
        """Whether the word names a people and nothing else."""
        return self.traits.people and not self.traits.kinds

    def names(self, *kinds: Kind) -> bool:
        """Whether some candidate is of one of the kinds."""
        return not self.traits.kinds.isdisjoint(kinds)


def find_names(
    doc: Annotated, gazetteer: Gazetteer, taken: Sequence[Span] = (), datelines: Sequence[Span] = ()
) -> tuple[Name, ...]:
    """Return the place names of the text in reading order.

    ``taken`` spans (named units, ships) are left out; what stands in a dateline needs no other sign of being a place.
    """
    proposed: list[Proposal] = list(proposals(doc, gazetteer, taken))
    background = Background.of(proposed, find_persons(doc, doc.words))
    padded = [None, *proposed, None]
    judged = [
        (proposal, *judge(Seen(proposal, previous, following, background)))
        for proposal, previous, following in zip(proposed, padded, padded[2:], strict=False)
    ]
    sure = {proposal.text.casefold() for proposal, score, _ in judged if score >= _SURE}
    names = []
    for proposal, score, reasons in judged:
        # A name that is surely a place once is one elsewhere too, unless something speaks against it.
        again = proposal.text.casefold() in sure and score > _AGAIN
        filed = bool(datelines) and any(start <= proposal.span[0] < end for start, end in datelines)
        if score >= THRESHOLD or again or filed:
            names.append(Name(proposal.span, proposal.text, proposal.traits, score, reasons))
    return tuple(names)
