"""Resolution -> RDF, exactly as the vocabulary says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.metadata import version
from typing import Final

import pyoxigraph as ox
from rdflib import DCTERMS, ORG, OWL, PROV, RDF, SKOS, URIRef

from graphkit.graph.iris import assertion_iri, check_base, entity_iri, passage_iri, release_iri
from graphkit.graph.labels import Namer, concept_names, role_id
from graphkit.graph.terms import Node, date_literal, decimal_literal, integer_literal, node
from graphkit.knowledge.concepts import Knowledge, Use
from graphkit.model import (
    BODIES,
    EVENTS,
    PLACES,
    Entity,
    Fact,
    Kind,
    Relation,
    Release,
    Resolution,
    Status,
    Support,
)
from graphkit.vocab import BASE_IRI, GK, NIF, SCHEMA, classes_of, expand

# What a release is said to mention: things with a name, no posts, events or quotations.
NAMED: Final = PLACES | BODIES | {Kind.PERSON}


def make_triples(
    resolution: Resolution, knowledge: Knowledge, *, base_iri: str = BASE_IRI
) -> Iterator[ox.Quad]:
    """Yield the quads of the graph, each in the default graph; some come more than once.

    :raises OntologyError: if ``base_iri`` cannot be a base.
    """
    check_base(base_iri)
    texts = {release.id: release.text for release in resolution.releases}
    officials = {
        fact.subject
        for fact in resolution.facts
        if fact.relation is Relation.HOLDS and not _is_denied(fact)
    }
    namer = Namer(resolution.entities, resolution.facts, knowledge)
    for release in resolution.releases:
        yield from _release_quads(release, base_iri)
    for entity in resolution.entities:
        yield from _entity_quads(entity, entity.id in officials, base_iri)
        yield from _label_quads(entity, namer, base_iri)
    yield from _concept_quads(resolution.entities, knowledge, base_iri)
    for fact in resolution.facts:
        yield from _fact_quads(fact, texts, base_iri)


def _quad(subject: ox.NamedNode, predicate: URIRef, value: Node) -> ox.Quad:
    return ox.Quad(subject, node(str(predicate)), value)


def _types(subject: ox.NamedNode, classes: Iterable[URIRef]) -> Iterator[ox.Quad]:
    for cls in classes:
        yield _quad(subject, RDF.type, node(str(cls)))


def _release_quads(release: Release, base: str) -> Iterator[ox.Quad]:
    iri = release_iri(release.id, base)
    yield from _types(iri, classes_of("Release"))
    yield _quad(iri, SCHEMA.inLanguage, ox.Literal(release.language))
    yield _quad(iri, DCTERMS.source, ox.Literal(str(release.source)))
    if release.title:
        yield _quad(iri, SCHEMA.headline, ox.Literal(release.title, language=release.language))
    if release.date:
        yield _quad(iri, SCHEMA.datePublished, date_literal(release.date))
    if release.publisher:
        yield _quad(iri, SCHEMA.publisher, ox.Literal(release.publisher))
    if release.url:
        yield _quad(iri, SCHEMA.url, ox.Literal(release.url))


def _entity_quads(entity: Entity, official: bool, base: str) -> Iterator[ox.Quad]:
    iri = entity_iri(entity.id, base)
    yield from _types(iri, classes_of("Official" if official else entity.kind))
    if entity.notation:
        yield _quad(iri, SKOS.notation, ox.Literal(entity.notation))
    for other in entity.same_as:
        same = node(other) if "://" in other else entity_iri(other, base)
        yield _quad(iri, OWL.sameAs, same)
    for other in entity.replaces:
        yield _quad(entity_iri(other, base), DCTERMS.isReplacedBy, iri)
    if entity.role:
        yield _quad(iri, ORG.role, entity_iri(role_id(entity.role) or "", base))
    if entity.kind in NAMED:
        for release in entity.releases:
            yield _quad(release_iri(release, base), SCHEMA.mentions, iri)
        return
    for topic in entity.topics:
        yield _quad(iri, SCHEMA.about, entity_iri(topic, base))
    if entity.status is not Status.ASSERTED:
        yield _quad(iri, GK.status, ox.Literal(entity.status.value))
    if entity.kind in EVENTS:
        for release in entity.releases:
            yield _quad(iri, SCHEMA.subjectOf, release_iri(release, base))
        if entity.date:
            yield _quad(iri, SCHEMA.startDate, date_literal(entity.date))
    elif entity.kind is Kind.QUOTATION:
        for release in entity.releases:
            yield _quad(iri, SCHEMA.isPartOf, release_iri(release, base))
        if entity.text is not None:
            yield _quad(iri, SCHEMA.text, ox.Literal(entity.text, language=entity.language))


def _label_quads(entity: Entity, namer: Namer, base: str) -> Iterator[ox.Quad]:
    iri = entity_iri(entity.id, base)
    chosen, others = namer.labels(entity)
    for predicate, names in ((SKOS.prefLabel, chosen), (SKOS.altLabel, others)):
        for name in names:
            yield _quad(iri, predicate, ox.Literal(name.text, language=name.language))


def _concept_quads(
    entities: Iterable[Entity], knowledge: Knowledge, base: str
) -> Iterator[ox.Quad]:
    """Yield the roles and topics that are used, and what is broader than them."""
    used = {role_id(entity.role) for entity in entities if entity.role}
    used.update(topic for entity in entities for topic in entity.topics)
    every = {path for one in used if one for path in _ancestors(one, knowledge)}
    for path in sorted(every):
        iri = entity_iri(path, base)
        scheme = path.partition("/")[0]
        yield _quad(iri, RDF.type, node(str(SKOS.Concept)))
        yield _quad(iri, SKOS.inScheme, entity_iri(f"scheme/{scheme}", base))
        concept = knowledge.get(path)
        if concept and concept.broader:
            yield _quad(iri, SKOS.broader, entity_iri(concept.broader, base))
        preferred = {(text, lang) for text, lang in _preferred(path, knowledge)}
        for name in concept_names(concept):
            is_first = (name.text, name.language) in preferred
            predicate = SKOS.prefLabel if is_first else SKOS.altLabel
            yield _quad(iri, predicate, ox.Literal(name.text, language=name.language))


def _ancestors(path: str, knowledge: Knowledge) -> Iterator[str]:
    yield path
    yield from (concept.id for concept in knowledge.ancestors(path))


def _preferred(path: str, knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    concept = knowledge.get(path)
    for label in concept.labels if concept else ():
        if label.use == Use.PREFERRED:
            yield label.text, label.language


@lru_cache(maxsize=64)
def _property(relation: Relation) -> ox.NamedNode:
    return node(str(expand(relation)))


@lru_cache(maxsize=64)
def _with_version(extractor: str) -> str:
    """Return the name and version of an extractor; ours have the version of the package."""
    if "/" in extractor:
        return extractor
    return f"graphkit.{extractor}/{version('graphkit-press')}"


def _is_denied(fact: Fact) -> bool:
    return bool(fact.support) and all(s.status is Status.DENIED for s in fact.support)


def _fact_quads(fact: Fact, texts: dict[str, str], base: str) -> Iterator[ox.Quad]:
    """Yield a fact's triple once, and one Assertion for each status that it is told with.

    What is only denied has no triple, so that nobody reads it as said; its Assertion
    remains, with the denying passage under ``gk:deniedIn``.
    """
    subject, target = entity_iri(fact.subject, base), entity_iri(fact.object, base)
    predicate = _property(fact.relation)
    if not _is_denied(fact):
        yield ox.Quad(subject, predicate, target)
    by_status: dict[Status, list[Support]] = defaultdict(list)
    for support in fact.support:
        by_status[support.status].append(support)
    for status, supports in by_status.items():
        parts = [subject.value, predicate.value, target.value]
        extra = [] if status is Status.ASSERTED else [status.value]
        iri = assertion_iri(*parts, *extra, base_iri=base)
        yield from _types(iri, classes_of("Assertion"))
        yield _quad(iri, RDF.subject, subject)
        yield _quad(iri, RDF.predicate, predicate)
        yield _quad(iri, RDF.object, target)
        if status is not Status.ASSERTED:
            yield _quad(iri, GK.status, ox.Literal(status.value))
        yield from _evidence_quads(iri, status, supports, texts, base)


def _evidence_quads(
    iri: ox.NamedNode,
    status: Status,
    supports: list[Support],
    texts: dict[str, str],
    base: str,
) -> Iterator[ox.Quad]:
    confidence = max(support.confidence for support in supports)
    yield _quad(iri, GK.confidence, decimal_literal(confidence))
    source = GK.deniedIn if status is Status.DENIED else PROV.wasDerivedFrom
    for support in supports:
        at = support.passage
        passage = passage_iri(at.release, at.begin, at.end, base)
        yield _quad(iri, GK.extractor, ox.Literal(_with_version(support.extractor)))
        yield _quad(iri, source, passage)
        yield from _types(passage, classes_of("Passage"))
        yield _quad(passage, SCHEMA.isPartOf, release_iri(at.release, base))
        yield _quad(passage, NIF.beginIndex, integer_literal(at.begin))
        yield _quad(passage, NIF.endIndex, integer_literal(at.end))
        anchor = texts[at.release][at.begin : at.end]
        yield _quad(passage, NIF.anchorOf, ox.Literal(anchor))
