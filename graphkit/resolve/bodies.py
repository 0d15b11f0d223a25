"""Bodies -> clusters: by what they are of which country and parent, then by name.

The knowledge comes first; then country and type (one foreign ministry a country), then
parent, sort and partner (one friendship group with Hungary a chamber), then names; last,
between languages that share no word, the person who heads both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from graphkit.knowledge.concepts import Knowledge, Scheme, Use
from graphkit.model import GROUPS, PARLIAMENTS, Kind
from graphkit.resolve.clusters import Partition
from graphkit.resolve.constraints import Constraints
from graphkit.resolve.corpus import Node
from graphkit.resolve.names import fold_name
from graphkit.resolve.roles import SINGLE

STEM = 6  # letters of a word that inflection leaves alone, in all three languages
# One a partner; consulates are one a city, so that their names tell them apart.
MISSIONS = ("type/embassy", "type/diplomatic-mission")
# A kind and those that may be a finer word for it.
WIDER = {
    Kind.PARLIAMENTARY_GROUP: GROUPS,
    Kind.GOVERNMENT_BODY: frozenset({Kind.MINISTRY, Kind.EMBASSY, Kind.ORGANIZATION}),
    Kind.ORGANIZATION: frozenset({Kind.PARTY, Kind.INTERNATIONAL_ORGANIZATION}),
}
Heads = Mapping[Node, frozenset[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Body:
    """A body as one release speaks of it; sets and not values, so that clusters add up."""

    node: Node
    kinds: frozenset[Kind]
    links: frozenset[str]
    types: frozenset[str]
    countries: frozenset[str]
    parents: frozenset[str]
    concerns: frozenset[str]
    names: frozenset[tuple[str, ...]]
    languages: frozenset[str]

    @property
    def sort(self) -> str:
        """The kind, as far as releases agree on it."""
        kind = min(self.kinds)
        if kind in GROUPS:
            return "group"
        return kind if kind in PARLIAMENTS else "body"


def cluster_bodies(
    bodies: Sequence[Body], knowledge: Knowledge, constraints: Constraints, heads: Heads
) -> list[list[Node]]:
    """Cluster bodies; ``heads`` are who holds which role in each."""
    clusters = BodyClusters(bodies, knowledge, constraints)
    by_key: defaultdict[Hashable, list[Node]] = defaultdict(list)
    for body in bodies:
        for key in _keys(body, knowledge):
            by_key[key].append(body.node)
    for nodes in by_key.values():
        for node in nodes[1:]:
            clusters.join(nodes[0], node)
    clusters.join_names(bodies, common_names(knowledge))
    clusters.join_heads(bodies, heads)
    return clusters.partition.sets()


def _keys(body: Body, knowledge: Knowledge) -> Iterable[Hashable]:
    """Yield what only one body can be."""
    for link in body.links:
        yield "link", link
    for country in body.countries:
        for kind in body.types:
            if body.concerns and is_mission(kind, knowledge):
                yield "mission", kind, country, body.concerns
            elif is_unique(kind, knowledge) and not body.parents:
                yield "type", kind, country
        if Kind.PARLIAMENT in body.kinds:
            yield "parliament", country
        if Kind.EMBASSY in body.kinds and body.concerns:
            yield "mission", "type/embassy", country, body.concerns
    if body.sort == "group" and body.concerns:
        for parent in body.parents:
            yield "group", min(body.kinds), parent, body.concerns
    if body.concerns and body.parents and body.types:
        yield "typed", body.types, body.parents, body.concerns
    for name in body.names:
        yield "name", body.sort, body.countries, body.parents, body.concerns, name


@lru_cache(maxsize=1 << 10)
def is_mission(kind: str, knowledge: Knowledge) -> bool:
    """Say whether a type is that of an embassy or another mission."""
    return any(knowledge.is_a(kind, mission) for mission in MISSIONS)


@lru_cache(maxsize=1 << 10)
def is_unique(kind: str | None, knowledge: Knowledge) -> bool:
    """Say whether a country has one body of a type: the ontology writes its label as a name."""
    concept = knowledge.get(kind)
    return concept is not None and any(
        label.use is Use.PREFERRED and label.language == "en" and label.text[:1].isupper()
        for label in concept.labels
    )


@lru_cache(maxsize=1 << 14)
def name_key(text: str, dropped: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return the stems of a body's name, without those of its country or parent.

    >>> name_key("Су ресурстары министрлігінің") == name_key("Су ресурстары министрлігі")
    True
    """
    stems = [word[:STEM] for word in fold_name(text).split()]
    kept = [stem for stem in stems if stem not in dropped] or stems
    # Of two words the order may be all that tells two apart: Oliy Majlis, Majlisi Oli.
    return tuple(kept if len(kept) < 3 else sorted(set(kept)))


@lru_cache(maxsize=4)
def common_names(knowledge: Knowledge) -> frozenset[tuple[str, ...]]:
    """Names that are only a word for a sort of body, or that bodies of many countries bear."""
    bearers: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for concept in knowledge.scheme(Scheme.TYPE, Scheme.BODY):
        for label in concept.labels:
            bearers[name_key(label.text)].add(concept.id)
    return frozenset(
        name
        for name, ids in bearers.items()
        if len(ids) > 1 or any(path.startswith("type/") for path in ids)
    )


