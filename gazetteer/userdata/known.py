"""What a user's file is read against: the codes, countries and divisions of the built-in gazetteer, and its rows."""

from __future__ import annotations

from functools import lru_cache

from gazetteer import search
from gazetteer.model import Kind, NameKind
from gazetteer.store import Store


class Known:
    """The built-in gazetteer with the dumps added so far, as a file that is being added sees it."""

    def __init__(self, store: Store) -> None:
        self.alpha3 = store.alpha3()
        """ISO 3166 alpha-2 → alpha-3."""
        self.divisions = store.division_rows()
        """GeoNames' code of a first-order division ("UA.05") → its row."""
        self.countries = store.country_codes()
        """Alpha-3 codes of the countries that the built-in gazetteer has."""
        self.has = lru_cache(maxsize=4096)(store.has_row)
        """Tell whether a GeoNames id is a place of the built-in gazetteer or of a dump added before."""
        self.country = lru_cache(maxsize=512)(self._country)
        """Return the alpha-3 code that a code or a country's name stands for, ``None`` for neither."""
        self.division = lru_cache(maxsize=4096)(self._division)
        """Return the row of the first-order division of that name in a country."""
        self._store = store

    def _country(self, text: str) -> str | None:
        code = text.upper()
        if code in self.countries or code in self.alpha3.values():
            return code
        if code in self.alpha3:
            return self.alpha3[code]
        for candidate in search.exact(self._store, text):
            if candidate.place.kind is Kind.COUNTRY and candidate.name_kind is not NameKind.DEMONYM:
                return candidate.place.country
        return None

    def _division(self, country: str | None, text: str) -> int | None:
        for candidate in search.exact(self._store, text, codes=True):
            place = candidate.place
            source, _, row = place.id.partition(":")
            if place.kind is Kind.ADMIN1 and place.country == country and source == "geonames":
                return int(row)
        return None
