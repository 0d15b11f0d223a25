"""The graph: quads in an Oxigraph store, in memory or on disk."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

import pyoxigraph as ox

from graphkit.errors import StoreError
from graphkit.graph.answer import Answer
from graphkit.graph.lines import LineFile, compare_lines, read_lines, sort_lines
from graphkit.graph.lookup import find_entity
from graphkit.graph.named import bind_parameters, load_named
from graphkit.graph.query import all_prefixes, run, run_killable
from graphkit.graph.terms import node, value_of
from graphkit.vocab import BASE_IRI, GK

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

STORE: Final = "store"
_OXIGRAPH_FILE: Final = "CURRENT"  # every store on disk has it
_RDF_TYPE: Final = node("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_FORMATS: Final = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".rdf": ox.RdfFormat.RDF_XML,
}


@dataclass(frozen=True, slots=True)
class Change:
    """How many triples a write has added and removed."""

    added: int
    removed: int


class Graph:
    """A graph of officials, bodies and events, asked with SPARQL.

    >>> graph = Graph()
    >>> iri, label = node("https://example.org/a"), node("https://example.org/name")
    >>> graph.replace([ox.Quad(iri, label, ox.Literal("Астана", language="kk"))])
    Change(added=1, removed=0)
    >>> [str(row[0]) for row in graph.query("SELECT ?name { ?a ?p ?name }")]
    ['"Астана"@kk']
    """

    def __init__(self, store: ox.Store | None = None, *, folder: Path | None = None) -> None:
        self._store = ox.Store() if store is None else store
        self._folder = folder
        self._base: str | None = None
        self._state = ""

    @classmethod
    def open(cls, path: str | Path, *, write: bool = False) -> Self:
        """Open what ``build`` wrote, a bare store, or a file of RDF (read into memory).

        Without ``write`` it is a snapshot that a writer beside it does not disturb.

        :raises StoreError: if there is nothing to open, or another process is writing.
        """
        path = Path(path)
        if path.is_file():
            return cls(_load_file(path))
        folder = path if (path / _OXIGRAPH_FILE).exists() else path / STORE
        if not write and not (folder / _OXIGRAPH_FILE).exists():
            raise StoreError(
                f"{path}: holds no graph; make one with 'graphkit build SOURCE --out {path}'"
            )
        state = "" if write else _read_state(folder)
        try:
            if write and not (folder / _OXIGRAPH_FILE).exists():
                _create(folder)
            store = ox.Store(folder) if write else ox.Store.read_only(str(folder))
        except (OSError, RuntimeError, ValueError) as error:
            reason = str(error)
            if "LOCK" in reason:
                raise StoreError(f"{folder}: another process is writing") from error
            raise StoreError(
                f"{folder}: the store cannot be opened: {reason}; run the same build again, and if "
                "that fails delete this folder first: it is made anew from the parts beside it"
            ) from error
        graph = cls(store, folder=folder)
        graph._state = state
        return graph

    @property
    def store(self) -> ox.Store:
        """The Oxigraph store itself."""
        return self._store

    @property
    def folder(self) -> Path | None:
        """Where the store is on disk, None when it is in memory."""
        return self._folder

    @property
    def state(self) -> str:
        """What tells this content of a store on disk from each before and after it.

        It was looked at before the store was opened to read; else it is empty.
        """
        return self._state

    @property
    def base_iri(self) -> str:
        """The base of the data's IRIs, as read from the IRI of a release."""
        if self._base is None:
            found = self._store.quads_for_pattern(None, _RDF_TYPE, node(str(GK.Release)), None)
            first = next((value_of(quad.subject) for quad in found), "")
            self._base = first.rpartition("release/")[0] or BASE_IRI
        return self._base

    @property
    def prefixes(self) -> dict[str, str]:
        """The prefixes that a query need not declare."""
        return all_prefixes(self.base_iri)

    def __len__(self) -> int:
        return len(self._store)

    def quads(self) -> Iterator[ox.Quad]:
        """Yield all quads, in no order."""
        return iter(self._store)

    def query(self, sparql: str, *, timeout: float | None = None) -> Answer:
        """Answer a SPARQL query; the usual prefixes need no declaration.

        ``timeout`` is in seconds: with one the query runs in a process that can be killed.

        :raises QueryError: if the query is wrong, or its time is over.
        """
        if timeout is None:
            return run(self._store, sparql, self.prefixes)
        return run_killable(self._store, self._folder, sparql, self.prefixes, timeout)

    def ask_named(self, name: str, *, timeout: float | None = None, **parameters: str) -> Answer:
        """Answer a named query of the package with its parameters.

        :raises QueryError: if there is no such query or parameter, or a value does not fit.
        """
        return self.query(self.bind(name, parameters), timeout=timeout)

    def bind(self, name: str, parameters: Mapping[str, str]) -> str:
        """Return the text of a named query with its parameters bound as RDF terms.

        :raises QueryError: if there is no such query or parameter, or a value does not fit.
        """
        return bind_parameters(load_named(name), parameters, self.find)

    def find(self, name: str) -> ox.NamedNode:
        """Return the entity of a name, of a path below the base (``country/KZ``) or an IRI.

        :raises QueryError: if there is none, or more than one.
        """
        return find_entity(self._store, name, self.base_iri)

    def replace(self, quads: Iterable[ox.Quad]) -> Change:
        """Make the graph hold exactly ``quads``, by the difference, in one transaction.

        :raises StoreError: if the disk refuses; the graph is then as it was.
        """
        with closing(LineFile(sort_lines(f"{quad} ." for quad in quads))) as lines:
            return self.replace_lines(lines)

    def replace_lines(self, lines: LineFile) -> Change:
        """Do as ``replace`` with sorted lines of N-Quads as Oxigraph writes them, each once.

        :raises StoreError: if the disk refuses; the graph is then as it was.
        """
        try:
            if not len(self._store):
                self._fill(lines)
                change = Change(len(self._store), 0)
            else:
                change = self._update(lines)
            if self._folder is not None:
                self._store.flush()
        except OSError as error:
            raise StoreError(f"{self._folder}: the store cannot be written: {error}") from error
        self._base = None  # the new content may have another base
        return change

    def _update(self, new: LineFile) -> Change:
        removed, added = compare_lines(sort_lines(f"{quad} ." for quad in self._store), new)
        if added or removed:
            self._store.update(_make_update(read_lines(removed), read_lines(added)))
        return Change(len(added), len(removed))

    def _fill(self, new: LineFile) -> None:
        """Load lines into a store that is empty, at once however many they are.

        Oxigraph would hold a million quads in memory before it writes them. What is more
        than a piece is loaded beside the store, which then takes its place whole.
        """
        pieces = new.pieces()
        first = list(islice(pieces, 2))
        if self._folder is None or len(first) < 2:
            _load(self._store, chain(first, pieces))
            return
        draft, old = (
            self._folder.with_name(f"{self._folder.name}.{end}") for end in ("new", "old")
        )
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(parents=True)
        filled = ox.Store(draft)
        _load(filled, chain(first, pieces))
        filled.flush()
        del filled
        self._store = ox.Store()  # which lets go of the folder
        self._folder.replace(old)
        draft.replace(self._folder)
        shutil.rmtree(old, ignore_errors=True)
        self._store = ox.Store(self._folder)

    @property
    def dataset(self) -> rdflib.Graph:
        """A copy as rdflib.Graph, for its many friends; queries are faster here."""
        from graphkit.graph.network import make_rdflib

        return make_rdflib(self)

    def to_networkx(self, *, language: str = "en") -> nx.MultiDiGraph[str]:
        """Return entities and the relations between them as a networkx graph."""
        from graphkit.graph.network import make_network

        return make_network(self, language=language)

    def close(self) -> None:
        """Let go of the store's files."""
        self._store = ox.Store()
        self._folder = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _create(folder: Path) -> None:
    """Make an empty store that is there whole or not at all, whenever this is killed.

    Oxigraph makes its tables one by one, and refuses to read a store that lacks some.
    """
    if folder.exists() and any(folder.iterdir()):
        return  # somebody's files are no reason to fail, nor to be deleted
    draft = folder.with_name(f"{folder.name}.new")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True)
    ox.Store(draft).flush()  # it is closed with this line, as nothing holds it
    draft.replace(folder)


