"""Builds of growing archives: time and memory a release, from one process to two.

    python -m tests.benchmarks.bench_scaling 1000 10000
    python -m tests.benchmarks.bench_scaling --jobs 1,2,4 1000

Each build runs in a process of its own, from one file of JSON lines. CPU is that of all its
processes, memory the peak of the driver and the largest peak of a worker.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from ..tools.corpus import make_stories
from ..tools.corpus.write import write_lines

Row = tuple[str, ...]
_BUILD = """
import json, resource, sys, time
from graphkit.api import build_folder
start = time.perf_counter()
report = build_folder([sys.argv[1]], sys.argv[2], page=False, jobs=int(sys.argv[3]))
own, workers = (resource.getrusage(w) for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(json.dumps({
    "wall": time.perf_counter() - start, "seconds": report.seconds, "triples": report.triples,
    "cpu": sum(u.ru_utime + u.ru_stime for u in (own, workers)),
    "driver": own.ru_maxrss / 1024, "worker": workers.ru_maxrss / 1024,
}))
"""


def measure(count: int, jobs: int) -> Row:
    """Build ``count`` releases with ``jobs`` processes and return a row."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        write_lines(make_stories(count, seed=1), folder / "archive.jsonl")
        command = [sys.executable, "-c", _BUILD, folder / "archive.jsonl", folder / "out", jobs]
        found = subprocess.run(list(map(str, command)), check=True, stdout=subprocess.PIPE)
    data = json.loads(found.stdout)
    stages = (data["seconds"][stage] for stage in ("extract", "resolve", "store"))
    return (
        f"{count:,}", str(jobs), f"{count / data['wall']:.1f}",
        f"{1000 * data['cpu'] / count:.1f}", *(f"{1000 * one / count:.1f}" for one in stages),
        f"{data['driver']:.0f}", f"{data['worker']:.0f}", f"{data['triples']:,}",
    )  # fmt: skip


def main(counts: tuple[int, ...] = (1000,), jobs: tuple[int, ...] = (1, 2)) -> list[Row]:
    """Measure and return the table."""
    rows: list[Row] = [
        (
            "releases", "jobs", "releases/s", "CPU ms each", "extract ms", "resolve ms",
            "store ms", "driver MB", "worker MB", "triples",
        )
    ]  # fmt: skip
    return rows + [measure(count, one) for count in counts for one in jobs]


if __name__ == "__main__":
    from .table import show

    arguments = sys.argv[1:]
    wanted = (1, 2)
    if arguments[:1] == ["--jobs"]:
        wanted = tuple(map(int, arguments[1].split(",")))
        arguments = arguments[2:]
    show(main(tuple(map(int, arguments)) or (1000,), wanted))
