"""What the tests of the server share: hostile things for its graph, and a way to run it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pyoxigraph as ox

from graphkit.serve import Settings, make_server
from graphkit.vocab import GK, SCHEMA

ID = "https://w3id.org/graphkit/id/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
SCRIPT = "<script>alert('x')</script>"
NON_ASCII = ID + "city/Алматы"
ONE, TWO = "https://example.org/graph/one", "https://example.org/graph/two"


def more_quads() -> Iterator[ox.Quad]:
    """Yield what the story lacks: named graphs, a name that is a script, letters in an IRI."""
    label, is_a = ox.NamedNode(SKOS + "prefLabel"), ox.NamedNode("http://purl.org/dc/terms/title")
    for graph in (ONE, TWO):
        text = ox.Literal(graph.rpartition("/")[2])
        yield ox.Quad(ox.NamedNode(graph), is_a, text, ox.NamedNode(graph))
    rdf_type = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    for iri, name in ((f"{ID}person/script", SCRIPT), (NON_ASCII, "Алматы")):
        yield ox.Quad(ox.NamedNode(iri), label, ox.Literal(name, language="kk"))
        kind = str(GK.City) if iri == NON_ASCII else str(SCHEMA.Person)
        yield ox.Quad(ox.NamedNode(iri), rdf_type, ox.NamedNode(kind))


@contextmanager
def serving(settings: Settings) -> Iterator[str]:
    """Run a server in a thread and give its address."""
    server = make_server(settings)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        end = time.monotonic() + 30
        while not server.started:
            assert thread.is_alive(), "the server did not start"
            assert time.monotonic() < end, "the server did not start in time"
            time.sleep(0.02)
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(20)
