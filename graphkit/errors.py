"""The errors that graphkit raises.

GraphkitError
├── SourceError       a source cannot be read at all               stop
├── ReleaseError      one release cannot be read                   skip it, count it, go on
├── LanguageError     no spaCy pipeline for a language             stop
├── OntologyError     a class or property is not in ontologies/    stop
├── StoreError        a store cannot be opened, written or reached stop
├── DecisionError     decisions contradict or cannot be read      stop
└── QueryError        SPARQL text does not parse                   stop
"""

from __future__ import annotations


class GraphkitError(Exception):
    """Base of all errors whose message is meant for the person who ran the command."""


class SourceError(GraphkitError):
    """A source cannot be read at all."""


class ReleaseError(GraphkitError):
    """One release cannot be read; the others go on."""


class LanguageError(GraphkitError):
    """There is no pipeline for a language."""


class OntologyError(GraphkitError):
    """A file in the ontologies is wrong, or a term is not in them."""


class StoreError(GraphkitError):
    """A store cannot be opened, written or reached."""


class QueryError(GraphkitError):
    """A query does not parse or cannot be answered."""


class DecisionError(GraphkitError):
    """Decisions on identity cannot be read, or contradict each other."""
