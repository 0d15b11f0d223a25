"""All extractions side by side: referents by node, claims by subject."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graphkit.model import Claim, Extraction, Kind, Referent, Relation, Release

# A referent among all releases: the id of its release, its id in it.
Node = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Corpus:
    """What all releases say, each release once, in an order that is not that of the input."""

    extractions: tuple[Extraction, ...]
    referents: Mapping[Node, Referent]
    releases: Mapping[str, Release]
    outgoing: Mapping[Node, tuple[Claim, ...]]

    def of_kind(self, kinds: Iterable[Kind]) -> Iterator[tuple[Node, Referent]]:
        """Yield the referents of some kinds."""
        wanted = frozenset(kinds)
        return ((node, ref) for node, ref in self.referents.items() if ref.kind in wanted)

    def objects(self, node: Node, *relations: Relation) -> Iterator[Node]:
        """Yield what a referent is said to stand in some relations to, in its release."""
        for claim in self.outgoing.get(node, ()):
            if claim.relation in relations:
                yield node[0], claim.object


def collect(extractions: Iterable[Extraction]) -> Corpus:
    """Put extractions in the order of their releases' ids; a release read twice counts once."""
    unique: dict[str, Extraction] = {}
    for extraction in extractions:
        held = unique.setdefault(extraction.release.id, extraction)
        if _source_key(extraction) < _source_key(held):
            unique[extraction.release.id] = extraction
    ordered = tuple(unique[key] for key in sorted(unique))
    outgoing: defaultdict[Node, list[Claim]] = defaultdict(list)
    for extraction in ordered:
        for claim in extraction.claims:
            outgoing[extraction.release.id, claim.subject].append(claim)
    return Corpus(
        ordered,
        {(e.release.id, r.id): r for e in ordered for r in e.referents},
        {e.release.id: e.release for e in ordered},
        {node: tuple(claims) for node, claims in outgoing.items()},
    )


def _source_key(extraction: Extraction) -> tuple[str, int]:
    source = extraction.release.source
    return source.uri, source.record or 0
