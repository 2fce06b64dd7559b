"""Lists that a total sums up: "9,641 soldiers", and then eight numbers that come to 9,641."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geomap.language import lexicon
from geomap.model import Category
from geomap.records.drafts import Draft

_LONGEST = 16
"""Entries that one list may have."""

_LEAST = 10
"""Smaller totals are the sum of their neighbours by chance."""

_STATE, _PAIR = 3, 2
"""Letters of a state's code; how many are two."""

_PEOPLE = {Category.PERSONNEL, Category.UNIT}


def summed(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with the parts of each total that the entries right behind it sum up to exactly."""
    result = list(drafts)
    for total in range(len(result) - 2, -1, -1):  # the inner lists first: 30 ships, of them a dozen, namely 4 and 8
        for part in _list(result, total, {result[total].force.category}) or _list(result, total, _PEOPLE):
            result[part] = replace(result[part], part_of=total, rules=(*result[part].rules, "part-sum"))
    return result


def _list(drafts: Sequence[Draft], total: int, kinds: set[Category]) -> tuple[int, ...]:
    """Return the entries of the kinds behind a total, one after another, that come to it; none where they do not."""
    whole = drafts[total]
    if whole.force.category not in kinds:
        return ()
    wanted = _exact(whole)
    if wanted is None or wanted < _LEAST:
        return ()
    sum_, found = 0.0, []
    for index in range(total + 1, min(len(drafts), total + 1 + _LONGEST)):
        entry = drafts[index]
        if entry.part_of is not None and entry.part_of > total:
            continue  # counted in another part
        if entry.force.category not in kinds and entry.force.category in _PEOPLE:
            continue  # "9,641 soldiers in eight battlegroups"
        number = _exact(entry)
        if number is None or entry.force.category not in kinds or entry.part_of not in {None, total}:
            return ()
        sum_ += number
        found.append(index)
        if sum_ >= wanted:
            break
    if not all(_of_one(whole, drafts[index]) for index in found):
        return ()
    free = tuple(index for index in found if drafts[index].part_of is None)
    return free if sum_ == wanted and len(found) > 1 else ()


def _exact(draft: Draft) -> float | None:
    number = draft.number()
    return number[0] if number is not None and number[0] == number[1] else None


def _of_one(whole: Draft, part: Draft) -> bool:
    """Whether a part may be counted in a total: not who leaves in who stays, nor one state's men in another's."""
    states = {code for code in (whole.code, part.code) if code is not None and code.isupper() and len(code) == _STATE}
    return whole.outward == part.outward and (len(states) < _PAIR or whole.code in lexicon.records().counting.bodies)
