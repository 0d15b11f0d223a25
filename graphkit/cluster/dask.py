"""Chunks -> parts, on the workers of a Dask scheduler.

The work is that of a build on one machine: ``extract_part``, a pure function. Dask gives a
chunk to another worker when one is lost. That a chunk may run twice does no harm: its part
has the name of its content. Where nothing else is said the parts come back to the driver;
with a URL the workers write them there, and the driver fetches them at the end.
"""

from __future__ import annotations

import logging
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import import_module
from itertools import islice
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, Final

from graphkit.cluster.remote import RemoteFolder
from graphkit.errors import GraphkitError
from graphkit.pipeline import (
    FOLDER,
    Done,
    Job,
    Part,
    Runner,
    extract_part,
    fingerprint,
    save_part,
)

# Chunks that wait at the scheduler for each thread of the cluster, so that memory stays flat.
_AHEAD: Final = 3
_RETRIES: Final = 3
_WAIT: Final = 60
# Seconds after which it looks whether there are still workers.
_LOOK: Final = 5
# The pipelines of a process serve one thread at a time.
_ONE_AT_A_TIME: Final = threading.Lock()


@dataclass(frozen=True, slots=True)
class Sent:
    """An ontology of the driver's machine, which workers need not see."""

    name: str
    data: bytes


def work(job: Job, url: str | None, sent: tuple[Sent, ...] = ()) -> tuple[Done, Part | None]:
    """Do one chunk on a worker: return its part, or write it to ``url``.

    ``sent`` holds what stands in the job's ontologies.

    :raises GraphkitError: if the worker would extract otherwise than the driver.
    """
    with _ONE_AT_A_TIME:
        folder = Path(_unpack(sent).name)
        job = replace(job, ontologies=tuple(sorted(folder.iterdir())))
        if fingerprint(job.ontologies) != job.made_by:
            raise GraphkitError(
                "a worker has another version of graphkit or its ontologies than this process; "
                "install the same on all machines"
            )
        done, part = extract_part(job)
    if url is None or part is None:
        return done, part
    RemoteFolder(url).write(f"{FOLDER}/{part.name}", part.data)
    return done, None


@lru_cache(maxsize=1)
def _unpack(sent: tuple[Sent, ...]) -> tempfile.TemporaryDirectory[str]:
    """Return a folder, which stays for all chunks so that the ontologies are loaded once."""
    folder = tempfile.TemporaryDirectory(prefix="graphkit-")
    for number, one in enumerate(sent):
        Path(folder.name, f"{number:03}-{one.name}").write_bytes(one.data)
    return folder


def _pack(files: tuple[Path, ...]) -> tuple[Sent, ...]:
    try:
        return tuple(Sent(file.name, file.read_bytes()) for file in files)
    except OSError as error:
        raise GraphkitError(f"{error.filename}: cannot be read: {error.strerror}") from error


@contextmanager
def run_on_cluster(address: str, folder: Path, *, url: str | None = None) -> Iterator[Runner]:
    """Connect to a scheduler and yield what ``build_graph`` takes as ``run``.

    ``folder`` is where the parts shall be when all is done, ``url`` where workers write them.

    :raises GraphkitError: if the extra is missing, there is no scheduler or worker, or they
        are lost while they work.
    """
    client = _connect(address)

    def run(jobs: Iterable[Job]) -> Iterator[Done]:
        yield from _run(client, jobs, url, address)
        if url is not None:
            RemoteFolder(url).pull(folder, FOLDER)

    try:
        yield run
    finally:
        client.close()


def _connect(address: str) -> Any:
    try:
        dask = import_module("distributed")
    except ImportError as error:
        raise GraphkitError(
            "--cluster needs Dask; install it with: pip install 'graphkit-press[cluster]'"
        ) from error
    # What it says of a lost scheduler, with a traceback, is said in one line here.
    logging.getLogger("distributed.client").setLevel(logging.CRITICAL)
    try:
        client = dask.Client(address, timeout=_WAIT, set_as_default=False)
    except (OSError, ValueError) as error:
        raise GraphkitError(f"{address}: no Dask scheduler answers there ({error})") from error
    try:
        client.wait_for_workers(1, timeout=_WAIT)
    except TimeoutError as error:
        client.close()
        raise GraphkitError(f"{address}: the scheduler has no workers; start some") from error
    return client


def _run(client: Any, jobs: Iterable[Job], url: str | None, address: str) -> Iterator[Done]:
    dask: Any = import_module("distributed")
    todo = iter(jobs)
    folders: dict[str, Job] = {}
    pack = lru_cache(maxsize=1)(_pack)
    finished: SimpleQueue[Any] = SimpleQueue()

    def submit(count: int) -> None:
        for job in islice(todo, count):
            future: Any = client.submit(
                work, job, url, pack(job.ontologies), retries=_RETRIES, pure=False
            )
            folders[future.key] = job
            future.add_done_callback(finished.put)

    submit(_AHEAD * max(1, sum(client.nthreads().values())))
    while folders:
        try:
            future = _wait_for_one(finished, client, address)
            done, part = future.result()
        except dask.KilledWorker as error:
            raise GraphkitError(
                f"workers died again and again on one chunk (not enough memory?): {error}"
            ) from error
        except (dask.CancelledError, dask.comm.CommClosedError) as error:
            raise _lost(address) from error
        except OSError as error:
            raise GraphkitError(f"{address}: a worker cannot work: {error}") from error
        job = folders.pop(future.key)
        if part is not None:
            save_part(job.folder, part)
        future.release()
        submit(1)
        yield done


def _wait_for_one(finished: SimpleQueue[Any], client: Any, address: str) -> Any:
    """Return a future that has ended.

    :raises GraphkitError: if there is nobody to work on it any more.
    """
    seen = time.monotonic()
    while True:
        with suppress(Empty):
            return finished.get(timeout=_LOOK)
        try:
            workers = client.nthreads()
        except OSError as error:
            raise _lost(address) from error
        if workers:
            seen = time.monotonic()
        elif time.monotonic() - seen > _WAIT:
            raise GraphkitError(
                f"{address}: the scheduler has had no workers for {_WAIT} s; what is done is kept: "
                "start some and run the same command"
            )


def _lost(address: str) -> GraphkitError:
    return GraphkitError(
        f"{address}: the scheduler was lost; what is done is kept: start it again and run the "
        "same command"
    )