class BodyClusters:
    """The clusters while they grow; each has the united sets of its members."""

    def __init__(
        self, bodies: Sequence[Body], knowledge: Knowledge, constraints: Constraints
    ) -> None:
        self.knowledge = knowledge
        self.partition: Partition[Node] = Partition()
        self.facts = {body.node: body for body in bodies}
        for body in bodies:
            self.partition.add(body.node, constraints.tags.get(body.node, ()))
        for one, other in constraints.together:
            if one in self.facts and other in self.facts:
                self._unite(one, other)

    def join(self, one: Node, other: Node) -> None:
        """Join two clusters unless something known of them differs."""
        left, right = self._of(one), self._of(other)
        if left is not right and self.agree(left, right):
            self._unite(one, other)

    def _of(self, node: Node) -> Body:
        return self.facts[self.partition.find(node)]

    def _unite(self, one: Node, other: Node) -> None:
        left, right = self._of(one), self._of(other)
        if left is not right and self.partition.join(one, other):
            self.facts[self.partition.find(one)] = unite(left, right)

    def agree(self, left: Body, right: Body) -> bool:
        """Say whether nothing that is known of both keeps them apart."""
        unique = [{t for t in b.types if is_unique(t, self.knowledge)} for b in (left, right)]
        return (
            all(_kinds_agree(a, b) for a in left.kinds for b in right.kinds)
            and _overlap(left.links, right.links)
            and _overlap(left.countries, right.countries)
            and _overlap(left.concerns, right.concerns)
            and (_overlap(*unique) or bool(left.links))
            and self._parents_agree(left.parents, right.parents)
        )

    def _parents_agree(self, left: frozenset[str], right: frozenset[str]) -> bool:
        return _overlap(left, right) or all(
            self._is_above(a, b) or self._is_above(b, a) for a in left for b in right
        )

    def _is_above(self, upper: str, lower: str) -> bool:
        concept = self.knowledge.get(lower)
        return lower.startswith(f"{upper}/") or (concept is not None and concept.part_of == upper)

    def join_names(self, bodies: Sequence[Body], common: frozenset[tuple[str, ...]]) -> None:
        """Join a body of unknown country or parent to the only one of its name that fits."""
        by_name: defaultdict[Hashable, set[Node]] = defaultdict(set)
        for body in bodies:
            if body.sort == "group" and not body.countries:
                continue  # "the friendship group with Kazakhstan" is one in every parliament
            for name in body.names - common:
                by_name[body.sort, name].add(body.node)
            if body.sort == "group" and body.concerns:
                by_name["group", min(body.kinds), body.countries, body.concerns].add(body.node)
        for nodes in by_name.values():
            roots = sorted({self.partition.find(node) for node in nodes})
            for root in roots:
                fitting = [
                    r for r in roots if r != root and self.agree(self._of(root), self._of(r))
                ]
                if (
                    len({self.partition.find(r) for r in fitting} - {self.partition.find(root)})
                    == 1
                ):
                    self.join(root, fitting[0])

    def join_heads(self, bodies: Sequence[Body], heads: Heads) -> None:
        """Join two bodies of one parent, named in different languages, that one person heads.

        One who sits in two bodies of one parent and type says the same, and one who is of
        two parties.
        """
        by_head: defaultdict[Hashable, set[Node]] = defaultdict(set)
        for body in bodies:
            above, sort = body.parents or body.countries, body.sort
            if Kind.PARTY in body.kinds:
                above = frozenset()
            elif not above:
                continue
            for person, role in heads.get(body.node, ()):
                if role in SINGLE or Kind.PARTY in body.kinds:
                    by_head[sort, above, person, role].add(body.node)
                elif body.types:
                    by_head[sort, above, person, role, body.types].add(body.node)
        for nodes in by_head.values():
            roots = sorted({self.partition.find(node) for node in nodes})
            languages = [self._of(root).languages for root in roots]
            if len(set(chain.from_iterable(languages))) == sum(map(len, languages)):
                for root in roots[1:]:
                    self.join(roots[0], root)


def unite(left: Body, right: Body) -> Body:
    """Return what is known of one body by two tellings."""
    return Body(
        min(left.node, right.node),
        left.kinds | right.kinds,
        left.links | right.links,
        left.types | right.types,
        left.countries | right.countries,
        left.parents | right.parents,
        left.concerns | right.concerns,
        left.names | right.names,
        left.languages | right.languages,
    )


def _overlap(left: Iterable[str], right: Iterable[str]) -> bool:
    """Say whether two sets share something, or one of them is not known."""
    mine, theirs = set(left), set(right)
    return not mine or not theirs or bool(mine & theirs)


def _kinds_agree(left: Kind, right: Kind) -> bool:
    return left == right or right in WIDER.get(left, ()) or left in WIDER.get(right, ())
