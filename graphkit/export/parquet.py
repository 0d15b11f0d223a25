"""Graph -> Parquet, typed and compressed, for data frames and column stores."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from graphkit.errors import GraphkitError
from graphkit.export.tables import EDGE_COLUMNS, NODE_COLUMNS, make_edges, make_nodes
from graphkit.graph import Graph

if TYPE_CHECKING:
    import pyarrow as pa

# Columns that are not text.
_TYPES: Final = {"confidence": "float64", "evidence": "int32"}


def write_nodes_parquet(graph: Graph, out: BinaryIO) -> None:
    """Write Parquet with a row for each entity; a name that is missing is null.

    :raises GraphkitError: if pyarrow is not installed.
    """
    _write(out, NODE_COLUMNS, make_nodes(graph))


def write_edges_parquet(graph: Graph, out: BinaryIO) -> None:
    """Write Parquet with a row for each relation.

    :raises GraphkitError: if pyarrow is not installed.
    """
    _write(out, EDGE_COLUMNS, make_edges(graph))


def _write(out: BinaryIO, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise GraphkitError(
            "Parquet needs pyarrow; install it with: pip install 'graphkit-press[parquet]'"
        ) from error
    schema = pa.schema([(name, _TYPES.get(name, "string")) for name in columns])
    values: list[Sequence[Any]] = list(zip(*rows, strict=True)) or [()] * len(columns)
    arrays: list[pa.Array] = [
        pa.array([None if value == "" else value for value in column], type=one.type)
        for column, one in zip(values, schema, strict=True)
    ]
    pq.write_table(pa.table(arrays, schema=schema), out, compression="zstd")
