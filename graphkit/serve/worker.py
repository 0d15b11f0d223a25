"""One read-only process that answers SPARQL, task by task, and can be killed at any time.

Run as a file, with nothing of graphkit imported: it starts in a twentieth of a second.
The first frame on stdin says what to open and how much memory may be used, each further
one is a task. A frame is four bytes of length and JSON; an answer is such a frame (with
``size``) and then that many bytes.

Nothing that a query says can write or fetch: the store is opened read-only, the process
may not make files grow, and where the system allows it has no network.
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import json
import os
import resource
import signal
import struct
import sys
from collections.abc import Callable
from io import BytesIO
from typing import Any, BinaryIO

import pyoxigraph as ox

Task = dict[str, Any]
Reply = tuple[dict[str, Any], bytes]
Kinds = dict[str, Callable[[ox.Store, Task], Reply]]

_CLONE_NEWUSER, _CLONE_NEWNET, _PR_SET_PDEATHSIG = 0x10000000, 0x40000000, 1
_ROWS = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
_TRIPLES = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}


class TooLargeError(Exception):
    """A result has more bytes than may be sent."""


class Sink(BytesIO):
    """Takes what a serializer writes, up to a limit."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self._left = limit

    def write(self, data: Any) -> int:
        """Keep some bytes.

        :raises TooLargeError: if the limit is passed.
        """
        self._left -= len(data)
        if self._left < 0:
            raise TooLargeError
        return super().write(data)


class Reader:
    """A store on disk that is opened anew when a writer beside it has changed it."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self.version = self._read_version()
        self._store = ox.Store.read_only(folder)

    def _read_version(self) -> str:
        with os.scandir(self._folder) as entries:
            files = sorted(
                (e.name, e.stat().st_size, e.stat().st_mtime_ns)
                for e in entries
                if not e.name.startswith("LO")  # LOG and LOCK say nothing of the content
            )
        return hashlib.sha256(repr(files).encode()).hexdigest()[:16]

    @property
    def store(self) -> ox.Store:
        """The newest whole state of the store."""
        # While a writer tidies up, files may vanish: the state before it is still whole.
        with contextlib.suppress(OSError):
            version = self._read_version()
            if version != self.version:
                self._store = ox.Store.read_only(self._folder)
                self.version = version
        return self._store


def read_frame(stream: BinaryIO) -> Task | None:
    """Return the next task, None at the end."""
    head = stream.read(4)
    if len(head) < 4:
        return None
    task: Task = json.loads(stream.read(struct.unpack(">I", head)[0]))
    return task


def write_frame(stream: BinaryIO, head: dict[str, Any], body: bytes) -> None:
    """Write an answer."""
    text = json.dumps({**head, "size": len(body)}).encode()
    stream.write(struct.pack(">I", len(text)) + text + body)
    stream.flush()


def confine(memory: int) -> None:
    """Give up what an answer does not need: network, files that grow, endless memory."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    # Of what is written to, not of address space: allocators reserve much and use little.
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the server's to handle
    with contextlib.suppress(OSError, AttributeError):  # Linux only, and not in every container
        libc = ctypes.CDLL(None)
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if libc.unshare(_CLONE_NEWNET):
            libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET)


def query(store: ox.Store, text: str, task: Task) -> Any:
    """Run one query over the part of the store that a task names."""
    options: dict[str, Any] = {}
    # SPARQL 1.1 Protocol, 2.1.4: what the request names replaces the whole dataset.
    if task.get("default_graphs") or task.get("named_graphs"):
        options["default_graph"] = [ox.NamedNode(g) for g in task["default_graphs"]]
        options["named_graphs"] = [ox.NamedNode(g) for g in task["named_graphs"]]
    return store.query(text, base_iri=task.get("base"), prefixes=task["prefixes"], **options)


def answer_query(store: ox.Store, task: Task) -> Reply:
    """Answer one SPARQL query in the format that fits its kind."""
    results = query(store, task["query"], task)
    is_graph = isinstance(results, ox.QueryTriples)
    format = task["graph_format"] if is_graph else task["rows_format"]
    head = {"ok": True, "graph": is_graph, "format": format}
    if format is None:
        return {**head, "ok": False, "error": "format"}, b""
    sink = Sink(task["limit"])
    if is_graph:
        ox.serialize(results, sink, _TRIPLES[format], prefixes=task["prefixes"])
    else:
        results.serialize(sink, _ROWS[format])
    return head, sink.getvalue()


def answer_many(store: ox.Store, task: Task) -> Reply:
    """Answer several SELECT queries over one state of the store, as a JSON list."""
    parts = []
    for text in task["queries"]:
        sink = Sink(task["limit"])
        query(store, text, task).serialize(sink, ox.QueryResultsFormat.JSON)
        parts.append(sink.getvalue())
    return {"ok": True}, b"[" + b",".join(parts) + b"]"


KINDS: Kinds = {
    "query": answer_query,
    "many": answer_many,
}


def answer(reader: Reader, task: Task, kinds: Kinds) -> Reply:
    """Answer a task; what is wrong with it stands in the head of the answer."""
    try:
        head, body = kinds[task["kind"]](reader.store, task)
    except TooLargeError:
        return {"ok": False, "error": "large"}, b""
    except MemoryError:
        return {"ok": False, "error": "memory"}, b""
    except SyntaxError as error:
        return {"ok": False, "error": "syntax", "message": str(error)}, b""
    except (RuntimeError, ValueError, OSError) as error:
        return {"ok": False, "error": "failed", "message": str(error)}, b""
    return {**head, "version": reader.version}, body


def serve(make_kinds: Callable[[Task], Kinds]) -> int:
    """Answer tasks until stdin ends; the first frame says which there are."""
    inlet, outlet = sys.stdin.buffer, sys.stdout.buffer
    first = read_frame(inlet)
    if first is None:
        return 0
    confine(first["memory"])
    reader, kinds = Reader(first["store"]), make_kinds(first)
    write_frame(outlet, {"ok": True}, b"")  # ready
    while (task := read_frame(inlet)) is not None:
        write_frame(outlet, *answer(reader, task, kinds))
    return 0


if __name__ == "__main__":
    sys.exit(serve(lambda _: KINDS))
