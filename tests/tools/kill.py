"""``python -m tests.tools.kill 100 [SEED]``: kill a build again and again; nothing may be lost.

A child process builds; SIGKILL ends it at a random moment. After each kill the store, if
there is one, must open and hold all releases of some finished build, and a last run that
nobody kills must end with the bytes of a build that was never killed.
"""

from __future__ import annotations

import json
import multiprocessing
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Final

from graphkit.api import build_folder
from graphkit.graph import Graph
from graphkit.languages import grammar, parse
from graphkit.sources import make_release

from .corpus import make_corpus, write_corpus

RELEASES: Final = 6
_TOLD: Final = 20  # kills after which it says how it stands
# Children are forked from a process that has the models, so that most of a build's time is
# that of its writing. The parent opens no store: a fork would lose the store's threads.
_FORK: Final = multiprocessing.get_context("fork")
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


def _start(action: Callable[..., None], *arguments: object) -> BaseProcess:
    child = _FORK.Process(target=action, args=arguments)
    child.start()
    return child


def _build(out: Path, texts: list[Path]) -> None:
    build_folder(texts, out, page=False, jobs=1, chunk=1)


def _finish(out: Path, texts: list[Path]) -> float:
    start = time.monotonic()
    child = _start(_build, out, texts)
    child.join()
    if child.exitcode != 0:
        raise AssertionError(f"{out}: a build that nobody killed has failed")
    return time.monotonic() - start


def _check(out: Path, allowed: set[int]) -> None:
    with Graph.open(out) as graph:
        releases = len(graph.query("SELECT ?r { ?r a gk:Release }"))
        dangling = graph.query("ASK { ?s rdf:subject ?e FILTER NOT EXISTS { ?e a ?type } }")
    if releases not in allowed or dangling:
        raise AssertionError(f"{out}: holds {releases} releases")


def _look(out: Path, tally: Tally) -> None:
    tally.with_parts += any((out / "parts").glob("*.jsonl"))
    if (out / "store" / "CURRENT").exists():
        tally.with_store += 1
        child = _start(_check, out, {0, RELEASES // 2, RELEASES})
        child.join()
        tally.failures += child.exitcode != 0


def run_kills(count: int, *, seed: int = 1, folder: Path | None = None) -> Tally:
    """Kill builds ``count`` times and return what was met; ``failures`` must be 0.

    :raises AssertionError: if a build that was killed cannot be completed.
    """
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        base, chance, tally = Path(scratch), random.Random(seed), Tally()
        write_corpus(make_corpus(RELEASES, seed=seed, language="en"), base)
        texts = sorted((base / "texts").iterdir())
        parse(make_release("The minister met the speaker.", language="en"))
        grammar("en")
        _finish(base / "first", texts)
        takes = _finish(base / "whole", texts)
        _finish(base / "half", texts[: RELEASES // 2])
        expected = (base / "whole" / "graph.ttl").read_bytes()
        out, turn = base / "out", 0
        while tally.kills < count:
            child = _start(_build, out, texts)
            child.join(chance.uniform(0.02, 1.1) * takes)
            if child.is_alive():
                child.kill()
                child.join()
                tally.kills += 1
                _look(out, tally)
                if tally.kills % _TOLD == 0:
                    print(json.dumps(asdict(tally)), file=sys.stderr, flush=True)
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
    tally = run_kills(int(sys.argv[1]), seed=int(sys.argv[2]) if sys.argv[2:] else 1)
    print(json.dumps(asdict(tally)))
