"""``python -m tests.tools.kill 100 [SEED]``: kill a build again and again; nothing may be lost.

A child process builds; SIGKILL ends it at a random moment of a random phase, so that the
short ones, in which files are written, are met as often as the long ones. After each kill the
store, if there is one, must open and hold all releases of some finished build, and a last run
that nobody kills must end with the bytes of a build that was never killed.
"""

from __future__ import annotations

import gc
import json
import multiprocessing
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from itertools import pairwise
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Final

from graphkit.api import build_folder
from graphkit.graph import Graph, make_triples
from graphkit.knowledge import load_knowledge
from graphkit.pipeline import Job, extract_part, fingerprint, save_part
from graphkit.pipeline.parts import read_part
from graphkit.resolve import resolve
from graphkit.sources import read_releases
from graphkit.vocab import BASE_IRI

from .corpus import make_corpus, write_corpus

RELEASES: Final = 6
# What a build is at, as it tells itself: "begin" is before the first release, "store" and
# "write" change what a user sees.
PHASES: Final = ("begin", "extract", "resolve", "store", "write")
_WEIGHTS: Final = (1, 2, 2, 3, 3)  # how often a kill is meant for each
# Children are forked from a process that has done all this once and has models, word lists and
# look-ups, so that a build takes a second and most of it is work on its releases. The parent
# opens no store: a fork would lose the store's threads.
_FORK: Final = multiprocessing.get_context("fork")
_LOOK: Final = 0.001  # seconds between two looks at a child
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
    phases: dict[str, int] = field(default_factory=lambda: dict.fromkeys(PHASES, 0))


class _Child:
    """A build in a process of its own, which leaves word of when it entered each phase."""

    def __init__(self, out: Path, texts: list[Path]) -> None:
        self._entered: Any = _FORK.RawArray("d", len(PHASES))
        self._entered[0] = time.monotonic()
        self.process = _start(_build, out, texts, self._entered)

    def phase(self) -> int:
        """Return the phase it is in, or was in when it ended."""
        return max(number for number, time in enumerate(self._entered) if time)

    def wait_for(self, phase: int, delay: float) -> None:
        """Wait until it has been for ``delay`` seconds in a phase, or ends, or is past it."""
        while self.process.is_alive() and self.phase() < phase:
            time.sleep(_LOOK)
        end = self._entered[phase] + delay
        while self.process.is_alive() and time.monotonic() < end:
            time.sleep(min(_LOOK, max(end - time.monotonic(), 0)))

    def finish(self) -> list[float]:
        """Return how long it took in each phase.

        :raises AssertionError: if it fails.
        """
        self.process.join()
        if self.process.exitcode != 0:
            raise AssertionError("a build that nobody killed has failed")
        times = [*self._entered, time.monotonic()]
        return [after - before for before, after in pairwise(times)]


def _start(action: Callable[..., None], *arguments: object) -> BaseProcess:
    child = _FORK.Process(target=action, args=arguments)
    child.start()
    return child


def _build(out: Path, texts: list[Path], entered: Any) -> None:
    def tell(stage: str, done: int) -> None:
        number = PHASES.index(stage)
        entered[number] = entered[number] or time.monotonic()

    build_folder(texts, out, page=False, jobs=1, chunk=1, on_progress=tell)


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


def _warm(texts: list[Path], folder: Path) -> None:
    """Do in this process, and in memory, what a build does before it writes."""
    releases = tuple(read_releases(texts, on_error=lambda error: print(error, file=sys.stderr)))
    part = extract_part(Job(releases, folder, fingerprint()))[1]
    assert part is not None
    knowledge = load_knowledge()
    resolution = resolve(read_part(save_part(folder, part))[1], knowledge)
    list(make_triples(resolution, knowledge, base_iri=BASE_IRI))
    gc.collect()
    gc.freeze()  # else each child would copy all of it to count references


def run_kills(count: int, *, seed: int = 1, folder: Path | None = None) -> Tally:
    """Kill builds ``count`` times and return what was met; ``failures`` must be 0.

    :raises AssertionError: if a build that was killed cannot be completed.
    """
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        base, chance, tally = Path(scratch), random.Random(seed), Tally()
        write_corpus(make_corpus(RELEASES, seed=seed, language="en"), base)
        texts = sorted((base / "texts").iterdir())
        _warm(texts, base / "warm")
        takes = _Child(base / "whole", texts).finish()
        _Child(base / "half", texts[: RELEASES // 2]).finish()
        expected = (base / "whole" / "graph.ttl").read_bytes()
        out, turn = base / "out", 0
        while tally.kills < count:
            child = _Child(out, texts)
            (phase,) = chance.choices(range(len(PHASES)), _WEIGHTS)
            child.wait_for(phase, chance.uniform(0, 1.1) * takes[phase])
            if child.process.is_alive():
                child.process.kill()
                child.process.join()
                tally.kills += 1
                met = PHASES[child.phase()]
                tally.phases[met] += 1
                _look(out, tally)
                print(f"kill {tally.kills} of {count}: {met}", file=sys.stderr, flush=True)
                if chance.random() < 0.7:
                    continue
                _Child(out, texts).finish()
            tally.finished += 1
            tally.failures += (out / "graph.ttl").read_bytes() != expected
            shutil.rmtree(out)
            turn += 1
            if _TURNS[turn % 2] == "half":
                shutil.copytree(base / "half", out)
        _Child(out, texts).finish()
        tally.failures += (out / "graph.ttl").read_bytes() != expected
        return tally


if __name__ == "__main__":
    tally = run_kills(int(sys.argv[1]), seed=int(sys.argv[2]) if sys.argv[2:] else 1)
    print(json.dumps(asdict(tally)))
