"""One process, two, and a Dask scheduler with two workers make the same graph."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools.threeways import compare

pytest.importorskip("distributed")


@pytest.mark.model
@pytest.mark.slow
def test_three_ways_of_building_make_one_graph(tmp_path: Path) -> None:
    found = compare(40, folder=tmp_path)
    assert set(found) == {"--jobs 1", "--jobs 2", "--cluster"}
    graphs = [quads for _, quads in found.values()]
    assert graphs[0].count(b"\n") > 1000
    assert graphs[1] == graphs[0]
    assert graphs[2] == graphs[0]
