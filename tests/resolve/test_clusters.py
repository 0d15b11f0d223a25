from hypothesis import given
from hypothesis import strategies as st

from graphkit.resolve.clusters import Partition

PAIRS = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=40)


def test_a_tag_keeps_sets_apart_through_a_third() -> None:
    partition = Partition("abc")
    partition.add("a", {1})
    partition.add("c", {-1})
    assert partition.join("a", "b")
    assert not partition.join("b", "c")
    assert sorted(map(sorted, partition.sets())) == [["a", "b"], ["c"]]


@given(PAIRS, PAIRS)
def test_no_order_of_joins_breaks_a_tag(
    joins: list[tuple[int, int]], apart: list[tuple[int, int]]
) -> None:
    partition = Partition(range(12))
    kept = [pair for pair in apart if pair[0] != pair[1]]
    for number, (left, right) in enumerate(kept, start=1):
        partition.add(left, {number})
        partition.add(right, {-number})
    for left, right in joins:
        partition.join(left, right)
    assert all(partition.find(left) != partition.find(right) for left, right in kept)
    assert sorted(item for members in partition.sets() for item in members) == list(range(12))
