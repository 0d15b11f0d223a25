"""Graph -> Report: does it keep to the shapes, and does it contradict itself?"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from graphkit.errors import OntologyError
from graphkit.graph.terms import local_name
from graphkit.knowledge import ONTOLOGIES
from graphkit.vocab import shorten

if TYPE_CHECKING:
    import rdflib

    from graphkit.graph.store import Graph

SHAPES: Final = ONTOLOGIES / "shapes.ttl"
CONSISTENCY: Final = Path(__file__).with_name("consistency")
# pySHACL is the reference and slow (38 s for 100,000 triples); above this many triples
# the package `shacl` answers, which agrees with it in the tests.
_SMALL: Final = 5_000


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong (``Violation``) or doubtful (``Warning``), and where."""

    severity: str
    node: str
    message: str
    path: str = ""
    value: str = ""

    def __str__(self) -> str:
        where = f" {shorten(self.path)}" if self.path else ""
        what = f" ({self.value})" if self.value else ""
        return f"{self.severity.lower()}: {self.node}{where}: {self.message}{what}"


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found. ``conforms`` is None when the shapes were not checked."""

    conforms: bool | None
    findings: tuple[Finding, ...]
    triples: int
    engine: str

    def to_text(self) -> str:
        """Return it as lines, the verdict last."""
        verdict = {True: "conforms", False: "does not conform", None: "was not checked"}
        end = f"{verdict[self.conforms]} ({self.triples:,} triples, by {self.engine})"
        return "\n".join([*map(str, self.findings), end])

    def to_json(self) -> str:
        """Return it as JSON; ``conforms`` is null when the shapes were not checked."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1)


def check(graph: Graph, *, engine: str | None = None, shapes: Path = SHAPES) -> Report:
    """Check a graph against the SHACL shapes and for contradictions.

    ``engine`` is ``pyshacl`` or ``shacl``; by default the size of the graph decides.

    :raises OntologyError: if the shapes cannot be read.
    """
    warnings = tuple(find_contradictions(graph))
    engine = engine or ("pyshacl" if len(graph) <= _SMALL else "shacl")
    if not shapes.exists():
        return Report(None, warnings, len(graph), "nothing: there is no shapes.ttl")
    buffer = BytesIO()
    graph.store.dump(buffer, ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    validate = _by_pyshacl if engine == "pyshacl" else _by_shacl
    conforms, found = validate(buffer.getvalue().decode(), shapes)
    order = sorted(found, key=lambda f: (f.severity, f.node, f.path, f.message, f.value))
    return Report(conforms, (*order, *warnings), len(graph), engine)


def _by_pyshacl(triples: str, shapes: Path) -> tuple[bool, list[Finding]]:
    import rdflib
    from pyshacl import validate
    from rdflib import RDF, SH

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
            )
        )
    return bool(conforms), found


def _load_shapes(shapes: Path) -> rdflib.Graph:
    import rdflib

    try:
        return rdflib.Graph().parse(shapes)
    except Exception as error:  # rdflib's parsers raise what they like
        raise OntologyError(f"{shapes}: not Turtle: {error}") from error


def _by_shacl(triples: str, shapes: Path) -> tuple[bool, list[Finding]]:
    import shacl

    try:
        rules = shacl.Shapes.from_file(str(shapes))
    except (ValueError, OSError) as error:
        raise OntologyError(f"{shapes}: cannot be used: {error}") from error
    report = rules.validate_text(triples, format="ntriples")
    found = [
        Finding(
            result.severity,
            result.focus_node.strip("<>"),
            sorted(result.messages)[0] if result.messages else "breaks a shape",
            (result.path or "").strip("<>"),
            result.value_plain or "",
        )
        for result in report.results
    ]
    return report.conforms, found


def find_contradictions(graph: Graph) -> Iterator[Finding]:
    """Yield what the queries in ``consistency/`` find: no errors, but for a person to look at."""
    for file in sorted(CONSISTENCY.glob("*.rq")):
        text = file.read_text(encoding="utf-8")
        message = text.splitlines()[0].removeprefix("# ").rstrip(".")
        for row in graph.query(text).to_dicts():
            sides = [_side(row, side) for side in ("left", "right")]
            yield Finding("Warning", str(row["node"]), message, value=" | ".join(sides))


def _side(row: dict[str, str | None], side: str) -> str:
    """Return one of two that exclude each other, with the sentence that says it."""
    text = " ".join((row.get(f"{side}Text") or "").split())
    return f"{row[side]} «{text}»" if text else str(row[side])
