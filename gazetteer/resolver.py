"""Names in their context → resolutions: looks the candidates up, weighs them, remembers what was asked before."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from . import respelling, search
from .contenders import Contenders, weighed
from .memory import Memory
from .model import Candidate, Context, Kind, NameKind, Place
from .rank import Ranking
from .setting import Around, Setting
from .store import Store

if TYPE_CHECKING:
    from .online import Online

SETTINGS = 16  # of articles, and of the stages in which one is read
ANSWERS = 1024  # kept for each; an article has some hundred names
_OUTER = frozenset({Kind.COUNTRY, Kind.ADMIN1, Kind.ADMIN2, Kind.REGION, Kind.ISLAND})
_CODES = frozenset({NameKind.CODE, NameKind.ABBREVIATION})


class _Question(NamedTuple):
    """A name with what the words around it tell; an article says "Ukraine" ten times and means the same each time."""

    name: str
    within: tuple[str, ...]
    cue: Kind | None
    codes: bool


class _Situation(NamedTuple):
    around: Around
    answers: Memory[_Question, Ranking]


class Resolver:
    """Judges names. ``country`` gives a country by its code, ``is_capital`` tells whether a town is one."""

    def __init__(
        self,
        store: Store,
        online: Online | None,
        country: Callable[[str], Place | None],
        is_capital: Callable[[Place], bool],
    ) -> None:
        self._store = store
        self._online = online
        self._country = country
        self._is_capital = is_capital
        self._exact = Memory[tuple[str, bool], tuple[Candidate, ...]](self._find_exact)
        self._named = Memory[tuple[str, bool], Contenders](self._contenders)
        self._outer = Memory[str, tuple[Place, ...]](self._find_outer)
        self._sounding = Memory[str, tuple[Candidate, ...]](lambda name: respelling.respelled(store, name))
        self._situations = Memory[Around, _Situation](self._situation, SETTINGS)
        self._last = self._situations[Around((), (), ())]

    def exact(self, name: str, *, codes: bool = False) -> tuple[Candidate, ...]:
        """Every place that carries this name; see ``search.exact``."""
        return self._exact[name, codes]

    def ranked(self, name: str, context: Context) -> Ranking:
        """Judge the candidates for a name in its context. "Long Beach, CA" is read as a name and what it lies in."""
        around, answers = self._last
        if not (
            context.countries is around.countries
            and context.near is around.near
            and context.divisions is around.divisions
            and context.home is around.home
        ):
            self._last = self._situations[Around(context.countries, context.near, context.divisions, context.home)]
            answers = self._last.answers
        return answers[_Question(name, context.within, context.cue, context.codes)]

    def _situation(self, around: Around) -> _Situation:
        setting = Setting(around, self._country)
        return _Situation(around, Memory[_Question, Ranking](partial(self._judge, setting), ANSWERS))

    def _judge(self, setting: Setting, question: _Question) -> Ranking:
        name, told, cue, codes = question
        head, *tail = [part.strip() for part in name.split(",")]
        if tail and head and not (search.has(self._store, name) and not told):
            told = (*(part for part in tail if part), *told)
        else:
            head = name.strip()
        contenders = self._named[head, codes]
        if not contenders.items and self._online is not None:
            contenders = self._asked(self._online, head)
        if not contenders.items and setting.countries:
            contenders = self._alike(head, setting.countries)
        within = tuple((words, self._outer[words]) for words in told)
        asked = setting.asked(contenders, within, contenders.cue or cue)
        return Ranking(name, head, contenders, setting, asked, tells=bool(tail))

    def _alike(self, name: str, countries: frozenset[str]) -> Contenders:
        """Weigh what sounds like a name that nothing is called by, in the countries of the article alone."""
        bare = ((spelling, cue) for spelling, cue, _ in search.variants(name) if cue is not None)
        for spelling, cue in ((name, None), *bare):
            found = [candidate for candidate in self._sounding[spelling] if candidate.place.country in countries]
            if found:
                return weighed(found, self._is_capital, cue)
        return weighed((), self._is_capital)

    def _asked(self, online: Online, name: str) -> Contenders:
        from .online import candidates

        return weighed(candidates(online, self._store, name), self._is_capital)

    def _find_exact(self, key: tuple[str, bool]) -> tuple[Candidate, ...]:
        name, codes = key
        return search.exact(self._store, name, codes=codes)

    def _contenders(self, key: tuple[str, bool]) -> Contenders:
        name, codes = key
        found = self._exact[key]
        if codes:
            found = tuple(c for c in found if c.name_kind in _CODES)
        if found:
            found = (*found, *search.sides_of(self._store, name, found))
            return weighed(found, self._is_capital)
        for spelling, cue, why in search.variants(name):
            found = self._exact[spelling, False]
            if found:
                found = (*found, *search.divisions_of(self._store, found)) if cue is Kind.ADMIN1 else found
                return weighed(found, self._is_capital, cue, (f"looked up as {spelling}, {why}",))
        return weighed(self._exact[name, True], self._is_capital)

    def _find_outer(self, words: str) -> tuple[Place, ...]:
        found = self._exact[words, True] or tuple(item.candidate for item in self._named[words, False].items)
        return tuple(c.place for c in found if c.place.kind in _OUTER and c.name_kind is not NameKind.DEMONYM)
