"""Extractions -> Resolution: the order in which the kinds of things are resolved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from graphkit.knowledge.concepts import Knowledge
from graphkit.model import (
    Entity,
    Extraction,
    Fact,
    Kind,
    Passage,
    Proposal,
    Referent,
    Relation,
    Resolution,
)
from graphkit.resolve.aliases import Aliases, name_alone, settle
from graphkit.resolve.belonging import Belonging, resolve_bodies
from graphkit.resolve.bodies import Heads
from graphkit.resolve.body_doubts import doubt_bodies
from graphkit.resolve.constraints import Constraints, keep_namesakes_apart
from graphkit.resolve.corpus import Corpus, Node, collect, rank_of
from graphkit.resolve.decisions import Decision, Finder, constrain, find_unmet, pointed_at
from graphkit.resolve.entities import make_entities, make_quotations
from graphkit.resolve.event_doubts import doubt_events
from graphkit.resolve.events import event_id, read_tellings, resolve_events
from graphkit.resolve.facts import Sort, merge_claims, with_above
from graphkit.resolve.people import People, resolve_people
from graphkit.resolve.persons import name_alone as people_alone
from graphkit.resolve.persons import name_people, own_ids
from graphkit.resolve.places import resolve_places
from graphkit.resolve.posts import resolve_posts
from graphkit.resolve.profiles import honorifics, make_profiles
from graphkit.resolve.proposals import doubt_people, doubt_places, make_proposals
from graphkit.resolve.roles import base_role
from graphkit.resolve.slugs import digest


@dataclass(frozen=True, slots=True)
class Identity:
    """Which id each node has, which others persons may have had, and what is left to decide.

    ``people`` and ``bodies`` are what the ids come from.
    """

    ids: Mapping[Node, str]
    claims: frozenset[tuple[str, str]]
    proposals: tuple[Proposal, ...]
    people: People
    bodies: Belonging


# How often a decision may be on what another decision has made.
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Identified:
    """What each thing of all releases is: all that must be in memory to tell of them.

    The rest is read again, release by release, by ``tell_entities`` and ``tell_facts``.
    """

    corpus: Corpus
    ids: Mapping[Node, str]
    knowledge: Knowledge
    known: frozenset[str]
    aliases: Aliases
    proposals: tuple[Proposal, ...]
    unmet: tuple[str, ...] = ()  # messages on decisions that are of nothing here

    def id_of(self, release: str, referent: Referent) -> str | None:
        """Return the id of the entity that a release's referent is."""
        if referent.kind is Kind.QUOTATION:
            return f"quotation/{digest(release, referent.text or referent.id)}"
        return self.ids.get((release, referent.id))


def resolve(
    extractions: Iterable[Extraction],
    knowledge: Knowledge,
    *,
    decisions: Iterable[Decision] = (),
) -> Resolution:
    """Join what the releases say of one thing, whatever order they come in.

    ``decisions`` outrank every score, also through others: what a person says is
    different is never in one cluster. All is in memory; a build takes ``identify`` and
    what follows it, which read the extractions again and again.

    :raises DecisionError: if decisions contradict each other.
    """
    unique: dict[str, Extraction] = {}
    for one in extractions:
        held = unique.setdefault(one.release.id, one)
        if rank_of(one) < rank_of(held):
            unique[one.release.id] = one
    told = tuple(unique[release] for release in sorted(unique))
    found = identify(told, knowledge, decisions=decisions)
    places = _find_mentions(told, found)
    entities = (replace(e, mentions=places.get(e.id, ())) for e in tell_entities(told, found))
    return Resolution(
        tuple(one.release for one in told),
        tuple(sorted(entities, key=lambda entity: entity.id)),
        tuple(tell_facts(told, found)),
        found.proposals,
    )


def identify(
    extractions: Iterable[Extraction],
    knowledge: Knowledge,
    *,
    decisions: Iterable[Decision] = (),
) -> Identified:
    """Say what each thing that the releases speak of is; extractions are read once.

    :raises DecisionError: if decisions contradict each other.
    """
    made = tuple(decisions)
    unmet: tuple[str, ...] = ()
    corpus = collect(extractions, pointed_at(made))
    identity = _identify(corpus, knowledge, Constraints())
    if made:
        finder = Finder(corpus, identity.ids, _own_ids(corpus, identity, knowledge))
        identity = _identify(corpus, knowledge, constrain(made, finder))
        for _ in range(ROUNDS):  # a decision may be on what another has made
            if not finder.learn(identity.ids, made):
                break
            identity = _identify(corpus, knowledge, constrain(made, finder))
        unmet = tuple(find_unmet(made, finder))
    ids = {node: path for node, path in identity.ids.items() if node in corpus.referents}
    aliases = _find_aliases(corpus, identity, knowledge)
    known = with_above(ids.values(), knowledge)
    return Identified(corpus, ids, knowledge, known, aliases, identity.proposals, unmet)


