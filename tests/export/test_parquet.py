"""Parquet tables are read back with their types, and hold what the CSV tables hold."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from graphkit.errors import GraphkitError
from graphkit.export import write
from graphkit.graph import Graph


@pytest.mark.parametrize("table", ["nodes", "edges"])
def test_pyarrow_reads_back_the_rows_of_the_csv(graph: Graph, tmp_path: Path, table: str) -> None:
    rows = pq.read_table(write(graph, tmp_path / f"graph.{table}.parquet")).to_pylist()
    with write(graph, tmp_path / f"graph.{table}.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    assert len(rows) > 5
    shown = [{k: "" if v is None else str(v) for k, v in row.items()} for row in rows]
    assert shown == lines


def test_numbers_are_numbers_and_what_is_missing_is_null(graph: Graph, tmp_path: Path) -> None:
    edges = pq.read_table(write(graph, tmp_path / "graph.edges.parquet"))
    assert edges.schema.field("confidence").type == pa.float64()
    assert edges.schema.field("evidence").type == pa.int32()
    holds = [row for row in edges.to_pylist() if row["relation"] == "org:holds"]
    assert [(row["confidence"], row["evidence"]) for row in holds] == [(0.9, 3), (0.9, 3)]
    nodes = pq.read_table(write(graph, tmp_path / "graph.nodes.parquet")).to_pylist()
    asia = next(row for row in nodes if row["id"].endswith("/region/central-asia"))
    assert (asia["label_kk"], asia["notation"]) == ("Орталық Азия", None)


def test_an_empty_graph_is_two_empty_tables(tmp_path: Path) -> None:
    for table in ("nodes", "edges"):
        read = pq.read_table(write(Graph(), tmp_path / f"graph.{table}.parquet"))
        assert read.num_rows == 0
        assert "string" in map(str, read.schema.types)


def test_the_same_graph_gives_the_same_bytes(graph: Graph, tmp_path: Path) -> None:
    files = [write(graph, tmp_path / name / "graph.edges.parquet") for name in "ab"]
    assert files[0].read_bytes() == files[1].read_bytes()


def test_without_pyarrow_the_extra_is_named(
    graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(GraphkitError, match=r"graphkit-press\[parquet\]"):
        write(graph, tmp_path / "graph.nodes.parquet")
    assert list(tmp_path.iterdir()) == []
