"""Ids that things had, or would have had, while fewer releases were known.

They follow from the releases and not from what was built before, so that releases in any
order give one graph: what each release alone would call a thing. Of one thing it is
another IRI; what several things may claim, since namesakes have come, is replaced by them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graphkit.knowledge.concepts import Knowledge
from graphkit.model import PLACES
from graphkit.resolve.belonging import Belonging, body_id
from graphkit.resolve.corpus import Corpus, Node
from graphkit.resolve.events import event_id, read_tellings
from graphkit.resolve.places import place_id
from graphkit.resolve.posts import resolve_posts

Ids = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Aliases:
    """For each id the others of that thing alone, and those that it shares with others."""

    same: Ids
    replaced: Ids


NO_ALIASES = Aliases({}, {})


def name_alone(
    corpus: Corpus,
    persons: Mapping[Node, str],
    bodies: Belonging,
    knowledge: Knowledge,
) -> dict[Node, str]:
    """Return what its release alone would call each thing; ``persons`` are so named."""
    ids = {node: place_id(corpus, [node]) for node, _ in corpus.of_kind(PLACES)}
    ids |= {body.node: body_id(corpus, [body], knowledge) for body in bodies.bodies}
    ids |= persons
    ids |= resolve_posts(corpus, ids, knowledge)
    tellings = read_tellings(corpus, ids, knowledge)
    return ids | {telling.node: event_id([telling]) for telling in tellings}


def settle(ids: Mapping[Node, str], claims: Iterable[tuple[str, str]]) -> Aliases:
    """Share out other ids; a claim is an id and another that its thing may have had.

    What a thing bears now is nobody's other id.
    """
    taken = set(ids.values())
    claimed: defaultdict[str, set[str]] = defaultdict(set)
    for path, other in claims:
        if other not in taken:
            claimed[other].add(path)
    same: defaultdict[str, list[str]] = defaultdict(list)
    replaced: defaultdict[str, list[str]] = defaultdict(list)
    for other in sorted(claimed):
        for path in claimed[other]:
            (same if len(claimed[other]) == 1 else replaced)[path].append(other)
    return Aliases(*({k: tuple(v) for k, v in found.items()} for found in (same, replaced)))
