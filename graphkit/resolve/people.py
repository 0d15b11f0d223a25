"""Profiles -> clusters, one a person, and pairs that a person should decide.

Joining goes from the sure to the unsure: full names with a country first; then names
without a country, and abbreviated ones, each to the one cluster that fits it clearly
better than any other. What fits two is left apart and proposed. Every step looks at what
the step before has made and is ordered by content, so the order of input has no effect.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from graphkit.errors import DecisionError
from graphkit.resolve.blocking import (
    Item,
    Path,
    find_pairs,
    heard_paths,
    name_paths,
    post_paths,
)
from graphkit.resolve.clusters import Partition
from graphkit.resolve.compare import HEARD, LIKELY, RIVAL, SAME, UNIQUE, compare_profiles
from graphkit.resolve.constraints import Constraints
from graphkit.resolve.names import Grade, PersonName, compare_names
from graphkit.resolve.profiles import Profile
from graphkit.resolve.roles import SINGLE

MARGIN = 10  # points by which the best of two clusters must lead
MOST_NAMES = 12  # full names of one cluster that are held against another's


@dataclass(frozen=True, slots=True)
class Edge:
    """Two profiles by number that may be one, with points and the reason."""

    score: int
    left: int
    right: int
    reason: str


@dataclass(frozen=True, slots=True)
class People:
    """Clusters of profile numbers; ``open`` are the edges between them left to a person."""

    profiles: Sequence[Profile]
    clusters: tuple[tuple[int, ...], ...]
    open: tuple[Edge, ...]
    compared: int


def resolve_people(profiles: Sequence[Profile], constraints: Constraints) -> People:
    """Cluster profiles.

    :raises DecisionError: if decisions join what others keep apart.
    """
    people = _Clusters(profiles, constraints)
    edges, compared = find_edges(profiles)
    edges = [e for e in edges if people.partition.may_join(e.left, e.right)]
    full = {i for i, p in enumerate(profiles) if p.full}
    sure = {i for i in full if profiles[i].countries or profiles[i].pinned}
    people.join_all(edges, lambda e: e.left in sure and e.right in sure)
    people.attach(edges, full - sure, sure)
    people.join_all(edges, lambda e: {e.left, e.right} <= full and not {e.left, e.right} & sure)
    people.pair(edges, full)
    people.attach(edges, set(range(len(profiles))) - full, full, UNIQUE)
    people.join_all(edges, lambda e: not {e.left, e.right} & full)
    clusters = sorted(tuple(sorted(members)) for members in people.partition.sets())
    return People(profiles, tuple(clusters), tuple(people.left_open(edges)), compared)


def find_edges(profiles: Sequence[Profile]) -> tuple[list[Edge], int]:
    """Return the pairs that may be one person, surest first, and how many were compared."""
    pairs = find_pairs(
        Item(i, p.order, _paths(p), p.names, p.countries) for i, p in enumerate(profiles)
    )
    edges = []
    for left, right in pairs:
        found = compare_profiles(profiles[left], profiles[right])
        if found.score >= RIVAL and not found.against:
            edges.append(Edge(found.score, left, right, found.reason))
    edges.sort(key=lambda e: (-e.score, e.left, e.right))
    return edges, len(pairs)


def _paths(profile: Profile) -> frozenset[Path]:
    paths = {path for n in profile.names for path in chain(name_paths(n), heard_paths(n))}
    for post in profile.posts:
        if post.role in SINGLE and (post.body or post.country):
            key = f"{post.role} {post.body or post.country} {post.accredited or ''}"
            paths |= post_paths(key, profile.names)
    return frozenset(paths)


class _Clusters:
    """The clusters while they grow, with the names and countries that each has."""

    def __init__(self, profiles: Sequence[Profile], constraints: Constraints) -> None:
        self.profiles = profiles
        self.partition: Partition[int] = Partition(range(len(profiles)))
        self.names: dict[int, list[PersonName]] = {}
        self.countries: dict[int, frozenset[str]] = {}
        self.only: dict[int, frozenset[str]] = {}  # countries of those who have one only
        self.releases: dict[int, set[str]] = {}
        self.pinned: dict[int, str | None] = {}
        at = {node: i for i, profile in enumerate(profiles) for node in profile.nodes}
        for i, profile in enumerate(profiles):
            self.names[i] = [_plainest(profile)] if profile.full else []
            self.countries[i] = profile.countries
            self.only[i] = profile.countries if len(profile.countries) == 1 else frozenset()
            self.releases[i] = {release for release, _ in profile.nodes if release}
            self.pinned[i] = profile.pinned
            tags = {tag for node in profile.nodes for tag in constraints.tags.get(node, ())}
            self.partition.add(i, tags)
        for one, other in constraints.together:
            if one in at and other in at and not self._join(at[one], at[other]):
                raise DecisionError(
                    f"{profiles[at[one]].order} and {profiles[at[other]].order}: "
                    "decided to be the same and, through others, different; delete one row"
                )

    def join_all(
        self, edges: Iterable[Edge], wanted: Callable[[Edge], bool], least: int = SAME
    ) -> None:
        """Join the ends of the sure edges that nothing in their clusters contradicts."""
        for edge in edges:
            if edge.score >= least and wanted(edge) and self._agree(edge.left, edge.right):
                self._join(edge.left, edge.right)

    def attach(
        self, edges: Iterable[Edge], loose: set[int], firm: set[int], least: int = SAME
    ) -> None:
        """Add each loose profile to the firm cluster that leads all others by a margin."""
        best: defaultdict[int, dict[int, Edge]] = defaultdict(dict)
        for edge in edges:  # surest first
            for item, other in ((edge.left, edge.right), (edge.right, edge.left)):
                if item in loose and other in firm:
                    best[item].setdefault(self.partition.find(other), edge)
        chosen = []
        for item in sorted(best):
            scores = sorted(best[item].values(), key=lambda e: -e.score)
            clear = len(scores) == 1 or scores[0].score - scores[1].score >= MARGIN
            if scores[0].score >= least and clear:
                chosen.append(scores[0])
        self.join_all(
            sorted(chosen, key=lambda e: (-e.score, e.left, e.right)), lambda _: True, least
        )

    def pair(self, edges: Iterable[Edge], full: set[int]) -> None:
        """Join two clusters of full names that fit each other clearly better than any other.

        So it is with a name and what another language makes of it: rules of spelling are
        no proof where two fit, Moore and Muir for Мур.
        """
        best: defaultdict[int, dict[int, Edge]] = defaultdict(dict)
        for edge in edges:  # surest first
            one, other = self.partition.find(edge.left), self.partition.find(edge.right)
            if (
                one != other
                and {edge.left, edge.right} <= full
                and self._countries_agree(one, other)
            ):
                best[one].setdefault(other, edge)
                best[other].setdefault(one, edge)
        clear = {
            root: others[0]
            for root, rivals in best.items()
            if (others := sorted(rivals.values(), key=lambda e: (-e.score, e.left, e.right)))
            and (len(others) == 1 or others[0].score - others[1].score >= MARGIN)
        }
        chosen = {
            edge
            for edge in clear.values()
            if all(clear.get(self.partition.find(end)) == edge for end in (edge.left, edge.right))
        }
        ordered = sorted(chosen, key=lambda e: (-e.score, e.left, e.right))
        self.join_all(ordered, self._spelt_alike, HEARD)

    def _spelt_alike(self, edge: Edge) -> bool:
        """Say whether all names of two clusters are one, and not only those of the edge."""
        one, other = self.partition.find(edge.left), self.partition.find(edge.right)
        return all(
            compare_names(a, b) >= Grade.CLOSE for a in self.names[one] for b in self.names[other]
        )

    def left_open(self, edges: Iterable[Edge]) -> Iterable[Edge]:
        """Yield for each two clusters the surest edge between them, unless they contradict."""
        seen = set()
        for edge in edges:
            if edge.score < LIKELY:
                break
            ends = frozenset((self.partition.find(edge.left), self.partition.find(edge.right)))
            if len(ends) == 2 and ends not in seen:
                seen.add(ends)
                if self.partition.may_join(edge.left, edge.right) and self._countries_agree(*ends):
                    yield edge

    def _countries_agree(self, one: int, other: int) -> bool:
        """Two of one country each are never joined through a third that is said to have both."""
        return all(
            not mine or not theirs or bool(mine & theirs)
            for mine, theirs in (
                (self.countries[one], self.countries[other]),
                (self.only[one], self.only[other]),
            )
        )

    def _agree(self, left: int, right: int) -> bool:
        """Hold all that two clusters know against each other, not only the edge's ends."""
        one, other = self.partition.find(left), self.partition.find(right)
        if one == other:
            return True
        if self.pinned[one] and self.pinned[other] and self.pinned[one] != self.pinned[other]:
            return False
        # Where one release names both, another spelling is another person.
        apart = self.releases[one].isdisjoint(self.releases[other])
        return self._countries_agree(one, other) and all(
            grade >= Grade.FAR if apart else grade in (Grade.CLOSE, Grade.EXACT)
            for grade in (compare_names(a, b) for a in self.names[one] for b in self.names[other])
        )

    def _join(self, left: int, right: int) -> bool:
        one, other = self.partition.find(left), self.partition.find(right)
        if one == other:
            return True
        if not self.partition.join(one, other):
            return False
        root = self.partition.find(one)
        names = dict.fromkeys((*self.names[one], *self.names[other]))
        self.names[root] = sorted(names, key=repr)[:MOST_NAMES]
        self.countries[root] = self.countries[one] | self.countries[other]
        self.only[root] = self.only[one] | self.only[other]
        small, large = sorted((self.releases[one], self.releases[other]), key=len)
        large |= small
        self.releases[root] = large
        self.pinned[root] = self.pinned[one] or self.pinned[other]
        return True


def _plainest(profile: Profile) -> PersonName:
    """Of the full names the shortest: what is longer may be an inflected form misread."""
    full = (name for name in profile.names if name.full)
    return min(full, key=lambda name: (len("".join(name.words)), repr(name)))
