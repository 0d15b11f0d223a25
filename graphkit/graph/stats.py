"""Graph -> counts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Final

from graphkit.graph.answer import show
from graphkit.graph.store import Graph
from graphkit.vocab import shorten

_CLASSES: Final = """
SELECT ?class (COUNT(*) AS ?count) { ?thing a ?class } GROUP BY ?class ORDER BY DESC(?count) ?class
"""
_PROPERTIES: Final = """
SELECT ?property (COUNT(*) AS ?count) { ?assertion a gk:Assertion ; rdf:predicate ?property }
GROUP BY ?property ORDER BY DESC(?count) ?property
"""
_LANGUAGES: Final = """
SELECT ?language (COUNT(*) AS ?count) { ?release a gk:Release ; schema:inLanguage ?language }
GROUP BY ?language ORDER BY ?language
"""
_DATES: Final = """
SELECT (MIN(?date) AS ?first) (MAX(?date) AS ?last) {
  ?release a gk:Release ; schema:datePublished ?date }
"""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much of what a graph holds."""

    triples: int
    releases: Mapping[str, int]
    first: str
    last: str
    classes: Mapping[str, int]
    assertions: Mapping[str, int]

    def to_text(self) -> str:
        """Return the counts as lines."""
        days = f", {self.first} to {self.last}" if self.first else ""
        languages = ", ".join(f"{count:,} {name}" for name, count in self.releases.items())
        lines = [
            f"{self.triples:,} triples",
            f"{sum(self.releases.values()):,} releases ({languages}{days})",
        ]
        for title, counts in (("things by class", self.classes), ("assertions", self.assertions)):
            lines += ["", title]
            lines += [f"{count:>12,}  {name}" for name, count in counts.items()]
        return "\n".join(lines)

    def to_json(self) -> str:
        """Return the counts as JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1)


def count(graph: Graph) -> Counts:
    """Count releases, things and assertions of a graph."""
    days = graph.query(_DATES).rows
    first, last = (show(term) for term in days[0]) if days else ("", "")
    return Counts(
        len(graph),
        _table(graph, _LANGUAGES),
        first,
        last,
        _table(graph, _CLASSES),
        _table(graph, _PROPERTIES),
    )


def _table(graph: Graph, sparql: str) -> dict[str, int]:
    return {shorten(show(name, full=True)): int(show(n)) for name, n in graph.query(sparql).rows}
