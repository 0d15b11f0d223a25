"""``python -m tests.benchmarks [RELEASES [TRIPLES]]``: all tables, with date and machine.

What takes long is asked for alone: ``python -m tests.benchmarks.bench_ner 10000`` (a build
beside names alone), ``python -m tests.benchmarks.bench_scaling 1000 10000 100000`` (time and
memory a release), ``python -m tests.tools.threeways 2000`` (one machine beside a cluster).
"""

from __future__ import annotations

import os
import platform
import sys
from datetime import UTC, datetime

from . import bench_build, bench_scaling, bench_store
from .table import show


def main(releases: int = 200, triples: int = 100_000) -> None:
    """Print every table."""
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    print(
        f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {platform.machine()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, load {load}"
    )
    for title, rows in (
        (f"Build, {releases} releases a language, CPU time", bench_build.main(releases)),
        ("Scaling", bench_scaling.main((5 * releases,))),
        ("Store, CPU time", bench_store.main((triples,))),
    ):
        print(f"\n{title}")
        show(rows)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
