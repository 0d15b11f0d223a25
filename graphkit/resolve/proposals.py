"""What lies between same and different -> proposals, of every kind, for a person to decide."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from graphkit.model import PLACES, Proposal, Relation
from graphkit.resolve.constraints import Constraints
from graphkit.resolve.corpus import Corpus, Node
from graphkit.resolve.fold import fold_word, is_cyrillic, skeleton
from graphkit.resolve.names import Grade, compare_words
from graphkit.resolve.people import People

# What is asked about one thing at most, and how many things one key may bring together:
# what fits more is too common to be a question.
MOST, CROWD = 3, 12
PLACE_POINTS = {Grade.CLOSE: 80, Grade.TYPO: 75, Grade.LOOSE: 70}


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two ids that may be of one thing, with points of 100 and the reason."""

    left: str
    right: str
    score: int
    reason: str


def make_proposals(doubts: Iterable[Doubt]) -> tuple[Proposal, ...]:
    """Return what is asked, surest first: each pair once."""
    best: dict[tuple[str, str], Doubt] = {}
    for doubt in doubts:
        pair = min(doubt.left, doubt.right), max(doubt.left, doubt.right)
        if pair[0] != pair[1] and (pair not in best or _order(doubt) < _order(best[pair])):
            best[pair] = doubt
    made = [Proposal(*pair, d.score / 100, d.reason) for pair, d in best.items()]
    return tuple(sorted(made, key=lambda p: (-p.score, p.left, p.right, p.reason)))


def _order(doubt: Doubt) -> tuple[int, str]:
    return -doubt.score, doubt.reason


def keep_few(doubts: Iterable[Doubt]) -> Iterator[Doubt]:
    """Yield the surest questions, a few on each thing."""
    asked: Counter[str] = Counter()
    for doubt in sorted(doubts, key=lambda d: (-d.score, d.left, d.right)):
        if asked[doubt.left] < MOST and asked[doubt.right] < MOST:
            asked.update((doubt.left, doubt.right))
            yield doubt


def near(items: Iterable[tuple[str, Iterable[Hashable]]]) -> list[tuple[str, str]]:
    """Return pairs of ids that share a key which few have."""
    blocks: defaultdict[Hashable, set[str]] = defaultdict(set)
    for path, keys in items:
        for key in keys:
            blocks[key].add(path)
    few = (sorted(block) for block in blocks.values() if len(block) <= CROWD)
    return sorted({pair for block in few for pair in combinations(block, 2)})


def doubt_people(people: People, by_node: Mapping[Node, str]) -> Iterator[Doubt]:
    """Yield the pairs of persons that the clusters have left open."""
    for edge in people.open:
        left, right = (by_node[people.profiles[end].nodes[0]] for end in (edge.left, edge.right))
        yield Doubt(left, right, edge.score, edge.reason)


def doubt_places(
    corpus: Corpus, places: Mapping[Node, str], constraints: Constraints
) -> Iterator[Doubt]:
    """Yield pairs of places whose names are one but for spelling, of one country if known.

    At least one of them is unknown to the knowledge, and no release names both.
    """
    names: defaultdict[str, set[str]] = defaultdict(set)
    nodes: defaultdict[str, list[Node]] = defaultdict(list)
    unknown: set[str] = set()
    countries: defaultdict[str, set[str]] = defaultdict(set)
    for node, referent in corpus.of_kind(PLACES):
        path = places[node]
        nodes[path].append(node)
        names[path].update(name.text for name in referent.names)
        unknown |= {path} if not referent.link else set()
        for country in corpus.objects(node, Relation.OF_COUNTRY, Relation.PART_OF):
            if country in places:
                countries[path].add(places[country])
    keyed = (
        (p, {(p.partition("/")[0], k) for n in own for k in _keys(n)}) for p, own in names.items()
    )
    found = []
    for left, right in near(keyed):
        mine, theirs = countries[left], countries[right]
        apart = bool(mine and theirs and not mine & theirs) or constraints.apart(
            nodes[left], nodes[right]
        )
        if apart or not {left, right} & unknown or in_one_release(nodes[left], nodes[right]):
            continue
        grade = max(_compare_places(a, b) for a in names[left] for b in names[right])
        if grade in PLACE_POINTS:
            same = 5 if mine & theirs else 0
            reason = f"names alike{f'; both of {min(mine & theirs)}' if same else ''}"
            found.append(Doubt(left, right, PLACE_POINTS[grade] + same, reason))
    yield from keep_few(found)


def _keys(name: str) -> set[str]:
    word = fold_word(name)
    return {skeleton(word)} if len(word) > 3 else set()


def _compare_places(left: str, right: str) -> Grade:
    cross = is_cyrillic(left) != is_cyrillic(right)
    return compare_words(fold_word(left), fold_word(right), cross)


def in_one_release(left: Iterable[Node], right: Iterable[Node]) -> bool:
    """Say whether one release names both: it would not spell one thing in two ways."""
    return not {release for release, _ in left}.isdisjoint(release for release, _ in right)
