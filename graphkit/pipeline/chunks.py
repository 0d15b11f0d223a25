"""A chunk of releases in, a part on disk out: the unit of work, whoever runs it.

``nlp.pipe(n_process=2)`` sends whole Docs between processes and takes six times as long
as this; ``multiprocessing.Pool`` stalls when a worker is killed.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing.connection import wait as wait_for_end
from pathlib import Path
from types import ModuleType
from typing import Final

from graphkit.errors import GraphkitError, ReleaseError
from graphkit.extract import extract
from graphkit.knowledge import load_knowledge
from graphkit.languages import grammar, narration, parse, parse_many, syntax
from graphkit.model import Extraction, Release
from graphkit.pipeline.parts import Part, make_part, save_part

CHUNK: Final = 32
# How often a chunk whose worker was killed is given to a new worker.
_TRIES: Final = 3


@dataclass(frozen=True, slots=True)
class Job:
    """One chunk: the releases, the folder for the part, and what to extract with."""

    releases: tuple[Release, ...]
    folder: Path
    made_by: str
    ontologies: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a chunk."""

    releases: tuple[str, ...]
    skipped: tuple[str, ...]


def extract_part(job: Job) -> tuple[Done, Part | None]:
    """Extract the releases of a chunk: a pure function, run wherever.

    A release that the extraction fails on is skipped with a message: one odd text must
    not cost a thousand others.
    """
    extractions, skipped = [], []
    with _lasting_frozen():
        for found in _extract_chunk(job):
            if isinstance(found, Extraction):
                extractions.append(found)
            else:
                skipped.append(str(found))
    done = Done(tuple(one.release.id for one in extractions), tuple(skipped))
    return done, make_part(extractions, job.made_by)


@contextmanager
def _lasting_frozen() -> Iterator[None]:
    """Keep the collector of cycles from what lasts: it would walk the ontologies again and again.

    That took an eighth of the time of extraction. What the chunk leaves is collected at its end.
    """
    gc.freeze()
    try:
        yield
        gc.collect()
    finally:
        gc.unfreeze()


def run_chunk(job: Job) -> Done:
    """Extract the releases of a chunk and write the part into the job's folder."""
    done, part = extract_part(job)
    if part is not None:
        save_part(job.folder, part)
    return done


def _extract_chunk(job: Job) -> Iterator[Extraction | ReleaseError]:
    knowledge = load_knowledge(*job.ontologies)
    try:
        docs = list(parse_many(job.releases))
    except GraphkitError:
        raise
    except Exception:
        docs = []  # a library failed on one of them: find it by going one by one
    parsed = iter(docs) if docs else ((release, None) for release in job.releases)
    for release, doc in parsed:
        try:
            doc = parse(release) if doc is None else doc
            language = release.language
            yield extract(
                release,
                doc,
                knowledge,
                grammar=grammar(language),
                syntax=syntax(language),
                narration=narration(language),
            )
        except GraphkitError:
            raise
        except Exception as error:
            what = f"{type(error).__name__}: {error}"
            yield ReleaseError(f"{release.source}: the release cannot be understood ({what})")


def make_chunks(releases: Iterable[Release], size: int = CHUNK) -> Iterator[tuple[Release, ...]]:
    """Yield releases in groups of ``size``.

    >>> [len(chunk) for chunk in make_chunks(range(5), 2)]
    [2, 2, 1]
    """
    iterator = iter(releases)
    while chunk := tuple(islice(iterator, size)):
        yield chunk


def count_cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run_chunks(jobs: Iterable[Job], processes: int) -> Iterator[Done]:
    """Run chunks in this process, or in several, and yield each as it ends.

    :raises GraphkitError: if workers are killed again and again.
    """
    todo, tries = iter(jobs), 0
    first = list(islice(todo, 2))
    if processes <= 1 or len(first) < 2:
        # One chunk: a further process would load the models for it and leave this one idle.
        yield from map(run_chunk, chain(first, todo))
        return
    # Not generators of our own: one that is dropped with a lost pool would close ``todo``.
    todo = chain(first, todo)
    lost: list[Job] = []
    while True:
        pool = _Pool(processes)
        try:
            yield from pool.run(chain(lost, todo))
            return
        except BrokenProcessPool as error:
            tries += 1
            lost = pool.lost
            if tries == _TRIES:
                raise GraphkitError(
                    f"worker processes were killed {tries} times (not enough memory?); "
                    "what is done is kept: run the same command with fewer --jobs"
                ) from error


class _Pool:
    """Worker processes for one run; ``lost`` holds the chunks that a killed worker left."""

    def __init__(self, processes: int) -> None:
        self._processes = processes
        self._running: dict[Future[Done], Job] = {}
        self._refused: list[Job] = []

    @property
    def lost(self) -> list[Job]:
        return [*self._running.values(), *self._refused]

    def run(self, jobs: Iterator[Job]) -> Iterator[Done]:
        """Keep every process busy with few chunks in flight, so that memory stays flat."""
        # A forked child would inherit the lock and threads of its parent.
        context = multiprocessing.get_context("spawn")
        others = set(multiprocessing.active_children())
        with ProcessPoolExecutor(
            self._processes, mp_context=context, initializer=_start_worker
        ) as pool:
            try:
                yield from self._fill(pool, jobs)
            except (KeyboardInterrupt, GeneratorExit):
                # Parts are whole or absent, so that nobody need wait for what is under way.
                pool.shutdown(wait=False, cancel_futures=True)
                for child in set(multiprocessing.active_children()) - others:
                    child.terminate()
                raise

    def _fill(self, pool: ProcessPoolExecutor, jobs: Iterator[Job]) -> Iterator[Done]:
        self._submit(pool, islice(jobs, 2 * self._processes))
        while self._running:
            done, _ = wait(self._running, return_when=FIRST_COMPLETED)
            for future in done:
                yield future.result()
                del self._running[future]
                self._submit(pool, islice(jobs, 1))

    def _submit(self, pool: ProcessPoolExecutor, jobs: Iterable[Job]) -> None:
        for job in jobs:
            try:
                with _without_main():
                    future = pool.submit(run_chunk, job)
                self._running[future] = job
            except BrokenProcessPool:  # a worker has died since the last result
                self._refused.append(job)
                raise


@contextmanager
def _without_main() -> Iterator[None]:
    """Hide the script that calls from a process that starts: it would run the script anew.

    A plain script, without ``if __name__ == "__main__"``, may build with several processes so.
    """
    script = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = script


def _start_worker() -> None:
    """Leave Ctrl-C to the build, and end this worker when the build is killed.

    It would wait for ever and hold memory.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    sentinel = parent.sentinel

    def watch() -> None:
        wait_for_end([sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
