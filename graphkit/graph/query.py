"""SPARQL text -> Answer, with an error that points at its place and a limit that holds."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from graphkit.errors import QueryError, StoreError
from graphkit.graph.answer import Answer, make_answer
from graphkit.vocab import PREFIXES

_WORKER: Final = Path(__file__).with_name("worker.py")
_WRONG_QUERY: Final = 3
_PLACE: Final = re.compile(r"error at (\d+):(\d+): (?s:(.*))")
_PREFIXED: Final = re.compile(r"([A-Za-z][\w-]*)?:")
_UPDATE: Final = re.compile(r"\s*(insert|delete|load|clear|drop|create|copy|move|add)\b", re.I)
_EXPECTED: Final = re.compile(r"expected (?:one of )?(?s:(.*))")
# The parser lists all that may follow; more than this helps nobody.
_SHOWN: Final = 6
# What could always follow and is hardly ever meant.
_RARE: Final = frozenset({"LATERAL", "SERVICE", "BIND"})


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


def explain_error(sparql: str, message: str, prefixes: Mapping[str, str]) -> QueryError:
    """Return an error that shows the line and the column where a query is wrong.

    >>> print(explain_error("SELECT ?x {\\n ?x ?p }", "error at 2:8: expected '}'", {}))
    query:2:8: expected '}'
     ?x ?p }
           ^
    """
    if _UPDATE.match(sparql):
        return QueryError("a query only reads; change the graph with 'build' and 'forget'")
    found = _PLACE.search(message)
    if not found:
        return QueryError(f"the query cannot be answered: {message}")
    line, column = int(found[1]), int(found[2])
    lines = sparql.splitlines() or [""]
    shown = lines[min(line, len(lines)) - 1]
    what = _say_expected(found[3], shown[: column - 1], prefixes)
    return QueryError(f"query:{line}:{column}: {what}\n{shown}\n{' ' * (column - 1)}^")


def _say_expected(message: str, before: str, prefixes: Mapping[str, str]) -> str:
    if "Prefix not found" in message:
        used = _PREFIXED.findall(before)
        name = f"'{used[-1]}:'" if used else "this one"
        known = ", ".join(sorted(prefixes))
        return f"the prefix {name} is not declared; known without PREFIX: {known}"
    found = _EXPECTED.match(message)
    if not found:
        return message
    words = [w.strip() for w in found[1].split(",") if w.strip() and not w.strip().startswith("[")]
    if words == ["CONSTRUCT"]:  # the last of the four that the parser has tried
        return "a query starts with SELECT, ASK, CONSTRUCT or DESCRIBE"
    if not words or set(words) <= _RARE:
        return "this is not expected here; is something missing before it?"
    return f"expected {' or '.join(words[:_SHOWN])}"
