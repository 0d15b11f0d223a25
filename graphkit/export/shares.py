"""What a server holds, divided into shares that it finds by an index and can answer whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

import pyoxigraph as ox

TYPE: Final = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
ANY: Final = "?p"
ANYTHING: Final = "?o"
# Below this share of the digest there is nothing left to divide.
DEEPEST: Final = 6


@dataclass(frozen=True, slots=True)
class Share:
    """Triples of one predicate (and class), whose subjects' MD5 digests begin alike.

    ``predicate`` and ``object`` are terms or variables of SPARQL; of the digests the first
    ``depth`` digits are looked at, none without ``digests``.
    """

    count: int
    predicate: str = ANY
    object: str = ANYTHING
    depth: int = 0
    digests: tuple[str, ...] = ()

    @property
    def term(self) -> str | None:
        """What tells smaller shares apart, and stands in an index: a predicate, or a class."""
        if self.digests:
            return None
        if self.predicate == ANY:
            return ANY
        return ANYTHING if self.predicate == TYPE and self.object == ANYTHING else None

    @property
    def triple(self) -> str:
        """The pattern of its triples."""
        return f"?s {self.predicate} {self.object}"

    @property
    def conditions(self) -> list[str]:
        """What its subjects must fulfil: other people's blank nodes have no digest."""
        if not self.digests:
            return ["isIRI(?s)"]
        wanted = ", ".join(f'"{one}"' for one in self.digests)
        return ["isIRI(?s)", f"{cut_digest(self.depth)} IN ({wanted})"]

    def by_term(self, counts: Mapping[str, int]) -> list[Share]:
        """Return a share for each predicate, or for each class of ``rdf:type``.

        It is empty where the counts do not add up: then the server has cut its answer, or the
        triples have terms that are no IRIs.
        """
        try:
            terms = {str(ox.NamedNode(iri)): count for iri, count in counts.items()}
        except ValueError:
            return []
        if sum(terms.values()) < self.count:
            return []
        if self.predicate == ANY:
            return [replace(self, predicate=term, count=count) for term, count in terms.items()]
        return [replace(self, object=term, count=count) for term, count in terms.items()]

    def by_digest(self, counts: Mapping[str, int], depth: int, most: int) -> list[Share]:
        """Return shares of at most ``most`` triples, where single digests have no more."""
        groups: list[tuple[int, list[str]]] = []
        for digest, count in sorted(counts.items()):
            if groups and groups[-1][0] + count <= most:
                total, digests = groups.pop()
                groups.append((total + count, [*digests, digest]))
            else:
                groups.append((count, [digest]))
        return [
            replace(self, count=total, depth=depth, digests=tuple(digests))
            for total, digests in groups
        ]


def cut_digest(depth: int) -> str:
    """Return SPARQL for the first digits of a subject's digest."""
    return f"SUBSTR(MD5(STR(?s)), 1, {depth})"


def filter_for(share: Share, bases: Iterable[str], graph: str | None) -> str:
    """Return the pattern of a share in a graph, of what stands below one of ``bases``."""
    pattern = share.triple if graph is None else f"GRAPH {ox.NamedNode(graph)} {{ {share.triple} }}"
    ours = [f"STRSTARTS(STR(?s), {ox.Literal(base)})" for base in bases if base]
    conditions = [*share.conditions[:1], *([f"({' || '.join(ours)})"] if ours else [])]
    return f"{pattern} FILTER({' && '.join([*conditions, *share.conditions[1:]])})"
