"""Graphs that are larger than memory are sorted on disk, and come out the same."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from graphkit.graph import Change, Graph
from graphkit.graph.lines import compare_lines, sort_lines

WORDS = ["қала", "город", "city", "a\u2028b", "", "Ә", "\U0001f30d", "z"]


@pytest.mark.parametrize("run", [1, 3, 100])
def test_lines_come_sorted_and_once_however_many_fit_in_memory(run: int) -> None:
    lines = random.Random(1).choices(WORDS, k=50)
    assert list(sort_lines(lines, run=run)) == sorted(set(lines))
    assert list(sort_lines(lines, run=run, most=2)) == sorted(set(lines))


def test_few_files_are_open_however_many_lines_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Any] = []
    make, most_open = tempfile.TemporaryFile, 0

    def watch(*args: Any, **options: Any) -> Any:
        nonlocal most_open
        made.append(make(*args, **options))
        most_open = max(most_open, sum(not file.closed for file in made))
        return made[-1]

    monkeypatch.setattr(tempfile, "TemporaryFile", watch)
    lines = [f"{number % 700:03}" for number in range(2000)]
    assert list(sort_lines(lines, run=2, most=4)) == sorted(set(lines))
    assert len(made) > 1000
    assert most_open <= 4 * 5 + 1  # 1,000 pieces are five sizes, of fewer than four each
    assert all(file.closed for file in made)


def test_a_comparison_tells_what_only_one_side_has() -> None:
    assert compare_lines(["a", "b", "d"], ["b", "c"]) == (["a", "d"], ["c"])
    assert compare_lines([], ["a"]) == ([], ["a"])


def test_a_store_keeps_line_breaks_and_strange_letters(tmp_path: Path) -> None:
    subject, predicate = (
        ox.NamedNode("https://example.org/a"),
        ox.NamedNode("https://example.org/p"),
    )
    texts = [*WORDS, 'line\nbreak\r\t"quoted" \\ back', "«Қауымдар палатасы»"]
    quads = [ox.Quad(subject, predicate, ox.Literal(text, language="kk")) for text in texts]
    quads.append(
        ox.Quad(subject, predicate, ox.Literal("g"), ox.NamedNode("https://example.org/g"))
    )
    with Graph.open(tmp_path, write=True) as graph:
        assert graph.replace([*quads, *quads]) == Change(len(quads), 0)
        assert set(graph.quads()) == set(quads)
        assert graph.replace(quads[3:]) == Change(0, 3)
        assert graph.replace(quads[:-1]) == Change(3, 1)
        assert set(graph.quads()) == set(quads[:-1])
