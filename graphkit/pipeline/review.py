"""Proposals of a build -> questions with the evidence of both sides -> decisions of a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from graphkit.errors import DecisionError, QueryError, StoreError
from graphkit.graph import Graph
from graphkit.knowledge import Knowledge, load_knowledge
from graphkit.model import Extraction
from graphkit.pipeline.known import DECISIONS, keep_decisions, keep_known
from graphkit.pipeline.parts import FOLDER, find_extractions
from graphkit.pipeline.report import REPORT, read_report
from graphkit.resolve import Decision, Judgement, read_decisions, write_decisions

_SENTENCES: Final = 5


@dataclass(frozen=True, slots=True)
class Sentence:
    """One passage that speaks of a thing: where it stands, and its words."""

    source: str
    date: str
    text: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of two things that may be one: its id, names and the first sentences on it."""

    id: str
    names: tuple[str, ...]
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Are these two one? ``score`` is from 0 to 1, ``reason`` says where it is from."""

    left: Side
    right: Side
    score: float
    reason: str


def find_questions(folder: Path, decisions: Path | None = None) -> tuple[Question, ...]:
    """Return what the last build in a folder proposes and nobody has decided, surest first.

    :raises StoreError: if the folder holds no graph, or its report cannot be read.
    :raises DecisionError: if the decisions cannot be read.
    """
    proposals = read_report(folder).get("proposals", [])
    with Graph.open(folder) as graph:
        judged = (*keep_decisions(folder, None, graph.base_iri), *_read(folder, decisions, graph))
        decided = {_pair(d.left, d.right) for d in judged}
        left = [one for one in proposals if _pair(one["left"], one["right"]) not in decided]
        paths = {path for one in left for path in (one["left"], one["right"])}
        known = load_knowledge(*keep_known(folder, (), graph.base_iri).persons)
        sides = {path: _side(graph, path, known) for path in sorted(paths)}
        silent = {path: _releases(graph, path) for path in paths if not sides[path].sentences}
    texts = find_extractions(folder / FOLDER, {one for found in silent.values() for one in found})
    for path, releases in silent.items():
        told = [texts[one] for one in releases if one in texts]
        sides[path] = replace(sides[path], sentences=tuple(_mentions(told, sides[path].names)))
    return tuple(
        Question(sides[one["left"]], sides[one["right"]], *_weight(one, folder)) for one in left
    )


def decide(
    folder: Path,
    left: str,
    right: str,
    judgement: Judgement,
    *,
    decisions: Path | None = None,
    note: str = "",
) -> Decision:
    """Write a person's word on two things, given by id, IRI or name; the last word counts.

    The next build applies it.

    :raises QueryError: if a name is of nothing, or of several things.
    :raises DecisionError: if both are one already named thing, or the file cannot be written.
    """
    file = decisions or folder / DECISIONS
    if file.suffix != ".csv":
        raise DecisionError(f"{file}: decisions are written as CSV; name a file that ends in .csv")
    with Graph.open(folder) as graph:
        proposed = {
            str(one[side])
            for one in read_report(folder).get("proposals", [])
            for side in ("left", "right")
        }
        one, other = (n if n in proposed else _find(graph, n) for n in (left, right))
        decision = Decision(one, other, judgement, note)
        if decision.left == decision.right:
            raise DecisionError(f"'{left}' and '{right}' are one thing here: {decision.left}")
        pair = _pair(decision.left, decision.right)
        others = [d for d in _read(folder, file, graph) if _pair(d.left, d.right) != pair]
    draft = file.with_name(f".{file.name}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_decisions([*others, decision], draft)
        draft.replace(file)
    except OSError as error:
        raise DecisionError(f"{file}: cannot be written: {error.strerror}") from error
    return decision


def _weight(proposal: dict[str, str | float], folder: Path) -> tuple[float, str]:
    try:
        return float(proposal["score"]), str(proposal["reason"])
    except (KeyError, ValueError) as error:
        raise StoreError(f"{folder / REPORT}: holds a proposal without score or reason") from error


def _read(folder: Path, decisions: Path | None, graph: Graph) -> tuple[Decision, ...]:
    file = decisions or folder / DECISIONS
    return read_decisions(file, base_iri=graph.base_iri) if file.exists() else ()


def _pair(left: str, right: str) -> frozenset[str]:
    return frozenset((left, right))


def _find(graph: Graph, name: str) -> str:
    if name.startswith("release/") and "#char=" in name:
        return name  # a place in a text: see Decision
    return graph.find(name).value.removeprefix(graph.base_iri)


def _side(graph: Graph, path: str, known: Knowledge) -> Side:
    try:
        iri = graph.find(path)
    except QueryError:
        # A person of the analyst's own knowledge whom no release names yet.
        concept = known.get(path)
        return Side(path, tuple(one.text for one in concept.labels) if concept else (), ())
    labels = graph.query(
        f"SELECT DISTINCT ?name {{ {iri} skos:prefLabel|skos:altLabel ?name }} ORDER BY ?name"
    )
    names = dict.fromkeys(row["name"] or "" for row in labels.to_dicts())
    return Side(path, tuple(names), tuple(_sentences(graph, iri.value))[:_SENTENCES])


def _sentences(graph: Graph, iri: str) -> Iterator[Sentence]:
    found = {
        Sentence(row["source"] or "", row["date"] or "", _flat(row["sentence"] or ""))
        for row in graph.ask_named("evidence", entity=iri).to_dicts()
    }
    yield from sorted(found, key=lambda one: (one.date, one.source, one.text))


def _releases(graph: Graph, path: str) -> list[str]:
    """Return the releases that name a thing, by their ids."""
    rows = graph.query(f"SELECT ?r {{ ?r schema:mentions <{graph.base_iri}{path}> }} ORDER BY ?r")
    return [(row["r"] or "").rpartition("/")[2] for row in rows.to_dicts()][:_SENTENCES]


def _mentions(told: Iterable[Extraction], names: Iterable[str]) -> Iterator[Sentence]:
    """Yield the lines that name a thing of which nothing is said that could be quoted."""
    known = set(names)
    for one in told:
        own = {who.id for who in one.referents if known & {name.text for name in who.names}}
        begin = min((m.begin for m in one.mentions if m.referent in own), default=None)
        if begin is not None:
            text = one.release.text
            start, end = text.rfind("\n", 0, begin) + 1, text.find("\n", begin)
            line = _flat(text[start : end if end >= 0 else len(text)])
            yield Sentence(str(one.release.source), one.release.date or "", line)


def _flat(text: str) -> str:
    return " ".join(text.split())