def tell_entities(extractions: Iterable[Extraction], found: Identified) -> Iterator[Entity]:
    """Yield all entities in no order, without the places where releases mention them."""
    yield from make_entities(found.corpus, found.ids, found.knowledge, found.known, found.aliases)
    for one in extractions:
        yield from make_quotations(one, found.id_of, found.knowledge)


def tell_facts(
    extractions: Iterable[Extraction], found: Identified, *, sort: Sort | None = None
) -> Iterator[Fact]:
    """Yield all facts in order; ``sort`` puts lines in order, each once (default: in memory)."""
    in_order = sort or (lambda lines: sorted(set(lines)))
    yield from merge_claims(extractions, found.id_of, found.knowledge, found.known, in_order)


def _find_mentions(
    extractions: Iterable[Extraction], found: Identified
) -> dict[str, tuple[Passage, ...]]:
    places: defaultdict[str, set[Passage]] = defaultdict(set)
    for one in extractions:
        ids = {referent.id: found.id_of(one.release.id, referent) for referent in one.referents}
        for mention in one.mentions:
            path = ids.get(mention.referent)
            if path is not None:
                places[path].add(Passage(one.release.id, mention.begin, mention.end))
    return {
        path: tuple(sorted(own, key=lambda p: (p.release, p.begin, p.end)))
        for path, own in places.items()
    }


def _identify(corpus: Corpus, knowledge: Knowledge, constraints: Constraints) -> Identity:
    """Give every node its id, from what others depend on to what depends on them.

    Bodies tell persons apart, and the person who heads a body tells which it is in
    another language: bodies and persons are resolved twice where that changes anything.
    """
    constraints = keep_namesakes_apart(corpus, constraints)
    places = resolve_places(corpus, constraints)
    bodies = resolve_bodies(corpus, places, knowledge, constraints, {})
    people, names = _people(corpus, places, bodies, knowledge, constraints)
    heads = _heads(corpus, names[0], knowledge)
    again = resolve_bodies(corpus, places, knowledge, constraints, heads)
    if again.ids != bodies.ids:
        bodies = again
        people, names = _people(corpus, places, bodies, knowledge, constraints)
    by_node, claims = names
    ids = {**places, **bodies.ids, **by_node}
    ids |= resolve_posts(corpus, ids, knowledge)
    events = resolve_events(corpus, ids, knowledge, constraints)
    doubts = chain(
        doubt_people(people, by_node),
        doubt_places(corpus, places, constraints),
        doubt_bodies(bodies, _heads(corpus, by_node, knowledge), knowledge, constraints),
        doubt_events(read_tellings(corpus, ids, knowledge), events, constraints),
    )
    ids |= events
    return Identity(ids, claims, make_proposals(doubts), people, bodies)


def _find_aliases(corpus: Corpus, identity: Identity, knowledge: Knowledge) -> Aliases:
    alone = name_alone(
        corpus, people_alone(corpus, honorifics(knowledge)), identity.bodies, knowledge
    )
    told = ((identity.ids[node], path) for node, path in alone.items() if node in identity.ids)
    # Of persons only full names, and these of all releases: see persons.name_people.
    others = ((path, other) for path, other in told if not path.startswith("person/"))
    return settle(identity.ids, chain(others, identity.claims))


def _own_ids(
    corpus: Corpus, identity: Identity, knowledge: Knowledge
) -> dict[Node, frozenset[str]]:
    """Return what each node would be called if nothing else told of the same thing."""
    titles = honorifics(knowledge)
    alone = name_alone(corpus, people_alone(corpus, titles), identity.bodies, knowledge)
    own = {node: frozenset({path}) for node, path in alone.items()}
    for telling in read_tellings(corpus, identity.ids, knowledge):
        own[telling.node] |= {event_id([telling])}
    return own | dict(own_ids(corpus, identity.people, titles))


def _people(
    corpus: Corpus,
    places: Mapping[Node, str],
    bodies: Belonging,
    knowledge: Knowledge,
    constraints: Constraints,
) -> tuple[People, tuple[dict[Node, str], frozenset[tuple[str, str]]]]:
    named = {**places, **bodies.ids}
    profiles = make_profiles(corpus, named, knowledge, bodies, constraints.nodes)
    people = resolve_people(profiles, constraints)
    return people, name_people(corpus, people, honorifics(knowledge))


def _heads(corpus: Corpus, persons: Mapping[Node, str], knowledge: Knowledge) -> Heads:
    """Return for each body who holds which role in it; of a party, who is a member."""
    found: defaultdict[Node, set[tuple[str, str]]] = defaultdict(set)
    for node, path in persons.items():
        for post in corpus.objects(node, Relation.HOLDS):
            if post not in corpus.referents:
                continue
            role = base_role(corpus.referents[post].role, knowledge)
            for body in corpus.objects(post, Relation.POST_IN):
                found[body].add((path, role))
        for body in corpus.objects(node, Relation.MEMBER_OF):
            if body in corpus.referents and corpus.referents[body].kind is Kind.PARTY:
                found[body].add((path, "member"))
    return {body: frozenset(heads) for body, heads in found.items()}
