"""Bodies of the corpus -> ids, each round with the parents and countries of the one before."""

from __future__ import annotations

from collections import ChainMap, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from graphkit.knowledge.concepts import Concept, Knowledge, Scheme
from graphkit.model import BODIES, GROUPS, Kind, Name, Referent, Relation
from graphkit.resolve.bodies import (
    Body,
    Heads,
    cluster_bodies,
    is_mission,
    is_unique,
    name_key,
)
from graphkit.resolve.constraints import Constraints
from graphkit.resolve.corpus import Corpus, Node, Same
from graphkit.resolve.slugs import digest, rank, slugify

# A department of a ministry needs two rounds, an office in it three.
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Belonging:
    """Ids of bodies by node; for each id its country, and its parent with its partner.

    ``akin``: what two bodies share that are likely one, "the EU's mission to Kazakhstan"
    in two languages, though nothing says that there is only one such. ``bodies`` are the
    facts behind it.
    """

    ids: Mapping[Node, str]
    country_of: Mapping[str, str]
    akin: Mapping[str, str]
    bodies: tuple[Body, ...] = ()


def resolve_bodies(
    corpus: Corpus,
    places: Mapping[Node, str],
    knowledge: Knowledge,
    constraints: Constraints,
    heads: Heads,
) -> Belonging:
    """Return the ids of all bodies; ``heads`` as in ``bodies.cluster_bodies``."""
    links = {node: r.link for node, r in corpus.of_kind(BODIES) if r.link}
    known = Belonging(
        links, {c.id: c.country for c in knowledge if c.country and c.kind in BODIES}, {}
    )
    same = Same()
    for _ in range(ROUNDS):
        bodies = [
            _read_body(corpus, node, referent, places, known, knowledge, same)
            for node, referent in corpus.of_kind(BODIES)
        ]
        clusters = cluster_bodies(bodies, knowledge, constraints, heads)
        found = _name_clusters(corpus, bodies, clusters, known, knowledge)
        done = found.ids == known.ids
        known = found
        if done:
            break
    return known


def _read_body(
    corpus: Corpus,
    node: Node,
    referent: Referent,
    places: Mapping[Node, str],
    known: Belonging,
    knowledge: Knowledge,
    same: Same,
) -> Body:
    ids = ChainMap[Node, str]({}, places, known.ids)  # type: ignore[arg-type]

    def objects(relation: Relation) -> frozenset[str]:
        return frozenset(ids[n] for n in corpus.objects(node, relation) if n in ids)

    countries, parents = objects(Relation.OF_COUNTRY), objects(Relation.PART_OF)
    countries = countries or frozenset(
        known.country_of[p] for p in parents if p in known.country_of
    )
    link = referent.link or _find_link(referent.kind, referent.type, countries, knowledge)
    if (concept := knowledge.get(link)) is not None:
        countries = frozenset({concept.country} if concept.country else ())
        parents = frozenset({concept.part_of} if concept.part_of else ())
    kind_of_body = (concept.type if concept else None) or referent.type
    return Body(
        node,
        same(frozenset({referent.kind})),
        same(frozenset({link} if link else ())),
        same(frozenset({kind_of_body} if kind_of_body else ())),
        same(countries),
        same(parents),
        same(objects(Relation.CONCERNS)),
        same(frozenset(_name_keys(referent.names, countries | parents, knowledge))),
        same(frozenset(name.language for name in referent.names)),
    )


@lru_cache(maxsize=1 << 12)
def _find_link(
    kind: Kind, type_of: str | None, countries: frozenset[str], knowledge: Knowledge
) -> str | None:
    """Return the known body that country and type leave no choice about."""
    fitting = [
        concept.id
        for country in countries
        for concept in _bodies_by_country(knowledge).get(country, ())
        if _is_the(kind, type_of, concept, knowledge)
    ]
    return fitting[0] if len(fitting) == 1 else None


@lru_cache(maxsize=4)
def _bodies_by_country(knowledge: Knowledge) -> Mapping[str, list[Concept]]:
    found: defaultdict[str, list[Concept]] = defaultdict(list)
    for concept in knowledge.scheme(Scheme.BODY):
        if concept.country is not None:
            found[concept.country].append(concept)
    return found


