"""Clusters of bodies -> pairs that may be one body: their names and owners nearly agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import reduce

from rapidfuzz.distance import Levenshtein

from graphkit.knowledge.concepts import Knowledge
from graphkit.resolve.belonging import Belonging
from graphkit.resolve.bodies import Body, BodyClusters, Heads, common_names, unite
from graphkit.resolve.constraints import Constraints
from graphkit.resolve.corpus import Node
from graphkit.resolve.proposals import Doubt, in_one_release, keep_few, near
from graphkit.resolve.roles import SINGLE

# Points out of 100 for what two clusters share; from LIKELY on a person is asked. The
# name of what has a partner says little: "the friendship group" is one in every parliament.
LIKELY, MOST = 70, 95
SAME_NAME, NEAR_NAME, PARTNERED_LESS = 70, 55, 25
SAME_PARTNER, SAME_OWNER, SAME_TYPE, SAME_HEAD = 20, 10, 5, 15
# Words of a longer name that the shorter one must have, and letters of a word with a typo.
SHARE, TYPO_LETTERS = 0.5, 5
# The common names, which many bodies bear.
Common = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Cluster:
    body: Body
    nodes: tuple[Node, ...]
    heads: frozenset[str]


def doubt_bodies(
    belonging: Belonging, heads: Heads, knowledge: Knowledge, constraints: Constraints
) -> Iterator[Doubt]:
    """Yield pairs of bodies by id; ``heads`` are who holds which role in each, by node."""
    common, agree = common_names(knowledge), BodyClusters((), knowledge, constraints).agree
    clusters = _read_clusters(belonging, heads)
    found = []
    for left, right in near((path, _keys(one, common)) for path, one in clusters.items()):
        one, other = clusters[left], clusters[right]
        if (
            agree(one.body, other.body)
            and not in_one_release(one.nodes, other.nodes)
            and not constraints.apart(one.nodes, other.nodes)
        ):
            score, reason = _weigh(one, other, common)
            if score >= LIKELY:
                found.append(Doubt(left, right, score, reason))
    yield from keep_few(found)


def _read_clusters(belonging: Belonging, heads: Heads) -> dict[str, _Cluster]:
    members: defaultdict[str, list[Body]] = defaultdict(list)
    for body in belonging.bodies:
        members[belonging.ids[body.node]].append(body)
    return {
        path: _Cluster(
            reduce(unite, bodies),
            tuple(body.node for body in bodies),
            frozenset(
                who for body in bodies for who, role in heads.get(body.node, ()) if role in SINGLE
            ),
        )
        for path, bodies in members.items()
    }


def _keys(cluster: _Cluster, common: Common) -> set[Hashable]:
    """Words of a name beside the owner, who heads it, and a group's partner."""
    body = cluster.body
    owners = body.parents | body.countries | {""}
    words = {word for name in body.names - common for word in name}
    keys: set[Hashable] = {(body.sort, owner, word) for owner in owners for word in words}
    keys |= {(body.sort, name) for name in body.names - common}
    keys |= {(body.sort, who) for who in cluster.heads}
    if body.sort == "group" and body.concerns:
        keys.add((body.sort, body.concerns))
    return keys


def _weigh(left: _Cluster, right: _Cluster, common: Common) -> tuple[int, str]:
    one, other = left.body, right.body
    found: list[tuple[int, str]] = []
    points, reason = _compare_names(one.names - common, other.names - common)
    partnered = bool(one.concerns or other.concerns)
    if points:
        found.append((points - PARTNERED_LESS if partnered else points, reason))
    elif not partnered:
        return 0, ""
    if partners := one.concerns & other.concerns:
        found.append((SAME_PARTNER, f"both concern {min(partners)}"))
    if owners := (one.parents & other.parents) or (one.countries & other.countries):
        found.append((SAME_OWNER, f"both of {min(owners)}"))
    if types := one.types & other.types:
        found.append((SAME_TYPE, f"both {min(types)}"))
    if heads := left.heads & right.heads:
        found.append((SAME_HEAD, f"both headed by {min(heads)}"))
    if one.sort == "group" and not owners and not heads:
        return 0, ""
    return min(MOST, sum(p for p, _ in found)), "; ".join(text for _, text in found)


def _compare_names(
    left: Iterable[tuple[str, ...]], right: Iterable[tuple[str, ...]]
) -> tuple[int, str]:
    mine, theirs = set(left), set(right)
    if any(len(name) > 1 for name in mine & theirs):
        return SAME_NAME, "same name"
    if any(_is_near(a, b) for a in mine for b in theirs):
        return NEAR_NAME, "names alike"
    return 0, ""


def _is_near(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Say whether the shorter name is a part of the longer, but for a letter."""
    short, long = sorted((left, right), key=len)
    if len(short) < 2 or len(short) < SHARE * len(long):
        return False
    return all(any(_same_word(word, other) for other in long) for word in short)


def _same_word(left: str, right: str) -> bool:
    return left == right or (
        min(len(left), len(right)) >= TYPO_LETTERS
        and left[0] == right[0]
        and Levenshtein.distance(left, right, score_cutoff=1) <= 1
    )
