"""Graph -> FollowTheMoney entities, as JSON lines: what Aleph and the OpenSanctions tools read.

The schemata and their properties are those of https://followthemoney.tech; the test reads
every entity with the package ``followthemoney``.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import BinaryIO, Final

from rdflib import DCTERMS, ORG, PROV, RDF, SKOS, URIRef

from graphkit.graph import Graph
from graphkit.graph.terms import value_of
from graphkit.tongues import TONGUES
from graphkit.vocab import GK, NIF, SCHEMA

# Most specific first; places are no entities there, they are codes and texts of others.
_SCHEMATA: Final = (
    (SCHEMA.Person, "Person"),
    (GK.Parliament, "PublicBody"),
    (GK.Chamber, "PublicBody"),
    (GK.ParliamentaryGroup, "PublicBody"),
    (GK.GovernmentBody, "PublicBody"),
    (ORG.Organization, "Organization"),
    (ORG.Post, "Position"),
    (SCHEMA.Event, "Event"),
    (GK.Release, "Article"),
)
_ID: Final = re.compile(r"[^0-9A-Za-z.-]+")
Index = dict[str, dict[str, list[str]]]
Entity = dict[str, object]


def write_ftm(graph: Graph, out: BinaryIO) -> None:
    """Write one JSON object a line, sorted by id."""
    index = _read(graph)
    base = graph.base_iri
    entities = [*_things(index, base), *_links(index, base)]
    for entity in sorted(entities, key=lambda entity: str(entity["id"])):
        out.write(json.dumps(entity, ensure_ascii=False).encode() + b"\n")


def _read(graph: Graph) -> Index:
    """Return the values of all subjects by property."""
    index: Index = defaultdict(lambda: defaultdict(list))
    for quad in sorted(graph.store.quads_for_pattern(None, None, None, None), key=str):
        index[value_of(quad.subject)][quad.predicate.value].append(value_of(quad.object))
    return index


def make_id(iri: str, base: str) -> str:
    """Return the id of an entity: FollowTheMoney takes letters, digits, dots and hyphens.

    >>> make_id("https://w3id.org/graphkit/id/country/KZ", "https://w3id.org/graphkit/id/")
    'gk-country.KZ'
    """
    return "gk-" + _ID.sub("-", iri.removeprefix(base).replace("/", ".")).strip("-.")


def _schema(values: dict[str, list[str]]) -> str | None:
    types = set(values.get(str(RDF.type), ()))
    return next((name for cls, name in _SCHEMATA if str(cls) in types), None)


def _make(iri: str, schema: str, properties: dict[str, list[str]]) -> Entity:
    filled = {name: sorted(set(values)) for name, values in properties.items() if values}
    return {"id": iri, "schema": schema, "properties": filled}


def _things(index: Index, base: str) -> Iterator[Entity]:
    for iri in list(index):
        schema = _schema(index[iri])
        if schema is None:
            continue
        make = {"Event": _event, "Article": _article, "Position": _position}.get(schema, _actor)
        yield _make(make_id(iri, base), schema, make(index, iri, base))


def _get(index: Index, iri: str, predicate: URIRef) -> list[str]:
    return index[iri].get(str(predicate), []) if iri in index else []


def _names(index: Index, iri: str) -> dict[str, list[str]]:
    return {
        "name": _get(index, iri, SKOS.prefLabel),
        "alias": _get(index, iri, SKOS.altLabel),
    }


def _codes(index: Index, countries: list[str]) -> list[str]:
    return [code.lower() for one in countries for code in _get(index, one, SKOS.notation)]


def _actor(index: Index, iri: str, base: str) -> dict[str, list[str]]:
    posts = _get(index, iri, ORG.holds)
    countries = _get(index, iri, GK.ofCountry)
    countries += [land for post in posts for land in _get(index, post, GK.ofCountry)]
    titles = [label for post in posts for label in _get(index, post, SKOS.prefLabel)]
    bodies = [one for one in _get(index, iri, ORG.subOrganizationOf) if _schema(index[one])]
    found = {"country": _codes(index, countries), "position": titles}
    found["parent"] = [make_id(one, base) for one in bodies]
    return {**_names(index, iri), **found}


def _position(index: Index, iri: str, base: str) -> dict[str, list[str]]:
    bodies = _get(index, iri, ORG.postIn)
    found = {"country": _codes(index, _get(index, iri, GK.ofCountry))}
    found["organization"] = [make_id(one, base) for one in bodies]
    return {**_names(index, iri), **found}


def _event(index: Index, iri: str, base: str) -> dict[str, list[str]]:
    places = _get(index, iri, SCHEMA.location)
    people = [one for one in _get(index, iri, SCHEMA.attendee) if _schema(index[one])]
    dates = [date for date in _get(index, iri, SCHEMA.startDate) if not date.startswith("-")]
    return {
        **_names(index, iri),
        "date": dates,
        "location": [label for place in places for label in _get(index, place, SKOS.prefLabel)],
        "involved": [make_id(one, base) for one in people],
        "proof": [make_id(one, base) for one in _get(index, iri, SCHEMA.subjectOf)],
    }


def _article(index: Index, iri: str, base: str) -> dict[str, list[str]]:
    said = _get(index, iri, SCHEMA.inLanguage)
    return {
        "title": _get(index, iri, SCHEMA.headline),
        "fileName": _get(index, iri, DCTERMS.source),
        "publishedAt": _get(index, iri, SCHEMA.datePublished),
        "publisher": _get(index, iri, SCHEMA.publisher),
        "sourceUrl": _get(index, iri, SCHEMA.url),
        "language": [TONGUES[tag].iso for tag in said if tag in TONGUES],
    }


def _links(index: Index, base: str) -> Iterator[Entity]:
    """Yield posts held and memberships, each with its sentences and releases."""
    kinds = {
        str(ORG.holds): ("Occupancy", "holder", "post"),
        str(ORG.memberOf): ("Membership", "member", "organization"),
    }
    for iri in list(index):
        terms = [_get(index, iri, term) for term in (RDF.subject, RDF.predicate, RDF.object)]
        if not all(terms) or terms[1][0] not in kinds:
            continue
        schema, source, target = kinds[terms[1][0]]
        passages = _get(index, iri, PROV.wasDerivedFrom)
        releases = [one for p in passages for one in _get(index, p, SCHEMA.isPartOf)]
        dates = [date for one in releases for date in _get(index, one, SCHEMA.datePublished)]
        properties = {
            source: [make_id(terms[0][0], base)],
            target: [make_id(terms[2][0], base)],
            "proof": [make_id(one, base) for one in releases],
            "date": dates,
            "summary": [text for p in passages for text in _get(index, p, NIF.anchorOf)],
            "status": _get(index, iri, GK.status),
        }
        if schema == "Occupancy":
            # There it is a closed list of words that only a person may choose from.
            properties.pop("status")
        yield _make(make_id(iri, base), schema, properties)
