from __future__ import annotations

import pytest

from gazetteer.antecedents import Antecedents
from gazetteer.expressions import Expression, Named, Near, Part, Side
from gazetteer.lexer import Item, lex
from gazetteer.name_spans import NameSpan
from gazetteer.reduction import Items, Reading, reduce, rule, things
from gazetteer.wording import Word

TEXT = "near northern Syria"
SYRIA = NameSpan(14, 19, "Syria")


def reading(text: str = TEXT) -> Antecedents:
    return Antecedents(text, (), lambda _: False, lambda _one, _other: False)


def near(items: Items, _: Reading) -> Expression | None:
    return Near(things(items)[0])


def part(items: Items, _: Reading) -> Expression | None:
    return Part(things(items)[0], items[0].side or Side.CENTRE)


def test_rules_build_on_what_others_have_made() -> None:
    """The wider rule comes first, and waits until the narrower has made what it stands on."""
    rules = (rule("near", "NEAR THING", near), rule("part", "ADJ NAME", part))
    (item,) = reduce(lex(TEXT, (SYRIA,)), rules, reading())
    assert item == Item(Word.EXPR, 0, 19, expression=Near(Part(Named("Syria"), Side.NORTH)), names=(SYRIA,))


def test_a_rule_that_declines_leaves_all_as_it_is() -> None:
    items = lex(TEXT, (SYRIA,))
    assert reduce(items, (rule("none", "ADJ NAME", lambda _items, _reading: None),), reading()) == items


@pytest.mark.parametrize(
    ("pattern", "matches"),
    [
        ("ADJ NAME", True),
        ("ADJ|SIDE THING", True),
        ("NEAR THE? ADJ", True),
        ("<NEAR ADJ", True),
        ("<!NEAR ADJ", False),
        ("ADJ >!NAME", False),
        ("( NEAR ADJ )? NAME", True),
        ("SIDE NAME", False),
    ],
)
def test_patterns(pattern: str, matches: bool) -> None:
    def seen(items: Items, _: Reading) -> Expression | None:
        return Named("seen")

    found = reduce(lex(TEXT, (SYRIA,)), (rule("one", pattern, seen),), reading())
    assert any(item.expression == Named("seen") for item in found) is matches


def test_a_class_that_there_is_none_of() -> None:
    with pytest.raises(KeyError, match="NAMES"):
        rule("wrong", "NAMES", near)
