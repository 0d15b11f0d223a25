"""What the releases tell -> the part of it that is sure enough."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from graphkit.knowledge import Knowledge
from graphkit.model import (
    EVENTS,
    Entity,
    Fact,
    Kind,
    Relation,
    Release,
    Status,
    Support,
    Told,
)
from graphkit.resolve import belongs_to

# These stand for nothing without one of these facts: a post that nobody holds is not told of.
_TOLD_BY: Final = {
    Kind.POST: frozenset({Relation.HOLDS}),
    Kind.QUOTATION: frozenset({Relation.CREATOR}),
    **dict.fromkeys(EVENTS, frozenset({Relation.ATTENDEE, Relation.ORGANIZER})),
}


def leave_out(told: Told, knowledge: Knowledge, threshold: float) -> Told:
    """Return what is left without the assertions whose confidence is below ``threshold``.

    An assertion is a fact with one status, and as sure as its surest passage. What the
    knowledge says stays as a fact without support. Posts, events and quotations of which
    nothing is left that told of them go, with all that is said of them.
    """
    if threshold <= 0:
        return told
    before, after = _told(told.facts), _told(_sure(told.facts, knowledge, threshold))
    gone = frozenset(
        entity.id
        for entity in told.entities
        if (told_by := _TOLD_BY.get(entity.kind))
        and before[entity.id] & told_by - after[entity.id]
        and not after[entity.id] & told_by
    )
    return _Left(told, knowledge, threshold, gone)


@dataclass(frozen=True, slots=True)
class _Left:
    """What is left, looked for anew each time it is read; ``gone`` are entities by id."""

    told: Told
    knowledge: Knowledge
    threshold: float
    gone: frozenset[str]

    @property
    def releases(self) -> Iterable[Release]:
        return self.told.releases

    @property
    def entities(self) -> Iterable[Entity]:
        return (entity for entity in self.told.entities if entity.id not in self.gone)

    @property
    def facts(self) -> Iterable[Fact]:
        for fact in _sure(self.told.facts, self.knowledge, self.threshold):
            if fact.subject not in self.gone and fact.object not in self.gone:
                yield fact


def _sure(facts: Iterable[Fact], knowledge: Knowledge, threshold: float) -> Iterator[Fact]:
    return (one for fact in facts if (one := _keep(fact, knowledge, threshold)))


def _keep(fact: Fact, knowledge: Knowledge, threshold: float) -> Fact | None:
    if not fact.support:
        return fact
    best: dict[Status, float] = defaultdict(float)
    for support in fact.support:
        best[support.status] = max(best[support.status], support.confidence)
    left: tuple[Support, ...] = tuple(s for s in fact.support if best[s.status] >= threshold)
    if left or (fact.relation, fact.object) in set(belongs_to(fact.subject, knowledge)):
        return replace(fact, support=left)
    return None


def _told(facts: Iterable[Fact]) -> defaultdict[str, frozenset[Relation]]:
    """Return the relations that each thing stands in, on either side."""
    found: defaultdict[str, frozenset[Relation]] = defaultdict(frozenset)
    for fact in facts:
        for end in (fact.subject, fact.object):
            found[end] |= {fact.relation}
    return found
