"""``python -m tests.tools.threeways 2000 [SEED]``: one corpus built three ways, one graph.

The installed command builds the same made-up releases in one process, in two, and on a
Dask scheduler with two workers; the N-Quads of all three must be the same bytes when sorted.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from .cluster import start_cluster
from .corpus import make_stories
from .corpus.write import write_lines

_GRAPHKIT = (sys.executable, "-m", "graphkit")


def build(source: Path, out: Path, *options: str) -> tuple[float, bytes]:
    """Build with the command; return the seconds it took and the sorted N-Quads."""
    start = time.perf_counter()
    command = [*_GRAPHKIT, "build", str(source), "--out", str(out), "--no-page", "-q", *options]
    subprocess.run(command, check=True)
    return time.perf_counter() - start, read_quads(out)


def read_quads(out: Path) -> bytes:
    """Return the sorted N-Quads of a graph, by the command."""
    command = [*_GRAPHKIT, "export", str(out), "--format", "nquads", "--out", "-"]
    quads = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
    return b"".join(sorted(quads.splitlines(keepends=True)))


def compare(
    count: int, *, seed: int = 1, folder: Path | None = None
) -> dict[str, tuple[float, bytes]]:
    """Return for each way of building its seconds and its sorted N-Quads."""
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        base = Path(scratch)
        source = base / "archive.jsonl"
        write_lines(make_stories(count, seed=seed), source)
        found = {
            f"--jobs {jobs}": build(source, base / f"jobs{jobs}", "--jobs", str(jobs))
            for jobs in (1, 2)
        }
        with start_cluster(base) as cluster:
            found["--cluster"] = build(source, base / "cluster", "--cluster", cluster.address)
        return found


def main(count: int, seed: int = 1) -> int:
    """Print a line for each way and return 0 if all have made one graph."""
    found = compare(count, seed=seed)
    for way, (seconds, quads) in found.items():
        digest = hashlib.sha256(quads).hexdigest()[:16]
        lines, rate = quads.count(b"\n"), count / seconds
        print(f"{way:10} {seconds:8.1f} s {rate:7.1f} releases/s {lines:11,} quads  {digest}")
    same = len({quads for _, quads in found.values()}) == 1
    print("the same graph" if same else "DIFFERENT graphs")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:3])))
