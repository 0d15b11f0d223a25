"""Two graphs -> what differs."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

import pyoxigraph as ox
from rdflib import RDF, SKOS

from graphkit.graph.store import Graph
from graphkit.graph.terms import node, value_of
from graphkit.vocab import GK, SCHEMA, shorten

# These say where a fact comes from, not what is so.
_EVIDENCE: Final = (GK.Assertion, GK.Passage, GK.Release)


@dataclass(frozen=True, slots=True)
class Line:
    """One triple that only one of two graphs has."""

    sign: str
    subject: str
    label: str
    predicate: str
    object: str
    quad: ox.Quad


@dataclass(frozen=True, slots=True)
class Difference:
    """What has come and what has gone, sorted by the thing it is said of."""

    lines: tuple[Line, ...]

    def to_text(self) -> str:
        """Return it as blocks, one a thing; a value that took another's place is marked ~."""
        out, counts = [], Counter[str]()
        for subject, lines in groupby(self.lines, key=lambda line: line.subject):
            block = list(lines)
            out.append(f"{subject}" + (f" ({block[0].label})" if block[0].label else ""))
            for predicate, pair in groupby(block, key=lambda line: line.predicate):
                found: dict[str, list[Line]] = defaultdict(list)
                for line in pair:
                    found[line.sign].append(line)
                if len(found["-"]) == len(found["+"]) == 1:
                    counts["~"] += 1
                    old, new = (found[sign][0].object for sign in "-+")
                    out.append(f"  ~ {predicate} {old} → {new}")
                    continue
                for sign, some in found.items():
                    counts[sign] += len(some)
                    out += [f"  {sign} {predicate} {line.object}" for line in some]
        changed = f", {counts['~']:,} changed" if counts["~"] else ""
        out.append(f"{counts['+']:,} added, {counts['-']:,} removed{changed}")
        return "\n".join(out)

    def to_json(self) -> str:
        """Return it as a JSON list."""
        rows = [
            {
                "sign": line.sign, "subject": line.subject, "label": line.label,
                "predicate": line.predicate, "object": line.object,
            }
            for line in self.lines
        ]  # fmt: skip
        return json.dumps(rows, ensure_ascii=False, indent=1)

    def to_patch(self) -> str:
        """Return it as RDF Patch: D and A lines in one transaction."""
        rows = [f"{'A' if x.sign == '+' else 'D'} {x.quad} ." for x in self.lines]
        return "\n".join(["TX .", *sorted(rows, reverse=True), "TC ."])


def compare_graphs(old: Graph, new: Graph, *, evidence: bool = False) -> Difference:
    """Return what the new graph has more and less than the old one.

    Without ``evidence`` assertions, passages, releases and what is mentioned are left out.
    """
    before, after = set(old.quads()), set(new.quads())
    lines = [
        *_lines("-", before - after, old, evidence),
        *_lines("+", after - before, new, evidence),
    ]
    order = sorted(lines, key=lambda x: (x.subject, x.predicate, x.object, x.sign))
    return Difference(tuple(order))


def _lines(sign: str, quads: Iterable[ox.Quad], graph: Graph, evidence: bool) -> Iterator[Line]:
    skip = set() if evidence else _evidence(graph)
    for quad in quads:
        subject = value_of(quad.subject)
        if subject in skip or (not evidence and quad.predicate.value == str(SCHEMA.subjectOf)):
            continue
        yield Line(
            sign,
            subject.removeprefix(graph.base_iri),
            _label(graph, quad),
            shorten(quad.predicate.value),
            _show(quad.object, graph),
            quad,
        )


def _evidence(graph: Graph) -> set[str]:
    return {
        value_of(quad.subject)
        for cls in _EVIDENCE
        for quad in graph.store.quads_for_pattern(None, node(str(RDF.type)), node(str(cls)))
    }


def _label(graph: Graph, quad: ox.Quad) -> str:
    found = graph.store.quads_for_pattern(quad.subject, node(str(SKOS.prefLabel)), None)
    return min((value_of(one.object) for one in found), default="")


def _show(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple, graph: Graph) -> str:
    if isinstance(term, ox.NamedNode):
        return shorten(term.value).removeprefix(graph.base_iri)
    return str(term)
