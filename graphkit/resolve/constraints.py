"""Decisions -> tags and pairs that the clusters of a kind obey."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graphkit.resolve.corpus import Node


@dataclass(frozen=True, slots=True)
class Constraints:
    """What people decided, on nodes: pairs to join, and tags that exclude each other.

    Tag ``t`` and tag ``-t`` never come into one cluster (see ``clusters.Partition``).
    """

    together: tuple[tuple[Node, Node], ...] = ()
    tags: Mapping[Node, frozenset[int]] = field(default_factory=dict)

    @property
    def nodes(self) -> frozenset[Node]:
        """All nodes that a decision speaks of."""
        return frozenset(self.tags) | {node for pair in self.together for node in pair}
