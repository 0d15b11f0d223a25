"""Python values <-> RDF terms."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Final

import pyoxigraph as ox

Node = ox.NamedNode | ox.Literal
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
# Shape of a date, possibly shortened -> XML Schema type.
_DATES: Final = (
    (re.compile(r"\d{4}-\d\d-\d\d"), "date"),
    (re.compile(r"\d{4}-\d\d"), "gYearMonth"),
    (re.compile(r"\d{4}"), "gYear"),
    (re.compile(r"--\d\d-\d\d"), "gMonthDay"),
    (re.compile(r"--\d\d"), "gMonth"),
)
_LEAP_YEAR: Final = "2000"


@lru_cache(maxsize=4096)
def node(iri: str) -> ox.NamedNode:
    """Return the term of an IRI."""
    return ox.NamedNode(iri)


def date_literal(text: str) -> ox.Literal:
    """Return a date, or a part of one (``2026-05``, ``--05-13``), as a typed literal.

    What is no date of the calendar stays plain text: a typed one would be refused by
    the readers of the graph.

    >>> date_literal("2026-05").datatype.value
    'http://www.w3.org/2001/XMLSchema#gYearMonth'
    >>> str(date_literal("2026-02-31"))
    '"2026-02-31"'
    """
    for shape, name in _DATES:
        if shape.fullmatch(text) and _is_calendar_date(text):
            return ox.Literal(text, datatype=ox.NamedNode(_XSD + name))
    return ox.Literal(text)


def _is_calendar_date(text: str) -> bool:
    digits = text.replace("--", f"{_LEAP_YEAR}-", 1) if text.startswith("--") else text
    try:
        date.fromisoformat(digits + "-01" * (2 - digits.count("-")))
    except ValueError:
        return False
    return True


def decimal_literal(value: float) -> ox.Literal:
    """Return a number as xsd:decimal in the canonical form that Oxigraph writes.

    >>> decimal_literal(0.90).value, decimal_literal(1.0).value
    ('0.9', '1')
    """
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return ox.Literal(text, datatype=ox.NamedNode(f"{_XSD}decimal"))


def integer_literal(value: int) -> ox.Literal:
    """Return a whole number as xsd:integer."""
    return ox.Literal(str(value), datatype=ox.NamedNode(f"{_XSD}integer"))


def local_name(iri: str) -> str:
    """Return what stands after the last ``#`` or ``/`` of an IRI.

    >>> local_name("https://w3id.org/graphkit/ns#Meeting")
    'Meeting'
    """
    return re.split(r"[#/]", iri)[-1]


def value_of(term: Term) -> str:
    """Return the IRI of a node, the text of a literal.

    >>> value_of(ox.Literal("Алматы", language="kk"))
    'Алматы'
    """
    return str(term) if isinstance(term, ox.Triple) else term.value
