"""``python -m tests.tools.kill 100 [SEED]``: kill a build again and again; nothing may be lost.

A child process builds; SIGKILL ends it at a random moment. After each kill the store, if
there is one, must open and hold all releases of some finished build, and a last run that
nobody kills must end with the bytes of a build that was never killed.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from graphkit.graph import Graph

from .corpus import make_corpus, write_corpus

RELEASES = 6
_BUILD = (
    "import sys; from graphkit.api import build_folder; "
    "build_folder(sys.argv[2:], sys.argv[1], page=False, jobs=1, chunk=1)"
)
# A build that ends before its kill starts over, from nothing or from half of the releases.
_TURNS = ("nothing", "half")


@dataclass(slots=True)
class Tally:
    """What the kills met."""

    kills: int = 0
    finished: int = 0
    with_parts: int = 0
    with_store: int = 0
    failures: int = 0


def _start(out: Path, texts: list[Path]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", _BUILD, str(out), *map(str, texts)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _finish(out: Path, texts: list[Path]) -> float:
    start = time.monotonic()
    if _start(out, texts).wait() != 0:
        raise AssertionError(f"{out}: a build that nobody killed has failed")
    return time.monotonic() - start


def _check(out: Path, allowed: set[int], tally: Tally) -> None:
    tally.with_parts += any((out / "parts").glob("*.jsonl"))
    if not (out / "store" / "CURRENT").exists():
        return
    tally.with_store += 1
    with Graph.open(out) as graph:
        releases = len(graph.query("SELECT ?r { ?r a gk:Release }"))
        dangling = graph.query("ASK { ?s rdf:subject ?e FILTER NOT EXISTS { ?e a ?type } }")
    tally.failures += releases not in allowed or bool(dangling)


def run_kills(count: int, *, seed: int = 1, folder: Path | None = None) -> Tally:
    """Kill builds ``count`` times and return what was met; ``failures`` must be 0.

    :raises AssertionError: if a build that was killed cannot be completed.
    """
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        base, chance, tally = Path(scratch), random.Random(seed), Tally()
        write_corpus(make_corpus(RELEASES, seed=seed, language="en"), base)
        texts = sorted((base / "texts").iterdir())
        takes = _finish(base / "whole", texts)
        _finish(base / "half", texts[: RELEASES // 2])
        expected = (base / "whole" / "graph.ttl").read_bytes()
        out, turn = base / "out", 0
        while tally.kills < count:
            child = _start(out, texts)
            try:
                child.wait(chance.uniform(0.2, 1.1) * takes)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
                tally.kills += 1
                _check(out, {0, RELEASES // 2, RELEASES}, tally)
                if chance.random() < 0.7:
                    continue
                _finish(out, texts)
            tally.finished += 1
            tally.failures += (out / "graph.ttl").read_bytes() != expected
            shutil.rmtree(out)
            turn += 1
            if _TURNS[turn % 2] == "half":
                shutil.copytree(base / "half", out)
        _finish(out, texts)
        tally.failures += (out / "graph.ttl").read_bytes() != expected
        return tally


if __name__ == "__main__":
    print(run_kills(int(sys.argv[1]), seed=int(sys.argv[2]) if sys.argv[2:] else 1))
