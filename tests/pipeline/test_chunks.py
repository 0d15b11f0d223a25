"""Chunks are whole, few at a time, and survive a killed worker."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import factory
import pytest

from graphkit.errors import GraphkitError
from graphkit.pipeline import chunks
from graphkit.pipeline.chunks import Done, Job, make_chunks, run_chunk, run_chunks


def make_jobs(count: int, folder: Path) -> list[Job]:
    releases = [factory.make_release("en", f"Release {i}\nOne met two.") for i in range(count)]
    return [Job((release,), folder, "v1") for release in releases]


def test_make_chunks_loses_nothing() -> None:
    releases = factory.make_synthetic(1000).releases
    groups = list(make_chunks(iter(releases), 7))
    assert tuple(one for group in groups for one in group) == releases
    assert max(map(len, groups)) == 7


def fake_chunk(job: Job) -> Done:
    """Do the work of a chunk, and kill the worker at the first try of one of them."""
    mark = job.folder / f"{job.releases[0].id}.tried"
    if job.made_by == "fatal" or (job.releases[0].title == "Release 3" and not mark.exists()):
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return Done((job.releases[0].id,), ())


@pytest.mark.parametrize("count", [1, 9])
def test_a_killed_worker_costs_no_chunk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    monkeypatch.setattr(chunks, "run_chunk", fake_chunk)
    jobs = make_jobs(count, tmp_path)
    done = [one for result in run_chunks(jobs, 2) for one in result.releases]
    assert sorted(set(done)) == sorted(job.releases[0].id for job in jobs)


def test_a_killed_worker_does_not_end_the_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chunks, "run_chunk", fake_chunk)
    jobs = make_jobs(40, tmp_path)
    done: list[str] = []
    for result in run_chunks((job for job in jobs), 2):  # what is read comes from a generator
        gc.collect()  # and what the lost pool leaves behind may be collected at any time
        done += result.releases
    assert sorted(set(done)) == sorted(job.releases[0].id for job in jobs)


def test_a_chunk_that_a_broken_pool_refuses_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chunks, "run_chunk", fake_chunk)
    jobs, refused = make_jobs(9, tmp_path), []
    submit = ProcessPoolExecutor.submit

    def refuse_once(pool: ProcessPoolExecutor, action: Any, job: Job) -> Any:
        if job is jobs[6] and not refused:  # as when a worker dies between a result and this
            refused.append(job)
            raise BrokenProcessPool
        return submit(pool, action, job)

    monkeypatch.setattr(ProcessPoolExecutor, "submit", refuse_once)
    done = [one for result in run_chunks(jobs, 2) for one in result.releases]
    assert refused
    assert sorted(set(done)) == sorted(job.releases[0].id for job in jobs)


def test_workers_killed_again_and_again_end_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chunks, "run_chunk", fake_chunk)
    jobs = [Job(job.releases, tmp_path, "fatal") for job in make_jobs(2, tmp_path)]
    with pytest.raises(GraphkitError, match=r"killed 3 times .* fewer --jobs") as caught:
        list(run_chunks(jobs, 2))
    assert isinstance(caught.value.__cause__, BrokenProcessPool)


@pytest.mark.model
def test_a_release_that_breaks_the_extraction_is_skipped_with_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(release: Any, *args: Any, **kwargs: Any) -> None:
        raise IndexError(f"no such token in {release.title}")

    monkeypatch.setattr(chunks, "extract", fail)
    done = run_chunk(make_jobs(1, tmp_path)[0])
    assert done.releases == ()
    assert "story-en.txt: the release cannot be understood (IndexError: no such" in done.skipped[0]


@pytest.mark.model
def test_a_script_without_a_guard_builds_in_several_processes(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for number in range(chunks.CHUNK + 1):
        text = f"Release {number}\n\nMinister John Smith{number} met Anna Brown in Astana."
        (texts / f"{number}.txt").write_text(text, encoding="utf-8")
    script = tmp_path / "script.py"
    script.write_text(
        "import graphkit\n"
        "print('once')\n"
        f"graph = graphkit.build({str(texts)!r}, {str(tmp_path / 'out')!r}, jobs=2)\n"
        "print(graph.report.releases)\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=300)
    assert done.stdout.split() == ["once", str(chunks.CHUNK + 1)], done.stderr
