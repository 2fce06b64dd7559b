"""Clauses: which verb each token belongs to, and how places and forces hang on it.

The small model's parse is right about verbs and their close dependants far more often than about far ones, so a clause
is kept small: a finite verb with its own dependants; open complements ("ordered to send") belong to the same clause.
"""

from __future__ import annotations

from dataclasses import dataclass

from geomap.language.annotated import Annotated, Token

_BREAKS = {"ROOT", "ccomp", "advcl", "relcl", "parataxis", "csubj", "pcomp", "acl"}


_SHARING = {"conj", "xcomp", "aux", "auxpass", "advcl", "pcomp"}
"""Roles in which a verb has the subject of what it hangs on."""


_BLAMING = {"of", "for", "from"}
"""Prepositions behind an object which then is the one who acts."""


@dataclass(frozen=True, slots=True)
class Clauses:
    """``head_of[i]`` is the index of the token that heads token i's clause."""

    doc: Annotated
    head_of: tuple[int, ...]

    @classmethod
    def of(cls, doc: Annotated) -> Clauses:
        """Assign every token to its clause."""
        heads: list[int] = [-1] * len(doc.tokens)
        for token in doc.tokens:
            path = []
            current = token
            while heads[current.index] < 0 and not _heads(doc, current):
                path.append(current.index)
                current = doc.tokens[current.head]
            head = heads[current.index] if heads[current.index] >= 0 else current.index
            heads[current.index] = head
            for index in path:
                heads[index] = head
        return cls(doc, tuple(heads))

    def head(self, token: Token) -> Token:
        """Return the token that heads the clause."""
        return self.doc.tokens[self.head_of[token.index]]

    def members(self, token: Token) -> tuple[Token, ...]:
        """Return the tokens of the clause that a token belongs to."""
        head = self.head_of[token.index]
        sentence = self.doc.sentences[token.sentence]
        return tuple(t for t in self.doc.sentence_tokens(sentence) if self.head_of[t.index] == head)

    def same(self, one: Token, other: Token) -> bool:
        """Whether two tokens belong to one clause."""
        return self.head_of[one.index] == self.head_of[other.index]

    def subject(self, verb: Token) -> Token | None:
        """Return the subject of a verb, its own or the one it shares as a conjunct or an open complement."""
        seen = 0
        current = verb
        while seen < 6:
            own = self.doc.kids(current, "nsubj", "nsubjpass", "csubj", "expl")
            if own:
                return own[0]
            if current.dep in {"relcl", "acl"}:
                return self.doc.tokens[current.head]
            led = current.dep == "prep" and current.pos == "ADP"  # "broke the taboo by pledging tanks"
            if (led or current.dep in _SHARING) and current.head != current.index:
                preposition = current if led else None
                current = self.doc.tokens[current.head]
                blamed = self.doc.kids(current, "dobj") if preposition is not None else ()
                if blamed and preposition is not None and preposition.lower in _BLAMING:
                    return blamed[0]  # "accused the United States of ramping up tensions"
                if not current.is_verb and current.pos not in {"ADJ", "NOUN", "ADP"}:
                    return None
                seen += 1
                continue
            return None
        return None

    def governors(self, token: Token) -> tuple[Token, ...]:
        """Return the verbs, nouns and adjectives above a clause's head, nearest first, up to the sentence's root."""
        return tuple(self.doc.ancestors(token))


def _heads(doc: Annotated, token: Token) -> bool:
    if token.head == token.index:
        return True
    if token.dep in _BREAKS:
        return token.is_verb or token.dep not in {"acl", "pcomp"} or token.pos in {"ADJ", "NOUN"}
    if token.dep == "conj" and token.is_verb:
        return bool(doc.kids(token, "nsubj", "nsubjpass", "expl"))
    return False
