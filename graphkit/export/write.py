"""Graph -> a file, written whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from graphkit.errors import StoreError
from graphkit.export.ftm import write_ftm
from graphkit.export.jsonld import write_jsonld
from graphkit.export.networks import write_gexf, write_graphml
from graphkit.export.parquet import write_edges_parquet, write_nodes_parquet
from graphkit.export.quads import write_nquads, write_ntriples, write_rdfxml, write_trig
from graphkit.export.tables import write_edges, write_nodes
from graphkit.export.turtle import write_blocks, write_turtle
from graphkit.graph import Graph

Write = Callable[[Graph, BinaryIO], None]


@dataclass(frozen=True, slots=True)
class Writer:
    """One format: how to write it, the ending of its files, and what it is for."""

    write: Write
    suffix: str
    about: str


WRITERS: Final[dict[str, Writer]] = {
    "turtle": Writer(write_turtle, ".ttl", "Turtle, sorted: the same bytes for the same graph"),
    "ntriples": Writer(write_ntriples, ".nt", "N-Triples, sorted"),
    "nquads": Writer(write_nquads, ".nq", "N-Quads, with one named graph a release"),
    "trig": Writer(write_trig, ".trig", "TriG, with one named graph a release"),
    "jsonld": Writer(write_jsonld, ".jsonld", "JSON-LD with its context"),
    "rdfxml": Writer(write_rdfxml, ".rdf", "RDF/XML"),
    "graphml": Writer(write_graphml, ".graphml", "GraphML of entities and relations (yEd, Gephi)"),
    "gexf": Writer(write_gexf, ".gexf", "GEXF of entities and relations (Gephi)"),
    "ftm": Writer(write_ftm, ".ftm.json", "FollowTheMoney entities (Aleph, OpenSanctions tools)"),
    "nodes": Writer(write_nodes, ".nodes.csv", "CSV, one line an entity"),
    "edges": Writer(write_edges, ".edges.csv", "CSV, one line a relation"),
    "nodes-parquet": Writer(write_nodes_parquet, ".nodes.parquet", "Parquet, one row an entity"),
    "edges-parquet": Writer(write_edges_parquet, ".edges.parquet", "Parquet, one row a relation"),
}


def write(graph: Graph, path: str | Path, format: str | None = None) -> Path:
    """Write a graph to ``path`` (``-``: stdout) and return the path.

    The format follows from the ending where it is not given. A file appears only when it
    is complete: it is written beside its place and then renamed.

    :raises StoreError: if there is no such format, or the file cannot be written.
    """
    path = Path(path)
    writer = WRITERS[format] if format in WRITERS else _guess(path, format)
    if str(path) == "-":
        writer.write(graph, sys.stdout.buffer)
        return path
    with open_atomic(path) as file:
        writer.write(graph, file)
    return path


def write_sorted(lines: Iterable[str], base_iri: str, path: Path) -> None:
    """Write sorted lines of N-Triples as Turtle: the bytes that ``write`` gives for their graph.

    :raises StoreError: if the file cannot be written.
    """
    with open_atomic(path) as file:
        write_blocks(lines, base_iri, file)


def _guess(path: Path, format: str | None) -> Writer:
    if format is None:
        for writer in WRITERS.values():
            if path.name.endswith(writer.suffix):
                return writer
    wrong = format or path.suffix or path.name
    raise StoreError(f"{path}: no writer for '{wrong}'; formats are: {', '.join(WRITERS)}")


@contextmanager
def open_atomic(path: Path) -> Iterator[BinaryIO]:
    """Open a file to write that takes its name only when the block has ended well.

    :raises StoreError: if it cannot be written.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with draft.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        raise StoreError(f"{path}: cannot be written: {error.strerror or error}") from error
    finally:
        with suppress(OSError):  # it is there only when something has failed
            draft.unlink()
