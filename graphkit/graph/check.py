"""Graph -> Report: does it keep to the shapes, and does it contradict itself?"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from io import BytesIO
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox
from rdflib import RDF, SH

from graphkit.errors import OntologyError
from graphkit.graph.seal import find_turtle
from graphkit.graph.terms import Term, local_name, node
from graphkit.knowledge import ONTOLOGIES
from graphkit.vocab import shorten

if TYPE_CHECKING:
    import rdflib

    from graphkit.graph.store import Graph

SHAPES: Final = ONTOLOGIES / "shapes.ttl"
_SH: Final = str(SH)
CONSISTENCY: Final = Path(__file__).with_name("consistency")
# pySHACL is the reference and slow (38 s for 100,000 triples); above this many triples
# the package `shacl` answers, which agrees with it in the tests.
_SMALL: Final = 5_000
# A row of an answer: plain texts by variable.
Solution = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong (``Violation``) or doubtful (``Warning``), and where.

    ``term`` is ``value`` in N-Triples; ``by_shape`` is false for a contradiction.
    """

    severity: str
    node: str
    message: str
    path: str = ""
    value: str = ""
    term: str = ""
    by_shape: bool = True

    def to_text(self, base_iri: str = "") -> str:
        """Return it as one line, with IRIs as short as ``graphkit query`` shows them."""
        where = f" {shorten(self.path)}" if self.path else ""
        what = f" ({self.value})" if self.value else ""
        line = f"{self.severity.lower()}: {shorten(self.node)}{where}: {self.message}{what}"
        return line.replace(base_iri, "") if base_iri else line

    __str__ = to_text


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found. ``conforms`` is None when the shapes were not checked."""

    conforms: bool | None
    findings: tuple[Finding, ...]
    triples: int
    engine: str
    base_iri: str = ""

    def to_text(self) -> str:
        """Return it as lines, the verdict last."""
        verdict = {True: "conforms", False: "does not conform", None: "was not checked"}
        end = f"{verdict[self.conforms]} ({self.triples:,} triples, by {self.engine})"
        return "\n".join([*(one.to_text(self.base_iri) for one in self.findings), end])

    def to_json(self) -> str:
        """Return it as JSON; ``conforms`` is null when the shapes were not checked."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1)

    def to_turtle(self) -> str:
        """Return it as a SHACL report; without ``sh:conforms`` when nothing was checked.

        https://www.w3.org/TR/shacl/#validation-report; it is of what the shapes say.
        Contradictions stand beside it, each a ``sh:AbstractResult``.
        """
        out = BytesIO()
        ox.serialize(self._triples(), out, ox.RdfFormat.TURTLE, prefixes={"sh": _SH})
        return out.getvalue().decode()

    def _triples(self) -> Iterator[ox.Triple]:
        kind, report = node(str(RDF.type)), ox.BlankNode("report")
        yield ox.Triple(report, kind, node(f"{_SH}ValidationReport"))
        if self.conforms is not None:
            yield ox.Triple(report, node(f"{_SH}conforms"), ox.Literal(self.conforms))
        for number, one in enumerate(self.findings):
            result = ox.BlankNode(f"result{number}")
            if one.by_shape:
                yield ox.Triple(report, node(f"{_SH}result"), result)
            cls = "ValidationResult" if one.by_shape else "AbstractResult"
            yield ox.Triple(result, kind, node(_SH + cls))
            yield ox.Triple(result, node(f"{_SH}resultSeverity"), node(_SH + one.severity))
            yield ox.Triple(result, node(f"{_SH}focusNode"), _term(one.node))
            if one.path:
                yield ox.Triple(result, node(f"{_SH}resultPath"), node(one.path))
            if one.value:
                yield ox.Triple(result, node(f"{_SH}value"), _read_term(one))
            message = ox.Literal(one.message, language="en")
            yield ox.Triple(result, node(f"{_SH}resultMessage"), message)


def _read_term(one: Finding) -> Term:
    """Return the value of a finding as the graph has it."""
    if one.term.startswith("_:"):
        return ox.BlankNode()  # its name is one of the graph, and could be one of ours
    if not one.term:
        return ox.Literal(one.value)
    (quad,) = ox.parse(f"<urn:a> <urn:b> {one.term} .", format=ox.RdfFormat.N_TRIPLES)
    value: Term = quad.object
    return value


def _term(name: str) -> ox.NamedNode | ox.Literal:
    try:
        return node(name)
    except ValueError:  # a blank node of somebody's file: its name says nothing outside
        return ox.Literal(name)


def check(graph: Graph, *, engine: str | None = None, shapes: Path = SHAPES) -> Report:
    """Check a graph against the SHACL shapes and for contradictions.

    ``engine`` is ``pyshacl`` or ``shacl``; by default the size of the graph decides.

    :raises OntologyError: if the shapes cannot be read.
    """
    warnings = tuple(find_contradictions(graph))
    engine = engine or ("pyshacl" if len(graph) <= _SMALL else "shacl")
    if not shapes.exists():
        none = "nothing: there is no shapes.ttl"
        return Report(None, warnings, len(graph), none, graph.base_iri)
    if engine == "pyshacl":
        conforms, found = _by_pyshacl(_dump(graph), shapes)
    else:
        conforms, found = _by_shacl(graph, shapes)
    conforms = conforms and not found  # by the standard a mere warning is against it too
    order = sorted(found, key=lambda f: (f.severity, f.node, f.path, f.message, f.value))
    return Report(conforms, (*order, *warnings), len(graph), engine, graph.base_iri)


