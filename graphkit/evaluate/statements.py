"""Graph -> what one release states."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

import pyoxigraph as ox
from rdflib import DCTERMS, ORG, PROV, RDF, SKOS, URIRef

from graphkit.evaluate.gold import Fact
from graphkit.evaluate.text import normalize
from graphkit.graph import Graph
from graphkit.vocab import GK, ROLE_IRI, SCHEMA

# Gold type -> class, the most specific first: the first that fits decides.
TYPES: Final = (
    ("Parliament", GK.Parliament), ("Chamber", GK.Chamber),
    ("ParliamentaryGroup", GK.ParliamentaryGroup), ("GovernmentBody", GK.GovernmentBody),
    ("InternationalOrganization", GK.InternationalOrganization), ("Party", GK.Party),
    ("Country", GK.Country), ("Region", GK.Region), ("City", GK.City),
    ("Person", SCHEMA.Person), ("Organization", ORG.Organization),
)  # fmt: skip
EVENTS: Final = tuple(
    (name, GK[name])
    for name in ("Meeting", "Call", "Visit", "Conference", "Signing", "Appointment", "Election")
)
STRUCTURE: Final = {
    "partOf": ORG.subOrganizationOf, "ofCountry": GK.ofCountry, "concerns": GK.concerns,
}  # fmt: skip


class Reader:
    """Looks up IRIs and texts of a graph, by strings."""

    def __init__(self, graph: Graph) -> None:
        self._store = graph.store

    def objects(self, subject: str, predicate: URIRef) -> set[str]:
        """Return the objects of a subject: IRIs, and the texts of literals."""
        found = self._store.quads_for_pattern(
            ox.NamedNode(subject), ox.NamedNode(str(predicate)), None
        )
        return {_value(quad.object) for quad in found}

    def subjects(self, predicate: URIRef, target: str) -> set[str]:
        """Return the subjects of an IRI."""
        found = self._store.quads_for_pattern(
            None, ox.NamedNode(str(predicate)), ox.NamedNode(target)
        )
        return {_value(quad.subject) for quad in found}

    def has(self, subject: str, predicate: URIRef, target: str) -> bool:
        """Say whether a triple is in the graph."""
        return target in self.objects(subject, predicate)

    def one(self, subject: str, predicate: URIRef) -> str:
        """Return one object, the empty text where there is none."""
        return min(self.objects(subject, predicate), default="")

    def releases(self) -> dict[str, str]:
        """Return the IRI of each release by the stem of its source."""
        found = self._store.quads_for_pattern(None, ox.NamedNode(str(DCTERMS.source)), None)
        pairs = sorted((_value(quad.object), _value(quad.subject)) for quad in found)
        return {PurePosixPath(source).stem: iri for source, iri in pairs}

    def type(self, entity: str) -> str | None:
        """Return the gold type of an entity, None for what is not annotated."""
        have = self.objects(entity, RDF.type)
        return next((name for name, cls in TYPES if str(cls) in have), None)

    def event_types(self, event: str) -> list[str]:
        """Return the gold types of an event."""
        have = self.objects(event, RDF.type)
        return [name for name, cls in EVENTS if str(cls) in have]

    def names(self, entity: str) -> set[str]:
        """Return the names of an entity as they are compared."""
        labels = self.objects(entity, SKOS.prefLabel) | self.objects(entity, SKOS.altLabel)
        return {normalize(label) for label in labels}

    def broader(self, concept: str) -> set[str]:
        """Return a concept and all that is broader."""
        found, todo = {concept}, [concept]
        while todo:
            for above in self.objects(todo.pop(), SKOS.broader) - found:
                found.add(above)
                todo.append(above)
        return found


def _value(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    return str(term) if isinstance(term, ox.Triple) else term.value


@dataclass(frozen=True, slots=True)
class Statements:
    """What one release states, in IRIs of the graph."""

    reader: Reader
    triples: frozenset[tuple[str, str, str]]
    entities: frozenset[str]
    events: frozenset[str]
    quotes: tuple[tuple[str, str], ...]


def read_statements(reader: Reader, release: str) -> Statements:
    """Collect what a release states: through its passages, mentions, events and quotations."""
    triples = set()
    parts = reader.subjects(SCHEMA.isPartOf, release)
    for passage in parts:
        for assertion in reader.subjects(PROV.wasDerivedFrom, passage):
            terms = (RDF.subject, RDF.predicate, RDF.object)
            s, p, o = (reader.one(assertion, term) for term in terms)
            triples.add((s, p, o))
    mentioned = reader.objects(release, SCHEMA.mentions)
    told = reader.subjects(SCHEMA.subjectOf, release)
    quotations = sorted(one for one in parts if reader.has(one, RDF.type, str(SCHEMA.Quotation)))
    return Statements(
        reader,
        frozenset(triples),
        frozenset(one for one in mentioned if reader.type(one)),
        frozenset(one for one in told if reader.event_types(one)),
        tuple((reader.one(q, SCHEMA.text), reader.one(q, SCHEMA.creator)) for q in quotations),
    )


def read_posts(stated: Statements) -> dict[str, set[Fact]]:
    """Return the facts about posts by kind; ``role`` holds person and all roles of the chain."""
    reader = stated.reader
    out: dict[str, set[Fact]] = defaultdict(set)
    for person, predicate, target in stated.triples:
        if predicate == str(ORG.memberOf):
            out["member"].add((person, target))
        if predicate != str(ORG.holds):
            continue
        for role in reader.objects(target, ORG.role):
            chain = {one for one in reader.broader(role) if one.startswith(ROLE_IRI)}
            out["role"].add((person, *sorted(one[len(ROLE_IRI) :] for one in chain)))
        own = reader.objects(target, GK.ofCountry)
        for body in reader.objects(target, ORG.postIn):
            out["post body"].add((person, body))
            if not own:
                lands = reader.objects(body, GK.ofCountry)
                out["post country"] |= {(person, land) for land in lands}
        out["post country"] |= {(person, land) for land in own}
        out["accredited"] |= {(person, one) for one in reader.objects(target, GK.accreditedTo)}
    return out
