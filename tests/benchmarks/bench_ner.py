"""A whole build beside recognition of names alone, on the same text and the same cores.

    python -m tests.benchmarks.bench_ner 10000
    python -m tests.benchmarks.bench_ner 1000 --jobs 1 --language kk

Releases are of the seed's length (made-up stories joined until they are as long). "build" is
``graphkit build`` from the file to the store and graph.ttl; "bare" is ``nlp.pipe`` of the
same pipelines with all but the recogniser and the sentences that it reads switched off;
"spaCy" is its default CNN with random weights (the cost does not depend on them). Each
runs in ``--jobs`` processes and is measured from start to end, models loaded and all.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import Any

from ..tools.corpus import make_stories
from ..tools.corpus.tell import Story

Row = tuple[str, ...]
SEED = Path(__file__).resolve().parents[2] / "seeds" / "london-appg-kk.txt"
KINDS = ("bare", "spaCy")
LABELS = ("PERSON", "ORG", "GPE", "LOC", "DATE")
BATCH = 32


def make_long(count: int, language: str | None) -> Iterator[dict[str, str]]:
    """Yield releases of the seed's length, in one language each."""
    length = len(SEED.read_text(encoding="utf-8"))
    waiting: dict[str, list[Story]] = {}
    made = 0
    for story in make_stories(40 * count + 200, seed=1, language=language):
        held = waiting.setdefault(story.language, [])
        held.append(story)
        if sum(len(one.body) for one in held) >= length:
            text = "\n".join(one.body for one in held)
            yield {
                "title": held[0].title,
                "date": held[0].date,
                "text": text,
                "lang": story.language,
            }
            held.clear()
            made += 1
            if made == count:
                return


def recognise(kind: str, archive: Path, part: int, jobs: int) -> None:
    """Find the names in every ``jobs``-th text: what one process does."""
    import spacy
    from spacy.training import Example

    from graphkit.languages import load_pipeline

    def load(language: str) -> Any:
        if kind == "bare":
            return load_pipeline(language)
        nlp = spacy.blank(language)
        ner: Any = nlp.add_pipe("ner")
        for label in LABELS:
            ner.add_label(label)
        sample = Example.from_dict(nlp.make_doc("One met two."), {"entities": [(0, 3, "PERSON")]})
        nlp.initialize(lambda: [sample])
        return nlp

    pipelines: dict[str, Any] = {}
    with archive.open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in islice(file, part, None, jobs)]
    for begin in range(0, len(rows), 10 * BATCH):
        batch = sorted(rows[begin : begin + 10 * BATCH], key=itemgetter("lang"))
        for language, group in groupby(batch, key=itemgetter("lang")):
            nlp = pipelines.get(language) or pipelines.setdefault(language, load(language))
            off = [
                name for name in nlp.pipe_names if name not in ("sentences", "recognizer", "ner")
            ]
            with nlp.select_pipes(disable=off):
                for _ in nlp.pipe((row["text"] for row in group), batch_size=BATCH):
                    pass


def measure(commands: list[list[str]]) -> tuple[float, float]:
    """Run commands beside each other; return the seconds until the last ends, and their CPU."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    children = [subprocess.Popen(command) for command in commands]
    if any(child.wait() for child in children):
        raise RuntimeError(f"one of {commands} has failed")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - start, cpu


def main(count: int, jobs: int, language: str | None = None) -> list[Row]:
    """Measure and return the table."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        archive = folder / "archive.jsonl"
        with archive.open("w", encoding="utf-8") as file:
            for release in make_long(count, language):
                file.write(json.dumps(release, ensure_ascii=False) + "\n")
        python = [sys.executable, "-m"]
        own = [*python, "tests.benchmarks.bench_ner", "--archive", str(archive)]
        found = {
            kind: measure(
                [[*own, str(part), "--kind", kind, "--jobs", str(jobs)] for part in range(jobs)]
            )
            for kind in KINDS
        }
        build = [*python, "graphkit", "build", str(archive), "--out", str(folder / "out")]
        found["build"] = measure([[*build, "--jobs", str(jobs), "--no-page", "-q"]])
    wall = found["build"][0]
    rows: list[Row] = [("what", "jobs", "wall s", "releases/s", "CPU ms each", "build is x")]
    for what, (seconds, cpu) in found.items():
        rows.append(
            (what, str(jobs), f"{seconds:.1f}", f"{count / seconds:.1f}",
             f"{1000 * cpu / count:.1f}", f"{wall / seconds:.2f}")
        )  # fmt: skip
    return rows


if __name__ == "__main__":
    from graphkit.pipeline.chunks import count_cores

    from .table import show

    options = argparse.ArgumentParser()
    options.add_argument("count", type=int, help="releases")
    options.add_argument("--jobs", type=int, default=count_cores())
    options.add_argument("--language", choices=("kk", "ru", "en"))
    options.add_argument("--kind", choices=KINDS, help=argparse.SUPPRESS)
    options.add_argument("--archive", type=Path, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.archive is not None:
        recognise(given.kind, given.archive, given.count, given.jobs)
    else:
        show(main(given.count, given.jobs, given.language))