def _is_the(kind: Kind, type_of: str | None, concept: Concept, knowledge: Knowledge) -> bool:
    if kind is Kind.PARLIAMENT:
        return concept.kind is Kind.PARLIAMENT
    return concept.type == type_of and is_unique(type_of, knowledge)


def _name_keys(
    names: Sequence[Name], owners: frozenset[str], knowledge: Knowledge
) -> set[tuple[str, ...]]:
    """Return the names without the words for the country or parent that they belong to."""
    dropped = _words_of(owners, knowledge)
    return {key for name in names if (key := name_key(name.text, dropped))}


@lru_cache(maxsize=1 << 12)
def _words_of(owners: frozenset[str], knowledge: Knowledge) -> frozenset[str]:
    concepts = (knowledge.get(owner) for owner in owners)
    labels = chain.from_iterable(concept.labels for concept in concepts if concept)
    return frozenset(stem for label in labels for stem in name_key(label.text))


def _name_clusters(
    corpus: Corpus,
    bodies: Sequence[Body],
    clusters: list[list[Node]],
    known: Belonging,
    knowledge: Knowledge,
) -> Belonging:
    """Give each cluster an id from its content; two of one id get a suffix each."""
    by_node = {body.node: body for body in bodies}
    wanted: defaultdict[str, list[list[Node]]] = defaultdict(list)
    country_of, akin = dict(known.country_of), dict[str, str]()
    for cluster in clusters:
        members = [by_node[node] for node in sorted(cluster)]
        wanted[body_id(corpus, members, knowledge)].append(cluster)
    ids = {}
    for path, same in wanted.items():
        for cluster in same:
            own = path if len(same) == 1 else f"{path}-{_content(corpus, cluster)}"
            countries = {c for node in cluster for c in by_node[node].countries}
            if countries:
                country_of[own] = min(countries)
            parents = {p for node in cluster for p in by_node[node].parents}
            concerns = {c for node in cluster for c in by_node[node].concerns}
            if parents and concerns:
                akin[own] = " ".join([min(parents), *sorted(concerns)])
            ids.update(dict.fromkeys(cluster, own))
    return Belonging(ids, country_of, akin, tuple(bodies))


def _content(corpus: Corpus, cluster: list[Node]) -> str:
    return digest(*sorted({n.text for node in cluster for n in corpus.referents[node].names}))


def body_id(corpus: Corpus, members: Sequence[Body], knowledge: Knowledge) -> str:
    """Return the id of a body: the known one, or its owner's with its own name or type."""
    links = sorted({link for body in members for link in body.links})
    if links:
        return links[0]
    parents = sorted({p for body in members for p in body.parents}, key=lambda p: (-len(p), p))
    countries = sorted({c for body in members for c in body.countries})
    concerns = sorted({c for body in members for c in body.concerns})
    stem = _stem(corpus, members, knowledge)
    if concerns:
        partners = "-".join(slugify(c.rpartition("/")[2]) for c in concerns)
        stem = f"{stem}-{partners}"
    if parents and parents[0].startswith("body/"):
        return f"{parents[0]}/{stem}"
    if countries:
        return f"body/{slugify(countries[0].rpartition('/')[2])}/{stem}"
    return f"body/{stem}"


def _stem(corpus: Corpus, members: Sequence[Body], knowledge: Knowledge) -> str:
    """Return the last part of an id: the type where it names the body, or the name."""
    types = sorted({t for body in members for t in body.types})
    parents = any(body.parents for body in members)
    partnered = any(body.concerns for body in members)
    kinds = {kind for body in members for kind in body.kinds} & {*GROUPS, Kind.EMBASSY}
    if partnered and (fine := kinds - {Kind.PARLIAMENTARY_GROUP, Kind.COMMITTEE, Kind.FACTION}):
        return _hyphenate(min(fine))
    single = [t for t in types if is_unique(t, knowledge)]
    if single and any(body.countries for body in members) and not parents:
        return single[0].rpartition("/")[2]
    missions = [t for t in types if is_mission(t, knowledge)]
    if missions and partnered:
        return missions[0].rpartition("/")[2]
    names = {name for body in members for name in corpus.referents[body.node].names}
    if not names:
        return digest(*map(str, members[0].node))
    return slugify(min(names, key=rank).text) or digest(*sorted(n.text for n in names))


def _hyphenate(kind: Kind) -> str:
    return "".join(f"-{c.lower()}" if c.isupper() else c for c in kind).strip("-")
