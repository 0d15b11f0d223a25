"""Claims -> Facts: what many releases say of the same two entities is one fact."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, groupby

from graphkit.knowledge.concepts import Knowledge
from graphkit.model import Extraction, Fact, Passage, Referent, Relation, Status, Support

# Puts lines in order, each once.
Sort = Callable[[Iterable[str]], Iterable[str]]
# Between the fields of a line: lower than all that ids are made of, so that lines are in the
# order of their subjects, relations and objects.
_TAB = "\t"


def merge_claims(
    extractions: Iterable[Extraction],
    id_of: Callable[[str, Referent], str | None],
    knowledge: Knowledge,
    known: Iterable[str],
    sort: Sort,
) -> Iterator[Fact]:
    """Yield all facts in order: those of the releases, and what the knowledge says of ``known``.

    ``id_of`` says which entity a release's referent is. Claims of one fact come together
    by ``sort``, so that no more than one fact is in memory.
    """
    lines = chain(_known_lines(known, knowledge), _claim_lines(extractions, id_of))
    rows = (line.split(_TAB) for line in sort(lines))
    for (left, relation, right), group in groupby(rows, key=lambda row: row[:3]):
        told = [_read_support(row) for row in group if len(row) > 3]
        told.sort(key=_support_order)
        yield Fact(left, Relation(relation), right, tuple(told))


def _known_lines(known: Iterable[str], knowledge: Knowledge) -> Iterator[str]:
    """A fact without support is built-in knowledge."""
    for path in known:
        for relation, value in belongs_to(path, knowledge):
            yield f"{path}\t{relation.value}\t{value}"


def _claim_lines(
    extractions: Iterable[Extraction], id_of: Callable[[str, Referent], str | None]
) -> Iterator[str]:
    for extraction in extractions:
        release = extraction.release.id
        ids = {referent.id: id_of(release, referent) for referent in extraction.referents}
        for c in extraction.claims:
            left, right = ids.get(c.subject), ids.get(c.object)
            if left is not None and right is not None and left != right:
                yield (
                    f"{left}\t{c.relation.value}\t{right}\t{release}\t{c.begin}\t{c.end}"
                    f"\t{c.confidence!r}\t{c.extractor}\t{c.status.value}"
                )


def _read_support(row: list[str]) -> Support:
    release, begin, end, confidence, extractor, status = row[3:]
    passage = Passage(release, int(begin), int(end))
    return Support(passage, float(confidence), extractor, Status(status))


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
