"""A word of a tree names everything below it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.errors import RuleError
from tawthiq.values.both import Both
from tawthiq.values.kinds import Kind, Kinds


def kind(key: str, parent: str = "") -> Kind:
    return Kind(key, Both.same(key), parent)


SITES = Kinds(
    "sites",
    [
        kind("hospital", "medical"),  # before its parent: the order of a file says nothing
        kind("site"),
        kind("medical", "site"),
        kind("clinic", "medical"),
        kind("market", "site"),
        kind("ship"),
    ],
)


@st.composite
def forests(draw: st.DrawFn) -> Kinds:
    """Any vocabulary of up to nine words, in any order."""
    parents = [draw(st.integers(-1, at - 1)) for at in range(draw(st.integers(1, 9)))]
    words = [kind(f"w{at}", f"w{up}" if up >= 0 else "") for at, up in enumerate(parents)]
    return Kinds("words", draw(st.permutations(words)))


@st.composite
def forests_with_keys(draw: st.DrawFn) -> tuple[Kinds, frozenset[str], frozenset[str]]:
    tree = draw(forests())
    some = st.frozensets(st.sampled_from(sorted(tree)))
    return tree, draw(some), draw(some)


def test_the_wider_words_stand_nearest_first() -> None:
    assert SITES.ancestors("hospital") == ("medical", "site")
    assert SITES.ancestors("site") == ()


def test_a_word_names_itself_and_what_is_narrower() -> None:
    assert SITES.below("medical") == {"medical", "hospital", "clinic"}
    assert SITES.below("market") == {"market"}
    assert SITES.spread(["hospital", "market"]) == {"hospital", "market"}
    assert SITES.spread([]) == frozenset()


def test_the_narrowest_word_for_several() -> None:
    assert SITES.common(["hospital", "clinic"]) == "medical"
    assert SITES.common(["hospital", "medical"]) == "medical"
    assert SITES.common(["hospital", "market"]) == "site"
    assert SITES.common(["hospital"]) == "hospital"
    assert SITES.common(["hospital", "ship"]) == SITES.common([]) == ""


@given(forests())
def test_below_and_above_say_the_same(tree: Kinds) -> None:
    for word in tree:
        above = {word, *tree.ancestors(word)}
        assert above == {wider for wider in tree if word in tree.below(wider)}


@given(forests())
def test_two_words_are_one_in_the_other_or_have_nothing_in_common(tree: Kinds) -> None:
    for one in tree:
        for other in tree:
            a, b = tree.below(one), tree.below(other)
            assert a <= b or b <= a or not a & b


@given(forests_with_keys())
def test_spreading_twice_is_spreading_once(
    drawn: tuple[Kinds, frozenset[str], frozenset[str]],
) -> None:
    tree, some, others = drawn
    spread = tree.spread(some)
    assert some <= spread == tree.spread(spread)
    assert tree.spread(some | others) == spread | tree.spread(others)


@given(forests_with_keys())
def test_the_common_word_names_all_and_nothing_narrower_does(
    drawn: tuple[Kinds, frozenset[str], frozenset[str]],
) -> None:
    tree, some, _ = drawn
    naming_all = {word for word in tree if some and some <= tree.below(word)}
    common = tree.common(some)
    if not naming_all:
        assert common == ""
    else:
        assert common in naming_all
        assert all(len(tree.below(common)) <= len(tree.below(word)) for word in naming_all)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([kind("a"), kind("a")], "sites: 'a' stands twice"),
        ([kind("a", "b")], "sites: 'a' has the parent 'b'"),
        ([kind("a", "a")], "sites: a < a goes in a circle"),
        ([kind("a", "b"), kind("b", "c"), kind("c", "b")], "goes in a circle"),
    ],
)
def test_a_vocabulary_that_is_no_tree_is_refused(words: list[Kind], says: str) -> None:
    with pytest.raises(RuleError, match=says):
        Kinds("sites", words)


def test_a_vocabulary_is_the_same_only_as_itself() -> None:
    words = [kind("a")]
    one, same = Kinds("sites", words), Kinds("sites", words)
    assert one != same and len({one, same, one}) == 2