def _dump(graph: Graph) -> str:
    buffer = BytesIO()
    graph.store.dump(buffer, ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    return buffer.getvalue().decode()


def _by_pyshacl(triples: str, shapes: Path) -> tuple[bool, list[Finding]]:
    import rdflib
    from pyshacl import validate

    # Shapes speak of classes that the graph names in full, so no inference is needed.
    data = rdflib.Graph().parse(data=triples, format="nt")
    rules = _load_shapes(shapes)
    conforms, report, _ = validate(data, shacl_graph=rules, inference="none")
    if not isinstance(report, rdflib.Graph):
        raise OntologyError(f"{shapes}: cannot be used: {report}")
    found = []
    for result in report.subjects(RDF.type, SH.ValidationResult):
        path, value = report.value(result, SH.resultPath), report.value(result, SH.value)
        messages = sorted(map(str, report.objects(result, SH.resultMessage)))
        found.append(
            Finding(
                local_name(str(report.value(result, SH.resultSeverity))),
                str(report.value(result, SH.focusNode)),
                messages[0] if messages else "breaks a shape",
                str(path) if isinstance(path, rdflib.URIRef) else "",
                "" if value is None else str(value),
                _to_ntriples(value),
            )
        )
    return bool(conforms), found


def _to_ntriples(value: rdflib.term.Node | None) -> str:
    import rdflib

    if isinstance(value, rdflib.URIRef):
        return str(node(str(value)))
    if isinstance(value, rdflib.Literal):
        kind = None if value.datatype is None or value.language else node(str(value.datatype))
        return str(ox.Literal(str(value), datatype=kind, language=value.language))
    return "" if value is None else "_:blank"


def _load_shapes(shapes: Path) -> rdflib.Graph:
    import rdflib

    try:
        return rdflib.Graph().parse(shapes)
    except Exception as error:  # rdflib's parsers raise what they like
        raise OntologyError(f"{shapes}: not Turtle: {error}") from error


def _by_shacl(graph: Graph, shapes: Path) -> tuple[bool, list[Finding]]:
    import shacl

    try:
        rules = shacl.Shapes.from_file(str(shapes))
    except (ValueError, OSError) as error:
        raise OntologyError(f"{shapes}: cannot be used: {error}") from error
    turtle = find_turtle(graph)
    if turtle is None:
        report = rules.validate_text(_dump(graph), format="ntriples")
    else:
        report = rules.validate_file(str(turtle))
    found = [
        Finding(
            result.severity,
            result.focus_node.strip("<>"),
            sorted(result.messages)[0] if result.messages else "breaks a shape",
            (result.path or "").strip("<>"),
            result.value_plain or "",
            result.value or "",
        )
        for result in report.results
    ]
    return report.conforms, found


def find_contradictions(graph: Graph) -> Iterator[Finding]:
    """Yield what the queries in ``consistency/`` find: no errors, but for a person to look at.

    A query gives a ``node``, and pairs (``left``, ``right``) or rows: of these, those contradict
    each other that have another ``side`` and all else alike. A join in SPARQL takes ten times
    as long.
    """
    for file in sorted(CONSISTENCY.glob("*.rq")):
        text = file.read_text(encoding="utf-8")
        message = text.splitlines()[0].removeprefix("# ").rstrip(".")
        answer = graph.query(text)
        rows = answer.to_dicts()
        for pair in _pair(rows) if "side" in answer.variables else rows:
            sides = [_side(pair, side) for side in ("left", "right")]
            yield Finding(
                "Warning", str(pair["node"]), message, value=" | ".join(sides), by_shape=False
            )


def _pair(rows: Iterable[Solution]) -> list[Solution]:
    """Return each two of the rows that contradict each other once, with their first sentences."""
    alike: dict[tuple[str | None, ...], list[tuple[str, str]]] = {}
    for row in rows:
        side, says = str(row.pop("side")), str(row.pop("says"))
        alike.setdefault(tuple(row.values()), []).append((side, says))
    first: dict[tuple[str, str, str], tuple[str, str]] = {}
    for columns, sides in alike.items():
        for (left, one), (right, two) in combinations(sorted(sides), 2):
            key = str(columns[0]), left, right
            known = first.get(key, (one, two))
            first[key] = min(known[0], one), min(known[1], two)
    return [
        {"node": thing, "left": left, "right": right, "leftText": one, "rightText": two}
        for (thing, left, right), (one, two) in sorted(first.items())
    ]


def _side(row: Solution, side: str) -> str:
    """Return one of two that exclude each other, with the sentence that says it."""
    text = " ".join((row.get(f"{side}Text") or "").split())
    return f"{row[side]} «{text}»" if text else str(row[side])