def _read_state(folder: Path) -> str:
    """Return the names and sizes of the files with data: a write makes new ones, or longer."""
    data = [one for kind in ("*.sst", "*.log") for one in folder.glob(kind)]
    try:
        files = sorted((one.name, one.stat().st_size) for one in data)
    except FileNotFoundError:  # it is being written
        return ""
    return " ".join(f"{name}:{size}" for name, size in files if size)


def _make_update(removed: Iterable[ox.Quad], added: Iterable[ox.Quad]) -> str:
    """Return one update request: Oxigraph runs it in one transaction."""
    out = " .\n".join(map(_as_data, removed))
    into = " .\n".join(map(_as_data, added))
    return f"DELETE DATA {{\n{out}\n}} ;\nINSERT DATA {{\n{into}\n}}"


def _load(store: ox.Store, pieces: Iterable[bytes]) -> None:
    for piece in pieces:
        # What stands here has been checked when it was made.
        store.bulk_load(piece, ox.RdfFormat.N_QUADS, lenient=True)


def _as_data(quad: ox.Quad) -> str:
    if isinstance(quad.graph_name, ox.DefaultGraph):
        return str(quad)
    return f"GRAPH {quad.graph_name} {{ {quad.triple} }}"


def _load_file(path: Path) -> ox.Store:
    if path.suffix not in _FORMATS:
        known = ", ".join(_FORMATS)
        raise StoreError(f"{path}: no reader for '{path.suffix}'; readers are: {known}")
    store = ox.Store()
    try:
        store.bulk_load(
            path=str(path), format=_FORMATS[path.suffix], base_iri=path.resolve().as_uri()
        )
    except SyntaxError as error:
        raise StoreError(f"{path}:{error.lineno}: {error.msg}") from error
    except (OSError, ValueError) as error:
        raise StoreError(f"{path}: cannot be read: {error}") from error
    return store
