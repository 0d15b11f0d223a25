"""Resolution -> RDF, exactly as the vocabulary says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.metadata import version
from itertools import groupby
from operator import itemgetter
from typing import Final

import pyoxigraph as ox
from rdflib import DCTERMS, ORG, OWL, PROV, RDF, SKOS, XSD, URIRef

from graphkit.graph.iris import assertion_iri, check_base, entity_iri
from graphkit.graph.labels import Namer, concept_names, role_id
from graphkit.graph.lines import read_lines, sort_lines
from graphkit.graph.terms import date_literal, decimal_literal, node
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
    Status,
    Support,
    Told,
)
from graphkit.vocab import BASE_IRI, GK, NIF, SCHEMA, classes_of, expand

# What a release is said to mention: things with a name, no posts, events or quotations.
NAMED: Final = PLACES | BODIES | {Kind.PERSON}
# Written in most lines, and so not looked up for each.
_TYPE, _IS_PART_OF, _BEGIN, _END, _ANCHOR = (
    f"<{iri}>" for iri in (RDF.type, SCHEMA.isPartOf, NIF.beginIndex, NIF.endIndex, NIF.anchorOf)
)
_CONFIDENCE, _EXTRACTOR, _DENIED_IN, _DERIVED_FROM, _INTEGER = (
    f"<{iri}>"
    for iri in (GK.confidence, GK.extractor, GK.deniedIn, PROV.wasDerivedFrom, XSD.integer)
)


def make_triples(
    told: Told, knowledge: Knowledge, *, base_iri: str = BASE_IRI
) -> Iterator[ox.Quad]:
    """Yield the quads of the graph, each in the default graph; some come more than once.

    :raises OntologyError: if ``base_iri`` cannot be a base.
    """
    yield from read_lines(make_lines(told, knowledge, base_iri=base_iri))


def make_lines(told: Told, knowledge: Knowledge, *, base_iri: str = BASE_IRI) -> Iterator[str]:
    """Yield what ``make_triples`` does as lines of N-Triples.

    Terms cost more than the text that they are written as. What is told is read one by one,
    and more than once; the texts of releases are in memory one at a time.

    :raises OntologyError: if ``base_iri`` cannot be a base.
    """
    check_base(base_iri)
    officials = {
        fact.subject
        for fact in told.facts
        if fact.relation is Relation.HOLDS and not _is_denied(fact)
    }
    namer = Namer(told.entities, told.facts, knowledge)
    concepts: set[str] = set()
    for entity in told.entities:
        yield from _entity_lines(entity, entity.id in officials, base_iri)
        yield from _label_lines(entity, namer, base_iri)
        concepts.update(entity.topics, filter(None, [role_id(entity.role)]))
    yield from _concept_lines(concepts, knowledge, base_iri)
    for fact in told.facts:
        yield from _fact_lines(fact, base_iri)
    for release, places in _find_passages(told):
        yield from _release_lines(release, base_iri)
        yield from _passage_lines(release, places, base_iri)


def _find_passages(told: Told) -> Iterator[tuple[Release, list[tuple[int, int]]]]:
    """Yield each release with the passages that support a fact."""
    numbers = {release.id: number for number, release in enumerate(told.releases)}
    passages = (support.passage for fact in told.facts for support in fact.support)
    lines = sort_lines(f"{numbers[p.release]:09} {p.begin} {p.end}" for p in passages)
    left = groupby((tuple(map(int, line.split())) for line in lines), key=itemgetter(0))
    at, places = next(left, (-1, iter(())))
    for number, release in enumerate(told.releases):
        if number != at:
            yield release, []
            continue
        yield release, [(begin, end) for _, begin, end in places]
        at, places = next(left, (-1, iter(())))


def _line(subject: str, predicate: URIRef, value: str) -> str:
    return f"{subject} <{predicate}> {value} ."


def _types(subject: str, name: str) -> Iterator[str]:
    return (f"{subject} {_TYPE} <{cls}> ." for cls in _classes_of(name))


@lru_cache(maxsize=128)
def _classes_of(name: str) -> tuple[URIRef, ...]:
    return tuple(classes_of(name))


@lru_cache(maxsize=1 << 12)
def _entity(path: str, base: str) -> str:
    return str(entity_iri(path, base))


def _release(release: str, base: str) -> str:
    return _entity(f"release/{release}", base)


@lru_cache(maxsize=1 << 12)
def _text(text: str, language: str | None = None) -> str:
    return str(ox.Literal(text, language=language))


def _release_lines(release: Release, base: str) -> Iterator[str]:
    iri = _release(release.id, base)
    yield from _types(iri, "Release")
    yield _line(iri, SCHEMA.inLanguage, _text(release.language))
    yield _line(iri, DCTERMS.source, _text(str(release.source)))
    if release.title:
        yield _line(iri, SCHEMA.headline, _text(release.title, release.language))
    if release.date:
        yield _line(iri, SCHEMA.datePublished, str(date_literal(release.date)))
    if release.publisher:
        yield _line(iri, SCHEMA.publisher, _text(release.publisher))
    if release.url:
        yield _line(iri, SCHEMA.url, _text(release.url))


def _entity_lines(entity: Entity, official: bool, base: str) -> Iterator[str]:
    iri = _entity(entity.id, base)
    yield from _types(iri, "Official" if official else entity.kind)
    if entity.notation:
        yield _line(iri, SKOS.notation, _text(entity.notation))
    for other in entity.same_as:
        same = str(node(other)) if "://" in other else _entity(other, base)
        yield _line(iri, OWL.sameAs, same)
    for other in entity.replaces:
        yield _line(_entity(other, base), DCTERMS.isReplacedBy, iri)
    if entity.role:
        yield _line(iri, ORG.role, _entity(role_id(entity.role) or "", base))
    if entity.kind in NAMED:
        for release in entity.releases:
            yield _line(_release(release, base), SCHEMA.mentions, iri)
        return
    for topic in entity.topics:
        yield _line(iri, SCHEMA.about, _entity(topic, base))
    if entity.status is not Status.ASSERTED:
        yield _line(iri, GK.status, _text(entity.status.value))
    if entity.kind in EVENTS:
        for release in entity.releases:
            yield _line(iri, SCHEMA.subjectOf, _release(release, base))
        if entity.date:
            yield _line(iri, SCHEMA.startDate, str(date_literal(entity.date)))
    elif entity.kind is Kind.QUOTATION:
        for release in entity.releases:
            yield _line(iri, SCHEMA.isPartOf, _release(release, base))
        if entity.text is not None:
            yield _line(iri, SCHEMA.text, _text(entity.text, entity.language))


def _label_lines(entity: Entity, namer: Namer, base: str) -> Iterator[str]:
    iri = _entity(entity.id, base)
    chosen, others = namer.labels(entity)
    for predicate, names in ((SKOS.prefLabel, chosen), (SKOS.altLabel, others)):
        for name in names:
            yield _line(iri, predicate, _text(name.text, name.language))


def _concept_lines(used: Iterable[str], knowledge: Knowledge, base: str) -> Iterator[str]:
    """Yield the roles and topics that are used, and what is broader than them."""
    every = {path for one in used for path in _ancestors(one, knowledge)}
    for path in sorted(every):
        iri = _entity(path, base)
        scheme = path.partition("/")[0]
        yield f"{iri} {_TYPE} <{SKOS.Concept}> ."
        yield _line(iri, SKOS.inScheme, _entity(f"scheme/{scheme}", base))
        concept = knowledge.get(path)
        if concept and concept.broader:
            yield _line(iri, SKOS.broader, _entity(concept.broader, base))
        preferred = {(text, lang) for text, lang in _preferred(path, knowledge)}
        for name in concept_names(concept):
            is_first = (name.text, name.language) in preferred
            predicate = SKOS.prefLabel if is_first else SKOS.altLabel
            yield _line(iri, predicate, _text(name.text, name.language))


def _ancestors(path: str, knowledge: Knowledge) -> Iterator[str]:
    yield path
    yield from (concept.id for concept in knowledge.ancestors(path))


def _preferred(path: str, knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    concept = knowledge.get(path)
    for label in concept.labels if concept else ():
        if label.use == Use.PREFERRED:
            yield label.text, label.language


@lru_cache(maxsize=64)
def _property(relation: Relation) -> str:
    return str(expand(relation))


@lru_cache(maxsize=64)
def _with_version(extractor: str) -> str:
    """Return the name and version of an extractor; ours have the version of the package."""
    if "/" in extractor:
        return extractor
    return f"graphkit.{extractor}/{version('graphkit-press')}"


def _is_denied(fact: Fact) -> bool:
    return bool(fact.support) and all(s.status is Status.DENIED for s in fact.support)


def _fact_lines(fact: Fact, base: str) -> Iterator[str]:
    """Yield a fact's triple once, and one Assertion for each status that it is told with.

    What is only denied has no triple, so that nobody reads it as said; its Assertion
    remains, with the denying passage under ``gk:deniedIn``.
    """
    subject, target = _entity(fact.subject, base), _entity(fact.object, base)
    predicate = _property(fact.relation)
    if not _is_denied(fact):
        yield f"{subject} <{predicate}> {target} ."
    by_status: dict[Status, list[Support]] = {}
    for support in fact.support:
        by_status.setdefault(support.status, []).append(support)
    for status, supports in by_status.items():
        parts = [subject[1:-1], predicate, target[1:-1]]
        extra = [] if status is Status.ASSERTED else [status.value]
        iri = str(assertion_iri(*parts, *extra, base_iri=base))
        yield from _types(iri, "Assertion")
        yield f"{iri} <{RDF.subject}> {subject} ."
        yield f"{iri} <{RDF.predicate}> <{predicate}> ."
        yield f"{iri} <{RDF.object}> {target} ."
        if status is not Status.ASSERTED:
            yield _line(iri, GK.status, _text(status.value))
        yield from _evidence_lines(iri, status, supports, base)


def _evidence_lines(iri: str, status: Status, supports: list[Support], base: str) -> Iterator[str]:
    confidence = max(support.confidence for support in supports)
    yield f"{iri} {_CONFIDENCE} {decimal_literal(confidence)} ."
    source = _DENIED_IN if status is Status.DENIED else _DERIVED_FROM
    for extractor in {support.extractor for support in supports}:
        yield f"{iri} {_EXTRACTOR} {_text(_with_version(extractor))} ."
    for support in supports:
        at = support.passage
        yield f"{iri} {source} {_release(at.release, base)[:-1]}#char={at.begin},{at.end}> ."


def _passage_lines(release: Release, places: Iterable[tuple[int, int]], base: str) -> Iterator[str]:
    whole = _release(release.id, base)
    for begin, end in places:
        iri = f"{whole[:-1]}#char={begin},{end}>"
        yield from _types(iri, "Passage")
        yield f"{iri} {_IS_PART_OF} {whole} ."
        yield f'{iri} {_BEGIN} "{begin}"^^{_INTEGER} .'
        yield f'{iri} {_END} "{end}"^^{_INTEGER} .'
        yield f"{iri} {_ANCHOR} {ox.Literal(release.text[begin:end])} ."
