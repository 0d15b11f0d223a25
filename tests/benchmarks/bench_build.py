"""What a build costs by stage and language, beside recognisers alone.

    python -m tests.benchmarks.bench_build 200

CPU seconds, so that a busy machine counts little. "bare" is the tokenizer and the
recogniser of the same pipeline; "spaCy" its default CNN recogniser (random weights: the
cost does not depend on them); "Natasha" her segmenter and slovnet on Russian.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from graphkit.extract import extract
from graphkit.graph import Graph, make_triples
from graphkit.knowledge import load_knowledge
from graphkit.languages import grammar, load_pipeline, narration, syntax
from graphkit.model import Extraction, Release
from graphkit.resolve import resolve
from graphkit.sources import make_release

from ..tools.corpus import make_stories

T = TypeVar("T")
Row = tuple[str, ...]


def timed(action: Callable[[], T]) -> tuple[T, float]:
    """Return what an action gives, and the CPU seconds it took."""
    start = time.process_time()
    return action(), time.process_time() - start


def read(language: str, count: int) -> list[Release]:
    """Return releases of one language."""
    stories = make_stories(count, seed=1, language=language)
    return [make_release(story.body, title=story.title, date=story.date) for story in stories]


def run_component(nlp: Language, name: str, docs: list[Doc]) -> list[Doc]:
    """Run one component over documents."""
    component = nlp.get_pipe(name)
    pipe = getattr(component, "pipe", None)
    return list(pipe(docs, batch_size=32)) if pipe else [component(doc) for doc in docs]


def measure_stages(releases: list[Release]) -> tuple[dict[str, float], list[Extraction]]:
    """Return CPU seconds by stage, after a warm-up that loads the models."""
    language, knowledge = releases[0].language, load_knowledge()
    nlp = load_pipeline(language)

    def extract_all(items: list[Release], docs: list[Doc]) -> list[Extraction]:
        return [
            extract(
                one, doc, knowledge, grammar=grammar(language), syntax=syntax(language),
                narration=narration(language),
            )
            for one, doc in zip(items, docs, strict=True)
        ]  # fmt: skip

    def tokenize() -> list[Doc]:
        docs = [nlp.make_doc(one.reading) for one in releases]
        for doc, one in zip(docs, releases, strict=True):
            doc._.title_end = one.title_end
        return docs

    extract_all(releases[:1], [nlp(releases[0].reading)])
    docs, seconds = timed(tokenize)
    stages = {"tokenizer": seconds}
    for name in nlp.pipe_names:
        docs, stages[name] = timed(lambda name=name, docs=docs: run_component(nlp, name, docs))
    found, stages["extract"] = timed(lambda: extract_all(releases, docs))
    return stages, found


def measure_spacy(releases: list[Release]) -> float:
    """Return CPU seconds of spaCy's default recogniser."""
    nlp = spacy.blank(releases[0].language)
    ner = nlp.add_pipe("ner")
    for label in ("PERSON", "ORG", "GPE", "LOC", "DATE"):
        ner.add_label(label)  # type: ignore[attr-defined]
    sample = Example.from_dict(nlp.make_doc("One met two."), {"entities": [(0, 3, "PERSON")]})
    nlp.initialize(lambda: [sample])
    return timed(lambda: list(nlp.pipe(one.reading for one in releases)))[1]


def measure_natasha(releases: list[Release]) -> float:
    """Return CPU seconds of Natasha's recogniser."""
    import natasha

    segmenter, tagger = natasha.Segmenter(), natasha.NewsNERTagger(natasha.NewsEmbedding())

    def tag(text: str) -> None:
        doc = natasha.Doc(text)
        doc.segment(segmenter)
        doc.tag_ner(tagger)

    tag(releases[0].reading)
    return timed(lambda: [tag(one.reading) for one in releases])[1]


def measure_language(language: str, count: int) -> tuple[list[Row], list[Extraction]]:
    """Return the rows of one language and its extractions."""
    releases = read(language, count)
    stages, found = measure_stages(releases)
    total = sum(stages.values())
    bare = stages["tokenizer"] + stages.get("recognizer", 0.0)
    rows = [
        (language, name, f"{1000 * spent / count:.1f}", f"{count / spent:.0f}" if spent else "")
        for name, spent in stages.items()
    ]
    rows.append((language, "all of these", f"{1000 * total / count:.1f}", f"{count / total:.0f}"))
    others = {"bare": bare, "spaCy": measure_spacy(releases)}
    if language == "ru":
        others["Natasha"] = measure_natasha(releases)
    for name, spent in others.items():
        rows.append(
            (language, f"{name}, ours is x{total / spent:.1f}", f"{1000 * spent / count:.1f}",
             f"{count / spent:.0f}")
        )  # fmt: skip
    return rows, found


def measure_graph(extractions: list[Extraction]) -> list[Row]:
    """Return the rows of what follows the extraction."""
    knowledge, count = load_knowledge(), len(extractions)
    resolution, resolving = timed(lambda: resolve(extractions, knowledge))
    quads, making = timed(lambda: list(make_triples(resolution, knowledge)))
    with tempfile.TemporaryDirectory() as folder, Graph.open(Path(folder), write=True) as graph:
        _, storing = timed(lambda: graph.replace(quads))
    named = {"resolve": resolving, f"triples ({len(quads):,})": making, "store": storing}
    return [
        ("all", name, f"{1000 * spent / count:.1f}", f"{count / spent:.0f}")
        for name, spent in named.items()
    ]


def main(count: int = 200) -> list[Row]:
    """Measure and return the table: language, stage, ms a release, releases a second."""
    rows: list[Row] = [("", "stage", "ms/release", "releases/s")]
    extractions: list[Extraction] = []
    for language in ("kk", "ru", "en"):
        more, found = measure_language(language, count)
        rows += more
        extractions += found
    rows += measure_graph(extractions)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [*rows, ("all", "peak memory, MB", f"{peak:.0f}", "")]


if __name__ == "__main__":
    from .table import show

    show(main(*map(int, sys.argv[1:2])))
