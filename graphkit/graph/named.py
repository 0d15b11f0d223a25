"""Named queries: ``.rq`` files whose parameters are bound as RDF terms.

A file is plain SPARQL that runs anywhere. Its first lines say what it answers::

    # Which groups concern a region or country, and of which chamber are they part.
    # param partner: entity = ?      the region or country; all of them without it
    # param language: language = "en"
    SELECT … WHERE {
      VALUES (?language) { ("en") }
      …

A VALUES block holds the defaults; a parameter is put there as a term that Oxigraph has
written, so a value can never become a part of the query's text. One that no block names
goes into the first. What stands between the lines ``# if NAME`` and ``# end`` is left
out where the parameter is not given; after ``# unless NAME …``, where one of them is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import takewhile
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from graphkit.errors import QueryError
from graphkit.graph.terms import date_literal
from graphkit.tongues import TAGS

QUERIES: Final = Path(__file__).with_name("queries")
_PARAMETER: Final = re.compile(
    r'# param (?P<name>\w+): (?P<kind>\w+) = (?P<default>\?|"[^"]*")\s*(?P<help>.*)'
)
_VALUES: Final = re.compile(r"VALUES \(([^)]*)\) \{ \([^)]*\) \}")
_PART: Final = re.compile(r"^ *# (if|unless) ([\w ]+)\n(.*?)^ *# end\n", re.M | re.S)
Find = Callable[[str], ox.NamedNode]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a named query; without a default it may be left open."""

    name: str
    kind: str
    default: str | None
    help: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query of the package: what it answers, what it takes, and its text."""

    name: str
    summary: str
    parameters: tuple[Parameter, ...]
    text: str


@lru_cache(maxsize=1)
def list_named() -> tuple[NamedQuery, ...]:
    """Return the named queries of the package in the order of their names."""
    return tuple(read_named(file) for file in sorted(QUERIES.glob("*.rq")))


def load_named(name: str) -> NamedQuery:
    """Return one named query.

    :raises QueryError: if there is none of this name.
    """
    for query in list_named():
        if query.name == name:
            return query
    known = ", ".join(query.name for query in list_named())
    raise QueryError(f"'{name}' is no named query; they are: {known}")


def read_named(file: Path) -> NamedQuery:
    """Read a ``.rq`` file with its header.

    :raises QueryError: if it has no header, or parameters and no VALUES block for them.
    """
    text = file.read_text(encoding="utf-8")
    header = list(takewhile(lambda line: line.startswith("# "), text.splitlines()))
    parameters = tuple(
        Parameter(
            m["name"], m["kind"], None if m["default"] == "?" else m["default"][1:-1], m["help"]
        )
        for line in header
        if (m := _PARAMETER.match(line))
    )
    summary = " ".join(line[2:] for line in header if not line.startswith("# param"))
    if not summary or (parameters and not _VALUES.search(text)):
        raise QueryError(f"{file}: a named query needs a first comment and a VALUES (…) {{ (…) }}")
    return NamedQuery(file.stem, summary, parameters, text)


def bind_parameters(query: NamedQuery, values: Mapping[str, str], find: Find) -> str:
    """Return the text of a query with its parameters bound.

    :raises QueryError: if a parameter is unknown or a value is not of its kind.
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    for name in values:
        if name not in known:
            allowed = ", ".join(known) or "none"
            raise QueryError(f"{query.name} has no parameter '{name}'; it takes: {allowed}")
    bound: dict[str, str] = {}
    for parameter in query.parameters:
        value = values.get(parameter.name, parameter.default)
        if value is not None:
            bound[parameter.name] = str(_make_term(parameter, value, find))
    return _fill(_PART.sub(lambda part: _keep(part, bound), query.text), bound)


def _keep(part: re.Match[str], given: Mapping[str, str]) -> str:
    """Return the lines of a part that depends on parameters, or nothing."""
    is_given = any(name in given for name in part[2].split())
    return part[3] if is_given == (part[1] == "if") else ""


def _fill(text: str, bound: Mapping[str, str]) -> str:
    """Put the terms of parameters into the VALUES blocks that name them."""
    blocks = [re.findall(r"\?(\w+)", names) for names in _VALUES.findall(text)]
    named = {name for names in blocks for name in names}
    for first in blocks[:1]:
        first += [name for name in bound if name not in named]
    left = iter(blocks)

    def write(_: re.Match[str]) -> str:
        names = next(left)
        terms = " ".join(bound.get(name, "UNDEF") for name in names)
        return f"VALUES ({' '.join(f'?{name}' for name in names)}) {{ ({terms}) }}"

    return _VALUES.sub(write, text)


def _make_term(parameter: Parameter, value: str, find: Find) -> ox.Literal | ox.NamedNode:
    if parameter.kind == "entity":
        return find(value)
    if parameter.kind == "role":
        return find(value if "/" in value or ":" in value else f"role/{value}")
    checks = {"country": _country, "language": _language, "date": _date, "text": ox.Literal}
    try:
        return checks[parameter.kind](value)
    except ValueError as error:
        raise QueryError(f"parameter {parameter.name}: '{value}' {error}") from error


def _country(value: str) -> ox.Literal:
    if not re.fullmatch("[A-Za-z]{2}", value):
        raise ValueError("is no country code of two letters, such as KZ")
    return ox.Literal(value.upper())


def _language(value: str) -> ox.Literal:
    if value not in TAGS:
        raise ValueError(f"is none of {', '.join(TAGS)}")
    return ox.Literal(value)


def _date(value: str) -> ox.Literal:
    try:
        date.fromisoformat(value)
    except ValueError:
        raise ValueError("is no date such as 2026-02-28") from None
    return date_literal(value)
