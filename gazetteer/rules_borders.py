"""The rules of borders: of two, of one, of three, one side of them, and "the border" of those named before."""

from __future__ import annotations

from .expressions import Border, Borderland, Expression, Named, Side, Tripoint, Union
from .lexer import Item
from .reduction import Items, Reading, Rule, is_plain, made_of, of_class, rule, things
from .wording import Word


def _side(items: Items) -> Side | None:
    return next((item.side for item in items if item.side is not None), None)


def _as_told(items: Items, border: Border, of: Expression | None = None) -> Expression:
    """The border itself, or the land along it where the words are "border area"."""
    return Borderland(border, of) if of_class(items, Word.BORDERLAND) else border


def _pair(items: Items, reading: Reading) -> Expression | None:
    first, second, *_ = things(items)
    return _as_told(items, Border(first, second, _side(items)))


def _own(items: Items, reading: Reading) -> Expression | None:
    """ "Ukraine's northern border", "Belarus's border with Poland"; "its border with Poland"."""
    found = things(items)
    if not found:
        return None
    border = Border(found[0], found[1] if len(found) > 1 else None, _side(items))
    return _as_told(items, border, found[0])


def _with(items: Items, reading: Reading) -> Expression | list[Item] | None:
    """ "the border with Pakistan": that of Pakistan and its neighbour named before, if there is one."""
    found = things(items)
    if len(found) > 1:
        return _as_told(items, Border(found[0], found[1], _side(items)))
    name = items[-1].names
    other = reading.neighbour(items[0].start, name[0]) if is_plain(found[0]) and name else None
    if other is None:
        return _as_told(items, Border(found[0], None, _side(items)))
    told = _as_told(items, Border(Named(other.name), found[0], _side(items)))
    return [made_of(items, told, implied=(other,))]


def _its_with(items: Items, reading: Reading) -> list[Item] | None:
    """ "its border with Poland": of the neighbour of Poland named before, else of the country named last."""
    name = items[-1].names[0] if items[-1].names else None
    other = reading.owner(items[0].start, name) if name else None
    found = things(items)
    owner = Named(other.name) if other else found[0]
    if other is None and len(found) < 2:
        return None
    told = _as_told(items, Border(owner, found[-1], _side(items)), owner)
    return [made_of(items, told, implied=(other,) if other else ())]


def _with_two(items: Items, reading: Reading) -> Expression | list[Item]:
    """ "the borders with Burkina Faso and Niger": of a neighbour of both named before, else that of the two."""
    names = [item.names[0] for item in items if item.names]
    first, second = [item.expression for item in items if item.expression is not None and item.names]
    other = reading.neighbour(items[0].start, names[0])
    if other is None or reading.neighbour(items[0].start, names[-1]) != other:
        return _as_told(items, Border(first, second, _side(items)))
    owner = Named(other.name)
    return [made_of(items, Union((Border(owner, first), Border(owner, second))), implied=(other,))]


def _own_with_two(items: Items, reading: Reading) -> Expression:
    """ "Russia's borders with Ukraine and Belarus"."""
    owner, first, second = things(items)
    return Union((Border(owner, first), Border(owner, second)))


def _of_two(items: Items, reading: Reading) -> list[Item] | None:
    """ "the border between the two countries"."""
    pair = reading.pair(items[0].start)
    if len(pair) < 2:
        return None
    told = _as_told(items, Border(Named(pair[0].name), Named(pair[1].name)))
    return [made_of(items, told, implied=pair)]


def _theirs(items: Items, reading: Reading) -> list[Item] | None:
    """ "its northern border", "the border": of the two neighbours named last, or the side of the last country.

    Before another word "border" only says what kind of thing that is ("the border fence"), unless it is a verb.
    """
    *own, last = items
    if last.word is not Word.LOWER:
        own.append(last)
    elif not reading.text[last.start : last.end].endswith(("ed", "ly")):
        return None
    pair, side = reading.pair(items[0].start), _side(items)
    if not pair:
        return None
    first = Named(pair[0].name)
    if side is not None or len(pair) == 1:
        made = made_of(own, _as_told(own, Border(first, None, side), first), implied=pair[:1])
    else:
        made = made_of(own, _as_told(own, Border(first, Named(pair[1].name))), implied=pair)
    return [made] if own[-1] is last else [made, last]


