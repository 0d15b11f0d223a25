"""The library in two functions and one class: build, open, and the graph they give."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Self, overload

import pyoxigraph as ox

from graphkit.evaluate import Scores, score
from graphkit.export import push, write, write_sorted
from graphkit.graph import Change, Graph, Report, check
from graphkit.graph.seal import TURTLE, make_seal
from graphkit.graph.stats import count
from graphkit.pipeline import REPORT, BuildReport, build_graph, forget_releases
from graphkit.view import frame, write_html

HTML = "graph.html"


@dataclass(frozen=True, slots=True)
class Picture:
    """The page of a graph as a notebook shows it."""

    html: str

    def _repr_html_(self) -> str:
        return self.html


class KnowledgeGraph(Graph):
    """A graph with the ways out of it: files, a page, checks, scores.

    ``report`` says what the build that made it has read and skipped.
    """

    report: BuildReport | None = None

    def write(self, path: str | Path, format: str | None = None) -> Path:
        """Write it to a file; the format follows from the ending where it is not given.

        :raises StoreError: if there is no such format, or the file cannot be written.
        """
        return write(self, path, format)

    @overload
    def view(self, path: None = None, **options: Any) -> Picture: ...

    @overload
    def view(self, path: str | Path, **options: Any) -> Path: ...

    def view(self, path: str | Path | None = None, **options: Any) -> Path | Picture:
        """Write it as one HTML page; without a path, return the page for a notebook to show.

        The options are those of ``graphkit.view.write_html``, and for the notebook's frame
        ``height`` in pixels.

        :raises QueryError: if an option is wrong.
        """
        if path is None:
            return Picture(frame(self, **options))
        return write_html(self, path, **options)

    def _repr_html_(self) -> str:
        """Return what a notebook shows of it: how much of what it holds."""
        counts = count(self)
        cells = {
            "releases": counts.releases,
            "things": {k: n for k, n in counts.classes.items() if k.startswith("gk:")},
            "assertions": counts.assertions,
        }
        rows = "".join(
            f"<tr><th>{name}</th><td>{', '.join(f'{n:,} {key}' for key, n in table.items())}</td>"
            for name, table in cells.items()
        )
        return f"<table><caption>{counts.triples:,} triples</caption>{rows}</table>"

    def push(self, store: str, **options: Any) -> Change:
        """Bring it to a SPARQL server; the options are those of ``graphkit.export.push``.

        :raises StoreError: if the server cannot be reached or refuses.
        """
        return push(self, store, **options)

    def check(self, *, engine: str | None = None) -> Report:
        """Check it against the shapes of the vocabulary and for contradictions."""
        return check(self, engine=engine)

    def score(self, gold: str | Path) -> Scores:
        """Compare it with a folder of gold annotations.

        :raises SourceError: if the folder holds none.
        """
        return score(self, gold)

    @classmethod
    def copy(cls, graph: Graph) -> Self:
        """Return a copy in memory, which needs no folder."""
        store = ox.Store()
        store.bulk_extend(graph.quads())
        return cls(store)


def build(
    sources: str | Path | Iterable[str | Path], out: str | Path | None = None, **options: Any
) -> KnowledgeGraph:
    """Build a graph from files, folders or ``-`` and return it.

    With ``out`` the graph is kept in that folder, and brought up to date when it is there
    already; without, it is in memory. The options are those of
    ``graphkit.pipeline.build_graph``: ``jobs``, ``base_iri``, ``ontologies``,
    ``knowledge``, ``decisions``, ``min_confidence``, ``on_progress``.

    :raises GraphkitError: if the graph cannot be built; single releases that cannot be
        read are skipped and stand in ``graph.report.skipped``.
    """
    paths = [sources] if isinstance(sources, (str, Path)) else list(sources)
    if out is not None:
        report = build_graph(paths, out, **options)
        graph = KnowledgeGraph.open(out)
        graph.report = report
        return graph
    with tempfile.TemporaryDirectory(prefix="graphkit-") as scratch:
        report = build_graph(paths, scratch, **options)
        with KnowledgeGraph.open(scratch) as kept:
            graph = KnowledgeGraph.copy(kept)
    graph.report = report
    return graph


def open(path: str | Path) -> KnowledgeGraph:
    """Open the graph in a folder that ``build`` wrote, or a file of RDF, to read it.

    :raises StoreError: if there is none.
    """
    return KnowledgeGraph.open(path)


def write_outputs(
    graph: KnowledgeGraph,
    out: str | Path,
    report: BuildReport,
    *,
    page: bool = True,
    turtle: bool = True,
) -> None:
    """Write what stands beside the store: Turtle, unless that is there, the page, the report.

    :raises StoreError: if a file cannot be written.
    """
    out = Path(out)
    with report.timed("turtle"):
        if turtle:
            graph.write(out / TURTLE)
        report.turtle = make_seal(graph, out / TURTLE)
    if page:
        with report.timed("page"):
            graph.view(out / HTML)
    report.write(out / REPORT)


def _turtle_writer(out: str | Path) -> Callable[[Iterable[str], str], None]:
    # Reading it back from the store would take longer than all else after extraction.
    return partial(write_sorted, path=Path(out) / TURTLE)


def build_folder(
    sources: Iterable[str | Path],
    out: str | Path,
    *,
    page: bool = True,
    on_progress: Callable[[str, int], None] | None = None,
    **options: Any,
) -> BuildReport:
    """Build a graph into a folder with all its files: what the command ``build`` does.

    :raises GraphkitError: as ``build``.
    """
    graph = build(
        list(sources), out, on_progress=on_progress, on_stored=_turtle_writer(out), **options
    )
    report = graph.report or BuildReport()
    if on_progress:
        on_progress("write", report.triples)
    if report.releases:
        write_outputs(graph, out, report, page=page, turtle=False)
    else:
        report.write(Path(out) / REPORT)
    return report


def forget(
    out: str | Path, releases: Iterable[str], *, page: bool = True, **options: Any
) -> BuildReport:
    """Take releases out of the graph in a folder, and write its files anew.

    It keeps the ontologies, knowledge and decisions that it was built with.

    :raises StoreError: if one of them is not in the graph.
    """
    report = forget_releases(out, releases, on_stored=_turtle_writer(out), **options)
    graph = KnowledgeGraph.open(out)
    write_outputs(graph, out, report, page=page, turtle=not report.releases)
    return report
