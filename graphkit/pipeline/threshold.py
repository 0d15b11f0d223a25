"""Resolution -> the part of it that is sure enough."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from graphkit.knowledge import Knowledge
from graphkit.model import EVENTS, Fact, Kind, Relation, Resolution, Status, Support
from graphkit.resolve import belongs_to

# These stand for nothing without one of these facts: a post that nobody holds is not told of.
_TOLD_BY: Final = {
    Kind.POST: frozenset({Relation.HOLDS}),
    Kind.QUOTATION: frozenset({Relation.CREATOR}),
    **dict.fromkeys(EVENTS, frozenset({Relation.ATTENDEE, Relation.ORGANIZER})),
}


def leave_out(resolution: Resolution, knowledge: Knowledge, threshold: float) -> Resolution:
    """Return what is left without the assertions whose confidence is below ``threshold``.

    An assertion is a fact with one status, and as sure as its surest passage. What the
    knowledge says stays as a fact without support. Posts, events and quotations of which
    nothing is left that told of them go, with all that is said of them.
    """
    if threshold <= 0:
        return resolution
    kept = tuple(one for fact in resolution.facts if (one := _keep(fact, knowledge, threshold)))
    before, after = _told(resolution.facts), _told(kept)
    gone = {
        entity.id
        for entity in resolution.entities
        if (told := _TOLD_BY.get(entity.kind)) and before[entity.id] & told - after[entity.id]
        and not after[entity.id] & told
    }  # fmt: skip
    return replace(
        resolution,
        entities=tuple(entity for entity in resolution.entities if entity.id not in gone),
        facts=tuple(fact for fact in kept if not gone & {fact.subject, fact.object}),
    )


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