def _into(items: Items, reading: Reading) -> list[Item] | None:
    """ "crossed the border into Venezuela": from its neighbour named before."""
    border, name = [item for item in items if item.word in (Word.THE, Word.BORDER)][:2], items[-1]
    if not name.names or not name.names[0].country or name.expression is None or not is_plain(name.expression):
        return None
    other = reading.neighbour(items[0].start, name.names[0])
    line = Border(name.expression) if other is None else Border(Named(other.name), name.expression)
    implied = name.names if other is None else (other, *name.names)
    return [made_of(border, line, implied=implied), *items[2:]]


def _one_side(items: Items, reading: Reading) -> Expression | list[Item] | None:
    """ "the Syrian side of the Turkish border"; of "the border" it is that with the neighbour named before."""
    owner = next(item for item in items if item.expression is not None)
    border = items[-1].expression
    if owner.expression is None:
        return None
    if isinstance(border, Border):
        return Borderland(border, owner.expression)
    if border is not None or not owner.names:
        return None
    other = reading.neighbour(owner.start, owner.names[0])
    line = Border(owner.expression, Named(other.name) if other else None)
    return [made_of(items, Borderland(line, owner.expression), implied=(other,) if other else ())]


def _both_sides(items: Items, reading: Reading) -> Expression | None:
    border = items[-1].expression
    return Borderland(border) if isinstance(border, Border) else None


def _across(items: Items, reading: Reading) -> Expression | None:
    found = things(items)
    return Border(found[0], across=True) if found else None


def _tripoint(items: Items, reading: Reading) -> Expression | None:
    first, second, third = things(items)
    return Tripoint(first, second, third)


_THREE = "THE? OWNER COMMA|DASH THE? OWNER COMMA? AND|DASH THE? OWNER"
_ANY = "BORDER|BORDERLAND"
BORDERS: tuple[Rule, ...] = (
    rule("three meet", f"THE? TRIPOINT OF|BETWEEN|WHERE {_THREE} MEET?", _tripoint),
    rule("three in front", f"{_THREE} TRIPOINT|BORDER|BORDERLAND", _tripoint),
    rule("where borders meet", f"WHERE BORDERS_OF {_THREE} MEET", _tripoint),
    rule("where three meet", f"WHERE {_THREE} MEET", _tripoint),
    rule("pair", f"THE? ADJ? OWNER DASH OWNER ADJ? {_ANY}", _pair),
    rule("between two", f"THE? ADJ? {_ANY} BETWEEN THE? OWNER AND THE? OWNER", _pair),
    rule("between the two", f"THE? ADJ? {_ANY} BETWEEN TWO", _of_two),
    rule("own with two", f"OWNER POSS? ADJ? {_ANY} WITH THE? OWNER AND THE? OWNER", _own_with_two),
    rule("own with", f"OWNER POSS? ADJ? {_ANY} WITH THE? OWNER", _own),
    rule("with two", f"THE|ITS? ADJ? {_ANY} WITH THE? OWNER AND THE? OWNER", _with_two),
    rule("its with", f"ITS|LANDS ADJ? {_ANY} WITH THE? OWNER", _its_with),
    rule("of two", f"THE? ADJ? {_ANY} OF THE? OWNER AND THE? OWNER", _pair),
    rule("of with", f"THE? {_ANY} OF THE? OWNER WITH THE? OWNER", _pair),
    rule("across", "ACROSS THE? THING", _across),
    rule("with", f"THE? ADJ? {_ANY} WITH THE? OWNER", _with),
    rule("of", f"THE? ADJ? {_ANY} OF THE? THING", _with),
    rule("own", f"OWNER POSS? ADJ? {_ANY} >!PLACE", _own),
    rule("of people on a side", f"ADJ PEOPLE {_ANY}", _own),
    rule("the country's", f"LANDS ADJ? {_ANY}", _own),
    rule("one side", "THE? OWNER SIDE_OF THE? EXPR|BORDER", _one_side),
    rule("both sides", "BOTH_SIDES THE? EXPR", _both_sides),
)
_ALONE = ">!UPPER|NAME|PEOPLE|PLACE|DASH|OF|WITH|BETWEEN|NUMBER|POSS|ROAD|TRIPOINT"
IMPLIED_BORDERS: tuple[Rule, ...] = (
    rule("the border into", "<!OWNER|POSS|ADJ THE BORDER INTO|FROM|IN|TO THE? OWNER", _into),
    rule("its border", f"ITS ADJ? {_ANY} {_ALONE} LOWER?", _theirs),
    rule("the border", f"<!OWNER|POSS|ADJ THE ADJ? {_ANY} {_ALONE} LOWER?", _theirs),
)
