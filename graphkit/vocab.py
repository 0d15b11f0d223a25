"""The closed list of classes and properties that the graph is written with.

``ontologies/graphkit.ttl`` is the source of truth; ``tests/test_vocab.py`` fails when
this file and that one differ. A misspelt ``GK.vizited`` raises instead of making a new IRI.
"""

# ruff: noqa: N815 - the names are those of the RDF terms

from __future__ import annotations

from typing import Final

from rdflib import DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SDO, SKOS, XSD, URIRef
from rdflib.namespace import DefinedNamespace, Namespace

BASE_IRI: Final = "https://w3id.org/graphkit/id/"
ROLE_IRI: Final = "https://w3id.org/graphkit/role/"
SCHEMA = SDO


class GK(DefinedNamespace):
    """graphkit's own terms: only what no standard vocabulary has."""

    _fail = True
    _NS = Namespace("https://w3id.org/graphkit/ns#")

    AllPartyGroup: URIRef
    Appointment: URIRef
    Assertion: URIRef
    Call: URIRef
    Chamber: URIRef
    City: URIRef
    Committee: URIRef
    Conference: URIRef
    Country: URIRef
    Delegation: URIRef
    Election: URIRef
    Embassy: URIRef
    Faction: URIRef
    FriendshipGroup: URIRef
    GovernmentBody: URIRef
    InternationalOrganization: URIRef
    Meeting: URIRef
    Ministry: URIRef
    Official: URIRef
    Parliament: URIRef
    ParliamentaryGroup: URIRef
    Party: URIRef
    Passage: URIRef
    Region: URIRef
    Release: URIRef
    Signing: URIRef
    Visit: URIRef

    abbreviation: URIRef
    accreditedTo: URIRef
    adjective: URIRef
    alpha3: URIRef
    ambiguous: URIRef
    capital: URIRef
    concerns: URIRef
    confidence: URIRef
    deniedIn: URIRef
    deputyLabel: URIRef
    deputyRole: URIRef
    extractor: URIRef
    headLabel: URIRef
    headRole: URIRef
    implies: URIRef
    inhabitant: URIRef
    kind: URIRef
    memberRole: URIRef
    members: URIRef
    ofCountry: URIRef
    plover: URIRef
    status: URIRef
    trigger: URIRef
    type: URIRef


class NIF(DefinedNamespace):
    """The four terms of NIF 2.0 core that passages use."""

    _fail = True
    _NS = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")

    String: URIRef
    anchorOf: URIRef
    beginIndex: URIRef
    endIndex: URIRef


PREFIXES: Final[dict[str, str]] = {
    "dcterms": str(DCTERMS),
    "foaf": str(FOAF),
    "gk": str(GK),
    "nif": str(NIF),
    "org": str(ORG),
    "owl": str(OWL),
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "role": ROLE_IRI,
    "schema": str(SCHEMA),
    "skos": str(SKOS),
    "xsd": str(XSD),
}

# Class -> its superclasses up to the first column of the vocabulary, nearest first.
SUPERCLASSES: Final[dict[URIRef, tuple[URIRef, ...]]] = {
    GK.AllPartyGroup: (GK.ParliamentaryGroup, ORG.Organization),
    GK.Appointment: (SCHEMA.Event,),
    GK.Assertion: (RDF.Statement,),
    GK.Call: (SCHEMA.Event,),
    GK.Chamber: (ORG.Organization,),
    GK.City: (SCHEMA.City, SCHEMA.Place),
    GK.Committee: (GK.ParliamentaryGroup, ORG.Organization),
    GK.Conference: (SCHEMA.Event,),
    GK.Country: (SCHEMA.Country, SCHEMA.Place),
    GK.Delegation: (GK.ParliamentaryGroup, ORG.Organization),
    GK.Election: (SCHEMA.Event,),
    GK.Embassy: (GK.GovernmentBody, ORG.Organization),
    GK.Faction: (GK.ParliamentaryGroup, ORG.Organization),
    GK.FriendshipGroup: (GK.ParliamentaryGroup, ORG.Organization),
    GK.GovernmentBody: (ORG.Organization,),
    GK.InternationalOrganization: (ORG.Organization,),
    GK.Meeting: (SCHEMA.Event,),
    GK.Ministry: (GK.GovernmentBody, ORG.Organization),
    GK.Official: (SCHEMA.Person, FOAF.Person),
    GK.Parliament: (ORG.Organization,),
    GK.ParliamentaryGroup: (ORG.Organization,),
    GK.Party: (ORG.Organization,),
    GK.Passage: (NIF.String,),
    GK.Region: (SCHEMA.Place,),
    GK.Release: (SCHEMA.NewsArticle,),
    GK.Signing: (SCHEMA.Event,),
    GK.Visit: (SCHEMA.Event,),
    ORG.Organization: (),
    ORG.Post: (),
    SCHEMA.Person: (FOAF.Person,),
    SCHEMA.Quotation: (),
}

# Kinds of the model (by value: leaves do not import each other) that are not named in GK.
_STANDARD: Final[dict[str, URIRef]] = {
    "Organization": ORG.Organization,
    "Person": SCHEMA.Person,
    "Post": ORG.Post,
    "Quotation": SCHEMA.Quotation,
}


def class_of(kind: str) -> URIRef:
    """Return the class of a ``Kind``, or of a class's local name.

    :raises AttributeError: if there is no such class.

    >>> class_of("Embassy").n3()
    '<https://w3id.org/graphkit/ns#Embassy>'
    """
    return _STANDARD.get(kind) or GK[kind]


def classes_of(kind: str) -> tuple[URIRef, ...]:
    """Return every class that a thing of a ``Kind`` carries, the most specific first.

    >>> [c.fragment or c.split("/")[-1] for c in classes_of("City")]
    ['City', 'City', 'Place']
    """
    own = class_of(kind)
    return own, *SUPERCLASSES[own]


def expand(name: str) -> URIRef:
    """Return the IRI of a prefixed name, such as a ``Relation`` or the ``Use`` of a label.

    :raises KeyError: if the prefix is none of ``PREFIXES``.

    >>> expand("skos:prefLabel") == SKOS.prefLabel
    True
    """
    prefix, local = name.split(":", 1)
    return URIRef(PREFIXES[prefix] + local)


def shorten(iri: str) -> str:
    """Return the prefixed name of an IRI, or the IRI where no prefix fits.

    >>> shorten("https://w3id.org/graphkit/ns#concerns")
    'gk:concerns'
    """
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri
