"""What identity needs of all extractions: referents by node, relations by subject, and no texts.

A corpus holds everything at once, so it is kept small: what many releases say alike is one
object, and what concerns one release alone (passages, quotations) is read when it is told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from graphkit.model import Extraction, Kind, Mention, Referent, Relation

T = TypeVar("T", bound=Hashable)
# A referent among all releases: the id of its release, its id in it.
Node = tuple[str, str]


class Edge(NamedTuple):
    """A claim without its passage: how its subject stands to which referent of its release."""

    relation: Relation
    object: str


@dataclass(frozen=True, slots=True)
class Published:
    """What identity needs of a release itself."""

    date: str | None


@dataclass(frozen=True, slots=True)
class Corpus:
    """What all releases say, each release once, in an order that is not that of the input.

    Quotations are left out: each is its release's own. Referents have no ``id``, which
    their nodes hold. ``mentions`` are those of the releases that a decision points into.
    """

    referents: Mapping[Node, Referent]
    releases: Mapping[str, Published]
    outgoing: Mapping[Node, tuple[Edge, ...]]
    mentions: Mapping[str, tuple[Mention, ...]]

    def of_kind(self, kinds: Iterable[Kind]) -> Iterator[tuple[Node, Referent]]:
        """Yield the referents of some kinds."""
        wanted = frozenset(kinds)
        return ((node, ref) for node, ref in self.referents.items() if ref.kind in wanted)

    def objects(self, node: Node, *relations: Relation) -> Iterator[Node]:
        """Yield what a referent is said to stand in some relations to, in its release."""
        for edge in self.outgoing.get(node, ()):
            if edge.relation in relations:
                yield node[0], edge.object


@dataclass(frozen=True, slots=True)
class _Told:
    """What a corpus takes from one extraction."""

    rank: tuple[str, int]
    published: Published
    referents: tuple[tuple[str, Referent], ...]
    outgoing: tuple[tuple[str, tuple[Edge, ...]], ...]
    mentions: tuple[Mention, ...]


def collect(extractions: Iterable[Extraction], pointed: Collection[str] = ()) -> Corpus:
    """Put extractions in the order of their releases' ids; a release read twice counts once.

    ``pointed`` are the releases whose mentions are kept.
    """
    keeper = _Keeper()
    told: dict[str, _Told] = {}
    for extraction in extractions:
        release, rank = extraction.release.id, rank_of(extraction)
        if release not in told or rank < told[release].rank:
            told[release] = keeper.keep(extraction, rank, release in pointed)
    referents: dict[Node, Referent] = {}
    releases: dict[str, Published] = {}
    outgoing: dict[Node, tuple[Edge, ...]] = {}
    mentions: dict[str, tuple[Mention, ...]] = {}
    for release in sorted(told):
        one = told.pop(release)
        releases[release] = one.published
        nodes = {name: (release, name) for name, _ in (*one.referents, *one.outgoing)}
        referents.update((nodes[name], referent) for name, referent in one.referents)
        outgoing.update((nodes[name], edges) for name, edges in one.outgoing)
        if one.mentions:
            mentions[release] = one.mentions
    return Corpus(referents, releases, outgoing, mentions)


def rank_of(extraction: Extraction) -> tuple[str, int]:
    """Return the order of extractions of one release: the first counts."""
    source = extraction.release.source
    return source.uri, source.record or 0


class Same:
    """Makes one object of equal ones, since most of what releases say is alike."""

    def __init__(self) -> None:
        self._held: dict[Hashable, Hashable] = {}

    def __call__(self, value: T) -> T:
        """Return the first value that was equal to this one."""
        return self._held.setdefault(value, value)  # type: ignore[return-value]


class _Keeper:
    """Makes of extractions what a corpus takes from them."""

    def __init__(self) -> None:
        self._same = Same()

    def keep(self, extraction: Extraction, rank: tuple[str, int], pointed: bool) -> _Told:
        """Return what a corpus takes from an extraction."""
        same = self._same
        edges: defaultdict[str, dict[Edge, None]] = defaultdict(dict)
        for claim in extraction.claims:
            if claim.relation is not Relation.CREATOR:
                edges[claim.subject][same(Edge(claim.relation, same(claim.object)))] = None
        return _Told(
            (same(rank[0]), rank[1]),
            same(Published(extraction.release.date)),
            tuple(
                (same(referent.id), self._keep_referent(referent))
                for referent in extraction.referents
                if referent.kind is not Kind.QUOTATION
            ),
            tuple((same(name), same(tuple(own))) for name, own in edges.items()),
            extraction.mentions if pointed else (),
        )

    def _keep_referent(self, told: Referent) -> Referent:
        names = self._same(tuple(map(self._same, told.names)))
        return self._same(
            Referent(
                "", told.kind, names, told.link, told.type, told.role, told.text, told.language,
                told.date, told.topics, told.status,
            )
        )  # fmt: skip
