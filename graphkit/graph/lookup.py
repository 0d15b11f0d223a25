"""A name that a person types -> the entity that is meant."""

from __future__ import annotations

from typing import Final

import pyoxigraph as ox

from graphkit.errors import QueryError
from graphkit.graph.iris import entity_iri
from graphkit.graph.terms import local_name
from graphkit.tongues import TAGS

# The label is compared as it stands first: an index answers that, a FILTER reads all labels.
_EXACT: Final = """
SELECT DISTINCT ?entity {
  VALUES ?property { skos:prefLabel skos:altLabel skos:notation }
  VALUES ?name { %s }
  ?entity ?property ?name }
"""
_FOLDED: Final = """
SELECT DISTINCT ?entity {
  VALUES ?property { skos:prefLabel skos:altLabel }
  ?entity ?property ?label FILTER(LCASE(STR(?label)) = LCASE(%s)) }
"""
_SHOWN: Final = 5
# The old IRI of what was one while fewer releases were known (see graphkit.resolve.aliases).
_REPLACED: Final = ox.NamedNode("http://purl.org/dc/terms/isReplacedBy")
_SKOS: Final = {"skos": "http://www.w3.org/2004/02/skos/core#"}


def find_entity(store: ox.Store, name: str, base_iri: str) -> ox.NamedNode:
    """Return the entity of an IRI, of a path below the base, or of one of its names.

    :raises QueryError: if nothing, or more than one thing, has the name.
    """
    if name.startswith(("http://", "https://")):
        return ox.NamedNode(name.replace(" ", "%20"))
    if "/" in name:
        iri = entity_iri(name, base_iri)
        heirs = (quad.object for quad in store.quads_for_pattern(iri, _REPLACED, None, None))
        if paths := sorted(
            heir.value.removeprefix(base_iri) for heir in heirs if isinstance(heir, ox.NamedNode)
        ):
            raise QueryError(f"'{name}' is now the name of several: {', '.join(paths)}; give one")
        if any(store.quads_for_pattern(iri, None, None, None)):
            return iri
    tagged = (str(ox.Literal(name, language=language)) for language in TAGS)
    terms = [str(ox.Literal(name)), *tagged]
    found = _ask(store, _EXACT % " ".join(terms)) or _ask(store, _FOLDED % terms[0])
    if not found:
        raise QueryError(f"'{name}': nothing in the graph has this name; try another spelling")
    if len(found) > 1:
        paths = [iri.value.removeprefix(base_iri) for iri in found[:_SHOWN]]
        raise QueryError(f"'{name}' is the name of several: {', '.join(paths)}; give one of these")
    return found[0]


def _ask(store: ox.Store, sparql: str) -> list[ox.NamedNode]:
    rows = store.query(sparql, prefixes=_SKOS)
    assert isinstance(rows, ox.QuerySolutions)
    found = {row["entity"] for row in rows}
    return sorted((iri for iri in found if isinstance(iri, ox.NamedNode)), key=_by_path)


def _by_path(iri: ox.NamedNode) -> tuple[str, str]:
    return local_name(iri.value), iri.value
