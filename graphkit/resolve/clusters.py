"""Nodes -> clusters that are never joined against a constraint, also not through a third."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class Partition(Generic[Item]):
    """Disjoint sets with tags; two sets whose tags exclude each other are never joined.

    Union by size with path halving (Tarjan 1975), so that n joins take n log n at most.
    A tag is a number; a set with tag ``t`` and one with tag ``-t`` stay apart.
    """

    def __init__(self, items: Iterable[Item] = ()) -> None:
        self._parent: dict[Item, Item] = {}
        self._members: dict[Item, list[Item]] = {}
        self._tags: dict[Item, set[int]] = {}
        for item in items:
            self.add(item)

    def add(self, item: Item, tags: Iterable[int] = ()) -> None:
        """Add an item, or tags to the set that it is in."""
        if item not in self._parent:
            self._parent[item] = item
            self._members[item] = [item]
        if new := set(tags):
            self._tags.setdefault(self.find(item), set()).update(new)

    def find(self, item: Item) -> Item:
        """Return the item that stands for the set."""
        parent = self._parent
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    def members(self, item: Item) -> list[Item]:
        """Return all items of the set that an item is in."""
        return self._members[self.find(item)]

    def conflicts(self, left: Item, right: Item) -> set[int]:
        """Return the tags of one set that the other excludes."""
        mine = self._tags.get(self.find(left), set())
        theirs = self._tags.get(self.find(right), set())
        return {tag for tag in mine if -tag in theirs}

    def may_join(self, left: Item, right: Item) -> bool:
        """Say whether no tag keeps the two sets apart."""
        return not self.conflicts(left, right)

    def join(self, left: Item, right: Item) -> bool:
        """Join two sets and return True, or return False where a tag forbids it."""
        one, other = self.find(left), self.find(right)
        if one == other:
            return True
        if not self.may_join(one, other):
            return False
        if len(self._members[one]) < len(self._members[other]):
            one, other = other, one
        self._parent[other] = one
        self._members[one].extend(self._members.pop(other))
        if tags := self._tags.pop(other, None):
            self._tags.setdefault(one, set()).update(tags)
        return True

    def sets(self) -> list[list[Item]]:
        """Return all sets."""
        return list(self._members.values())
