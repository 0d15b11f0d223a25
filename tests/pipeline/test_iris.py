"""An IRI once given stays: in use, as another name of the thing, or replaced by what it meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from graphkit.cli import main
from graphkit.graph import Graph

pytestmark = pytest.mark.model

MEETING = (
    "Встреча в Астане\n\nМинистр транспорта Сербии Марко Стоянович 12 мая 2026 года встретился "
    "в Астане с министром транспорта Казахстана Асаном Алиевым.",
    "Meeting in Astana\n\nOn 12 May 2026 the Minister of Transport of Serbia Marko Stojanovic met "
    "in Astana with the Minister of Transport of Kazakhstan Asan Aliyev.",
)
NAMESAKE = "Визит\n\nМинистр культуры Узбекистана Асан Алиев прибыл в Самарканд."
KINDS = "schema:Person schema:Event org:Organization schema:Place org:Post"


def add(texts: Path, out: Path, name: str, text: str) -> None:
    """Add one release and build again, as the analyst does each day."""
    texts.mkdir(exist_ok=True)
    (texts / f"{name}.txt").write_text(text, encoding="utf-8")
    args = ["build", str(texts), "--out", str(out), "--no-page", "-q", "--jobs", "1"]
    done = CliRunner().invoke(main, args)
    assert done.exit_code == 0, done.output


def ask(out: Path, query: str) -> set[str]:
    with Graph.open(out) as graph:
        rows = graph.query(query).to_dicts()
        return {str(row["iri"]).removeprefix(graph.base_iri) for row in rows}


def things(out: Path) -> set[str]:
    return ask(out, f"SELECT ?iri {{ VALUES ?kind {{ {KINDS} }} ?iri a ?kind }}")


def test_a_merge_leaves_the_old_iris_as_others_of_the_thing(tmp_path: Path) -> None:
    texts, out = tmp_path / "texts", tmp_path / "out"
    add(texts, out, "a", MEETING[0])
    early = things(out)
    assert "person/marko-stoyanovich" in early
    add(texts, out, "b", MEETING[1])
    now = things(out)
    assert "person/marko-stojanovic" in now
    gone = early - now
    assert {path.partition("/")[0] for path in gone} >= {"person", "event"}
    assert gone <= ask(out, "SELECT ?iri { ?thing owl:sameAs ?iri }")


def test_a_split_leaves_the_old_iri_replaced_by_both(tmp_path: Path) -> None:
    texts, out = tmp_path / "texts", tmp_path / "out"
    add(texts, out, "a", MEETING[0])
    early = things(out)
    assert "person/asan-aliev" in early
    add(texts, out, "b", NAMESAKE)
    assert "person/asan-aliev" not in things(out)
    assert ask(
        out,
        "SELECT ?iri { ?old dcterms:isReplacedBy ?iri FILTER(STRENDS(STR(?old), '/asan-aliev')) }",
    ) == {"person/asan-aliev-kz", "person/asan-aliev-uz"}
    pair = ["person/asan-aliev", "person/marko-stojanovic"]
    asked = CliRunner().invoke(main, ["review", str(out), "--same", *pair])
    assert asked.exit_code == 1
    assert "is now the name of several: person/asan-aliev-kz, person/asan-aliev-uz" in asked.output
    kept = things(out) | ask(
        out, "SELECT ?iri { { ?thing owl:sameAs ?iri } UNION { ?iri dcterms:isReplacedBy ?thing } }"
    )
    assert early <= kept


def test_the_order_of_days_leaves_no_trace(tmp_path: Path) -> None:
    told = {"a": MEETING[0], "b": MEETING[1], "c": NAMESAKE}
    graphs = []
    for order in ("abc", "cba", "bca"):
        # The path of a source is in the graph: the same one for every order.
        texts, out = tmp_path / "texts", tmp_path / order
        for file in texts.glob("*"):
            file.unlink()
        for name in order:
            add(texts, out, name, told[name])
        graphs.append((out / "graph.ttl").read_bytes())
    assert graphs[0] == graphs[1] == graphs[2]
