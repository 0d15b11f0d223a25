"""Decisions -> tags and pairs that the clusters of a kind obey."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import count

from graphkit.model import Kind
from graphkit.resolve.corpus import Corpus, Node
from graphkit.resolve.names import fold_name


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

    def apart(self, left: Iterable[Node], right: Iterable[Node]) -> bool:
        """Say whether something of the one side was decided to be another than the other."""
        mine = {tag for node in left for tag in self.tags.get(node, ())}
        return bool(mine) and any(-tag in mine for n in right for tag in self.tags.get(n, ()))


def keep_namesakes_apart(corpus: Corpus, decided: Constraints) -> Constraints:
    """Add that two persons of one full name in one release are two.

    The release itself told them apart; what a person decided of them goes first.
    """
    bearers: defaultdict[tuple[str, str], list[Node]] = defaultdict(list)
    for node, referent in corpus.of_kind({Kind.PERSON}):
        for name in {fold_name(name.text) for name in referent.names}:
            if " " in name:
                bearers[node[0], name].append(node)
    joined = {node for pair in decided.together for node in pair}
    tags = {node: set(own) for node, own in decided.tags.items()}
    numbers = count(1 + max((abs(tag) for own in tags.values() for tag in own), default=0))
    for _, nodes in sorted(bearers.items()):
        free = [node for node in sorted(nodes) if node not in joined]
        for at, node in enumerate(free):
            for other in free[at + 1 :]:
                number = next(numbers)
                tags.setdefault(node, set()).add(number)
                tags.setdefault(other, set()).add(-number)
    return Constraints(decided.together, {node: frozenset(own) for node, own in tags.items()})
