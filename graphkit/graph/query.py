"""SPARQL text -> Answer, with a limit that holds."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from graphkit.errors import QueryError, StoreError
from graphkit.graph.answer import Answer, make_answer
from graphkit.graph.mistakes import explain_error
from graphkit.vocab import PREFIXES

_WORKER: Final = Path(__file__).with_name("worker.py")
_WRONG_QUERY: Final = 3


def all_prefixes(base_iri: str) -> dict[str, str]:
    """Return the prefixes that a query need not declare; ``id:`` is the base of the data."""
    return {**PREFIXES, "id": base_iri}


def run(store: ox.Store, sparql: str, prefixes: Mapping[str, str]) -> Answer:
    """Answer a query in this process.

    :raises QueryError: if it does not parse, asks for a change, or fails while running.
    """
    try:
        return make_answer(store.query(sparql, prefixes=dict(prefixes)))
    except (SyntaxError, RuntimeError, ValueError) as error:
        raise explain_error(sparql, str(error), prefixes) from error
    except OSError as error:
        raise QueryError(f"the query cannot be answered: {error}") from error


def run_killable(
    store: ox.Store, folder: Path | None, sparql: str, prefixes: Mapping[str, str], seconds: float
) -> Answer:
    """Answer a query in a child process that is killed after ``seconds``.

    pyoxigraph cannot cancel a query in its own process: a signal takes effect only
    when the query has ended by itself.

    :raises QueryError: as ``run``, or if the time is over.
    """
    if folder is not None:
        return _ask_worker({"store": str(folder)}, sparql, prefixes, seconds)
    with tempfile.TemporaryDirectory(prefix="graphkit-") as scratch:
        file = Path(scratch) / "graph.nq"
        store.dump(file, format=ox.RdfFormat.N_QUADS)
        return _ask_worker({"file": str(file)}, sparql, prefixes, seconds)


def _ask_worker(
    where: dict[str, str], sparql: str, prefixes: Mapping[str, str], seconds: float
) -> Answer:
    task = json.dumps({**where, "query": sparql, "prefixes": dict(prefixes)}).encode()
    # -P: the folder of the worker must not come before the standard library.
    command = [sys.executable, "-P", str(_WORKER)]
    try:
        done = subprocess.run(
            command, input=task, capture_output=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise QueryError(
            f"the query was stopped after {seconds:g} s; ask for less, or raise --timeout"
        ) from error
    if done.returncode == _WRONG_QUERY:
        raise explain_error(sparql, done.stderr.decode().strip(), prefixes)
    if done.returncode:
        reason = done.stderr.decode(errors="replace").strip().rsplit("\n", 1)[-1]
        raise StoreError(f"the query process failed: {reason}")
    return _read_worker(done.stdout)


def _read_worker(output: bytes) -> Answer:
    kind, body = output[:1], output[1:]
    if kind == b"T":
        quads = ox.parse(body, format=ox.RdfFormat.N_TRIPLES)
        return Answer(triples=tuple(quad.triple for quad in quads), is_graph=True)
    results = ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
    return make_answer(results)
