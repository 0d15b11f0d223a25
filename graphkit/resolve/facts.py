"""Claims -> Facts: what many releases say of the same two entities is one fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graphkit.knowledge.concepts import Knowledge
from graphkit.model import Claim, Fact, Passage, Relation, Support
from graphkit.resolve.corpus import Corpus, Node

Key = tuple[str, Relation, str]


def merge_claims(
    corpus: Corpus, ids: Mapping[Node, str], knowledge: Knowledge, known: Iterable[str]
) -> tuple[Fact, ...]:
    """Return all facts, sorted: those of the releases, and what the knowledge says of ``known``."""
    supports: defaultdict[Key, set[Support]] = defaultdict(set)
    for path in known:
        for relation, value in belongs_to(path, knowledge):
            supports[path, relation, value]  # a fact without support is built-in knowledge
    for extraction in corpus.extractions:
        release = extraction.release.id
        for claim in extraction.claims:
            left, right = ids.get((release, claim.subject)), ids.get((release, claim.object))
            if left is not None and right is not None and left != right:
                supports[left, claim.relation, right].add(_support(release, claim))
    return tuple(
        Fact(*key, tuple(sorted(supports[key], key=_support_order))) for key in sorted(supports)
    )


def _support(release: str, claim: Claim) -> Support:
    passage = Passage(release, claim.begin, claim.end)
    return Support(passage, claim.confidence, claim.extractor, claim.status)


def _support_order(support: Support) -> tuple[str, int, int, str, str, float]:
    at = support.passage
    return at.release, at.begin, at.end, support.extractor, support.status, -support.confidence


def belongs_to(path: str, knowledge: Knowledge) -> Iterable[tuple[Relation, str]]:
    """Yield what the knowledge says of where a body belongs."""
    concept = knowledge.get(path)
    if concept is None or not path.startswith("body/"):
        return
    if concept.part_of is not None:
        yield Relation.PART_OF, concept.part_of
    if concept.country is not None:
        yield Relation.OF_COUNTRY, concept.country


def with_above(paths: Iterable[str], knowledge: Knowledge) -> frozenset[str]:
    """Return known ids and what they belong to, up to parliament and country."""
    found: set[str] = set()
    waiting = [path for path in paths if path in knowledge]
    while waiting:
        path = waiting.pop()
        if path not in found and path in knowledge:
            found.add(path)
            waiting += [value for _, value in belongs_to(path, knowledge)]
    return frozenset(found)
