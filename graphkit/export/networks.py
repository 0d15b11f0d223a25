"""Graph -> GraphML and GEXF, the files of graph drawing programs."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO, Final

from graphkit.graph import Graph

if TYPE_CHECKING:
    import networkx as nx

# networkx writes the day of writing into the file; the same graph must give the same bytes.
_STAMP: Final = re.compile(rb' lastmodifieddate="[^"]*"')


def write_graphml(graph: Graph, out: BinaryIO) -> None:
    """Write GraphML."""
    import networkx as nx

    nx.write_graphml(_numbered(graph), out, encoding="utf-8")


def write_gexf(graph: Graph, out: BinaryIO) -> None:
    """Write GEXF 1.2."""
    import networkx as nx

    buffer = BytesIO()
    nx.write_gexf(_numbered(graph), buffer, encoding="utf-8")
    out.write(_STAMP.sub(b"", buffer.getvalue()))


def _numbered(graph: Graph) -> nx.MultiDiGraph[str]:
    """Return the network with edge ids of its own: the property alone is not unique."""
    import networkx as nx

    network = graph.to_networkx()
    numbered: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    numbered.add_nodes_from(network.nodes(data=True))
    for number, (source, target, data) in enumerate(network.edges(data=True)):
        numbered.add_edge(source, target, key=str(number), **data)
    return numbered
